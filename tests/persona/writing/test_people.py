"""Sets of people behave as sets of whole numbers do."""

import numpy as np
import pytest

from persona.writing.people import NOBODY, People

SETS = [frozenset[int](), frozenset({0}), frozenset({0, 3, 4}), frozenset({3, 9}), frozenset({5, 6, 7, 8})]


@pytest.mark.parametrize("one", SETS)
@pytest.mark.parametrize("two", SETS)
def test_they_are_joined_and_parted_as_sets_are(one: frozenset[int], two: frozenset[int]) -> None:
    left, right = People.of(one), People.of(two)

    assert [set(found) for found in (left | right, left & right, left - right)] == [one | two, one & two, one - two]
    assert [set(found) for found in (left | two, one | right, one & right)] == [one | two, one | two, one & two]


def test_they_are_read_as_sets_are() -> None:
    people = People(np.array([2, 5]))

    assert list(people) == [2, 5]
    assert [person in people for person in (1, 2, 5, 6)] == [False, True, True, False]
    assert len(people) == 2
    assert not NOBODY
