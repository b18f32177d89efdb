"""Which quotation marks open and close a cell, and which are text: by NumPy where the rules hold, else mark by mark.

A mark opens only at the start of a cell and closes only before a delimiter or line end; two together inside a
quoted cell are one. A cell may go on over several lines only while its marks obey. Every other mark is text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from persona.reading.dialect import Dialect

    Bytes = npt.NDArray[np.uint8]
    Positions = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]

LF, CR, BLANK, BACKSLASH = 10, 13, 32, 92
CELL_BYTES = 4 << 20  # a quoted cell that runs on for longer is taken as never closed
CLOSE_LOOK = 32  # marks judged one by one after a broken rule, before NumPy is asked again


class Quotes(NamedTuple):
    """Positions of quotation marks."""

    toggles: Positions  # open and close, in turn
    stray: Positions
    unclosed: Positions


class _Verdict(NamedTuple):
    following: int  # the mark to look at next
    toggles: tuple[int, ...] = ()
    is_text: bool = False  # the record holds marks that are text
    is_unclosed: bool = False


def find_quotes(data: bytes, view: Bytes, dialect: Dialect, final: bool) -> Quotes:
    """All quotation marks of a block that begins outside a quoted cell."""
    none = np.empty(0, np.int64)
    if dialect.quote is None or dialect.quote not in data:
        return Quotes(none, none, none)
    marks = np.flatnonzero(view == dialect.quote[0])
    escaped = none
    if dialect.escape and b"\\" in data:
        behind = (marks > 0) & (view[marks - 1] == BACKSLASH) & ~((marks > 1) & (view[marks - 2] == BACKSLASH))
        escaped, marks = marks[behind], marks[~behind]
        if not marks.size:
            return Quotes(none, escaped, none)
    found = _judge(_Marks.of(data, view, marks, dialect, final))
    text = [escaped, found.stray]
    if dialect.spaced:  # an opening after a blank is none to other parsers: such records are written anew
        text.append(marks[(marks > 0) & (view[marks - 1] == BLANK)])
    return found._replace(stray=np.concatenate(text))


@dataclass(frozen=True)
class _Marks:
    """All quotation marks of a block, and what stands beside each."""

    data: bytes
    at: Positions
    final: bool
    before: Flags  # a cell can begin here
    after: Flags  # a cell can end here
    touches_last: Flags
    touches_next: Flags

    @classmethod
    def of(cls, data: bytes, view: Bytes, at: Positions, dialect: Dialect, final: bool) -> _Marks:
        separators = np.zeros(256, bool)
        separators[[dialect.delimiter[0], LF, CR]] = True
        touch = np.diff(at) == 1
        return cls(
            data=data,
            at=at,
            final=final,
            before=_before(view, at, separators, spaced=dialect.spaced),
            after=(at == view.size - 1) | separators[view[np.minimum(at + 1, view.size - 1)]],
            touches_last=np.append(False, touch),
            touches_next=np.append(touch, False),
        )

    def end_open(self, i: int) -> bool:
        """Whether the last of the marks from `i` opens a cell for which no close can come any more."""
        too_long = len(self.data) - int(self.at[-1]) > CELL_BYTES
        return (self.at.size - i) % 2 == 1 and (self.final or too_long)


def _judge(marks: _Marks) -> Quotes:
    none = np.empty(0, np.int64)
    even = np.arange(marks.at.size) % 2 == 0
    can_open, can_close = marks.before | marks.touches_last, marks.after | marks.touches_next
    if np.where(even, can_open, can_close).all() and not marks.end_open(0):
        return Quotes(marks.at, none, none)
    opens = marks.before & ~marks.touches_last
    trouble = tuple(
        _Trouble(np.flatnonzero(~np.where(turn, can_open, can_close)), np.flatnonzero(opens & turn))
        for turn in (even, ~even)
    )
    return _Walk(marks, trouble).walk()


class _Trouble(NamedTuple):
    """For a walk that starts at an even (or odd) mark: where a rule is broken, and where cells open."""

    broken: Positions
    openings: Positions


class _Walk:
    """From trouble to trouble: whole stretches where the rules hold, a close look where they do not."""

    def __init__(self, marks: _Marks, trouble: tuple[_Trouble, ...]) -> None:
        self.marks, self.trouble = marks, trouble
        # Marks stand in runs; inside a cell, pairs are text, so that only the last of an odd run can close.
        self.run_end = np.append(np.flatnonzero(~marks.touches_last)[1:], marks.at.size)
        lengths = np.diff(self.run_end, prepend=0)
        self.run_of = np.repeat(np.arange(lengths.size), lengths)
        self.odd_runs = np.flatnonzero(lengths % 2 == 1)
        self.closers = np.flatnonzero(marks.after)

    def walk(self) -> Quotes:
        at = self.marks.at.tolist()
        toggles: list[int] = []
        stray: list[int] = []
        unclosed: list[int] = []
        i = 0
        while i < len(at):
            stop = self._fine_until(i)
            toggles += at[i:stop]
            i, until = stop, min(len(at), stop + CLOSE_LOOK)
            while i < until:
                verdict = self._look_closely(i)
                toggles += [at[k] for k in verdict.toggles]
                if verdict.is_text:
                    stray.append(at[i])
                if verdict.is_unclosed:
                    unclosed.append(at[i])
                i = verdict.following
        return Quotes(*(np.array(found, np.int64) for found in (toggles, stray, unclosed)))

    def _fine_until(self, i: int) -> int:
        """Up to which mark the rules hold, from mark `i` outside a cell; the one returned is outside too."""
        if self.marks.touches_last[i]:  # the mark before was text: what touches it opens nothing
            return i
        trouble = self.trouble[i % 2]
        following = int(np.searchsorted(trouble.broken, i))
        if following < trouble.broken.size:
            stop = int(trouble.broken[following])
        elif self.marks.end_open(i):
            stop = self.marks.at.size - 1
        else:
            return self.marks.at.size
        last = int(np.searchsorted(trouble.openings, stop, "right")) - 1
        return max(i, int(trouble.openings[last])) if last >= 0 else i

    def _look_closely(self, i: int) -> _Verdict:
        """Judge mark `i`, which is outside any quoted cell."""
        marks = self.marks
        if not marks.before[i] or marks.touches_last[i]:
            return _Verdict(i + 1, is_text=True)
        start = int(marks.at[i])
        single = self._next_single(i)
        endless = single < 0 or int(marks.at[single]) - start > CELL_BYTES
        if endless and self._may_go_on(start):
            return _Verdict(marks.at.size, toggles=(i,))
        if not endless and marks.after[single]:
            return _Verdict(single + 1, toggles=(i, single))
        return self._close_on_line(i)

    def _may_go_on(self, start: int) -> bool:
        return not self.marks.final and len(self.marks.data) - start <= CELL_BYTES

    def _next_single(self, i: int) -> int:
        """The first mark after `i` that is no half of a pair; -1 when there is none."""
        run = int(self.run_of[i])
        end = int(self.run_end[run])
        if (end - i - 1) % 2 == 1:
            return end - 1
        following = int(np.searchsorted(self.odd_runs, run, "right"))
        return int(self.run_end[self.odd_runs[following]]) - 1 if following < self.odd_runs.size else -1

    def _close_on_line(self, i: int) -> _Verdict:
        """Marks inside were not doubled: whichever stands before a delimiter closes, but only on the same line."""
        marks, start = self.marks, int(self.marks.at[i])
        following = int(np.searchsorted(self.closers, i, "right"))
        close = int(self.closers[following]) if following < self.closers.size else -1
        if close >= 0 and not _line_between(marks.data, start, int(marks.at[close])):
            return _Verdict(close + 1, toggles=(i, close), is_text=True)
        if close < 0 and self._may_go_on(start) and not _line_between(marks.data, start, len(marks.data)):
            return _Verdict(marks.at.size, toggles=(i,))
        return _Verdict(i + 1, is_unclosed=True)


def _before(view: Bytes, marks: Positions, separators: Flags, *, spaced: bool) -> Flags:
    """Whether a cell can begin at each mark. Mark 0 has no byte before it, where NumPy would look at the last one."""
    before: Flags = (marks == 0) | separators[view[marks - 1]]
    if spaced:
        behind_blank = view[marks - 1] == BLANK
        before |= (marks > 0) & behind_blank & ((marks == 1) | separators[view[marks - 2]])
    return before


def _line_between(data: bytes, start: int, end: int) -> bool:
    return data.find(b"\n", start, end) >= 0 or data.find(b"\r", start, end) >= 0
