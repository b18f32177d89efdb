"""Records into clean rows of equal width: regular ones pass as they are, the others are mended or left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.dialects import DELIMITERS
from persona.messages import data_error
from persona.reading.cells import parse, write
from persona.reading.parts import Batch

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from persona.reading.dialect import Dialect
    from persona.reading.ledger import Ledger
    from persona.reading.repeats import NameLines
    from persona.reading.splitter import Records

    Positions = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]

BLANKS = b" \t\r\n\x0b\x0c\x1a"
SEPARATORS = {sign.encode(): about.name for sign, about in DELIMITERS.items() if about.is_offered}
SHOWN = 1200  # bytes of a left-out line that are looked at to show its first characters


class Cleaner:
    """The rules for one table. Remembers in which order the columns stand, once names come again in another one."""

    def __init__(self, dialect: Dialect, width: int, names: NameLines, max_cell: int, ledger: Ledger) -> None:
        self.dialect, self.width, self.max_cell, self.ledger = dialect, width, max_cell, ledger
        self._names = names
        self._order: tuple[int, ...] | None = None

    def clean(self, records: Records) -> Batch:
        """The rows among these records."""
        length = records.end - records.start
        regular = (records.width == self.width) & ~records.odd & ~records.unclosed
        regular &= length <= self.max_cell  # only a longer one can hold a cell over the limit
        regular &= ~self._out_of_order(records)
        blank = self._may_be_blank(records, length)
        empty = blank & (records.width == 1) & (self.width > 1)
        self.ledger.note("blank_lines", int(empty.sum()))
        irregular = (~regular | blank) & ~empty
        if not irregular.any() and not empty.any():
            return Batch(records.data[: records.used], records.end, records.line)
        return self._mended(records, length, irregular, empty)

    def _mended(self, records: Records, length: Positions, irregular: Flags, empty: Flags) -> Batch:
        """All rows among the records, with the irregular ones written anew, or without them."""
        mended: dict[int, bytes] = {}
        kept = ~empty
        for i in np.flatnonzero(irregular).tolist():
            cells = self._cells(records, i)
            if cells is None:
                kept[i] = False
            else:
                mended[i] = write(cells, self.dialect)
        length[list(mended)] = [len(row) for row in mended.values()]
        data = _patched(records, ~irregular & ~empty, mended)
        return Batch(data, np.cumsum(length[kept]), records.line[kept])

    def _may_be_blank(self, records: Records, length: Positions) -> Flags:
        """Which records hold nothing but delimiters, quotation marks and blanks."""
        short: Flags = length <= 3 * self.width + 2
        if not short.any():
            return short
        content = np.ones(256, np.uint8)
        content[list(BLANKS + self.dialect.delimiter + (self.dialect.quote or b""))] = 0
        filled = np.maximum.reduceat(content[np.frombuffer(records.data, np.uint8)[: records.used]], records.start)
        short &= filled == 0
        return short

    def _out_of_order(self, records: Records) -> Flags:
        """Which records are names once more, or stand below such names in another order."""
        flags = self._names.among(records)
        first = len(records) if self._order is None else 0
        for i in np.flatnonzero(flags).tolist():
            again = self._names.again(records.raw(i), parse(records.raw(i), self.dialect))
            if again is not None and again.order is not None:
                first = min(first, i)
        flags[first:] = True
        return flags

    def _cells(self, records: Records, i: int) -> list[str] | None:
        """The cells of an irregular record, mended; None when it is left out, which the ledger then knows."""
        raw, line = records.raw(i), int(records.line[i])
        cut_off = records.final and i == len(records) - 1 and not raw.endswith((b"\n", b"\r"))
        if not raw.strip(BLANKS):
            self.ledger.note("blank_lines")
            return None
        show = raw[:SHOWN].decode("utf-8", "replace")
        if records.unclosed[i]:
            reason = "cut_off_row" if cut_off else "unclosed_quote"
            reason = "cell_too_long" if len(raw) > self.max_cell else reason
            self.ledger.leave_out(reason, line, show, limit=self.max_cell)
            return None
        cells = parse(raw, self.dialect)
        if code := self._no_row(raw, cells, line) or self._wrong_width(cells, line, cut_off=cut_off):
            separator = SEPARATORS.get(self.dialect.delimiter, "separator")
            values = {"found": len(cells), "width": self.width, "separator": separator, "limit": self.max_cell}
            self.ledger.leave_out(code, line, show, **values)
            return None
        if records.odd[i] and not (self.dialect.spaced or self.dialect.escape):  # there, odd ones may be right
            self.ledger.mend("stray_quotes", line)
        return [cells[i] for i in self._order] if self._order else cells

    def _no_row(self, raw: bytes, cells: Sequence[str], line: int) -> str | None:
        if not any(cell.strip() for cell in cells):
            return "blank"
        if (again := self._names.again(raw, cells)) is not None:
            self._order = again.order
            return "reordered_header" if again.order else "repeated_header"
        if self._names.heads_another(cells):
            raise data_error("other_header", line=line)
        if any(len(cell) > self.max_cell for cell in cells):
            return "cell_too_long"
        return None

    def _wrong_width(self, cells: list[str], line: int, *, cut_off: bool) -> str | None:
        """Mends the number of cells where no answer is lost by it; else says why the row is left out."""
        found = len(cells)
        while len(cells) > self.width and not cells[-1].strip():
            cells.pop()
        if len(cells) > self.width:
            return "long_row"
        if found > self.width:
            self.ledger.mend("trailing_cells_cut", line, extra=found - self.width)
        if found < self.width:
            if cut_off and not self.ledger.notes["padded"]:
                return "cut_off_row"
            if found < max(2, (self.width + 1) // 2):
                return "short_row"
            self.ledger.mend("padded", line, found=found, width=self.width)
            cells += [""] * (self.width - found)
        return None


def _patched(records: Records, unchanged: Flags, mended: dict[int, bytes]) -> bytes:
    """The bytes of the unchanged records, with the mended ones in their places."""
    pieces = dict(mended)
    edges = np.flatnonzero(np.diff(unchanged, prepend=False, append=False))
    for first, after in edges.reshape(-1, 2).tolist():
        pieces[first] = records.data[records.start[first] : records.end[after - 1]]
    return b"".join(pieces[i] for i in sorted(pieces))
