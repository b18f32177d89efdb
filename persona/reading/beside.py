"""Parts of a questionnaire on sheets of their own: the same people, known by a key, and other questions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from persona.reading.rows import as_text
from persona.reading.sheets import COVERED, LEAST_KEYS, SheetView, of_answers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.reading.sheets import Sheet

MOST_ROWS = 200_000
"""Of a part that is put beside another: its rows are held in memory."""


class Part(NamedTuple):
    """A sheet whose columns are put beside those of another, and where the key of its rows stands."""

    view: SheetView
    at: int


@dataclass(frozen=True)
class SideBySide:
    """The first sheet, with the columns of the others in the rows that have the same key; reads like a sheet."""

    first: SheetView
    at: int
    parts: tuple[Part, ...]

    @property
    def key(self) -> str:
        """What the column is called by which rows are one person's."""
        return self.first.head.names[self.at]

    @property
    def name(self) -> str:
        return self.first.name

    @property
    def height(self) -> int:
        return self.first.sheet.height

    @property
    def width(self) -> int:
        return self.first.width + sum(len(part.view.names) - 1 for part in self.parts)

    @property
    def start(self) -> tuple[int, int] | None:
        return self.first.sheet.start

    def to_python(self, *, nrows: int) -> Sequence[Sequence[object]]:
        return list(islice(self.iter_rows(), nrows))

    def iter_rows(self) -> Iterator[Sequence[object]]:
        """The rows of the first sheet; behind them, people who stand in another part only."""
        others = [_by_key(part) for part in self.parts]
        blank: list[list[object]] = [[""] * (len(part.view.names) - 1) for part in self.parts]
        width = self.first.width
        for number, values in enumerate(self.first.sheet.iter_rows()):
            cells = [*values, *[""] * (width - len(values))][:width]
            beside = [_names(part) for part in self.parts] if number == self.first.head.first - 1 else blank
            if number >= self.first.head.first:
                key = as_text(cells[self.at])
                beside = [rows.pop(key, none) for rows, none in zip(others, blank, strict=True)]
            yield [*cells, *(cell for some in beside for cell in some)]
        for place, rows in enumerate(others):
            for key, some in rows.items():
                alone = [*blank[:place], some, *blank[place + 1 :]]
                yield [*_only(key, self.at, width), *(cell for each in alone for cell in each)]


def side_by_side(chosen: SheetView, views: Sequence[SheetView]) -> SideBySide | None:
    """The sheet of answers with those that tell other things of the same people; None where there are none.

    Each of them has one row a person, and nearly all keys of one stand in the other; but for the key they share no
    column, or they would be waves.
    """
    if not _may_be_part(chosen):
        return None
    answers = [view for view in of_answers(views) if _may_be_part(view)]
    first = next((view for view in answers if view is chosen or _key(view, chosen) is not None), chosen)
    found = [(view, at) for view in answers if view is not first and (at := _key(first, view)) is not None]
    if not found or len({here for _, (here, _) in found}) > 1:
        return None
    return SideBySide(first, found[0][1][0], tuple(Part(view, there) for view, (_, there) in found))


def _may_be_part(view: SheetView) -> bool:
    return view.head.rows == 1 and len(view.body) >= LEAST_KEYS and view.sheet.height <= MOST_ROWS


def _key(first: SheetView, other: SheetView) -> tuple[int, int] | None:
    """Where the only column that both have stands in each, if it names each of their rows and they are the same."""
    shared = (set(first.names) & set(other.names)) - {""}
    if len(shared) != 1 or first is other:
        return None
    here, there = (view.names.index(next(iter(shared))) for view in (first, other))
    mine, theirs = first.column(here), other.column(there)
    if any(len(set(keys)) < len(view.body) for keys, view in ((mine, first), (theirs, other))):
        return None
    both = len(set(mine) & set(theirs))
    return (here, there) if both >= COVERED * max(len(mine), len(theirs)) else None


def _by_key(part: Part) -> dict[str, list[object]]:
    """The cells of each row beside its key."""
    width, found = len(part.view.names), {}
    for values in islice(part.view.sheet.iter_rows(), part.view.head.first, None):
        cells = [*values, *[""] * (width - len(values))][:width]
        if key := as_text(cells[part.at]):
            found[key] = [*cells[: part.at], *cells[part.at + 1 :]]
    return found


def _names(part: Part) -> list[object]:
    names = part.view.head.names
    return [*names[: part.at], *names[part.at + 1 :]]


def _only(key: str, at: int, width: int) -> list[object]:
    return [key if place == at else "" for place in range(width)]


def keyed(sheet: Sheet) -> SideBySide | None:
    """The parts of a sheet that was put together; None for any other."""
    return sheet if isinstance(sheet, SideBySide) else None
