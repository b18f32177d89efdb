"""Charts: where things stand in the drawings of the results page. Sizes are attributes, colours are classes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean, pstdev
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from persona.models import MapPoint

# The view box of the map is 30 30 580 400; the middle of it is for the marks, the rim for labels.
LEFT, TOP, WIDTH, HEIGHT = 60, 75, 520, 310
REACH = 2.0  # standard deviations: an ellipse holds about nine in ten of its people
SMALLEST = 24
LABEL_WIDTH, LABEL_HEIGHT = 104, 18  # about the size of "Marta 31 %"
LABEL_ROOM = (38, 46, 602, 424)  # left, top, right and bottom of where a label may stand


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


class Spot(NamedTuple):
    """A place on the map."""

    x: float
    y: float


NOWHERE = Spot(0, 0)


@dataclass
class MapGroup:
    """One group on the map: an ellipse, a path with a mark for each person, and a place for its label."""

    position: int
    spots: list[Spot]
    tag: Spot = NOWHERE

    @cached_property
    def centre(self) -> Spot:
        return Spot(round(fmean(spot.x for spot in self.spots)), round(fmean(spot.y for spot in self.spots)))

    @cached_property
    def radius(self) -> Spot:
        return Spot(*(max(SMALLEST, round(REACH * pstdev(axis))) for axis in zip(*self.spots, strict=True)))

    @property
    def marks(self) -> str:
        draw = shape(self.position).mark
        return "".join(draw(spot.x, spot.y) for spot in self.spots)

    @property
    def is_hollow(self) -> bool:
        return is_hollow(self.position)

    @property
    def place(self) -> str:
        """Where on the map, in words."""
        across, down = (self.centre.x - LEFT) / WIDTH, (self.centre.y - TOP) / HEIGHT
        row = "top" if down < 0.4 else "bottom" if down > 0.6 else "middle"
        column = "left" if across < 0.4 else "right" if across > 0.6 else "centre"
        return "in the middle" if (row, column) == ("middle", "centre") else f"{row} {column}"


class Drawn(NamedTuple):
    """One group as it is drawn. The map of a run never changes, so it is drawn once and stored with the run."""

    position: int
    centre: Spot
    radius: Spot
    marks: str
    is_hollow: bool
    tag: Spot
    place: str

    @classmethod
    def read(cls, stored: Sequence[Any]) -> Drawn:
        """As it comes out of JSON."""
        position, centre, radius, marks, is_hollow, tag, place = stored
        return cls(position, Spot(*centre), Spot(*radius), marks, is_hollow, Spot(*tag), place)


def draw(points: Sequence[MapPoint]) -> list[Drawn]:
    """The map of a run."""
    return [Drawn(g.position, g.centre, g.radius, g.marks, g.is_hollow, g.tag, g.place) for g in map_groups(points)]


def map_groups(points: Sequence[MapPoint]) -> list[MapGroup]:
    """The groups on the map, largest first, each with a place for its label where that hides least."""
    spots = _spots(points)
    found: dict[int, MapGroup] = {}
    for spot, point in sorted(zip(spots, points, strict=True), key=lambda pair: pair[1].segment):
        found.setdefault(point.segment, MapGroup(point.segment, [])).spots.append(spot)
    groups = list(found.values())
    _place_labels(groups)
    return groups


def _spots(points: Sequence[MapPoint]) -> list[Spot]:
    """The points spread over the whole map: directions and scale mean nothing."""
    xs = _spread([point.x for point in points], LEFT, WIDTH)
    ys = _spread([-point.y for point in points], TOP, HEIGHT)
    return [Spot(x, y) for x, y in zip(xs, ys, strict=True)]


def _spread(values: Sequence[float], start: float, length: float) -> list[float]:
    low, high = min(values, default=0), max(values, default=0)
    if high == low:
        return [start + length / 2 for _ in values]
    return [round(start + (value - low) / (high - low) * length) for value in values]


def _place_labels(found: Sequence[MapGroup]) -> None:
    marks = [spot for group in found for spot in group.spots]
    taken: list[Spot] = []
    for group in found:
        group.tag = min(_candidates(group), key=lambda tag: _hidden(tag, marks, taken))
        taken.append(group.tag)


def _candidates(group: MapGroup) -> list[Spot]:
    """Above, below and beside the ellipse, all inside the map."""
    (x, y), (width, height) = group.centre, group.radius
    beside = width + LABEL_WIDTH / 2
    around = [(x, y - height - 8), (x, y + height + 18), (x + beside, y), (x - beside, y)]
    around += [(side, level) for _, level in around[:2] for side in (x - width, x + width)]
    left, top, right, bottom = LABEL_ROOM
    half = LABEL_WIDTH / 2
    return [Spot(round(min(max(a, left + half), right - half)), round(min(max(b, top), bottom))) for a, b in around]


def _hidden(tag: Spot, marks: Sequence[Spot], taken: Sequence[Spot]) -> int:
    """How much a label would lie on: another label counts for many marks."""
    under = sum(abs(tag.x - mark.x) < LABEL_WIDTH / 2 and -LABEL_HEIGHT < mark.y - tag.y < 4 for mark in marks)
    labels = sum(abs(tag.x - other.x) < LABEL_WIDTH and abs(tag.y - other.y) < LABEL_HEIGHT for other in taken)
    return under + 1000 * labels


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
