"""What did not become a row, and what was mended: every line with its number, its reason and its text."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from persona.messages import problem, sentence
from persona.models import SkippedLine

if TYPE_CHECKING:
    from pathlib import Path

    from persona.models import Problem

KEPT = 1000  # entries that a report holds itself
TEXT = 300  # characters of a left-out line
SPOOL = "left-out.csv"


class Notes(Protocol):
    """What was changed on the way; the ledger keeps it, `Silence` does not."""

    def mend(self, code: str, line: int, **values: int) -> None: ...

    def note(self, code: str, count: int = 1) -> None: ...


class Silence:
    """For a pass over the file that another one tells about."""

    def mend(self, code: str, line: int, **values: int) -> None:
        """Say nothing."""

    def note(self, code: str, count: int = 1) -> None:
        """Say nothing."""


class Ledger:
    """Keeps the first entries in memory and all left-out lines in a file, so that memory stays flat."""

    def __init__(self, folder: Path) -> None:
        self.left_out: list[SkippedLine] = []
        self.left_out_counts: Counter[str] = Counter()
        self.mended: list[Problem] = []
        self.notes: Counter[str] = Counter()
        self.spool = folder / SPOOL
        self._file = self.spool.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")

    def leave_out(self, code: str, line: int, text: str, **values: object) -> None:
        """Record a line that is no row."""
        message = sentence(code, line=line, **values)
        text = text[:TEXT].rstrip("\r\n")
        self.left_out_counts[code] += 1
        self._writer.writerow((line, code, message, text))
        if len(self.left_out) < KEPT:
            self.left_out.append(SkippedLine(line=line, code=code, message=message, text=text))

    def mend(self, code: str, line: int, **values: int) -> None:
        """Record a line that became a row, but not as it stands in the file."""
        self.notes[code] += 1
        if len(self.mended) < KEPT:
            self.mended.append(problem(code, line=line, column=None, **values))

    def note(self, code: str, count: int = 1) -> None:
        """Count something worth telling that has no line of its own."""
        if count:
            self.notes[code] += count

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()
