"""Features: people taken out, rows of one person put together, missing answers that never count."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp

from persona.grouping.features import Feature, blocks

ANSWERED = np.array([True, True, False, True])


def feature(kind: str, values: object, answered: np.ndarray = ANSWERED, block: str = "b") -> Feature:
    return Feature("f", kind, block, values, answered)  # type: ignore[arg-type]


def dense(of: Feature) -> list[list[float]]:
    values: list[list[float]] = sp.csr_matrix(of.values).toarray().tolist()
    return values


NUMBER = feature("number", np.array([[1.0], [2.0], [0.0], [6.0]]))
CATEGORY = feature("category", np.array([[1.0, 0], [0, 1.0], [0, 0], [0, 1.0]]))
OPTIONS = feature("options", np.array([[1.0, 1.0], [0, 1.0], [0, 0], [0, 1.0]]))
WORDS = feature("words", sp.csr_matrix([[1.0, 1, 0], [0, 1, 0], [0, 0, 0], [0, 1, 1]]))


@pytest.mark.parametrize(
    ("of", "mean"),
    [(NUMBER, [3.0]), (CATEGORY, [1 / 3, 2 / 3]), (OPTIONS, [1 / 3, 1.0]), (WORDS, [1 / 3, 1.0, 1 / 3])],
)
def test_a_mean_is_over_those_who_answered(of: Feature, mean: list[float]) -> None:
    assert of.mean.tolist() == pytest.approx(mean)


@pytest.mark.parametrize("of", [NUMBER, CATEGORY, OPTIONS, WORDS])
def test_where_nobody_answered_the_mean_is_nothing_and_nothing_varies(of: Feature) -> None:
    nobody = feature(of.kind, of.values * 0, np.zeros(4, bool))

    assert not nobody.mean.any()
    assert not nobody.varies


@pytest.mark.parametrize(
    ("of", "varies"),
    [
        (NUMBER, True),
        (feature("number", np.array([[2.0], [2.0], [0.0], [2.0]])), False),
        (feature("number", np.array([[2.0], [2.0], [0.0], [2.0 + 1e-9]])), False),
        (feature("number", np.array([[2.0], [0.0], [0.0], [0.0]]), np.array([True, False, False, False])), False),
        (feature("options", np.array([[1.0], [1.0], [0.0], [1.0]])), False),
        (WORDS, True),
    ],
)
def test_what_varies_is_what_two_people_who_answered_say_differently(of: Feature, varies: bool) -> None:
    assert of.varies is varies


@pytest.mark.parametrize(
    ("of", "merged"),
    [
        (NUMBER, [[1.5], [6.0], [0.0]]),
        (CATEGORY, [[0.5, 0.5], [0, 1], [0, 0]]),
        (OPTIONS, [[1, 1], [0, 1], [0, 0]]),
        (WORDS, [[1, 1, 0], [0, 1, 1], [0, 0, 0]]),
    ],
)
def test_rows_of_one_person_become_one(of: Feature, merged: list[list[float]]) -> None:
    """The first two rows are one person; the third did not answer; the third person has no row."""
    found = of.merge(np.array([0, 0, 1, 1]), 3)

    assert dense(found) == merged
    assert found.answered.tolist() == [True, True, False]
    assert (found.name, found.kind, found.block) == ("f", of.kind, "b")


@pytest.mark.parametrize("of", [NUMBER, CATEGORY, OPTIONS, WORDS])
def test_each_row_a_person_is_the_same(of: Feature) -> None:
    found = of.merge(np.arange(4), 4)

    assert dense(found) == dense(of)
    assert np.array_equal(found.answered, of.answered)


def test_people_are_taken_with_all_that_is_known_of_them() -> None:
    vectors = np.arange(8.0).reshape(4, 2)
    found = Feature("f", "words", "f", WORDS.values, ANSWERED, vectors=vectors).take(np.array([3, 0]))

    assert dense(found) == [[0, 1, 1], [1, 1, 0]]
    assert found.answered.tolist() == [True, True]
    assert found.vectors is not None
    assert found.vectors.tolist() == [[6.0, 7.0], [0.0, 1.0]]
    assert NUMBER.take(np.array([2])).answered.tolist() == [False]


def test_blocks_keep_the_order_in_which_they_appear() -> None:
    named = [feature("number", NUMBER.values, block=block) for block in ("b", "a", "b", "c", "a")]

    assert blocks(named) == {"b": [0, 2], "a": [1, 4], "c": [3]}
    assert [*blocks(named)] == ["b", "a", "c"]
    assert blocks([]) == {}
