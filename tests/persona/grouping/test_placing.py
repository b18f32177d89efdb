"""Placing people: those of the sample as the fit has them, others alike, blocks of answers adding up."""

from __future__ import annotations

import numpy as np
import pytest

from persona.grouping.features import Feature
from persona.grouping.linalg import one_hot
from persona.grouping.mixture import CrossFitted
from persona.grouping.placing import ByEvidence
from persona.grouping.stability import adjusted_rand
from persona.grouping.whitening import NOTHING
from tests.persona.grouping.features import GROUPS, LABELS, PEOPLE, apart, category, numbers, options, words

FEATURES = apart(lambda: [numbers("a"), category("b"), options("c"), words("d")])


@pytest.fixture(scope="module")
def placement() -> ByEvidence:
    model = CrossFitted(FEATURES, 0)
    fit = model.judge(one_hot(LABELS, GROUPS), np.full(len(FEATURES), 0.7))
    return ByEvidence.of(model, fit, NOTHING)


def test_people_are_placed_in_the_groups_they_were_learnt_from(placement: ByEvidence) -> None:
    found = placement.place(FEATURES)

    assert adjusted_rand(LABELS, found.labels) > 0.7
    assert np.array_equal(found.labels, found.scores.argmax(1))


def test_evidence_of_blocks_and_sizes_of_groups_are_all_there_is(placement: ByEvidence) -> None:
    parts = placement.evidence(FEATURES)

    assert [part.shape for part in parts] == [(PEOPLE, GROUPS)] * len(FEATURES)
    assert np.allclose(np.log(placement.shares) + np.sum(parts, axis=0), placement.place(FEATURES).scores)


def test_a_person_is_placed_alike_alone_and_among_others(placement: ByEvidence) -> None:
    everybody = placement.place(FEATURES)
    order = np.array([7, 3, 599, 3])

    some = placement.place([feature.take(order) for feature in FEATURES])

    assert np.allclose(some.scores, everybody.scores[order])


def test_who_answered_nothing_is_placed_by_the_size_of_groups(placement: ByEvidence) -> None:
    nobody = np.zeros(PEOPLE, bool)
    blank = [Feature(f.name, f.kind, f.block, f.values * 0, nobody) for f in FEATURES]

    found = placement.place(blank)

    assert np.allclose(found.scores, np.log(placement.shares))
    assert all(np.allclose(part, 0) for part in placement.evidence(blank))
