"""The ledger keeps the first lines itself and all of them in a file; words are those of the messages."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from persona.messages import LEFT_OUT, REPAIRED
from persona.models import Problem, SkippedLine
from persona.reading.ledger import KEPT, TEXT, Ledger, Silence

if TYPE_CHECKING:
    from pathlib import Path

VALUES = {"found": 3, "width": 5, "limit": 1_000_000, "separator": "comma"}
WORDS = {
    "long_row": "Line 7: 3 cells, but the table has 5 columns.",
    "short_row": "Line 7: only 3 of 5 cells.",
    "cut_off_row": "Line 7: the file ends in the middle of this line.",
    "unclosed_quote": "Line 7: a quotation mark is opened and never closed.",
    "cell_too_long": "Line 7: one cell is longer than 1,000,000 characters.",
    "no_object": "Line 7: not an object with answers.",
    "blank": "Line 7: no cell is filled in.",
    "repeated_header": "Line 7: the column names once more.",
    "reordered_header": "Line 7: the column names once more, in another order.",
    "footer": "Line 7: looks like a total or a note below the table, not a respondent.",
    "second_table": "Line 7: belongs to a small table below an empty line, not to a respondent.",
    "hidden": "Row 7: hidden in the workbook.",
}


def test_every_reason_has_its_words_here() -> None:
    assert WORDS.keys() == LEFT_OUT.keys()


@pytest.mark.parametrize("code", WORDS)
def test_a_line_is_left_out_in_words(tmp_path: Path, code: str) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.leave_out(code, 7, "a,b,c\r\n", **VALUES)

    assert ledger.left_out == [SkippedLine(line=7, code=code, message=WORDS[code], text="a,b,c")]
    assert ledger.left_out_counts == Counter({code: 1})
    assert list(csv.reader(ledger.spool.open(newline=""))) == [["7", code, WORDS[code], "a,b,c"]]


MENDED = {
    "padded": ({"found": 3, "width": 5}, "Line 7: 3 of 5 cells; the others are taken as empty."),
    "trailing_cells_cut": ({"extra": 2}, "Line 7: empty cells at the end were cut (2)."),
    "stray_quotes": ({}, "Line 7: quotation marks inside an answer are kept as they stand."),
    "other_encoding": ({}, "Line 7: in another encoding than the rest of the file; read as Western European."),
}


def test_every_mend_has_its_words_here() -> None:
    assert MENDED.keys() == REPAIRED.keys()


@pytest.mark.parametrize("code", MENDED)
def test_a_line_is_mended_in_words(tmp_path: Path, code: str) -> None:
    values, message = MENDED[code]
    with Ledger(tmp_path) as ledger:
        ledger.mend(code, 7, **values)

    assert ledger.mended == [Problem(code=code, message=message, line=7, hint=REPAIRED[code].hint)]
    assert (ledger.notes, ledger.left_out) == (Counter({code: 1}), [])


def test_the_first_thousand_are_kept_and_all_are_written(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        for line in range(KEPT + 5):
            ledger.leave_out("blank", line, ",,")
            ledger.mend("stray_quotes", line)

    assert [len(ledger.left_out), len(ledger.mended)] == [KEPT, KEPT]
    assert [ledger.left_out_counts["blank"], ledger.notes["stray_quotes"]] == [KEPT + 5, KEPT + 5]
    assert len(ledger.spool.read_text(encoding="utf-8").splitlines()) == KEPT + 5


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("x" * 500, "x" * TEXT),
        ("x" * TEXT + "\n", "x" * TEXT),
        ("a\r\n", "a"),
        ("a\nb\n\n", "a\nb"),
        ('say "no"', 'say "no"'),
        ("é安😀", "é安😀"),
        ("", ""),
    ],
)
def test_the_beginning_of_a_line_is_enough_to_know_it(tmp_path: Path, text: str, kept: str) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.leave_out("blank", 1, text)

    assert ledger.left_out[0].text == kept
    assert next(csv.reader(ledger.spool.open(encoding="utf-8", newline="")))[3] == kept


def test_what_never_happened_is_no_note(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        for count in (0, 2, 0, 3):
            ledger.note("blank_lines", count)
        ledger.note("nul_removed", 0)

    assert ledger.notes == Counter({"blank_lines": 5})


def test_silence_takes_all_and_tells_nothing() -> None:
    silence = Silence()
    silence.mend("padded", 1, found=1, width=2)
    silence.note("blank_lines", 3)
    assert vars(silence) == {}
