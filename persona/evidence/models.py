"""What is found: themes at two levels, and the place of each passage that belongs to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Answers(NamedTuple):
    """One open question: the heading of its column, what was asked, who wrote what (rows count from 1)."""

    column: str
    question: str
    rows: Sequence[int]
    texts: Sequence[str]


class Theme(NamedTuple):
    """A topic ("speak of waiting") or a claim inside one ("nobody told me how long").

    `people` is the number of rows counted under it, `precision` the share of a claim's people that is expected to be
    right (None for a topic), `opposite` the id of the claim that says the contrary, "" where none does.
    """

    id: str
    level: Literal["topic", "claim"]
    parent: str
    column: str
    label: str
    kind: str
    polarity: str
    people: int
    precision: float | None
    opposite: str


class Placement(NamedTuple):
    """A passage near a theme: where it stands, how near, and whether its author is counted."""

    theme: str
    row: int
    column: str
    start: int
    end: int
    score: float
    counted: bool


class Themes(NamedTuple):
    """All themes of a data set, the largest first in each column, and all placements in the order of the rows."""

    themes: tuple[Theme, ...]
    placements: Iterable[Placement]
