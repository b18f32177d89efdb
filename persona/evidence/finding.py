"""Groups of passages that mean the same: average linkage on a sample, cut where likeness stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.evidence.space import unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SAMPLE = 2000


def groups(rows: Floats, *, likeness: float) -> list[NDArray[np.int64]]:
    """The places of each group of passages whose mean likeness to each other is `likeness` or more, in order."""
    labels = _labels(rows, likeness)
    order = np.argsort(labels, kind="stable")
    found: list[NDArray[np.int64]] = np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)
    return found


def centres(rows: Floats, *, likeness: float, least: int) -> Floats:
    """The middle of each group of at least `least` passages whose mean likeness to each other is `likeness` or more."""
    rows = rows[np.linalg.norm(rows, axis=1) > 0]
    if len(rows) < max(2, least):
        return np.zeros((0, rows.shape[1]), np.float32)
    labels = _labels(rows, likeness)
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


def _labels(rows: Floats, likeness: float) -> NDArray[np.int64]:
    from scipy.cluster.hierarchy import fcluster, linkage

    apart = np.clip(1 - rows @ rows.T, 0, 2)[np.triu_indices(len(rows), 1)].astype(np.float64)
    labels: NDArray[np.int64] = fcluster(linkage(apart, "average"), 1 - likeness, "distance")
    return labels
