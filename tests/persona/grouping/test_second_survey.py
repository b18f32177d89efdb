"""Grouping of surveys built unlike the planted ones: found where there are groups, refused where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.second_survey import STRENGTHS, second_survey
from persona.grouping.respondents import group_respondents
from persona.grouping.stability import adjusted_rand
from persona.recoding.table import recode
from persona.table import Table
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.second_survey import SecondSurvey


def read(survey: SecondSurvey, folder: Path) -> Table:
    return table_of(folder, survey.header, survey.rows)


@pytest.mark.parametrize(("classes", "strength", "least"), [(3, "high", 0.85), (5, "middle", 0.6), (8, "high", 0.8)])
def test_classes_are_found_with_their_number(classes: int, strength: str, least: float, tmp_path: Path) -> None:
    survey = second_survey(rows=1000, classes=classes, strength=STRENGTHS[strength], seed=71)
    table = read(survey, tmp_path)
    made = group_respondents(recode(table))

    assert len(made.summary.segments) == classes
    assert adjusted_rand(survey.classes, made.assignments.astype(int) - 1) >= least


@pytest.mark.parametrize(("rows", "seed"), [(120, 1), (300, 2), (1000, 3)])
def test_survey_without_classes_is_one_group(rows: int, seed: int, tmp_path: Path) -> None:
    table = read(second_survey(rows=rows, classes=4, strength=0.0, seed=seed), tmp_path)

    assert group_respondents(recode(table)).summary.strength == "none"


def test_columns_about_the_site_are_set_aside(tmp_path: Path) -> None:
    table = read(second_survey(rows=1000, classes=3, strength=STRENGTHS["middle"], seed=72), tmp_path)
    uses = group_respondents(recode(table), count=3).summary.columns

    assert [use.name for use in uses if use.reason.startswith("set aside")] == [f"Question {i}" for i in range(26, 34)]
