from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import persona
from persona.messages import (
    LEFT_OUT,
    MESSAGES,
    NOTES,
    REPAIRED,
    configuration_error,
    data_error,
    file_size,
    hint,
    note,
    problem,
    sentence,
)
from persona.models import Problem

ROOT = Path(persona.__file__).parents[1]
CODE = re.compile(
    r'\b(?:data_error|configuration_error|edit_error|sentence|hint|problem|leave_out|mend)\(\s*"([a-z_]+)"'
)
NOTE = re.compile(r'\b(?:note|mend)\(\s*"([a-z_]+)"')


def codes(pattern: re.Pattern[str], *folders: str) -> set[str]:
    sources = [path.read_text(encoding="utf-8") for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return {code for source in sources for code in pattern.findall(source)}


def values(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_code_in_use_has_words() -> None:
    assert codes(CODE, "persona", "experiments", "generation", "persona_web") - MESSAGES.keys() == set()
    assert codes(NOTE, "persona/reading") - NOTES.keys() == set()


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_message_is_whole_sentences_without_jargon(code: str) -> None:
    text, what_to_do = MESSAGES[code]
    assert re.fullmatch(r"(Line \{line\}|[A-Z“{]).*[.?}]", text), text
    assert not what_to_do or re.fullmatch(r"[A-Z].*[.:?}]\.?", what_to_do), what_to_do
    assert not re.search(
        r"\b(exception|null|parse|parser|invalid|traceback|regex)\b", f"{text} {what_to_do}", re.IGNORECASE
    )


@pytest.mark.parametrize("code", sorted(LEFT_OUT | REPAIRED))
def test_message_about_a_line_names_it_and_helps(code: str) -> None:
    assert "line" in values(MESSAGES[code].text)
    assert MESSAGES[code].hint


def test_errors_carry_code_sentence_hint_and_problems() -> None:
    place = problem("padded", line=3, found=2, width=4)
    assert place == Problem(
        code="padded",
        message="Line 3: 2 of 4 cells; the others are taken as empty.",
        line=3,
        hint="Check that no answer moved into another column.",
    )
    error = data_error("too_many_rows", limit=1_000_000, problems=[place])
    assert (error.code, error.message, error.hint, error.problems) == (
        "too_many_rows",
        "The file has more than 1,000,000 rows.",
        "Split it into smaller files, or take a sample of the rows.",
        (place,),
    )
    other = configuration_error("unknown_delimiter", delimiter='"')
    assert (other.code, other.message) == ("unknown_delimiter", '“"” cannot stand between cells.')


def test_names_with_braces_are_taken_literally() -> None:
    assert sentence("missing_file", name="{0}{x}.csv") == "There is no file named “{0}{x}.csv”."
    assert hint("unknown_column", names="{a}, b") == "The columns are: {a}, b."


@pytest.mark.parametrize("code", sorted(NOTES))
def test_note_says_one_and_several(code: str) -> None:
    assert note(code, 1).startswith("1 ")
    assert note(code, 1234).startswith("1,234 ")


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (1634, "1.63 kB"),
        (999_499, "999 kB"),
        (999_999, "1 MB"),
        (200_000_000, "200 MB"),
        (999_700_000_000, "1,000 GB"),
        (8 * 10**12, "8,000 GB"),
    ],
)
def test_file_size_in_words(size: int, words: str) -> None:
    assert file_size(size) == words
