"""What a caller may decide about reading: limits, and a person's word on the dialect."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from persona.models import Frozen, Layout

MEGABYTE = 1_000_000
UNPACKED_ANYHOW = 1_000 * MEGABYTE
PACKED_AT_MOST = 20
BYTES_A_SECOND = 15 * MEGABYTE  # a third of what a slow machine reads


class Limits(Frozen):
    """Where reading stops with one clear sentence and keeps nothing. A cell that is too long costs its line only."""

    bytes: int = Field(default=200 * MEGABYTE, gt=0, description="Of the file as it came.")
    unpacked: int = Field(default=8_000 * MEGABYTE, gt=0, description="Of what a compressed file unpacks to.")
    rows: int = Field(default=1_000_000, gt=0)
    columns: int = Field(default=1_000, gt=0, le=10_000)
    cell: int = Field(default=1_000_000, gt=0, le=1_000_000, description="Characters.")
    memory: int = Field(default=1_800 * MEGABYTE, gt=0, description="Bytes that the reading process may use.")
    seconds: int = Field(default=45, gt=0, description="Of processor, for a small file; a large one may take more.")

    def unpacked_for(self, size: int) -> int:
        """What a compressed file with this many bytes may unpack to: answers are packed to a tenth, seldom to less."""
        return min(self.unpacked, UNPACKED_ANYHOW + PACKED_AT_MOST * size)

    def time_for(self, size: int) -> int:
        """Seconds after which the reading of a file with this many bytes is ended."""
        return self.seconds + size // BYTES_A_SECOND


class DialectChoice(Frozen):
    """A person's word on how the file is written; None leaves it to the reader."""

    delimiter: str | None = Field(default=None, min_length=1, max_length=1, description="What stands between cells.")
    encoding: str | None = Field(default=None, description='As Python names it: "utf-8", "cp1252" …')
    sheet: str | None = Field(default=None, description="Which sheet of a workbook; None: the one with most answers.")
    join_sheets: bool | None = Field(
        default=None, description="Whether sheets with the same columns are read together; None: unless one is chosen."
    )
    hidden_rows: bool | None = Field(
        default=None, description="Whether rows that a workbook hides are read; None: like all others."
    )
    header: bool | None = Field(default=None, description="Whether the first row holds column names.")
    header_rows: int | None = Field(default=None, ge=0, le=4, description="How many rows hold names and questions.")
    speakers: tuple[tuple[str, Literal["asks", "answers"]], ...] = Field(
        default=(), description="Transcripts: whether somebody asks or answers, by name."
    )
    layout: Layout | None = Field(default=None, description="Whether rows or columns are people, or rows are answers.")
