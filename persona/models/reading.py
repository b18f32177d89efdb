"""What reading tells: how a file was understood, and what is wrong in it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from persona.models.base import Frozen, OldNames


class Problem(Frozen):
    """One thing that is wrong in a file: where, what, and how to repair it."""

    code: str
    message: str
    line: int | None = Field(default=None, description="Physical line, from 1, as an editor shows it.")
    column: str | None = None
    hint: str = ""


class SkippedLine(Frozen):
    """One line of the file that could not be read, so that it became no row."""

    line: int
    code: str
    message: str
    text: str = Field(description="The first 300 characters, as they stand in the file.")


Layout = Literal["people_in_rows", "people_in_columns", "answers_in_rows"]
"""How a file is laid out: a row a person, a column a person, or a row for each answer of a person."""


class Speaker(Frozen):
    """Somebody in a transcript."""

    name: str
    role: Literal["asks", "answers"]
    sure: bool = Field(default=True, description="Whether the role is beyond doubt.")


class SheetChange(Frozen):
    """What one of several sheets asks that those before it did not, and what it asks no more, by names of columns."""

    sheet: str
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class SourceReport(OldNames):
    """How one file was understood. Rows are counted from 1, lines as an editor shows them."""

    name: str = Field(description="The file's own name; a label, never a path.")
    kind: str = Field(
        description='"csv", "csv.gz", "xlsx", "xls", "ods", "sav", "dta", "zip", "json", "parquet", "transcript" …'
    )
    bytes: int
    sha256: str
    encoding: str
    encoding_how: Literal["mark", "checked", "mixed", "guessed", "chosen"]
    encoding_samples: tuple[str, ...] = Field(default=(), description="Words with accents, to check a guess.")
    delimiter: str
    quote: str | None
    escape: str | None = None
    line_ends: tuple[str, ...] = ()
    sheet: str | None = Field(default=None, description="Workbooks: the sheet that was read.")
    sheets: tuple[str, ...] = Field(default=(), description="Workbooks: the sheets to choose from.")
    sheets_read: dict[str, int] = Field(default_factory=dict, description="Workbooks: the rows read, by sheet.")
    sheets_in_doubt: tuple[str, ...] = Field(default=(), description="Workbooks: others that may hold the answers.")
    sheet_changes: tuple[SheetChange, ...] = Field(
        default=(), description="Sheets or files read together: what later ones ask that those before did not."
    )
    sheets_beside: dict[str, str] = Field(
        default_factory=dict,
        description="Sheets or files whose columns were put beside those of the one read, by the key they share.",
    )
    sheets_of_codes: tuple[str, ...] = Field(
        default=(), description="Workbooks: sheets that gave texts of questions and labels of codes."
    )
    speakers: tuple[Speaker, ...] = Field(default=(), description="Transcripts: who asks and who answers.")
    titles: tuple[str, ...] = Field(default=(), description="Lines above the column names.")
    header_line: int | None = Field(description="None when the file has no column names.")
    header_rows: int = Field(default=0, description="How many rows hold names and questions.")
    layout: Layout = Field(default="people_in_rows", description="Of the file; in the parts each row is a person.")
    header_sure: bool = Field(default=True, description="Whether so many rows of names are beyond doubt.")
    names: tuple[str, ...]
    labels: tuple[str, ...] | None = Field(default=None, description="Question texts, where a second row has them.")
    steps: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="What the file calls the codes of a column, in their order, by its name."
    )
    rows: int
    rows_per_part: int
    parts: tuple[str, ...] = Field(description="Names of the Parquet files, in order of rows.")
    skipped_lines: tuple[SkippedLine, ...] = Field(default=(), description="The first 1,000 skipped lines.")
    skipped: dict[str, int] = Field(default_factory=dict, description="How many lines were skipped, by code.")
    repaired: tuple[Problem, ...] = Field(default=(), description="The first 1,000 lines that were repaired, and how.")
    notes: dict[str, int] = Field(default_factory=dict, description="Repaired on the way: padded rows, cut cells …")

    @property
    def skipped_total(self) -> int:
        """How many lines were skipped, for whatever reason."""
        return sum(self.skipped.values())
