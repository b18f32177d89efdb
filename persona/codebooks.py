"""Code books from files: CSV, or a sheet of a workbook, which is read apart like every file."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from persona.exceptions import ConfigurationError
from persona.questionnaire.codebook import read_codebook
from persona.questionnaire.identifiers import slug
from persona.reading.signature import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from persona.models import QuestionChoice
    from persona.questionnaire.models import Questionnaire
    from persona.table import Table


class UsedCodebook(NamedTuple):
    """What a code book says of the questions of a questionnaire, and what it names that is not there."""

    questions: dict[str, QuestionChoice]
    unused: tuple[str, ...]


def load_codebook(path: str | Path, *, sheet: str | None = None) -> dict[str, QuestionChoice]:
    """What a code book says of questions, by id, for `PersonaConfig.questions`. See `read_codebook` for its columns.

    `sheet`: of a workbook; without it, the first sheet that is a code book.

    Raises:
        ConfigurationError: it is no code book, or a row says too little or contradicts another.
        DataError: the workbook cannot be read.

    Example:
        >>> load_codebook("study.xlsx", sheet="Codes")["q1"].options.rename      # doctest: +SKIP
        {'1': 'Man', '2': 'Woman'}
    """
    path = Path(path)
    if not path.is_file() or kind_of(path) != "workbook":
        return read_codebook(path)
    refused: ConfigurationError | None = None
    for text in _sheets(path, sheet):
        try:
            return read_codebook(text)
        except ConfigurationError as exc:
            refused = refused or exc
    assert refused is not None  # noqa: S101 -- a workbook has a sheet, or reading it failed
    raise refused


def use_codebook(told: Mapping[str, QuestionChoice], found: Questionnaire) -> UsedCodebook:
    """The part of a code book that is about the questions of this questionnaire; columns count as well."""
    known = {question.id for question in found.questions}
    known |= {slug(name) for question in found.questions for name in question.names}
    unused = tuple(key for key in told if key not in known)
    return UsedCodebook({key: choice for key, choice in told.items() if key in known}, unused)


def _sheets(path: Path, sheet: str | None) -> Iterator[str]:
    """The sheets as CSV: the one that is named, or that with most in it first."""
    from persona.experiment import LOCAL_LIMITS
    from persona.reading.options import DialectChoice
    from persona.source import add_source
    from persona.table import Table

    wanted: list[str | None] = [sheet]
    with TemporaryDirectory() as folder:
        for at, name in enumerate(wanted):
            choice = DialectChoice(sheet=name, header=True, layout="people_in_rows", join_sheets=False)
            source = add_source(path, Path(folder) / str(at), limits=LOCAL_LIMITS, dialect=choice)
            if at == 0 and sheet is None:
                wanted += [other for other in source.report.sheets if other != source.report.sheet]
            yield _as_csv(Table.open([source.path]))


def _as_csv(table: Table) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.names)
    for _, cells in table.batches(table.names):
        writer.writerows(zip(*(cells[name] for name in table.names), strict=True))
    return text.getvalue()
