"""Whitening: scores of a block are uncorrelated within the groups, and stay what they were between them."""

from __future__ import annotations

import numpy as np
import pytest

from persona.grouping.features import Feature
from persona.grouping.whitening import NOTHING, Whitening

CHANCE = np.random.default_rng(8)
PEOPLE, ITEMS = 4_000, 4
LABELS = CHANCE.integers(0, 2, PEOPLE)
STYLE = CHANCE.normal(size=(PEOPLE, 1))
VALUES = CHANCE.normal(size=(PEOPLE, ITEMS)) + 1.2 * STYLE + np.outer(LABELS, [1.0, -1.0, 0.0, 0.0])


def features(values: np.ndarray = VALUES, answered: np.ndarray | None = None) -> list[Feature]:
    known = np.ones(values.shape, bool) if answered is None else answered
    kept = np.where(known, values, 0.0)
    return [Feature(f"item {n}", "number", "battery", kept[:, [n]], known[:, n]) for n in range(values.shape[1])]


def within(found: list[Feature]) -> np.ndarray:
    """The covariance of scores within the groups."""
    scores = np.hstack([feature.values for feature in found])
    centred = scores - np.stack([scores[label == LABELS].mean(0) for label in (0, 1)])[LABELS]
    covariance: np.ndarray = centred.T @ centred / len(scores)
    return covariance


def test_what_items_have_in_common_within_groups_is_gone() -> None:
    before = features()
    after = Whitening.learn(before, LABELS, 2).apply(before)

    assert np.abs(within(before) - np.diag(np.diag(within(before)))).max() > 1
    assert np.allclose(within(after), np.eye(ITEMS), atol=0.03)


def test_each_score_stays_closest_to_its_own_item() -> None:
    after = np.hstack([f.values for f in Whitening.learn(features(), LABELS, 2).apply(features())])

    likeness = np.corrcoef(VALUES.T, after.T)[:ITEMS, ITEMS:]
    assert np.abs(likeness).argmax(1).tolist() == list(range(ITEMS))
    assert (np.diag(likeness) > 0.5).all()


def test_groups_are_as_far_apart_as_fisher_has_them() -> None:
    before, after = features(), Whitening.learn(features(), LABELS, 2).apply(features())

    scores = np.hstack([f.values for f in after])
    apart = scores[LABELS == 1].mean(0) - scores[LABELS == 0].mean(0)
    own = VALUES[LABELS == 1].mean(0) - VALUES[LABELS == 0].mean(0)
    assert apart @ apart == pytest.approx(own @ np.linalg.inv(within(before)) @ own, rel=0.03)


def test_missing_answers_stay_missing() -> None:
    answered = np.asarray(CHANCE.random(VALUES.shape) < 0.8)
    before = features(answered=answered)

    after = Whitening.learn(before, LABELS, 2).apply(before)

    for one, other in zip(before, after, strict=True):
        assert np.array_equal(one.answered, other.answered)
        assert not other.values[~other.answered].any()


@pytest.mark.parametrize("scale", [0.01, 100.0])
def test_the_scale_of_an_item_does_not_matter(scale: float) -> None:
    plain = Whitening.learn(features(), LABELS, 2).apply(features())
    scaled = features(VALUES * scale)

    found = Whitening.learn(scaled, LABELS, 2).apply(scaled)

    assert np.allclose(np.hstack([f.values for f in found]), np.hstack([f.values for f in plain]), atol=1e-6)


def test_an_item_alone_and_what_is_no_number_are_left_as_they_are() -> None:
    alone = features()[:1]
    kinds = Feature("kind", "category", "battery", np.eye(2)[LABELS], np.ones(PEOPLE, bool))

    learnt = Whitening.learn([*alone, kinds], LABELS, 2)

    assert learnt == NOTHING
    assert learnt.apply([*alone, kinds]) == [*alone, kinds]


def test_items_that_say_the_same_do_not_blow_up() -> None:
    twice = features(np.hstack([VALUES[:, [0]]] * 2))

    scores = np.hstack([f.values for f in Whitening.learn(twice, LABELS, 2).apply(twice)])

    assert np.isfinite(scores).all()
    assert np.abs(scores).max() < 5 * np.abs(VALUES).max()
