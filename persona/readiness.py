"""Readiness: whether personas can be made from a file, and what to look at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.inspecting import Inspection, inspect
from persona.messages import sentence
from persona.models import Column, ColumnRole, Frozen
from persona.numerals import counted
from persona.questionnaire.kinds import QuestionKind
from persona.questionnaire.models import Doubt
from persona.reading.options import DialectChoice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

NOTHING_CHOSEN = DialectChoice()
FEW_ROWS = 50  # below this, groups of ten people are the best that can be hoped for


class Readiness(Frozen):
    """A verdict on a file that can be read."""

    name: str
    rows: int
    respondents: int
    questions: int
    open_answers: int
    forming: int
    warnings: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def check_file(
    path: str | Path, *, dialect: DialectChoice = NOTHING_CHOSEN, answers: Mapping[str, str] | None = None
) -> Readiness:
    """Read a file and say what to look at before personas are made of it; nothing is kept.

    `answers`: what people said to doubts; those stay open that have no answer.

    Raises:
        DataError: the file cannot be used at all.

    Example:
        >>> check_file("survey.csv").warnings                             # doctest: +SKIP
        ('Skipped: 3 lines of the data, which could not be read as answers.',)
    """
    found = inspect(path, answers=answers, dialect=dialect)
    return Readiness(
        name=found.sources[0].name,
        rows=found.rows,
        respondents=found.respondents,
        questions=len(found.questions),
        open_answers=sum(question.kind is QuestionKind.OPEN for question in found.questions),
        forming=sum(question.use == "basis" for question in found.questions),
        warnings=tuple(_warnings(found)),
        doubts=tuple(doubt for doubt in found.doubts if not _is_answered(doubt, answers or {})),
    )


def _is_answered(doubt: Doubt, answers: Mapping[str, str]) -> bool:
    return doubt.id in answers or str(doubt.code) in answers


def warnings_about(rows: int, columns: Sequence[Column]) -> list[str]:
    """What speaks against good personas from these answers: too few people, or nothing in their own words."""
    has_open = any(column.role is ColumnRole.OPEN for column in columns)
    return _speaking_against(rows, has_open=has_open, has_basis=any(column.basis for column in columns))


def _speaking_against(rows: int, *, has_open: bool, has_basis: bool) -> list[str]:
    warnings = []
    if rows < FEW_ROWS:
        warnings.append(sentence("few_rows", rows=counted(rows, "row")))
    if not has_open:
        warnings.append(sentence("no_open_answers"))
    if not has_basis:
        warnings.append(sentence("no_answers"))
    return warnings


def _warnings(found: Inspection) -> list[str]:
    warnings = []
    if found.skipped_total:
        warnings.append(sentence("lines_skipped", lines=counted(found.skipped_total, "line")))
    for source in found.sources:
        if source.encoding_how == "guessed":
            words = ", ".join(source.encoding_samples)
            warnings.append(sentence("encoding_guessed", encoding=source.encoding, words=words))
    has_open = any(question.kind is QuestionKind.OPEN for question in found.questions)
    has_basis = any(question.use == "basis" for question in found.questions)
    warnings += _speaking_against(found.respondents, has_open=has_open, has_basis=has_basis)
    warnings += [
        sentence("personal_data", column=question.text, cells=counted(question.personal or question.answered, "cell"))
        for question in found.questions
        if question.personal or question.kind is QuestionKind.PERSONAL
    ]
    return warnings
