"""Columns of sheets that are read below each other: those of the first, then what later ones ask beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from persona.models import SheetChange
from persona.reading.naming import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.reading.sheets import SheetView


class JoinedColumns(NamedTuple):
    """`names`: as people see them; `places`: for each sheet where each column stands in it, None where it does not."""

    names: tuple[str, ...]
    places: tuple[tuple[int | None, ...], ...]

    def changes(self, views: Sequence[SheetView]) -> tuple[SheetChange, ...]:
        """What each sheet but the first asks that no sheet before it does, and what it asks no more."""
        found = []
        known = {at for at, place in enumerate(self.places[0]) if place is not None}
        for view, places in zip(views[1:], self.places[1:], strict=True):
            here = {at for at, place in enumerate(places) if place is not None}
            new, gone = (tuple(self.names[at] for at in sorted(some)) for some in (here - known, known - here))
            if new or gone:
                found.append(SheetChange(sheet=view.name, new=new, gone=gone))
            known |= here
        return tuple(found)


def join_columns(views: Sequence[SheetView]) -> JoinedColumns:
    """The columns of sheets by their names, those of the first in its order; one that stands twice is two columns."""
    names = list(views[0].head.names)
    places: list[list[int | None]] = [list(range(len(names)))]
    for view in views[1:]:
        free: dict[str, list[int]] = {}
        for at, name in enumerate(view.head.names):
            free.setdefault(fold(name), []).append(at)
        mine: list[int | None] = [found.pop(0) if (found := free.get(fold(name))) else None for name in names]
        new = sorted(at for left in free.values() for at in left)
        names += [view.head.names[at] for at in new]
        places.append([*mine, *new])
    return JoinedColumns(tuple(names), tuple((*some, *[None] * (len(names) - len(some))) for some in places))
