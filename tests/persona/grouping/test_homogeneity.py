"""Two camps are told from one continuum, at any number of questions tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.grouping.features import Feature
from persona.grouping.homogeneity import Continuum, ordered, parted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.grouping.homogeneity import Ordered

PEOPLE = 120


def ratings(latent: NDArray[np.float64]) -> list[Ordered]:
    """Questions answered from 1 to 5 by these values, a column each."""
    answers = np.clip(np.round(latent), 1.0, 5.0)
    everybody = np.ones(len(latent), bool)
    return [
        ordered(Feature(f"q{i}", "number", "q", answers[:, [i]], everybody), latent[:, 0])
        for i in range(answers.shape[1])
    ]


def camps(rng: np.random.Generator) -> NDArray[np.float64]:
    return 1.9 + 2.2 * (np.arange(PEOPLE) % 2)[:, None] + rng.normal(scale=0.7, size=(PEOPLE, 5))


def continuum(rng: np.random.Generator) -> NDArray[np.float64]:
    return 3.0 + 1.1 * rng.normal(size=(PEOPLE, 1)) + rng.normal(scale=0.7, size=(PEOPLE, 5))


@pytest.mark.parametrize("seed", [1, 2])
def test_two_camps_part_people_and_a_continuum_does_not(seed: int) -> None:
    basis = [range(5)]

    assert parted(ratings(camps(np.random.default_rng(seed))), basis, 0).surely.tolist() == [True]
    assert parted(ratings(continuum(np.random.default_rng(seed))), basis, 0).surely.tolist() == [False]


def test_the_same_seed_gives_the_same_clearness() -> None:
    questions = ratings(camps(np.random.default_rng(3)))

    first, second = (parted(questions, [range(3), range(5)], 7).clearness for _ in range(2))

    assert first.tolist() == second.tolist()


def test_a_copy_without_groups_is_answered_and_goes_together_as_the_people_do() -> None:
    rng = np.random.default_rng(4)
    latent = 3.0 + rng.normal(size=(4_000, 1)) + rng.normal(scale=0.8, size=(4_000, 3))
    questions = ratings(latent)

    copy = np.hstack(Continuum(questions).draw(np.random.default_rng(5)))
    own = np.hstack([question.points for question in questions])

    assert np.abs(np.corrcoef(copy.T) - np.corrcoef(own.T)).max() < 0.06
    assert np.abs(copy.std(0) - own.std(0)).max() < 0.06


def test_options_are_put_in_the_order_of_the_people_who_took_them() -> None:
    taken = np.eye(3)[[0, 1, 2, 0, 1, 2]]
    leading = np.array([5.0, -1.0, 2.0, 5.0, -1.0, 2.0])

    question = ordered(Feature("c", "category", "c", taken, np.ones(6, bool)), leading)

    assert question.steps.tolist() == [2, 0, 1, 2, 0, 1]
    assert question.points.var(0).sum() == pytest.approx(1.0)


def test_who_did_not_answer_lies_in_the_middle_of_people_and_of_copies() -> None:
    values, answered = np.array([[1.0], [2.0], [0.0], [4.0], [5.0]]), np.array([True, True, False, True, True])
    question = ordered(Feature("q", "number", "q", values, answered), np.zeros(5))

    assert question.points[2].tolist() == [0.0]
    assert question.drawn(np.full(5, 9.0))[2].tolist() == [0.0]
