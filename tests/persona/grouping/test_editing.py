"""Groups that people rename, merge and split: sizes, fits and words follow, and what cannot be done says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.exceptions import ConfigurationError
from persona.grouping import edited
from persona.models import MAX_PERSONAS, Merge, Rename, Split
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable
from tests.answers import segmentation_of
from tests.tables import table_of

if TYPE_CHECKING:
    from persona.grouping import Segmentation
    from persona.models import Edit

KINDS = [0] * 36 + [1] * 24 + [2] * 12 + [3] * 2
GROUPS = [1 if kind < 2 else kind for kind in KINDS]
WORDS = (("Free", "at home", "Maps"), ("Team", "in the office", "Boards"), ("Pro", "on the road", "Trails"))


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> RecodedTable:
    """Group 1 has two kinds of people, who answer otherwise; the last two people are a group of their own."""
    rows = [
        [*WORDS[min(kind, 2)], str(5 * kind + (number % 6 if kind < 2 else 0))] for number, kind in enumerate(KINDS)
    ]
    header = ("Plan", "Where do you work?", "What do you use?", "Trips")
    read = table_of(tmp_path_factory.mktemp("kinds"), header, rows)
    return RecodedTable(read, understand(read))


@pytest.fixture
def found() -> Segmentation:
    """Everybody is sure of their group but the first, who could as well be in the second."""
    groups = segmentation_of(GROUPS)
    fit, second, second_fit = groups.fit.copy(), groups.second.copy(), groups.second_fit.copy()
    fit[0], second[0], second_fit[0] = 0.5, 2, 0.4
    return type(groups)(groups.summary, groups.assignments, fit, second, second_fit)


def change(found: Segmentation, table: RecodedTable, *edits: Edit) -> Segmentation:
    return edited(found, edits, table, table.columns)


def told(groups: Segmentation) -> list[tuple[int, int, str | None]]:
    return [(segment.index, segment.size, segment.name) for segment in groups.summary.segments]


def test_a_name_is_kept_without_its_blanks(found: Segmentation, table: RecodedTable) -> None:
    groups = change(found, table, Rename(segment=2, name="  Night   owls "))

    assert told(groups) == [(1, 60, None), (2, 12, "Night owls"), (3, 2, None)]
    assert np.array_equal(groups.assignments, found.assignments)
    assert groups.summary.reason == "Given by a test."


def test_merged_groups_are_one_at_the_place_of_the_first(found: Segmentation, table: RecodedTable) -> None:
    groups = change(found, table, Rename(segment=3, name="Owls"), Merge(segments=(3, 1)))

    assert told(groups) == [(1, 62, "Owls"), (2, 12, None)]
    assert groups.assignments.tolist() == [1] * 60 + [2] * 12 + [1] * 2
    assert [segment.share for segment in groups.summary.segments] == pytest.approx([62 / 74, 12 / 74], abs=1e-6)
    assert groups.summary.reason == "Given by a test. Groups 1 and 3 were put together by hand."


def test_who_could_be_in_either_of_two_groups_is_sure_of_both_together(
    found: Segmentation, table: RecodedTable
) -> None:
    groups = change(found, table, Merge(segments=(1, 2)))

    assert found.fit[0] == pytest.approx(0.5)
    assert (groups.fit[0], groups.second[0], groups.second_fit[0]) == (pytest.approx(0.9), 0, 0.0)
    assert groups.summary.between == 0
    assert change(found, table).summary.between == 1


def test_a_split_group_becomes_its_kinds_in_its_place(found: Segmentation, table: RecodedTable) -> None:
    groups = change(found, table, Rename(segment=2, name="Owls"), Split(segment=1, into=2))

    assert told(groups) == [(1, 36, None), (2, 24, None), (3, 12, "Owls"), (4, 2, None)]
    assert groups.assignments.tolist() == [kind + 1 for kind in KINDS]
    assert groups.summary.reason.startswith(
        "Given by a test. Group 1 was split into 2 by hand; in 10 half-samples these parts came back with an agreement"
    )
    assert ((groups.fit > 0) & (groups.fit <= found.fit + 1e-6)).all()


def test_what_is_split_and_merged_again_is_what_it_was(found: Segmentation, table: RecodedTable) -> None:
    groups = change(found, table, Split(segment=1, into=2), Merge(segments=(1, 2)))

    assert np.array_equal(groups.assignments, found.assignments)
    assert [size for _, size, _ in told(groups)] == [60, 12, 2]


def test_edits_are_made_one_after_the_other(found: Segmentation, table: RecodedTable) -> None:
    heard: list[tuple[int, int, str]] = []
    edits = (Merge(segments=(2, 3)), Rename(segment=2, name="Others"))

    groups = edited(found, edits, table, table.columns, on_progress=lambda *step: heard.append(step))

    assert told(groups) == [(1, 60, None), (2, 14, "Others")]
    assert heard == [(0, 2, "Changing the groups"), (1, 2, "Changing the groups")]


@pytest.mark.parametrize(
    ("edits", "code", "words"),
    [
        ((Rename(segment=4, name="X"),), "unknown_segment", "4"),
        ((Merge(segments=(1, 9)),), "unknown_segment", "9"),
        ((Split(segment=7, into=2),), "unknown_segment", "7"),
        ((Merge(segments=(1, 2)), Rename(segment=3, name="X")), "unknown_segment", "3"),
        ((Merge(segments=(2, 2)),), "merge_with_itself", "2"),
        ((Split(segment=3, into=3),), "segment_too_small", "2 people"),
        ((Split(segment=2, into=3),), "segment_alike", "2"),
        ((Split(segment=1, into=MAX_PERSONAS - 1),), "too_many_segments", str(MAX_PERSONAS)),
    ],
)
def test_what_cannot_be_done_says_why_and_of_what(
    found: Segmentation, table: RecodedTable, edits: tuple[Edit, ...], code: str, words: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        change(found, table, *edits)

    assert caught.value.code == code
    assert words in f"{caught.value.message} {caught.value.hint}"


def test_nothing_is_changed_in_the_groups_that_were_given(found: Segmentation, table: RecodedTable) -> None:
    before = [getattr(found, name).copy() for name in ("assignments", "fit", "second", "second_fit")]

    change(found, table, Split(segment=1, into=2), Merge(segments=(1, 3)))

    after = [getattr(found, name) for name in ("assignments", "fit", "second", "second_fit")]
    assert all(np.array_equal(one, other) for one, other in zip(before, after, strict=True))
