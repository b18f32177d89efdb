"""From features to groups: columns set aside come back where they tell about the groups all the same."""

from __future__ import annotations

import numpy as np
import pytest

from persona.grouping.association import association, cliques
from persona.grouping.features import Feature
from persona.grouping.linalg import one_hot
from persona.grouping.search import solve
from persona.grouping.space import centred

PEOPLE = 2_000
LABELS = np.arange(PEOPLE) % 3
EVERYBODY = np.ones(PEOPLE, bool)


def kinds(rng: np.random.Generator, count: int, *, told: float) -> list[Feature]:
    """Questions with three answers; a share `told` of the people name their group's."""
    named = [np.where(rng.random(PEOPLE) < told, LABELS, rng.choice(3, PEOPLE)) for _ in range(count)]
    return [Feature(f"kind {n}", "category", f"kind {n}", one_hot(kind, 3), EVERYBODY) for n, kind in enumerate(named)]


def pair(rng: np.random.Generator, apart: float) -> list[Feature]:
    """Two scores of one strong factor; the factor goes with the groups, or does not."""
    factor = apart * (LABELS - 1.0) + rng.normal(size=PEOPLE)
    scores = factor[:, None] + 0.1 * rng.normal(size=(PEOPLE, 2))
    return [Feature(f"score {n}", "number", f"score {n}", scores[:, [n]], EVERYBODY) for n in range(2)]


@pytest.mark.parametrize(("apart", "comes_back"), [(0.2, True), (0.0, False)])
def test_columns_set_aside_come_back_where_they_tell_about_the_groups(apart: float, *, comes_back: bool) -> None:
    rng = np.random.default_rng(1)
    features = [*kinds(rng, 20, told=0.42), *pair(rng, apart)]

    uses = solve(features, (), 3, 0, lambda _: None).uses

    assert cliques(association(features, [centred(feature) for feature in features])) == [[20, 21]]
    assert [use.used for use in uses] == [True] * 20 + [comes_back] * 2


def test_few_people_are_judged_by_nearly_all_the_others() -> None:
    features = [feature.take(np.arange(300)) for feature in kinds(np.random.default_rng(4), 6, told=0.6)]

    found = solve(features, (), 3, 0, lambda _: None).solution

    assert found is not None
    assert len(found.fit.thetas) == 20
