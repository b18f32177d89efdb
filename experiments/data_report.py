"""What was found in a file, in words for the data check."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from experiments.columns import columns_of
from persona.dialects import delimiter_word, encoding_word
from persona.filekinds import DELIMITED, kind_in_words
from persona.messages import hint
from persona.models import ColumnRole, SkippedLine, SourceReport
from persona.readiness import warnings_about

if TYPE_CHECKING:
    from collections.abc import Sequence

    from experiments.models import DataSource

GROUPS = 8
LINES = 8


# What a person may mend by saying how the file is written.
REREADABLE = ("one_column", "wrong_encoding", "no_rows", "hardly_fits", "too_many_columns")


class Role(NamedTuple):
    """A column role as people see it."""

    value: str
    word: str
    icon: str


ROLES = {
    role: Role(role.value, word, icon)
    for role, word, icon in (
        (ColumnRole.ID, "ID", "id"),
        (ColumnRole.OPEN, "Open answer", "text"),
        (ColumnRole.CATEGORY, "Category", "tag"),
        (ColumnRole.MULTIPLE, "Multiple choice", "multi"),
        (ColumnRole.RATING, "Rating", "star"),
        (ColumnRole.NUMBER, "Number", "number"),
        (ColumnRole.DATE, "Date", "date"),
        (ColumnRole.PERSONAL, "Personal data", "hide"),
        (ColumnRole.IGNORE, "Leave out", "x"),
    )
}


class LeftOutGroup(NamedTuple):
    """Lines that were left out for the same reason."""

    lines: str
    reason: str
    hint: str


def warnings_of(source: DataSource) -> list[str]:
    """What speaks against good personas from this data, in the words of the command line."""
    return warnings_about(source.rows, columns_of(source))


def may_help_to_reread(source: DataSource) -> bool:
    """Whether a file that could not be read may be readable in another way."""
    return (source.error or {}).get("code") in REREADABLE


def dialect_in_words(report: SourceReport) -> str:
    """ "Comma, UTF-8, header in line 1", or what kind of file it was."""
    if report.kind not in DELIMITED:
        sheets = len(report.sheets)
        return kind_in_words(
            report.kind,
            sheet=report.sheet,
            sheets=sheets,
            header_line=report.header_line,
            together=len(report.sheets_read),
        )
    header = f"header in line {report.header_line}" if report.header_line else "no column names"
    return f"{delimiter_word(report.delimiter).capitalize()}, {encoding_word(report.encoding)}, {header}"


def left_out_groups(report: SourceReport) -> list[LeftOutGroup]:
    """The left-out lines by reason, in the order of the file; as many as can be read at a glance."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for left in report.skipped_lines:
        groups[left.code, _reason(left)].append(left.line)
    separator = delimiter_word(report.delimiter)
    return [
        LeftOutGroup(_listed(lines), reason, hint(code, separator=separator))
        for (code, reason), lines in list(groups.items())[:GROUPS]
    ]


def _reason(left: SkippedLine) -> str:
    """The reader's sentence without the line it begins with."""
    return left.message.removeprefix(f"Line {left.line}: ").removeprefix(f"Line {left.line:,}: ")


def _listed(lines: Sequence[int]) -> str:
    """ "Line 7", "Lines 7, 9 and 12", "Lines 7, 9, 12 and 340 more"."""
    if len(lines) == 1:
        return f"Line {lines[0]}"
    shown = [str(line) for line in lines[:LINES]]
    last = f"{len(lines) - LINES} more" if len(lines) > LINES else shown.pop()
    return f"Lines {', '.join(shown)} and {last}"
