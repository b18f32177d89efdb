"""Whose words are wanted: by persona, by what they answered, by both; and what a study has not."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.asking.filtering import rows_wanted
from persona.exceptions import ConfigurationError
from persona.models.asking import GivenAnswer, QuoteFilter
from tests.persona.asking.studies import AGE, KITCHEN, LIKES, ROLE, TOOLS, WHY

if TYPE_CHECKING:
    from persona.asking import Study

GIVEN = [(ROLE, "Cook"), (ROLE, "Teacher"), (TOOLS, "Oven"), (TOOLS, "Scale"), (LIKES, "4"), (AGE, "25")]


def wanted(kitchen: Study, *answers: tuple[str, str], personas: tuple[int, ...] = ()) -> list[int]:
    """The rows, from 1, of those who are wanted."""
    given = tuple(GivenAnswer(column=column, option=option) for column, option in answers)
    found = rows_wanted(kitchen.table, kitchen.segmentation, QuoteFilter(personas=personas, answers=given))
    return [row for row, is_wanted in enumerate(found.tolist(), start=1) if is_wanted]


@pytest.mark.parametrize(
    ("answers", "personas", "rows"),
    [
        pytest.param([], (), [1, 2, 3, 4, 5, 6, 7, 8], id="everybody, also those in no group"),
        pytest.param([], (1,), [1, 2, 3], id="one persona"),
        pytest.param([], (2, 1, 2), [1, 2, 3, 4, 5, 6, 7], id="two of them, one twice"),
        pytest.param([(ROLE, "Cook")], (), [4, 5, 8], id="one answer"),
        pytest.param([(ROLE, "Cook"), (ROLE, "Nurse")], (), [3, 4, 5, 8], id="either of one question"),
        pytest.param([(ROLE, "Cook"), (TOOLS, "Oven")], (), [5], id="of two questions both"),
        pytest.param([(TOOLS, "Oven")], (), [1, 2, 3, 5], id="one among several choices"),
        pytest.param([(TOOLS, "Oven; Scale")], (), [], id="a whole cell is no choice"),
        pytest.param([(LIKES, "5")], (), [3, 8], id="a place on a scale"),
        pytest.param([(AGE, "61")], (), [6], id="a number"),
        pytest.param([(ROLE, "Cook")], (2,), [4, 5], id="an answer within a persona"),
        pytest.param([(ROLE, "cook")], (), [], id="letters as they are"),
        pytest.param([(ROLE, "Pilot")], (), [], id="what nobody answered"),
        pytest.param([(LIKES, "")], (), [], id="no answer is none"),
    ],
)
def test_whose_words_are_wanted(
    kitchen: Study, answers: list[tuple[str, str]], personas: tuple[int, ...], rows: list[int]
) -> None:
    assert wanted(kitchen, *answers, personas=personas) == rows


@pytest.mark.parametrize("number", [0, -1, 3, 10**9])
def test_a_persona_that_is_not_there_is_told(kitchen: Study, number: int) -> None:
    with pytest.raises(ConfigurationError) as refused:
        wanted(kitchen, personas=(1, number))

    assert (refused.value.code, refused.value.message, refused.value.hint) == (
        "ask_filter_persona", f"There is no persona {number}.", "The personas have the numbers 1 to 2.",
    )  # fmt: skip


@pytest.mark.parametrize("column", [WHY, "", "Nowhere", "{ROLE}"])
def test_only_closed_questions_of_the_study_choose(kitchen: Study, column: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        wanted(kitchen, (ROLE, "Cook"), (column, "Cook"))

    assert (refused.value.code, refused.value.message) == (
        "ask_filter_question", f"“{column}” is no closed question of this study.",
    )  # fmt: skip


@settings(max_examples=25)
@given(st.lists(st.sampled_from(GIVEN), max_size=4), st.randoms())
def test_neither_order_nor_repetition_counts(kitchen: Study, answers: list[tuple[str, str]], random: object) -> None:
    mixed = [*answers, *answers]
    random.shuffle(mixed)  # type: ignore[attr-defined]

    assert wanted(kitchen, *mixed) == wanted(kitchen, *answers)


def test_of_several_questions_each_narrows(kitchen: Study) -> None:
    for one, other in combinations(GIVEN, 2):
        alone = [set(wanted(kitchen, each)) for each in (one, other)]
        both = alone[0] | alone[1] if one[0] == other[0] else alone[0] & alone[1]
        assert set(wanted(kitchen, one, other)) == both


def test_all_options_of_a_question_are_all_who_answered(kitchen: Study) -> None:
    answered = [row for row, cell in enumerate(KITCHEN[TOOLS][1], start=1) if cell]

    assert wanted(kitchen, *((TOOLS, option) for option in ("Oven", "Grill", "Scale"))) == answered
