"""People of both waves, by their ids: which ids tell people apart, and which do not."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.comparing.shared_people import SharedPeople
from persona.models import ColumnRole

if TYPE_CHECKING:
    from collections.abc import Sequence


def wave(groups: Sequence[int], **ids: Sequence[str]) -> SimpleNamespace:
    """People in these groups, with these columns of ids."""
    table = SimpleNamespace(values=lambda name: list(ids[name]))
    finished = SimpleNamespace(
        columns=[SimpleNamespace(name=name, role=ColumnRole.ID) for name in ids], rows=SimpleNamespace(table=table)
    )
    return SimpleNamespace(
        output=SimpleNamespace(finished=finished),
        places=np.arange(len(groups)),
        own=np.array(groups),
        people=len(groups),
    )


def moves(first: SimpleNamespace, second: SimpleNamespace) -> list[tuple[int, int]] | None:
    found = SharedPeople.of(first, second)  # type: ignore[arg-type]
    return None if found is None else sorted(found.moves)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (("a", "b", "c"), ("c", "b", "a"), [(1, 1), (1, 2), (2, 1)]),
        ((" a", "b ", "x"), ("a", "b", "c"), [(1, 1), (1, 1)]),
        (("a", "b", ""), ("a", "", "b"), [(1, 1), (1, 2)]),
        (("a", "a", "b"), ("a", "b", "c"), None),
        (("1", "2", "3"), ("1", "2", "3"), None),
        (("3", "1", "2"), ("3", "1", "2"), [(1, 1), (1, 1), (2, 2)]),
        (("a", "b", "c"), ("d", "e", "f"), None),
        (("", "", ""), ("", "", ""), None),
    ],
    ids=["moved", "spaces", "some without", "twice", "lines", "numbers", "nobody", "empty"],
)
def test_who_stands_in_both(
    before: tuple[str, ...], after: tuple[str, ...], found: list[tuple[int, int]] | None
) -> None:
    assert moves(wave([1, 1, 2], id=before), wave([1, 1, 2], id=after)) == found


def test_the_column_that_most_share_is_the_one() -> None:
    first = wave([1, 2, 1], id=["a", "b", "c"], mail=["x", "y", "z"])
    second = wave([2, 1, 2], id=["a", "q", "r"], mail=["x", "y", "w"])

    assert moves(first, second) == [(1, 2), (2, 1)]


def test_ids_under_another_name_are_not_looked_for() -> None:
    assert moves(wave([1], id=["a"]), wave([1], key=["a"])) is None


@pytest.mark.parametrize(("people", "is_found"), [(5, True), (6, False)])
def test_of_a_fifth_of_the_smaller_wave_ids_are_of_one_kind(people: int, is_found: bool) -> None:
    first = wave([1] * people, id=["a", *(f"b{at}" for at in range(1, people))])
    second = wave([1] * 50, id=["a", *(f"c{at}" for at in range(1, 50))])

    assert (moves(first, second) is not None) is is_found


def test_who_is_in_the_same_group_again_is_counted() -> None:
    found = SharedPeople(((1, 1), (1, 1), (1, 2), (2, 2)))

    assert (found.people, found.in_same([(1, 1)]), found.in_same([(1, 1), (2, 2)]), found.in_same([])) == (4, 2, 3, 0)
