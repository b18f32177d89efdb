"""Charts: where things stand in the drawings of the results page. Sizes are attributes, colours are classes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from persona.models import MapPoint

# The view box of the map is 30 30 580 400; labels stand above or below the groups, so these stay away from its rim.
MIDDLE_X, MIDDLE_Y = 320, 230
HALF_WIDTH, HALF_HEIGHT = 250, 155
TOP, BOTTOM = 44, 424
LEFT, RIGHT = 90, 550
REACH = 2.0  # standard deviations: an ellipse holds about nine in ten of its people
SMALLEST = 24
LABEL_WIDTH, LABEL_HEIGHT = 110, 18


class Shape(NamedTuple):
    """A mark for one person, and the same mark in a box of 10 × 10 for the table."""

    mark: Callable[[float, float], str]
    key: str


def _circle(x: float, y: float) -> str:
    return f"M{x - 4.5:g} {y:g}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"


def _square(x: float, y: float) -> str:
    return f"M{x - 4:g} {y - 4:g}h8v8h-8z"


def _triangle(x: float, y: float) -> str:
    return f"M{x:g} {y - 5:g}l5.2 9h-10.4z"


def _diamond(x: float, y: float) -> str:
    return f"M{x:g} {y - 5.5:g}l5.5 5.5-5.5 5.5-5.5-5.5z"


SHAPES = (
    Shape(_circle, "M.5 5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"),
    Shape(_square, "M1 1h8v8h-8z"),
    Shape(_triangle, "M5 .5 9.8 9H.2z"),
    Shape(_diamond, "M5 0l5 5-5 5-5-5z"),
)


def shape(position: int) -> Shape:
    return SHAPES[(position - 1) % len(SHAPES)]


def is_hollow(position: int) -> bool:
    """The second four groups have the same shapes, drawn as outlines."""
    return (position - 1) // len(SHAPES) % 2 == 1


@dataclass
class Cluster:
    """One group on the map: an ellipse, a path with a mark for each person, and a label."""

    position: int
    label: str
    centre_x: float
    centre_y: float
    radius_x: float
    radius_y: float
    marks: str
    label_x: float = 0
    label_y: float = 0

    @property
    def is_hollow(self) -> bool:
        return is_hollow(self.position)

    @property
    def place(self) -> str:
        """Where on the map, in words."""
        row = "top" if self.centre_y < MIDDLE_Y - 40 else "bottom" if self.centre_y > MIDDLE_Y + 40 else "middle"
        column = "left" if self.centre_x < MIDDLE_X - 60 else "right" if self.centre_x > MIDDLE_X + 60 else "centre"
        return "in the middle" if (row, column) == ("middle", "centre") else f"{row} {column}"


def clusters(points: Sequence[MapPoint], labels: dict[int, str]) -> list[Cluster]:
    """The groups on the map, largest first, with labels that do not lie on each other."""
    found = [_cluster(position, label, points) for position, label in labels.items()]
    return _place_labels([cluster for cluster in found if cluster is not None])


def _cluster(position: int, label: str, points: Sequence[MapPoint]) -> Cluster | None:
    xs = [round(MIDDLE_X + point.x * HALF_WIDTH) for point in points if point.segment == position]
    ys = [round(MIDDLE_Y - point.y * HALF_HEIGHT) for point in points if point.segment == position]
    if not xs:
        return None
    draw = shape(position).mark
    return Cluster(
        position=position,
        label=label,
        centre_x=round(fmean(xs)),
        centre_y=round(fmean(ys)),
        radius_x=max(SMALLEST, round(REACH * pstdev(xs))),
        radius_y=max(SMALLEST, round(REACH * pstdev(ys))),
        marks="".join(draw(x, y) for x, y in zip(xs, ys, strict=True)),
    )


def _place_labels(found: list[Cluster]) -> list[Cluster]:
    placed: list[Cluster] = []
    for cluster in found:
        above = cluster.centre_y <= MIDDLE_Y
        rim = cluster.centre_y + (-cluster.radius_y - 8 if above else cluster.radius_y + 18)
        cluster.label_x = min(max(cluster.centre_x, LEFT), RIGHT)
        cluster.label_y = min(max(rim, TOP), BOTTOM)
        step = LABEL_HEIGHT if above else -LABEL_HEIGHT
        while any(_overlap(cluster, other) for other in placed):
            cluster.label_y += step
        placed.append(cluster)
    return found


def _overlap(one: Cluster, other: Cluster) -> bool:
    close = abs(one.label_x - other.label_x) < LABEL_WIDTH
    return close and abs(one.label_y - other.label_y) < LABEL_HEIGHT


@dataclass(frozen=True)
class Slice:
    """One part of the share bar, in percent of its width."""

    position: int
    start: float
    width: float


def slices(shares: Sequence[float]) -> list[Slice]:
    """The shares side by side, with a thin gap after each but the last."""
    found, start = [], 0.0
    for position, share in enumerate(shares, start=1):
        gap = 0.3 if position < len(shares) else 0.0
        found.append(Slice(position, round(start * 100, 2), round(max(share * 100 - gap, 0.2), 2)))
        start += share
    return found
