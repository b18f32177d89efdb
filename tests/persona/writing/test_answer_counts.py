"""Answers are counted by segment: each person once, with the weight of the row that was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.models import ColumnRole as Role
from persona.writing.answer_counts import count_answers, design_effect
from tests.answers import segmentation_of
from tests.persona.writing.cells import column, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.writing.answer_counts import AnswerCounts

TOOL, STARS, WHY = column("Tool"), column("Stars", Role.RATING), column("Why", Role.OPEN)
CELLS = {
    "Tool": ["App", "Paper", "App", "", "App"],
    "Stars": ["5", "5", "1", "3", "5"],
    "Why": ["a", "b", "c", "d", "e"],
}
SEGMENTS = [1, 1, 2, 2, 1]


def plain(counts: AnswerCounts) -> dict[int, dict[str, int]]:
    return {segment: dict(cells) for segment, cells in counts.people.items()}


@pytest.mark.parametrize("at_once", [1, 2, 1_000])
def test_each_closed_column_is_counted_by_segment_however_many_rows_are_read_at_once(at_once: int) -> None:
    tool, stars = count_answers(table(CELLS, at_once=at_once), (TOOL, WHY, STARS), segmentation_of(SEGMENTS))

    assert (tool.column, plain(tool)) == (TOOL, {1: {"App": 2, "Paper": 1}, 2: {"App": 1, "": 1}})
    assert (stars.column, plain(stars)) == (STARS, {1: {"5": 3}, 2: {"1": 1, "3": 1}})
    assert not tool.is_weighted
    assert tool.weights is tool.people


@pytest.mark.parametrize("at_once", [1, 3, 1_000])
def test_weights_are_those_of_the_people_counted(at_once: int) -> None:
    weighted = table(CELLS, weights=[1, 2, 0.5, 4, 0.25], at_once=at_once)
    (tool,) = count_answers(weighted, [TOOL], segmentation_of(SEGMENTS))

    assert tool.is_weighted
    assert plain(tool) == {1: {"App": 2, "Paper": 1}, 2: {"App": 1, "": 1}}
    assert {segment: dict(cells) for segment, cells in tool.weights.items()} == {
        1: {"App": 1.25, "Paper": 2},
        2: {"App": 0.5, "": 4},
    }


@pytest.mark.parametrize("at_once", [1, 2, 1_000])
def test_of_somebody_with_many_rows_the_first_answer_counts(at_once: int) -> None:
    """Person 0 first says nothing, then App, then Paper; person 1 says Paper twice."""
    cells = {"Tool": ["", "App", "Paper", "Paper", "Paper"]}
    rows = table(cells, weights=[1, 2, 4, 8, 16], at_once=at_once)
    (tool,) = count_answers(rows, [TOOL], segmentation_of([1, 1, 1, 2, 2], people=[0, 0, 0, 1, 1]))

    assert plain(tool) == {1: {"App": 1}, 2: {"Paper": 1}}
    assert {segment: dict(cells) for segment, cells in tool.weights.items()} == {1: {"App": 2}, 2: {"Paper": 8}}


@pytest.mark.parametrize(
    "name",
    [
        "Wave",
        "Survey version",
        "submitted at",
        "IP address",
        "Interview duration",
        "UserLanguage",
        "row",
        "Response id",
    ],
)
def test_what_the_survey_tells_of_itself_is_not_counted(name: str) -> None:
    assert list(count_answers(table({name: ["1", "2"]}), [column(name)], segmentation_of([1, 2]))) == []


@pytest.mark.parametrize("name", ["Waved goodbye", "Tipping", "Rowing", "Idea", "Languages you speak"])
def test_names_that_only_look_like_it_are(name: str) -> None:
    assert len(list(count_answers(table({name: ["1", "2"]}), [column(name)], segmentation_of([1, 2])))) == 1


@pytest.mark.parametrize("role", [Role.OPEN, Role.DATE, Role.ID, Role.PERSONAL, Role.IGNORE])
def test_only_closed_questions_are_counted(role: Role) -> None:
    assert list(count_answers(table({"Tool": ["1", "2"]}), [column("Tool", role)], segmentation_of([1, 2]))) == []


def test_progress_is_told_in_rows() -> None:
    told: list[int] = []
    list(count_answers(table(CELLS, at_once=2), [TOOL], segmentation_of(SEGMENTS), told.append))

    assert told == [2, 4, 5]


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        pytest.param(None, 1, id="no weights"),
        pytest.param([2, 2, 2], 1, id="all the same"),
        pytest.param([1, 3], 1.25, id="one and three"),
        pytest.param([1, 3, 0, 0], 1.25, id="who weighs nothing does not count"),
        pytest.param([0, 0], 1, id="nobody weighs anything"),
        pytest.param([], 1, id="nobody"),
    ],
)
def test_weights_widen_intervals(weights: Sequence[float] | None, expected: float) -> None:
    assert design_effect(None if weights is None else np.array(weights, float)) == pytest.approx(expected)
