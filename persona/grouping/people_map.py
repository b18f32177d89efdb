"""A map of people: segments stand apart, those who could belong to either of two lie between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.linalg import one_hot, softmax, top_eigenvectors
from persona.models import MapPoint

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

MOST_POINTS = 600
_LEAST_PER_GROUP = 8
_APART = 1.7  # least distance of two middles, over the root of their number; the map is 2 wide
_WIDTH, _FARTHEST = 0.3, 2.5  # a group's spread in these distances; the farthest place in spreads
_PUSHES = 300


def positions(scores: Floats, points: Floats, labels: Ints, count: int) -> Floats:
    """Places between -1 and 1, from the log membership in each group and the points by which people were grouped.

    Each person lies at the mean of the groups' middles, weighted by membership, moved by what sets them apart inside
    their group. The middles show which groups are alike (the first two discriminant directions), pushed apart as far
    as is needed to see them.
    """
    middles = pushed_apart(_middles(scores, labels, count), _APART / np.sqrt(count))
    spread = _flat(_inside(points, labels, count))
    spread = spread / np.maximum(spread.std(0), 1e-9)
    spread /= np.maximum(np.linalg.norm(spread, axis=1, keepdims=True) / _FARTHEST, 1.0)
    places = softmax(scores) @ middles + spread * (_WIDTH * _APART / np.sqrt(count))
    places -= (places.max(0) + places.min(0)) / 2
    out: Floats = places / max(float(np.abs(places).max()), 1e-9)
    return out


def _middles(scores: Floats, labels: Ints, count: int) -> Floats:
    """The groups' middles in discriminant directions of the evidence: measured in widths of the groups."""
    evidence = scores - scores.mean(1, keepdims=True)
    inside = _inside(evidence, labels, count)
    values, vectors = np.linalg.eigh(inside.T @ inside / len(inside))
    least = 1e-6 * float((evidence**2).mean()) + 1e-12  # where groups have no width, e.g. one person each
    return _flat(_means(evidence, labels, count) @ (vectors / np.sqrt(np.maximum(values, 0.0) + least)))


def _means(points: Floats, labels: Ints, count: int) -> Floats:
    member = one_hot(labels, count)
    out: Floats = (member.T @ points) / np.maximum(member.sum(0), 1.0)[:, None]
    return out


def _inside(points: Floats, labels: Ints, count: int) -> Floats:
    """Points from the middle of their group."""
    out: Floats = points - _means(points, labels, count)[labels]
    return out


def _flat(points: Floats) -> Floats:
    """The two directions in which the points differ most."""
    centred = points - points.mean(0)
    _, directions = top_eigenvectors(centred.T @ centred, 2)
    flat: Floats = centred @ directions
    return flat if flat.shape[1] == 2 else np.hstack([flat, np.zeros((len(flat), 1))])


def pushed_apart(middles: Floats, least: float) -> Floats:
    """The same picture, at most 1 from its centre, with no two middles nearer than `least`."""
    count = len(middles)
    angle = np.arange(count) * 2 * np.pi / max(count, 1)
    places = middles / max(float(np.linalg.norm(middles, axis=1).max()), 1e-9)
    places = places + 1e-3 * np.stack([np.cos(angle), np.sin(angle)], axis=1)  # equal middles need a direction
    for _ in range(_PUSHES):
        away = places[:, None] - places[None]
        distance = np.linalg.norm(away, axis=2) + np.eye(count)
        lacking = np.maximum(least - distance, 0.0) * (1 - np.eye(count))
        if not lacking.any():
            break
        places = places + 0.4 * (away / distance[:, :, None] * lacking[:, :, None]).sum(1)
    return places


def choose_points(labels: Ints, count: int, seed: int) -> Ints:
    """At most 600 people in their groups' proportions, every group shown."""
    if len(labels) <= MOST_POINTS:
        return np.arange(len(labels))
    rng = np.random.default_rng([seed, 3])
    room = MOST_POINTS - _LEAST_PER_GROUP * count
    chosen = []
    for group in range(count):
        members = np.nonzero(labels == group)[0]
        wanted = max(min(_LEAST_PER_GROUP, len(members)), len(members) * room // len(labels))
        chosen.append(rng.choice(members, wanted, replace=False))
    return np.sort(np.concatenate(chosen))


def map_points(places: Floats, labels: Ints, rows: Ints) -> tuple[MapPoint, ...]:
    """`labels` from 0; `rows`: the table row of each person."""
    return tuple(
        MapPoint(row=row, segment=label + 1, x=round(x, 4), y=round(y, 4))
        for (x, y), label, row in zip(places.tolist(), labels.tolist(), rows.tolist(), strict=True)
    )
