"""Features made in memory, for tests of single pieces of the grouping."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np
import scipy.sparse as sp

from persona.grouping.features import Feature
from persona.grouping.linalg import one_hot

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")
RNG = np.random.default_rng(11)
PEOPLE = 600
GROUPS = 3
LABELS = np.arange(PEOPLE) % GROUPS
EVERYBODY = np.ones(PEOPLE, bool)


def numbers(name: str, *, apart: float = 1.0, block: str = "numbers") -> Feature:
    """A score whose mean differs between the groups."""
    values = apart * (LABELS - 1.0) + RNG.normal(size=PEOPLE)
    return Feature(name, "number", block, values[:, None], EVERYBODY)


def category(name: str, *, told: float = 0.6) -> Feature:
    """Three kinds; a share `told` of the people name their group's kind, the others any."""
    kinds = np.where(RNG.random(PEOPLE) < told, LABELS, RNG.choice(3, PEOPLE))
    return Feature(name, "category", name, one_hot(kinds, 3), EVERYBODY)


def options(name: str, *, apart: float = 0.3) -> Feature:
    """Six options, each ticked more often in one of the groups."""
    chance = 0.4 + apart * (np.arange(6)[None] % 3 == LABELS[:, None])
    return Feature(name, "options", name, (RNG.random((PEOPLE, 6)) < chance).astype(float), EVERYBODY)


def words(name: str, *, apart: float = 0.3, repeat: int = 1) -> Feature:
    """Thirty words, ten of them of each group; `repeat` equal columns a word make phrases of them."""
    chance = 0.05 + apart * (np.arange(30)[None] % 3 == LABELS[:, None])
    held = np.repeat((RNG.random((PEOPLE, 30)) < chance).astype(float), repeat, axis=1)
    return Feature(name, "words", name, sp.csr_matrix(held), held.any(1))


def apart(make: Callable[[], Made]) -> Made:
    """What `make` makes, with chance of its own: who draws afterwards draws what they would without it."""
    before = RNG.bit_generator.state
    try:
        return make()
    finally:
        RNG.bit_generator.state = before
