"""Groups on some of the questions, where all together show none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.small_survey import null_survey, planted_survey
from persona.grouping.respondents import group_respondents
from persona.grouping.stability import adjusted_rand
from persona.grouping.wording import BESIDE
from persona.recoding.table import RecodedTable, recode
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.small_survey import Null, SmallSurvey


def read(survey: SmallSurvey, folder: Path) -> RecodedTable:
    return recode(table_of(folder, survey.header, survey.rows))


@pytest.mark.parametrize("count", [None, 2])
def test_groups_rest_on_the_questions_that_hold_them(count: int | None, tmp_path: Path) -> None:
    survey = planted_survey(people=150, groups=2, kind="profile", informative=6, noise=15, seed=11)
    made = group_respondents(read(survey, tmp_path), count=count)
    planted = {f"How satisfied are you with part {i}?" for i in range(1, 7)}

    assert [segment.index for segment in made.summary.segments] == [1, 2]
    assert adjusted_rand(survey.groups, made.assignments.astype(int) - 1) > 0.8
    assert {use.name for use in made.summary.columns if use.used} == planted
    assert "They rest on 6 of " in made.summary.reason
    assert BESIDE in {use.reason for use in made.summary.columns}


@pytest.mark.parametrize("null", ["independent", "factor", "usage"])
def test_questions_that_only_go_together_form_no_groups(null: Null, tmp_path: Path) -> None:
    made = group_respondents(read(null_survey(people=150, null=null, informative=6, noise=15, seed=11), tmp_path))

    assert made.summary.strength == "none"
    assert len(made.summary.segments) == 1


def test_ratings_without_a_gap_are_named_for_trying(tmp_path: Path) -> None:
    made = group_respondents(read(null_survey(people=150, null="factor", informative=4, noise=15, seed=11), tmp_path))

    assert "“How satisfied are you with part 1?”" in made.summary.reason
    assert "let these alone form the groups and the others describe them." in made.summary.reason
