"""Inspect: how files are understood, without making an experiment of them."""

from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from persona.experiment import LOCAL_LIMITS
from persona.models import Frozen, SkippedLine, SourceReport, Speaker
from persona.questionnaire.kinds import QuestionKind
from persona.questionnaire.models import Questionnaire
from persona.questionnaire.rows.reported import with_answers, with_what_reading_saw
from persona.reading.folders import source_files
from persona.reading.options import DialectChoice, Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from persona.models import QuestionChoice
    from persona.questionnaire.columns import Cells
    from persona.source import Source

LANGUAGE_ROWS, LANGUAGE_COLUMNS = 200, 5  # looked at to tell the language of a file
SPEAKER_BEFORE = re.compile(r"^[^:\n]{1,60}: ", re.MULTILINE)
"""Names in talk are of no language."""


class InspectedSource(Frozen):
    """How one file is written."""

    name: str
    kind: str
    bytes: int
    sha256: str
    rows: int
    language: str | None = Field(
        default=None, description="Two letters: that of most answers; None where nothing tells."
    )
    sheet: str | None = Field(default=None, description="Workbooks: the sheet that was read.")
    sheets: tuple[str, ...] = Field(default=(), description="Workbooks: all their sheets.")
    speakers: tuple[Speaker, ...] = Field(default=(), description="Transcripts: who asks and who answers.")
    header_rows: int = Field(description="Lines that hold names or texts of questions.")
    header_line: int | None = None
    encoding: str
    encoding_how: Literal["mark", "checked", "mixed", "guessed", "chosen"]
    encoding_samples: tuple[str, ...] = ()
    delimiter: str
    quote: str | None
    escape: str | None = None
    line_ends: tuple[str, ...] = ()
    titles: tuple[str, ...] = Field(default=(), description="Lines above the names of the columns.")
    skipped_lines: tuple[SkippedLine, ...] = Field(
        default=(), description="The first 1,000 lines that could not be read."
    )
    notes: dict[str, int] = Field(default_factory=dict, description="Repaired on the way, by code.")


class Inspection(Questionnaire):
    """Files as the library understands them, version 2."""

    version: Literal[2] = 2
    sources: tuple[InspectedSource, ...]
    skipped: dict[str, int] = Field(description="Lines that could not be read, by reason.")

    @property
    def skipped_total(self) -> int:
        return sum(self.skipped.values())


def inspect(
    paths: str | Path | Iterable[str | Path],
    *,
    answers: Mapping[str, str] | None = None,
    questions: Mapping[str, QuestionChoice] | None = None,
    limits: Limits = LOCAL_LIMITS,
    dialect: DialectChoice = DialectChoice(),  # noqa: B008 -- frozen
) -> Inspection:
    """Read a file, or several together, and say how they are understood; a folder stands for the files in it.

    `answers`: what people said to doubts, by "code:about" or by "code" for all of that kind. `questions`: what they say
    of questions, by id.

    Raises:
        DataError: a file cannot be read.

    Example:
        >>> inspect("survey.csv").respondents                             # doctest: +SKIP
        300
    """
    with TemporaryDirectory() as folder:
        dialect = with_answers(dialect, answers or {})
        sources, table = _read(list(source_files(paths)), Path(folder), limits, dialect)
        from persona.questionnaire.understanding import understand

        found = understand(table, answers, questions)
        languages = [language_in(source.path, found) for source in sources]
        reports = [source.report for source in sources]
    return inspection_of(with_what_reading_saw(found, reports), reports, languages)


def inspection_of(
    found: Questionnaire, reports: Sequence[SourceReport], languages: Sequence[str | None] = ()
) -> Inspection:
    """A questionnaire that is there already, with how its files are written, and in which languages if that is known.

    Example:
        >>> inspection_of(source.questionnaire, [source.report]).version  # doctest: +SKIP
        2
    """
    parts: dict[str, Any] = {name: getattr(found, name) for name in Questionnaire.model_fields}
    told = zip_longest(reports, languages) if languages else ((report, None) for report in reports)
    sources = tuple(source for report, language in told for source in _sources(report, language))
    return Inspection(sources=sources, skipped=_skipped(reports), **parts)


def language_in(folder: Path, found: Questionnaire) -> str | None:
    """The language of most open answers of a file that was read into `folder`; None where nothing tells.

    Where there are none, that of most questions and options.
    """
    from persona.table import Table
    from persona.text.languages import main_language

    table = Table.open([folder])
    asked = [name for question in found.questions if question.kind is QuestionKind.OPEN for name in question.names]
    names = [name for name in asked if name in table.names][:LANGUAGE_COLUMNS]
    rows = table.page(1, LANGUAGE_ROWS) if names else []
    texts = [SPEAKER_BEFORE.sub("", row.cells[name]) for row in rows for name in names]
    if not any(texts):
        texts = [text for q in found.questions for text in (q.text, *(option.label for option in q.options[:5]))]
    return main_language(texts) or None


def _read(files: Sequence[Path], folder: Path, limits: Limits, dialect: DialectChoice) -> tuple[list[Source], Cells]:
    from persona.source import add_source
    from persona.table import Table

    sources: list[Source] = []
    for at, file in enumerate(files):
        place = folder / f"{at:04}"
        sources.append(add_source(file, place, others=sources, limits=limits, dialect=dialect))
    return sources, Table.open([source.path for source in sources])


def _sources(report: SourceReport, language: str | None) -> Iterator[InspectedSource]:
    """An entry for each sheet that was read, or one for the file."""
    names = InspectedSource.model_fields.keys() & SourceReport.model_fields.keys()
    shared = {name: getattr(report, name) for name in names} | {"language": language}
    if not report.sheets_read:
        yield InspectedSource(**shared)
    for sheet, rows in report.sheets_read.items():
        yield InspectedSource(**{**shared, "sheet": sheet, "rows": rows})


def _skipped(reports: Sequence[SourceReport]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for report in reports:
        for code, lines in report.skipped.items():
            counts[code] = counts.get(code, 0) + lines
    return counts
