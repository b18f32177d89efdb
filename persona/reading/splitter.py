"""Cut bytes into records with NumPy: record ends, widths and physical lines in a few passes over a block."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from persona.reading.dialect import Dialect
from persona.reading.quotes import CR, LF, Quotes, find_quotes

if TYPE_CHECKING:
    import numpy.typing as npt

    Positions = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]

NONE = np.empty(0, np.int64)


@dataclass(frozen=True)
class Records:
    """Record i is `data[start[i]:end[i]]`, line end included; it begins on physical line `line[i]`."""

    data: bytes
    start: Positions
    end: Positions
    line: Positions
    width: Positions
    odd: Flags  # holds quotation marks that are text although they stand where the rules do not allow it
    unclosed: Flags  # a quotation mark is opened here and never closed
    used: int  # bytes that became records; the rest waits for the next block
    lines: int  # physical lines among them
    final: bool  # the file ends with the last record

    def __len__(self) -> int:
        return len(self.start)

    def raw(self, index: int) -> bytes:
        return self.data[self.start[index] : self.end[index]]

    def after(self, count: int) -> Records:
        """Without the first `count` records."""
        first = int(self.start[count]) if count < len(self) else self.used
        return replace(
            self,
            data=self.data[first:],
            start=self.start[count:] - first,
            end=self.end[count:] - first,
            line=self.line[count:],
            width=self.width[count:],
            odd=self.odd[count:],
            unclosed=self.unclosed[count:],
            used=self.used - first,
        )


def split(data: bytes, dialect: Dialect, *, line: int = 1, final: bool = True) -> Records:
    """The complete records at the start of `data`, whose first byte is on physical line `line`.

    With `final` the data ends here; without it, what may go on in the next block is left over.
    A block that is not final must not end with a carriage return: the line feed may follow.
    """
    view = np.frombuffer(data, np.uint8)
    line_ends, lone = _line_ends(data, view, final)
    quotes = find_quotes(data, view, dialect, final)
    ends = _outside(line_ends, quotes) + 1
    if final and data and not (ends.size and ends[-1] == len(data)):
        ends = np.append(ends, len(data))
    if not ends.size:
        return Records(data, NONE, NONE, NONE, NONE, NONE > 0, NONE > 0, 0, 0, final)
    used = int(ends[-1])
    starts = np.append(0, ends[:-1])
    cuts = _outside(np.flatnonzero(view == dialect.delimiter[0]), quotes)
    return Records(
        data=_with_line_feeds(data, _outside(lone[lone < used], quotes)),
        start=starts,
        end=ends,
        line=line + np.searchsorted(line_ends, starts),
        width=np.diff(np.searchsorted(cuts, ends), prepend=0) + 1,
        odd=_flags(quotes.stray, ends),
        unclosed=_flags(quotes.unclosed, ends),
        used=used,
        lines=int(np.searchsorted(line_ends, used)),
        final=final,
    )


def _line_ends(data: bytes, view: npt.NDArray[np.uint8], final: bool) -> tuple[Positions, Positions]:
    r"""Where physical lines end (`\n`, `\r\n`, lone `\r`), and the lone `\r` among them."""
    feeds = np.flatnonzero(view == LF)
    if b"\r" not in data:
        return feeds, NONE
    returns = np.flatnonzero(view == CR)
    inner = returns[returns + 1 < len(data)]
    lone = inner[view[inner + 1] != LF]
    if final and returns[-1] == len(data) - 1:
        lone = np.append(lone, len(data) - 1)
    return (np.sort(np.concatenate([feeds, lone])), lone) if lone.size else (feeds, lone)


def _outside(positions: Positions, quotes: Quotes) -> Positions:
    if not quotes.toggles.size:
        return positions
    outside: Positions = positions[np.searchsorted(quotes.toggles, positions) % 2 == 0]
    return outside


def _with_line_feeds(data: bytes, lone: Positions) -> bytes:
    """Lone carriage returns between records become line feeds, which every parser knows."""
    if not lone.size:
        return data
    changed = bytearray(data)
    np.frombuffer(changed, np.uint8)[lone] = LF
    return bytes(changed)


def _flags(positions: Positions, ends: Positions) -> Flags:
    inside = positions[positions < ends[-1]]
    flags: Flags = np.bincount(np.searchsorted(ends, inside, "right"), minlength=ends.size) > 0
    return flags
