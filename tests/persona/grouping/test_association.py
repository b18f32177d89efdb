"""Which columns hang together."""

from __future__ import annotations

import numpy as np

from persona.grouping.association import association, cliques, communities
from persona.grouping.features import Feature
from persona.grouping.linalg import one_hot
from persona.grouping.space import centred
from tests.persona.grouping.features import EVERYBODY, PEOPLE, RNG, category, numbers, options, words


def sites() -> list[Feature]:
    """Three columns that follow one another."""
    site = RNG.choice(4, PEOPLE)
    drawn = [np.where(RNG.random(PEOPLE) < 0.8, site, RNG.choice(4, PEOPLE)) for _ in range(3)]
    return [Feature(f"site {i}", "category", f"site {i}", one_hot(d, 4), EVERYBODY) for i, d in enumerate(drawn)]


FEATURES = [
    *(numbers(f"n{i}") for i in range(4)),
    *(category(f"c{i}") for i in range(3)),
    options("o"),
    words("w"),
    *sites(),
    numbers("alone", apart=0.0),
]
STRENGTH = association(FEATURES, [centred(feature) for feature in FEATURES])


def test_association_links_what_the_groups_tie_together() -> None:
    inside = STRENGTH[:9, :9][np.triu_indices(9, 1)]

    assert (inside > 0).mean() > 0.9
    assert not STRENGTH[:9, 9:].any()
    assert np.allclose(STRENGTH, STRENGTH.T)


def test_communities_part_where_no_link_is() -> None:
    assert communities(STRENGTH, list(range(13))) == [list(range(9)), [9, 10, 11], [12]]


def test_cliques_are_small_and_tight_sets_apart() -> None:
    assert cliques(STRENGTH) == [[9, 10, 11]]


def test_cliques_leave_a_set_that_the_questionnaire_is_about() -> None:
    assert cliques(STRENGTH[7:, 7:]) == []
