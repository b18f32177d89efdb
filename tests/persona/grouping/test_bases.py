"""Which sets of questions are tried by themselves."""

from __future__ import annotations

import numpy as np

from persona.grouping.bases import Basis, bases
from persona.grouping.features import Feature

PEOPLE = 150


def numbers(latent: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> list[Feature]:
    """Ratings from 1 to 5 named q0, q1 …, standardised."""
    answers = np.clip(np.round(latent), 1.0, 5.0)
    scores = (answers - answers.mean(0)) / answers.std(0)
    everybody = np.ones(len(answers), bool)
    return [Feature(f"q{i}", "number", f"q{i}", scores[:, [i]], everybody) for i in range(scores.shape[1])]


def camps(unrelated: int) -> list[Feature]:
    """Four ratings that part people, and so many that have nothing to do with them."""
    rng = np.random.default_rng(8)
    parted = 1.9 + 2.2 * (np.arange(PEOPLE) % 2)[:, None] + rng.normal(scale=0.7, size=(PEOPLE, 4))
    return numbers(np.hstack([parted, rng.normal(3.0, 1.0, size=(PEOPLE, unrelated))]))


def test_the_clearest_set_is_the_questions_that_part_people() -> None:
    found = bases(camps(8), {f"q{i}" for i in range(12)}, 0)

    assert found[0] == Basis(names=("q0", "q1", "q2", "q3"), tried=2, rated=True, parts=True)


def test_numbers_alone_are_only_named() -> None:
    assert [(basis.names, basis.rated) for basis in bases(camps(8), set(), 0)] == [(("q0", "q1", "q2", "q3"), False)]


def test_no_set_is_tried_of_two_questions_or_where_nothing_is_linked() -> None:
    unrelated = numbers(np.random.default_rng(9).normal(3.0, 1.0, size=(PEOPLE, 6)))

    assert bases(unrelated[:2], {"q0", "q1"}, 0) == []
    assert bases(unrelated, set(), 0) == []
