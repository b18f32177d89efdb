"""Bases: the sets of questions on which groups may stand where all questions together show none.

Questions that have nothing to do with the groups drown them, most of all among few people (feature selection for
clustering: Fowlkes, Gnanadesikan & Kettenring 1988; Witten & Tibshirani 2010). Tried are all ratings, and the
communities of the dependence graph: questions that go together beyond chance. Which of them hold groups is for
`homogeneity` to say, which looks at pairs of questions no further than they were looked at in choosing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.association import association, communities
from persona.grouping.homogeneity import ordered, parted
from persona.grouping.space import Spaces, centred

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature

    Floats = NDArray[np.float64]

LEAST = 3  # questions
LEAST_RATINGS = 2
"""Among them. Choices and numbers alone that go together may as well be sites, waves or counts of one use: which they
are, a person can tell, so such a basis is only named."""
MOST_BASES, MOST_QUESTIONS = 6, 120  # of each; more would take time and say no more
PEOPLE = 300  # who are looked at


@dataclass(frozen=True)
class Basis:
    """Names of questions that go together."""

    names: tuple[str, ...]
    tried: int  # sets of questions in all
    rated: bool  # whether ratings are among them; else they are only named
    parts: bool  # whether they part people more clearly than a continuum would


def bases(features: Sequence[Feature], ratings: Collection[str], seed: int) -> list[Basis]:
    """The sets of questions on which groups may stand: those that part people first, then the clearest first.

    Args:
        features: of the sample; texts and questions with several answers take no part.
        ratings: names of those that are ratings.
    """
    closed = _looked_at([f for f in features if f.kind in ("number", "category")], seed)
    if len(closed) < LEAST:
        return []
    matrices = [centred(feature) for feature in closed]
    rated = {place for place, feature in enumerate(closed) if feature.name in ratings}
    tried = _candidates(association(closed, matrices), sorted(rated))
    if not tried:
        return []
    leading = Spaces(closed, matrices).by_column(1)[:, 0]
    inside = sorted({place for basis in tried for place in basis})
    questions = [ordered(closed[place], leading) for place in inside]
    forming = [len(rated.intersection(basis)) >= LEAST_RATINGS for basis in tried]
    found = parted(questions, [[inside.index(p) for p in basis] for basis in tried], seed, forming=forming)
    return [
        Basis(
            names=tuple(closed[place].name for place in tried[at]),
            tried=len(tried),
            rated=forming[at],
            parts=bool(found.surely[at]),
        )
        for at in np.lexsort((-found.clearness, ~found.surely)).tolist()
    ]


def _looked_at(closed: list[Feature], seed: int) -> list[Feature]:
    """The same for some of the people."""
    people = len(closed[0].answered) if closed else 0
    if people > PEOPLE:
        some = np.sort(np.random.default_rng([seed, 12]).choice(people, PEOPLE, replace=False))
        closed = [feature.take(some) for feature in closed]
    return [feature for feature in closed if feature.varies]


def _candidates(strength: Floats, ratings: Sequence[int]) -> list[tuple[int, ...]]:
    """Places of questions, each set once: all ratings, all that are linked, and their communities, largest first."""
    linked = tuple(np.flatnonzero(strength.any(1)).tolist())
    parts = sorted(communities(strength, list(range(len(strength)))), key=len, reverse=True)
    sets = dict.fromkeys([tuple(ratings), linked, *(tuple(sorted(part)) for part in parts)])
    return [places for places in sets if LEAST <= len(places) <= MOST_QUESTIONS][:MOST_BASES]
