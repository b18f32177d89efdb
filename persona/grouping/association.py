"""Which columns hang together: cliques that have nothing to do with the rest are put aside (waves, channels, sites)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.linalg import top_eigenvectors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.grouping.features import Feature

    Floats = NDArray[np.float64]

_THEMES = 8  # dimensions of a column with many (words, options)
_SURE = 3.7  # normal deviate of an edge: one chance in ten thousand
_CUT = 0.10  # a normalised cut below this parts the graph


def association(features: list[Feature], matrices: list[Floats]) -> Floats:
    """For each pair of columns, the strength of their link; 0 where chance could have made it.

    s = ‖QₐᵀQ_b‖² over orthonormal bases; n·s is χ² with d = dₐ·d_b degrees of freedom under independence, made a normal
    deviate by Wilson & Hilferty (1931). Strength √((s − d/n)/√d).
    """
    bases = [
        _orthonormal(m, _THEMES if f.kind in ("words", "options") else None)
        for f, m in zip(features, matrices, strict=True)
    ]
    people = len(matrices[0])
    joint = np.hstack(bases)
    squares = (joint.T @ joint) ** 2
    sizes = np.array([b.shape[1] for b in bases])
    starts = np.cumsum([0, *sizes[:-1].tolist()])
    s = np.add.reduceat(np.add.reduceat(squares, starts, axis=0), starts, axis=1)
    d = sizes[:, None] * sizes[None, :]
    deviate = (np.cbrt(people * s / d) - (1 - 2 / (9 * d))) / np.sqrt(2 / (9 * d))
    strength = np.sqrt(np.maximum((s - d / people) / np.sqrt(d), 0.0))
    out: Floats = np.where(deviate > _SURE, strength, 0.0)
    np.fill_diagonal(out, 0.0)
    return out


def _orthonormal(matrix: Floats, most: int | None) -> Floats:
    values, vectors = top_eigenvectors(matrix.T @ matrix, min(matrix.shape[1], most or matrix.shape[1]))
    kept = values > 1e-6 * values[0]
    out: Floats = matrix @ (vectors[:, kept] / np.sqrt(values[kept]))
    return out


def cliques(strength: Floats) -> list[list[int]]:
    """Sets of columns to put aside. Columns without links stay: they may carry weak evidence.

    The graph is parted by the second eigenvector of its normalised Laplacian (Shi & Malik 2000) as long as the cut is
    nearly free; the half with fewer columns is put aside.
    """
    keep = np.nonzero((strength > 0).any(1))[0]
    aside: list[list[int]] = []
    while len(keep) > 3:
        inner = strength[np.ix_(keep, keep)]
        linked = inner.sum(1) > 0
        if not linked.all():
            keep = keep[linked]
            continue
        value, first, second = _best_cut(inner)
        if value >= _CUT:
            break
        small, large = sorted((first, second), key=len)
        aside.append(sorted(keep[small].tolist()))
        keep = np.sort(keep[large])
    return aside


def _best_cut(links: Floats) -> tuple[float, NDArray[np.int64], NDArray[np.int64]]:
    """The cheapest normalised cut along the second eigenvector."""
    degree = links.sum(1)
    _, vectors = top_eigenvectors(links / np.sqrt(degree[:, None] * degree[None, :]), 2)
    order = np.argsort(vectors[:, 1] / np.sqrt(degree), kind="stable")
    best = (np.inf, 1)
    for size in range(1, len(order)):
        a, b = order[:size], order[size:]
        cut = links[np.ix_(a, b)].sum()
        best = min(best, (float(cut / degree[a].sum() + cut / degree[b].sum()), size))
    return best[0], order[: best[1]], order[best[1] :]
