"""Groups of passages that mean the same: average linkage on a sample, cut where likeness stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.evidence.space import unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SAMPLE = 2000


def sample(count: int, *, seed: int, most: int = SAMPLE) -> NDArray[np.int64]:
    """Places of at most `most` passages, in order; all where there are fewer."""
    if count <= most:
        return np.arange(count)
    return np.sort(np.random.default_rng(seed).choice(count, most, replace=False))


def centres(rows: Floats, *, likeness: float, least: int) -> Floats:
    """The middle of each group of at least `least` passages whose mean likeness to each other is `likeness` or more."""
    from scipy.cluster.hierarchy import fcluster, linkage

    rows = rows[np.linalg.norm(rows, axis=1) > 0]
    if len(rows) < max(2, least):
        return np.zeros((0, rows.shape[1]), np.float32)
    apart = np.clip(1 - rows @ rows.T, 0, 2)[np.triu_indices(len(rows), 1)].astype(np.float64)
    labels = fcluster(linkage(apart, "average"), 1 - likeness, "distance")
    size = np.bincount(labels)
    kept = [label for label in np.argsort(-size, kind="stable") if size[label] >= least]
    found = [rows[labels == label].mean(0) for label in kept]
    if not found:
        return np.zeros((0, rows.shape[1]), np.float32)
    middle = unit(np.stack(found))
    nearest = rows @ middle.T
    best = nearest.argmax(1)
    again = [(best == place) & (nearest[:, place] >= likeness) for place in range(len(middle))]
    return unit(np.stack([rows[one].mean(0) if one.any() else middle[place] for place, one in enumerate(again)]))
