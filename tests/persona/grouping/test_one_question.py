"""Groups that are hardly more than one question are told by its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.grouping.one_question import with_one_question
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable
from tests.answers import segmentation_of
from tests.questionnaires import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

PLANS = ["Free", "Team", "Pro"] * 60
TABLE = columns(
    **{
        "Which plan do you have?": PLANS,
        "How satisfied are you? (1-5)": [str(1 + at % 5) for at in range(180)],
        "How many trips do you make?": [str(at % 13) for at in range(180)],
    }
)
BY_PLAN = [1 + at % 3 for at in range(180)]
BY_RATING = [1 + (at % 5 > 2) for at in range(180)]
BY_TRIPS = [1 + (at % 13 > 6) for at in range(180)]
BY_CHANCE = [1 + (at * 7919 % 101 > 50) for at in range(180)]


@pytest.mark.parametrize(
    ("groups", "question"),
    [
        (BY_PLAN, "Which plan do you have?"),
        (BY_RATING, "How satisfied are you? (1-5)"),
        (BY_TRIPS, "How many trips do you make?"),
        (BY_CHANCE, None),
        ([1] * 180, None),
    ],
)
def test_the_question_that_the_groups_are_is_told(groups: Sequence[int], question: str | None) -> None:
    recoded = RecodedTable(TABLE, understand(TABLE))  # type: ignore[arg-type]
    found = with_one_question(segmentation_of(groups), recoded, recoded.columns)

    assert found.summary.one_question == question


def test_a_question_that_only_describes_the_groups_is_not_told() -> None:
    recoded = RecodedTable(TABLE, understand(TABLE))  # type: ignore[arg-type]
    described = [c.model_copy(update={"basis": not c.name.startswith("Which")}) for c in recoded.columns]

    assert with_one_question(segmentation_of(BY_PLAN), recoded, described).summary.one_question is None
