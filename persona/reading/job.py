"""What every kind of reader is given, and what it tells."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from persona.reading.dialect import Dialect
from persona.reading.encoding import Encoding
from persona.reading.streams import ByteSource

if TYPE_CHECKING:
    from pathlib import Path

    from persona.models import Layout, SheetChange, Speaker
    from persona.reading.header import Head
    from persona.reading.ledger import Ledger
    from persona.reading.options import DialectChoice, Limits
    from persona.reading.progress import ReadProgress

ALWAYS_UTF8 = Encoding("utf-8", "checked")


@dataclass(frozen=True)
class Job:
    """One file to read into an empty folder."""

    path: Path
    folder: Path
    name: str
    limits: Limits
    choice: DialectChoice
    ledger: Ledger
    progress: ReadProgress

    @property
    def size(self) -> int:
        """Bytes of the file as it came."""
        return self.path.stat().st_size

    def source(self, *, packed: bool = False) -> ByteSource:
        return ByteSource(self.path, packed, self.limits)

    def sha256(self) -> str:
        """The hash of the file, for readers that do not see all of its bytes themselves."""
        digest = hashlib.sha256()
        for _ in self.source().blocks(self.progress.surveyed, digest.update):
            pass
        return digest.hexdigest()


@dataclass(frozen=True)
class Written:
    """The table as it was written."""

    head: Head
    header_line: int | None
    rows: int
    rows_per_part: int
    parts: tuple[str, ...]
    layout: Layout = "people_in_rows"  # of the file; in the parts a row is a person


@dataclass(frozen=True)
class Found:
    """How the file was understood. Files that are no plain text have no dialect."""

    kind: str
    sha256: str
    table: Written
    encoding: Encoding = ALWAYS_UTF8
    dialect: Dialect | None = None
    line_ends: tuple[str, ...] = ()
    sheet: str | None = None
    sheets: tuple[str, ...] = field(default=())
    sheets_read: dict[str, int] = field(default_factory=dict)
    sheets_in_doubt: tuple[str, ...] = ()
    sheet_changes: tuple[SheetChange, ...] = ()
    sheets_beside: dict[str, str] = field(default_factory=dict)
    sheets_of_codes: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
