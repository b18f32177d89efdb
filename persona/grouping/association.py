"""Which columns hang together: cliques that have nothing to do with the rest are put aside (waves, channels, sites)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.linalg import top_eigenvectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_THEMES = 8  # dimensions of a column with many (words, options)
# Without setting cliques aside, ARI falls by .18 (8 groups) to .23 (5) on planted surveys at noise .60. A lower cut
# keeps waves and sites in; a higher one sets aside what people said.
_SURE = 3.7  # normal deviate of a link: one chance in ten thousand
_CUT = 0.10  # a normalised cut below this parts the graph
_TIGHT, _TIGHT_PAIR = 0.2, 0.25  # mean strength of the links inside a clique; two columns are linked sooner by chance
_LARGEST = 1 / 3  # of all columns; a larger set is what the questionnaire is about


def association(features: Sequence[Feature], matrices: Sequence[Floats]) -> Floats:
    """For each pair of columns, the strength of their link; 0 where chance could have made it.

    s = ‖QₐᵀQ_b‖² over orthonormal bases; n·s is χ² with d = dₐ·d_b degrees of freedom under independence, made a normal
    deviate by Wilson & Hilferty (1931). Strength √((s − d/n)/√d).
    """
    bases = [
        _orthonormal(m, _THEMES if f.kind in ("words", "options") else m.shape[1])
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


def _orthonormal(matrix: Floats, most: int) -> Floats:
    values, vectors = top_eigenvectors(matrix.T @ matrix, min(matrix.shape[1], most))
    kept = values > 1e-6 * values[0]
    out: Floats = matrix @ (vectors[:, kept] / np.sqrt(values[kept]))
    return out


def cliques(strength: Floats) -> list[list[int]]:
    """Sets of columns to put aside: few, tightly linked to one another, and not to the rest.

    A column without links stays (it may carry weak evidence), and so does a large or loose set: where little is said,
    a battery may look like a set apart, too.
    """
    return [
        community
        for community in communities(strength, list(range(len(strength))))
        if 2 <= len(community) <= _LARGEST * len(strength)
        and _tightness(strength, community) >= (_TIGHT_PAIR if len(community) == 2 else _TIGHT)
    ]


def _tightness(strength: Floats, community: list[int]) -> float:
    inner = strength[np.ix_(community, community)]
    return float(inner.sum() / (len(community) * (len(community) - 1)))


def communities(strength: Floats, columns: list[int]) -> list[list[int]]:
    """The columns parted wherever that costs nearly no link.

    First by connected components, then by the second eigenvector of the normalised Laplacian (Shi & Malik 2000).
    """
    from scipy.sparse.csgraph import (
        connected_components,
    )  # with the solvers of sparse systems, which nothing else needs

    inner = strength[np.ix_(columns, columns)]
    parts, part_of = connected_components(inner > 0, directed=False)
    if parts == 1 and len(columns) > 3:
        cut, part_of = _best_cut(inner)
        parts = 2 if cut < _CUT else 1
    if parts == 1 or len(columns) <= 1:
        return [columns]
    split = [[c for c, p in zip(columns, part_of.tolist(), strict=True) if p == part] for part in range(parts)]
    return [community for columns_of_part in split for community in communities(strength, columns_of_part)]


def _best_cut(links: Floats) -> tuple[float, Ints]:
    """The cheapest normalised cut along the second eigenvector, and the side (0 or 1) of each column."""
    degree = links.sum(1)
    _, vectors = top_eigenvectors(links / np.sqrt(degree[:, None] * degree[None, :]), 2)
    order = np.argsort(vectors[:, 1] / np.sqrt(degree), kind="stable")
    best = (np.inf, 1)
    for size in range(1, len(order)):
        a, b = order[:size], order[size:]
        cut = links[np.ix_(a, b)].sum()
        best = min(best, (float(cut / degree[a].sum() + cut / degree[b].sum()), size))
    side = np.ones(len(order), np.int64)
    side[order[: best[1]]] = 0
    return best[0], side
