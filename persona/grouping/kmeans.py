"""k-means with many starts at once: small problems spend no time in overhead, the same seed gives the same labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_ROUNDS = 60


class Centres(NamedTuple):
    labels: Ints
    centres: Floats


def kmeans(points: Floats, count: int, *, starts: int, seed: int) -> Centres:
    """The best of `starts` runs of Lloyd's algorithm from k-means++ starts (Arthur & Vassilvitskii 2007)."""
    labels, centres = _run(points, count, starts, seed)
    cost = [((points - centre[label]) ** 2).sum() for label, centre in zip(labels, centres, strict=True)]
    best = int(np.argmin(cost))
    return Centres(labels[best], centres[best])


def kmeans_runs(points: Floats, count: int, *, starts: int, seed: int) -> Ints:
    """The labels of every run: starts × points."""
    return _run(points, count, starts, seed)[0]


def _run(points: Floats, count: int, starts: int, seed: int) -> tuple[Ints, Floats]:
    rng = np.random.default_rng([seed, count])
    centres = _spread_starts(points, (points**2).sum(1), count, starts, rng)
    labels = nearest(points, centres)
    for _ in range(_ROUNDS):
        centres = _means(points, labels, centres)
        moved = nearest(points, centres)
        if np.array_equal(moved, labels):
            break
        labels = moved
    return labels, centres


def nearest(points: Floats, centres: Floats) -> Ints:
    """The nearest centre of each point: `centres` is starts × count × dimensions, the answer starts × points."""
    flat = centres.reshape(-1, centres.shape[-1])
    distance = (flat**2).sum(1)[None] - 2 * points @ flat.T
    out: Ints = distance.reshape(len(points), *centres.shape[:2]).argmin(2).T
    return out


def _spread_starts(points: Floats, norms: Floats, count: int, starts: int, rng: np.random.Generator) -> Floats:
    chosen = points[rng.integers(len(points), size=starts)][:, None]
    closest = _distances(points, norms, chosen[:, 0])
    for _ in range(count - 1):
        total = closest.cumsum(1)
        draw = rng.random((starts, 1)) * total[:, -1:]
        place = np.minimum((total < draw).sum(1), len(points) - 1)
        chosen = np.concatenate([chosen, points[place][:, None]], axis=1)
        closest = np.minimum(closest, _distances(points, norms, points[place]))
    return chosen


def _distances(points: Floats, norms: Floats, centres: Floats) -> Floats:
    out: Floats = np.maximum(norms[None] + (centres**2).sum(1)[:, None] - 2 * centres @ points.T, 0.0)
    return out


def _means(points: Floats, labels: Ints, centres: Floats) -> Floats:
    """New centres; one without points stays where it was."""
    starts, count, dimensions = centres.shape
    member = (labels[:, None, :] == np.arange(count)[None, :, None]).reshape(starts * count, len(points))
    size = member.sum(1)
    sums = member.astype(float) @ points
    means = np.where(size[:, None] > 0, sums / np.maximum(size, 1)[:, None], centres.reshape(-1, dimensions))
    out: Floats = means.reshape(centres.shape)
    return out
