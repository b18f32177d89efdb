"""Lines further down that hold the column names again: once more, in another order, or of another table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.reading.cells import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from persona.reading.dialect import Dialect
    from persona.reading.splitter import Records

    Flags = npt.NDArray[np.bool_]

OTHER_TABLE = 0.6  # share of cells that are names of the table above, from which a line heads a table of its own


class Again(NamedTuple):
    """A line of names: where each column of the table stands in the lines below it; None where nothing moved."""

    order: tuple[int, ...] | None


class NameLines:
    """Knows the rows of names of one table when they come again."""

    def __init__(self, rows: Sequence[bytes], dialect: Dialect) -> None:
        self._rows = frozenset(rows)  # as they stand in the file, line end included
        self._dialect = dialect
        self._names = _plain(parse(rows[0], dialect)) if rows else ()
        self._known = frozenset(self._names) - {""}
        self._starts = np.zeros(1 << 16, np.bool_)
        names = [name.encode() for name in self._known] if len(self._known) > 1 else []
        for start in (*rows, *names, *((dialect.quote or b"") + name for name in names)):
            if len(start) > 1:
                self._starts[start[0] << 8 | start[1]] = True

    def among(self, records: Records) -> Flags:
        """Which records may be names; few others are."""
        view = np.frombuffer(records.data, np.uint8).astype(np.uint16)
        second = np.minimum(records.start + 1, len(records.data) - 1)
        maybe: Flags = self._starts[view[records.start] << 8 | view[second]]
        for i in np.flatnonzero(maybe).tolist():
            raw = records.raw(i)
            maybe[i] = raw in self._rows or self._share(parse(raw, self._dialect)) >= OTHER_TABLE
        return maybe

    def again(self, raw: bytes, cells: Sequence[str]) -> Again | None:
        """Whether a line holds just the names of the table, and in which order; None where it does not."""
        if raw in self._rows:
            return Again(None)
        plain = _plain(cells)
        if len(self._known) < 2 or sorted(plain) != sorted(self._names):
            return None
        if plain == self._names:
            return Again(None)
        places = {name: [i for i, other in enumerate(plain) if other == name] for name in plain}
        return Again(tuple(places[name].pop(0) for name in self._names))

    def heads_another(self, cells: Sequence[str]) -> bool:
        """Whether a line names columns like those of the table, but not the same ones."""
        return self._share(cells) >= OTHER_TABLE

    def _share(self, cells: Sequence[str]) -> float:
        plain = [cell for cell in _plain(cells) if cell]
        known = {cell for cell in plain if cell in self._known}
        return len(known) / len(plain) if len(known) > 1 else 0.0


def _plain(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in cells)
