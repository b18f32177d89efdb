"""Codes for "not asked" that stand in many columns of a file."""

from __future__ import annotations

import pytest

from persona.questionnaire.file_codes import file_codes

WORDS, STEPS, SUMS = ("Yes", "No"), ("1", "2", "3", "4", "5"), ("120", "340", "77.5")


@pytest.mark.parametrize(
    ("columns", "codes"),
    [
        ([(*WORDS, "-99")] * 3, {"-99"}),
        ([(*STEPS, "-99")] * 3, {"-99"}),
        ([(*SUMS, "-99"), (*WORDS, "-99"), ("-99",)], {"-99"}),
        ([(*WORDS, "-99", "-98")] * 3, {"-99", "-98"}),
        ([(*STEPS, "999")] * 3, {"999"}),
        ([(*STEPS, "-99", "-98")] * 3, {"-99", "-98"}),
        ([(*WORDS, "-99")] * 2, set()),
        ([(*SUMS, "999")] * 3, set()),
        ([("-100", "-98", "-5", "-99")] * 3, set()),
        ([(*STEPS, "-1", "0")] * 3, set()),
        ([(*WORDS, "-99")] * 3 + [("-100", "-98", "-12", "-99")], set()),
        ([(*WORDS, "-99")] * 4 + [("-100", "-98", "-12", "-99")], {"-99"}),
        ([(*WORDS, "-42")] * 9, set()),
        ([], set()),
    ],
    ids=[
        "words", "steps of a scale", "sums, words and nothing else", "two codes", "nines above steps", "side by side",
        "two columns may be chance", "999 among sums", "other numbers as low", "one below the lowest", "three of four",
        "four of five", "no code of any tool", "no columns",
    ],
)  # fmt: skip
def test_codes_that_stand_apart_in_three_columns(columns: list[tuple[str, ...]], codes: set[str]) -> None:
    assert file_codes([dict.fromkeys(column, 5) for column in columns]) == codes
