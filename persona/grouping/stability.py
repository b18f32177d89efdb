"""Stability: do random halves show the same groups? Prediction strength (Tibshirani & Walther 2005; Hennig 2007)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.kmeans import kmeans, nearest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

HALVINGS = 5
"""Halvings that are averaged. Fewer make the number of segments depend on the draw; time grows in proportion."""


def stability(points: Floats, count: int, *, starts: int, seed: int) -> float:
    """Mean adjusted Rand index between two k-means fits of random halves, both placed on everybody."""
    found = []
    for turn in range(HALVINGS):
        order = np.random.default_rng([seed, 7, turn]).permutation(len(points))
        halves = [kmeans(points[half], count, starts=starts, seed=seed).centres for half in (order[::2], order[1::2])]
        first, second = nearest(points, np.stack(halves))
        found.append(adjusted_rand(first, second))
    return float(np.mean(found))


def adjusted_rand(first: Ints, second: Ints) -> float:
    """Agreement of two groupings, 1 when equal and 0 when they agree as much as chance (Hubert & Arabie 1985)."""
    table = np.zeros((int(first.max()) + 1, int(second.max()) + 1))
    np.add.at(table, (first, second), 1.0)
    pairs = (table * (table - 1)).sum() / 2
    rows = (table.sum(1) * (table.sum(1) - 1)).sum() / 2
    columns = (table.sum(0) * (table.sum(0) - 1)).sum() / 2
    everything = len(first) * (len(first) - 1) / 2
    expected = rows * columns / max(everything, 1.0)
    most = (rows + columns) / 2
    return 1.0 if most == expected else float((pairs - expected) / (most - expected))
