"""One open question: two halves of its words stand in for two columns."""

from __future__ import annotations

import random
from itertools import chain

import numpy as np
import pytest
import scipy.sparse as sp

from persona.grouping.features import Feature
from persona.grouping.one_text import OneText, as_one_text, text_directions
from persona.grouping.stability import adjusted_rand
from tests.persona.grouping.features import apart, category

THEMES = (
    "price cheap cost money expensive bill fee pay euro budget",
    "slow wait queue hours late delay minutes time speed long",
    "kind staff smile friendly help polite warm nice welcome care",
)
PEOPLE = 150


def _texts() -> list[str]:
    chance = random.Random(5)
    return [" ".join(chance.sample(THEMES[at % 3].split(), 5)) for at in range(PEOPLE)]


TEXTS, TRUTH = _texts(), np.arange(PEOPLE) % 3
WORDS = sorted(set(chain.from_iterable(text.split() for text in TEXTS)))
COUNTED = sp.csr_matrix(np.array([[float(word in text.split()) for word in WORDS] for text in TEXTS]))
FEATURE = Feature("Why?", "words", "Why?", COUNTED, np.ones(PEOPLE, bool))


@pytest.fixture(scope="module")
def problem() -> OneText:
    found = as_one_text([FEATURE], TEXTS, 0)
    assert found is not None
    return found


def test_words_are_dealt_out_to_two_halves(problem: OneText) -> None:
    first, second = problem.features

    assert [(f.name, f.block) for f in (first, second)] == [("Why?",) * 2, ("Why? (other words)",) * 2]
    assert (first.values.toarray() == COUNTED[:, ::2].toarray()).all()
    assert (second.values.toarray() == COUNTED[:, 1::2].toarray()).all()


@pytest.mark.parametrize(
    "features", [[FEATURE, FEATURE], [apart(lambda: category("kind"))]], ids=["two questions", "no words"]
)
def test_other_problems_are_not_of_one_text(features: list[Feature]) -> None:
    assert as_one_text(features, TEXTS, 0) is None


def test_themes_are_found_and_each_half_bears_them_out(problem: OneText) -> None:
    found = problem.quick(3)

    assert adjusted_rand(TRUTH, found.fit.labels) > 0.9
    assert found.bits > 0.5
    assert problem.gains(found) == [None]


def test_halves_of_other_people_say_nothing_of_each_other(problem: OneText) -> None:
    mixed = problem.shuffled()

    assert (mixed.features[0].values != problem.features[0].values).nnz == 0
    assert (mixed.features[1].values != problem.features[1].values).nnz > 0
    assert mixed.quick(3).bits < 0.1


def test_some_of_the_people(problem: OneText) -> None:
    people = np.array([3, 5, 90])
    part = problem.among(people)

    assert (part.features[1].values.toarray() == problem.features[1].values[people].toarray()).all()
    assert (part.directions == problem.directions[people]).all()
    assert np.allclose(np.linalg.norm(part.points, axis=1), 1)


def test_further_people_come_in_the_same_halves(problem: OneText) -> None:
    other = Feature("Where?", "words", "Where?", COUNTED[:5], np.ones(5, bool))
    first, second = problem.adapted([other, FEATURE.take(np.arange(5))])

    assert (first.name, second.name) == ("Why?", "Why? (other words)")
    assert (second.values.toarray() == COUNTED[:5, 1::2].toarray()).all()


def test_what_a_sentence_model_makes_of_texts_goes_before_their_letters() -> None:
    vectors = np.eye(3)[TRUTH] + 0.01 * np.arange(PEOPLE)[:, None]
    found = as_one_text([Feature("Why?", "words", "Why?", COUNTED, np.ones(PEOPLE, bool), vectors=vectors)], TEXTS, 0)

    assert found.directions.shape == (PEOPLE, 3)
    assert np.allclose(found.directions.mean(0), 0)
    spread = found.directions.std(0)
    assert (np.diff(spread) <= 1e-9).all()


def test_texts_are_points_of_which_like_ones_lie_near_each_other() -> None:
    points = text_directions(TEXTS)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    likeness = points @ points.T
    same = np.equal.outer(TRUTH, TRUTH)

    assert likeness[same].mean() > likeness[~same].mean() + 0.2
