"""Readiness: whether personas can be made from a file, and what to look at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.inspecting import Inspection, inspect
from persona.messages import sentence
from persona.models import Column, ColumnRole, Frozen
from persona.numerals import counted
from persona.reading.options import DialectChoice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NOTHING_CHOSEN = DialectChoice()
FEW_ROWS = 50  # below this, groups of ten people are the best that can be hoped for


class Readiness(Frozen):
    """A verdict on a file that can be read."""

    name: str
    rows: int
    columns: int
    open_answers: int
    forming: int
    warnings: tuple[str, ...] = ()


def check_file(path: str | Path, *, dialect: DialectChoice = NOTHING_CHOSEN) -> Readiness:
    """Read a file and say what to look at before personas are made of it; nothing is kept.

    Raises:
        DataError: the file cannot be used at all.

    Example:
        >>> check_file("survey.csv").warnings                             # doctest: +SKIP
        ('Skipped: 3 lines of the data, which could not be read as answers.',)
    """
    found = inspect(path, dialect=dialect)
    return Readiness(
        name=found.name,
        rows=found.rows,
        columns=len(found.columns),
        open_answers=sum(column.role is ColumnRole.OPEN for column in found.columns),
        forming=sum(column.basis for column in found.columns),
        warnings=tuple(_warnings(found)),
    )


def warnings_about(rows: int, columns: Sequence[Column]) -> list[str]:
    """What speaks against good personas from these answers: too few people, or nothing in their own words."""
    warnings = []
    if rows < FEW_ROWS:
        warnings.append(sentence("few_rows", count=rows))
    if not any(column.role is ColumnRole.OPEN for column in columns):
        warnings.append(sentence("no_open_answers"))
    if not any(column.basis for column in columns):
        warnings.append(sentence("no_answers"))
    return warnings


def _warnings(found: Inspection) -> list[str]:
    warnings = []
    if found.skipped_total:
        warnings.append(sentence("lines_skipped", lines=counted(found.skipped_total, "line")))
    if found.dialect.encoding_how == "guessed":
        words = ", ".join(found.dialect.encoding_samples)
        warnings.append(sentence("encoding_guessed", encoding=found.dialect.encoding, words=words))
    warnings += warnings_about(found.rows, found.columns)
    warnings += [
        sentence("personal_data", column=column.name, count=column.personal or column.filled)
        for column in found.columns
        if column.personal or column.role is ColumnRole.PERSONAL
    ]
    return warnings
