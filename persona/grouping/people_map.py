"""A map of people: two directions in which the groups stand apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.linalg import one_hot, top_eigenvectors
from persona.models import MapPoint

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

MOST_POINTS = 600
_LEAST_PER_GROUP = 8


def positions(evidence: Floats, labels: Ints, count: int) -> Floats:
    """Places between -1 and 1, from the evidence for each group.

    Linear discriminant analysis with pairs of groups weighted by their closeness (Loog, Duin & Haeb-Umbach 2001), so
    that one far group does not press all others together.
    """
    points = evidence - evidence.mean(1, keepdims=True)
    points = points - points.mean(0)
    apart = count > 1 and np.ptp(points) > 0
    points = _discriminant(points, labels, count) if apart else np.zeros((len(points), 2))
    edge = np.quantile(np.abs(points), 0.98, axis=0)
    out: Floats = np.clip(points / np.where(edge > 0, edge * 1.02, 1.0), -1.0, 1.0)
    return out


def _discriminant(points: Floats, labels: Ints, count: int) -> Floats:
    member = one_hot(labels, count)
    size = np.maximum(member.sum(0), 1.0)[:, None]
    means = (member.T @ points) / size
    within = (points - member @ means).T @ (points - member @ means) / len(points)
    values, vectors = np.linalg.eigh(within)
    least = 1e-6 * float((points**2).sum()) / len(points)  # where groups have no width, e.g. one person each
    whiten = vectors / np.sqrt(values + least)
    white = means @ whiten
    between = np.zeros((white.shape[1], white.shape[1]))
    share = size[:, 0] / len(points)
    for a in range(count):
        for b in range(a):
            apart = white[a] - white[b]
            distance = max(float(apart @ apart), 1e-9)
            between += share[a] * share[b] * np.outer(apart, apart) / distance
    _, directions = top_eigenvectors(between, 2)
    out: Floats = points @ whiten @ directions
    return out if out.shape[1] == 2 else np.hstack([out, np.zeros((len(out), 1))])


def choose_points(labels: Ints, count: int, seed: int) -> Ints:
    """At most 600 people in their groups' proportions, every group shown."""
    if len(labels) <= MOST_POINTS:
        return np.arange(len(labels))
    rng = np.random.default_rng([seed, 3])
    chosen = []
    for group in range(count):
        members = np.nonzero(labels == group)[0]
        wanted = max(
            min(_LEAST_PER_GROUP, len(members)), len(members) * (MOST_POINTS - _LEAST_PER_GROUP * count) // len(labels)
        )
        chosen.append(rng.choice(members, wanted, replace=False))
    return np.sort(np.concatenate(chosen))


def map_points(places: Floats, labels: Ints, rows: Ints) -> tuple[MapPoint, ...]:
    """`labels` from 0; `rows`: the table row of each person."""
    return tuple(
        MapPoint(row=row, segment=label + 1, x=round(x, 4), y=round(y, 4))
        for (x, y), label, row in zip(places.tolist(), labels.tolist(), rows.tolist(), strict=True)
    )
