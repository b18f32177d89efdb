"""Rating scales in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.models import ColumnRole
from persona.profiling import profile
from persona.profiling.scales import word_scale
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "words",
    [
        ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"),
        ("disagree", "pass", "agree"),
        ("Never", "Rarely", "Occasionally", "Usually"),
        ("Beginner", "Intermediate", "Expert"),
        ("Stimme nicht zu", "teils/teils", "Stimme voll zu"),
        ("Never", "Once a year", "Every three months", "Once a month", "Once a week", "More than once a week"),
    ],
)
def test_word_scale_orders_the_steps(words: tuple[str, ...]) -> None:
    assert word_scale({word: 10 + len(word) for word in reversed(words)}) == words


def test_word_scale_counts_an_answer_by_its_first_words() -> None:
    answers = {"Never -- I don't use it": 9, "Sometimes -- for charts": 5, "Frequently -- every day": 3}

    assert word_scale(answers) == ("Never -- I don't use it", "Sometimes -- for charts", "Frequently -- every day")


@pytest.mark.parametrize(
    "answers", [{"Red": 5, "Agree": 5, "Blue": 5}, {"Yes": 9, "No": 9}, {"Agree": 5, "Disagree": 5}]
)
def test_word_scale_is_empty_for_other_answers(answers: dict[str, int]) -> None:
    assert word_scale(answers) == ()


def test_share_scales_puts_a_part_of_a_scale_in_its_place(tmp_path: Path) -> None:
    votes = ["agree", "pass", "disagree"]
    rows = [[votes[i % 3], votes[(i // 3) % 3], ["agree", "pass"][i % 2], ["red", "blue"][i % 2]] for i in range(30)]
    columns = profile(table_of(tmp_path, ["One", "Two", "Three", "Four"], rows))

    assert [column.scale_words for column in columns] == [("disagree", "pass", "agree")] * 3 + [()]
    assert (columns[2].role, columns[2].detail) == (ColumnRole.RATING, "disagree – agree")
