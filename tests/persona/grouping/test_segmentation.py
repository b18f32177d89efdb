"""Groups among rows that are in none, one row a person or many, saved and read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.grouping import Segmentation
from persona.models import MapPoint
from tests.answers import segmentation_of

if TYPE_CHECKING:
    from pathlib import Path

SIMPLE = segmentation_of([1, 2, 1, 1])
DIARY = segmentation_of([1, 1, 2, 1, 2], people=[0, 0, 1, 2, 1])


def arrays(found: Segmentation) -> dict[str, list[float] | None]:
    names = ("assignments", "fit", "second", "second_fit", "person_of")
    return {name: None if (value := getattr(found, name)) is None else value.tolist() for name in names}


def test_the_first_row_of_each_person_stands_for_the_person() -> None:
    assert SIMPLE.first_rows().tolist() == [0, 1, 2, 3]
    assert DIARY.first_rows().tolist() == [0, 2, 3]
    assert SIMPLE.among(np.array([2, 3, 5, 6]), 6).first_rows().tolist() == [1, 2, 4, 5]


def test_rows_that_were_not_grouped_are_in_no_group() -> None:
    found = SIMPLE.among(np.array([2, 3, 5, 6]), 7)

    assert arrays(found) == {
        "assignments": [0, 1, 2, 0, 1, 1, 0],
        "fit": pytest.approx([0, 0.9, 0.9, 0, 0.9, 0.9, 0]),
        "second": [0] * 7,
        "second_fit": [0.0] * 7,
        "person_of": None,
    }
    assert found.assignments.dtype == SIMPLE.assignments.dtype
    assert found.summary.segments == SIMPLE.summary.segments


def test_rows_that_were_not_grouped_are_people_of_their_own() -> None:
    found = DIARY.among(np.array([1, 2, 4, 5, 6]), 7)

    assert found.person_of is not None
    people = found.person_of.tolist()
    assert [people[row] for row in (0, 1, 3, 4, 5)] == [0, 0, 1, 2, 1]
    assert len({people[2], people[6], 0, 1, 2}) == 5
    assert found.first_rows().tolist() == [0, 3, 4]


def test_where_all_rows_were_grouped_nothing_changes() -> None:
    assert SIMPLE.among(np.arange(1, 5), 4) is SIMPLE


def test_points_of_the_map_go_with_their_rows() -> None:
    point = MapPoint(row=3, segment=1, x=0.5, y=-0.5)
    found = SIMPLE.told(map=(point,)).among(np.array([2, 3, 5, 6]), 6)

    assert found.summary.map == (point.model_copy(update={"row": 5}),)


@pytest.mark.parametrize("groups", [SIMPLE, DIARY])
def test_what_is_saved_is_read_again_and_saved_the_same(groups: Segmentation, tmp_path: Path) -> None:
    (first := tmp_path / "first").mkdir()
    (second := tmp_path / "second").mkdir()

    groups.save(first)
    found = Segmentation.load(first)
    found.save(second)

    assert (arrays(found), found.summary) == (arrays(groups), groups.summary)
    assert {p.name: p.read_bytes() for p in first.iterdir()} == {p.name: p.read_bytes() for p in second.iterdir()}


def test_groups_of_older_runs_do_not_know_where_people_would_go_next(tmp_path: Path) -> None:
    SIMPLE.save(tmp_path)
    np.savez_compressed(tmp_path / "segmentation.npz", assignments=SIMPLE.assignments, fit=SIMPLE.fit)

    found = Segmentation.load(tmp_path)

    assert arrays(found) == arrays(SIMPLE)


def test_no_object_is_read_that_could_run() -> None:
    assert SIMPLE.told(reason="Because.").summary.reason == "Because."
    assert SIMPLE.summary.reason == "Given by a test."
