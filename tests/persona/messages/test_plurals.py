"""One and many: what is counted agrees with its number, wherever it comes from."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from persona.exceptions import ConfigurationError
from persona.grouping.grouping import _check
from persona.messages import FILES, LEFT_OUT, MESSAGES, NOTES, REPAIRED, file_size, hint, note, sentence
from persona.numerals import counted, people
from persona.readiness import _speaking_against
from persona.reading.ledger import Ledger

# Words that follow a number in braces and are never one: a limit of ours, or what is counted from two on.
ALWAYS_MANY = {
    "columns",  # of a table with more than one, and a limit
    "characters",
    "rows",
    "cells",
    "lines",
    "tables",
    "seconds",
    "segments",
    "personas",
    "fields",
    "teams",
}
NUMBERS = "count|people|found|rows|lines|cells|limit|seconds|width|extra|total"
NUMBERED = re.compile(rf"\{{(?:{NUMBERS})(?::,)?\}} ([a-z]+s|people)\b")


def test_a_word_behind_a_number_is_one_that_is_always_many() -> None:
    """Other numbers come with their noun: `counted(rows, "row")`."""
    assert {code: told for code in MESSAGES if (told := {*NUMBERED.findall(MESSAGES[code].text)} - ALWAYS_MANY)} == {}


@pytest.mark.parametrize("code", sorted(NOTES))
def test_a_note_of_one_has_no_plural_and_one_of_many_no_singular(code: str) -> None:
    one, many = note(code, 1), note(code, 2)

    assert one != many
    assert re.match(r"1 (?:invisible )?[a-z ]*?(?:line|mark|row|byte|letter|column|name|sheet)\b(?!s)", one)
    assert re.match(r"2 (?:invisible )?[a-z ]*?(?:lines|marks|rows|bytes|letters|columns|names|sheets)\b", many)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (1, "Only 1 row: groups will be small, and what they say may be chance."),
        (2, "Only 2 rows: groups will be small, and what they say may be chance."),
    ],
)
def test_few_rows_are_told(rows: int, told: str) -> None:
    assert _speaking_against(rows, has_open=True, has_basis=True) == [told]


def test_many_rows_are_not_and_what_is_missing_is() -> None:
    assert _speaking_against(10_000, has_open=False, has_basis=False) == [
        "No column holds answers in people’s own words: personas will have numbers but no quotes.",
        "No column holds answers that could form groups.",
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (1, "2 personas were asked for, and the data holds only 1 person."),
        (3, "4 personas were asked for, and the data holds only 3 people."),
    ],
)
def test_more_personas_than_people_are_refused(rows: int, told: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        _check(SimpleNamespace(count=rows), (), rows + 1)  # type: ignore[arg-type] -- of people it asks how many

    assert (caught.value.message, caught.value.hint) == (
        told,
        "Ask for fewer personas, or add more answers.",
    )


@pytest.mark.parametrize(
    ("code", "values", "told"),
    [
        ("personal_data", {"column": "Mail", "cells": counted(1, "cell")}, "“Mail” holds personal data (1 cell): it"),
        (
            "personal_data",
            {"column": "Mail", "cells": counted(2_000, "cell")},
            "data (2,000 cells): it will be masked.",
        ),
        ("segment_too_small", {"number": 2, "people": people(1), "into": 2}, "Segment 2 has only 1 person and cannot"),
        ("segment_too_small", {"number": 2, "people": people(2), "into": 3}, "Segment 2 has only 2 people and cannot"),
        ("trailing_cells_cut", {"line": 3, "extra": 1}, "Line 3: empty cells at the end were cut (1)."),
        ("model_unsupported", {"count": 1}, "None of the model’s statements (1) was supported by what people said"),
        ("few_people", {"people": "One person"}, "Only One person stand"),
    ],
)
def test_other_numbers_agree(code: str, values: dict[str, object], told: str) -> None:
    assert told in sentence(code, **values)


# -- words and signs ------------------------------------------------------------------------------------
WHOLE = {code: f"{message.text}\n{message.hint}" for code, message in MESSAGES.items()}


def test_quotation_marks_are_the_round_ones_in_pairs() -> None:
    typed = '"persona-web[{extra}]"'  # into a shell

    assert [code for code, said in WHOLE.items() if said.count("“") != said.count("”")] == []
    assert [code for code, said in WHOLE.items() if '"' in said.replace(typed, "")] == []


def test_no_blank_is_doubled_or_stands_before_a_stop() -> None:
    odd = re.compile(r"  | [.,;:?!](?!\w)| $|^ ", re.MULTILINE)

    assert [code for code, said in WHOLE.items() if odd.search(said)] == []


def test_what_is_said_of_a_file_is_short_enough_to_be_read() -> None:
    long = {code: part for code in FILES | LEFT_OUT | REPAIRED for part in MESSAGES[code] if len(part.split()) > 30}

    assert long == {}


@pytest.mark.parametrize("room", [LEFT_OUT, REPAIRED], ids=["left out", "repaired"])
def test_what_is_said_of_a_line_begins_with_its_number(room: dict[str, object]) -> None:
    assert {code for code in room if not re.match(r"(?:Line|Row) \{line\}: ", MESSAGES[code].text)} == set()


def test_a_value_with_braces_or_percent_signs_stays_as_it_is() -> None:
    assert sentence("experiment_missing", name="{0} %s {name}") == "There is no experiment named “{0} %s {name}”."
    assert hint("unknown_sheet", names="{a}, %d") == "Choose one of: {a}, %d."


@pytest.mark.parametrize("size", [0, 1, 999, 1_000, 999_499, 999_500, 999_999, 10**6, 10**9, 5 * 10**12])
def test_sizes_never_go_down_as_they_grow(size: int) -> None:
    units = ("byte", "bytes", "kB", "MB", "GB")

    def worth(text: str) -> float:
        figure, unit = text.split()
        return float(figure.replace(",", "")) * {"byte": 1, "bytes": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9}[unit]

    told = file_size(size)
    assert told.split()[1] in units
    assert worth(told) == pytest.approx(size, rel=0.005)
    assert worth(file_size(size + 1)) >= worth(told)


def test_a_ledger_counts_what_it_tells_of_lines(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    for line in (3, 4):
        ledger.mend("trailing_cells_cut", line, extra=line)

    assert [problem.message for problem in ledger.mended] == [
        "Line 3: empty cells at the end were cut (3).",
        "Line 4: empty cells at the end were cut (4).",
    ]
    assert note("trailing_cells_cut", ledger.notes["trailing_cells_cut"]) == (
        "2 rows had empty cells beyond the last column."
    )
