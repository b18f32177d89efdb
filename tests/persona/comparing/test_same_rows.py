"""One file grouped twice: who is with whom again, whatever the groups are called and numbered."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.comparing.same_rows import grouped_twice
from persona.models import ColumnRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.comparing.models import WhatChanged


def grouped(groups: Sequence[int], names: str = "abcdef") -> SimpleNamespace:
    """People in these groups; 0 is none."""
    own = np.array([group for group in groups if group])
    places = np.array([place for place, group in enumerate(groups) if group])
    columns = [SimpleNamespace(role=ColumnRole.CATEGORY), SimpleNamespace(role=ColumnRole.ID)]
    return SimpleNamespace(
        places=places,
        own=own,
        people=len(own),
        personas=tuple(np.unique(own).tolist()),
        names={group: names[group - 1] for group in np.unique(own).tolist()},
        size=lambda group: int((own == group).sum()),
        output=SimpleNamespace(finished=SimpleNamespace(columns=columns)),
    )


def twice(first: Sequence[int], second: Sequence[int], names: str = "abcdef") -> WhatChanged:
    return grouped_twice(grouped(first), grouped(second, names))  # type: ignore[arg-type]


def told(found: WhatChanged) -> list[tuple[int | None, int | None, str, str]]:
    return [(group.first, group.second, group.status, group.sentence) for group in found.groups]


def test_the_same_groups_are_the_same() -> None:
    found = twice([1, 1, 2], [1, 1, 2])

    assert found.sentence == "The same answers, grouped twice: 3 of 3 people are with the same others again."
    assert told(found) == [
        (1, 1, "same", "“a” comes back with 2 of its 2 people."),
        (2, 2, "same", "“b” comes back with 1 of its 1 person."),
    ]
    assert (found.same_rows, found.shared_people, found.tested, found.people) == (True, 3, 0, (3, 3))
    assert found.questions.model_dump() == {"alike": 1, "first": 1, "second": 1, "left_out": ()}


def test_another_name_is_told() -> None:
    assert told(twice([1, 1], [1, 1], "z"))[0][3] == (
        "“z” comes back with 2 of its 2 people. Before, it was called “a”."
    )


def test_a_group_that_lost_some_is_redrawn_and_its_part_told() -> None:
    assert told(twice([1] * 6, [1] * 4 + [2] * 2)) == [
        (1, 1, "redrawn", "“a” comes back with 4 of its 6 people."),
        (None, 2, "part", "The people of “b” were in other groups before, most of them in “a”."),
    ]


def test_groups_that_were_put_together() -> None:
    assert told(twice([1] * 3 + [2] * 3, [1] * 6)) == [
        (1, 1, "redrawn", "“a” comes back with 3 of its 3 people."),
        (2, None, "part", "The people of “b” are in other groups now, most of them in “a”."),
    ]


def test_who_is_in_a_group_once_only_is_in_no_pair() -> None:
    found = twice([1, 1, 0, 2], [1, 1, 2, 0])

    assert found.shared_people == 2
    assert [(group.first, group.second) for group in found.groups] == [(1, 1), (None, 2), (2, None)]


GROUPED = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=1, max_size=30)


@settings(max_examples=50)
@given(GROUPED, st.permutations([1, 2, 3, 4]))
def test_numbers_of_groups_say_nothing(pairs: list[tuple[int, int]], numbers: list[int]) -> None:
    first, second = [one for one, _ in pairs], [two for _, two in pairs]
    renumbered = [numbers[two - 1] for two in second]
    sizes = [second.count(two) for two in sorted(set(second))]
    plain, other = twice(first, second), twice(first, renumbered)

    if len(set(sizes)) == len(sizes):  # of two that are equally large, the first is taken
        assert plain.shared_people == other.shared_people
    assert sorted(group.before.people or 0 for group in plain.groups if group.first) == sorted(
        group.before.people or 0 for group in other.groups if group.first
    )


@settings(max_examples=50)
@given(GROUPED)
def test_every_group_of_either_is_told_once(pairs: list[tuple[int, int]]) -> None:
    first, second = [one for one, _ in pairs], [two for _, two in pairs]
    found = twice(first, second)

    assert sorted(group.first for group in found.groups if group.first) == sorted(set(first))
    assert sorted(group.second for group in found.groups if group.second) == sorted(set(second))


@pytest.mark.parametrize("groups", [[1, 2, 3], [1, 1, 1], [2, 1, 2, 1]])
def test_grouped_alike_nobody_is_elsewhere(groups: list[int]) -> None:
    assert {group.status for group in twice(groups, groups).groups} == {"same"}
