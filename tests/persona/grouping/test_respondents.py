"""Groups of the respondents among the rows of a table: rows that are none are in no group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.grouping.grouping import group
from persona.grouping.respondents import group_respondents
from persona.recoding.table import RecodedTable, recode
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ("Where?", "How?", "When?", "Which?")
ANSWERS = (("home", "slowly", "early", "maps"), ("office", "fast", "late", "boards"))
PREVIEWS = (5, 17, 30)
PEOPLE = 40
# Two kinds of people; one in ten answers a question as the others do.
ROWS = [[ANSWERS[(at + (at % 10 == column)) % 2][column] for column in range(4)] for at in range(PEOPLE)]
STATUS = ["Survey Preview" if at in PREVIEWS else "IP Address" for at in range(PEOPLE)]


@pytest.fixture(scope="module")
def recoded(tmp_path_factory: pytest.TempPathFactory) -> RecodedTable:
    return recode(table_of(tmp_path_factory.mktemp("all"), HEADER, ROWS))


@pytest.fixture(scope="module")
def previewed(tmp_path_factory: pytest.TempPathFactory) -> RecodedTable:
    """The same, with three rows by which somebody looked at the survey before it began."""
    rows = [[status, *row] for status, row in zip(STATUS, ROWS, strict=True)]
    return recode(table_of(tmp_path_factory.mktemp("previews"), ("Status", *HEADER), rows))


def test_all_rows_are_people_where_none_is_left_out(recoded: RecodedTable) -> None:
    whole = group_respondents(recoded, count=2)

    assert len(whole.assignments) == PEOPLE
    assert set(whole.assignments.tolist()) == {1, 2}
    assert (whole.assignments == group(recoded, recoded.columns, count=2).assignments).all()


def test_rows_that_are_left_out_are_in_no_group_and_change_nothing_for_the_others(
    previewed: RecodedTable, tmp_path: Path
) -> None:
    found = group_respondents(previewed, count=2)
    kept = [row for at, row in enumerate(ROWS) if at not in PREVIEWS]
    alone = group_respondents(recode(table_of(tmp_path, HEADER, kept)), count=2)

    assert [at for at, label in enumerate(found.assignments.tolist()) if label == 0] == list(PREVIEWS)
    assert (np.delete(found.assignments, PREVIEWS) == alone.assignments).all()
    assert sum(segment.size for segment in found.summary.segments) == PEOPLE - len(PREVIEWS)
    assert {point.row for point in found.summary.map} == set(range(1, PEOPLE + 1)) - {at + 1 for at in PREVIEWS}


def test_the_number_of_groups_the_seed_and_the_listener_are_passed_on(recoded: RecodedTable) -> None:
    told: list[str] = []
    found = group_respondents(recoded, count=3, seed=4, on_progress=lambda _done, _all, what: told.append(what))

    assert len(found.summary.segments) == 3
    assert told[0] == "Reading the answers"
    assert found.assignments.tolist() == group_respondents(recoded, count=3, seed=4).assignments.tolist()
