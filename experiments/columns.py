"""Columns as versions before 0.7 know them: a view of the questions, for the data page, its API and the next run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from experiments.questionnaires import as_read
from persona.models import Column, ColumnChoice, ColumnRole
from persona.questionnaire.column_choices import KIND_OF
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.recoding.variables import columns_of as columns_understood

if TYPE_CHECKING:
    from experiments.models import DataSource
    from persona.questionnaire.models import Question, Questionnaire

ROLE_OF = {kind: role for role, kind in KIND_OF.items()} | {
    Kind.BATTERY: ColumnRole.RATING,
    Kind.RANKING: ColumnRole.NUMBER,
    Kind.ADMINISTRATION: ColumnRole.IGNORE,
    Kind.WEIGHT: ColumnRole.IGNORE,
}


def columns_of(source: DataSource) -> tuple[Column, ...]:
    """The columns of a source that has been read, as they stand now."""
    return tuple(Column.model_validate(column) for column in source.columns)


def overrides_of(source: DataSource) -> dict[str, ColumnChoice]:
    """What people's changes mean for columns, by name."""
    return {name: ColumnChoice.model_validate(choice) for name, choice in source.overrides.items()}


def settled(source: DataSource, found: Questionnaire) -> dict[str, Any]:
    """The fields of a source that follow from its questions as they stand now."""
    changed = changes(as_read(source), found)
    columns = columns_understood(found)
    return {
        "overrides": {name: choice.model_dump(mode="json") for name, choice in changed.items()},
        "columns": [column.model_dump(mode="json") for column in columns],
    }


def changes(before: Questionnaire, after: Questionnaire) -> dict[str, ColumnChoice]:
    """Columns whose role or use differs between two states of the same questions."""
    old = {name: question for question in before.questions for name in question.names}
    new = {name: question for question in after.questions for name in question.names}
    found = {name: _change(old[name], new[name]) for name in new}
    return {name: choice for name, choice in found.items() if choice != ColumnChoice()}


def _change(old: Question, new: Question) -> ColumnChoice:
    before, after = _role(old), _role(new)
    basis = None if old.use == new.use or after is ColumnRole.IGNORE else new.use == "basis"
    return ColumnChoice(role=None if before is after else after, basis=basis)


def _role(question: Question) -> ColumnRole:
    """What is not used at all is left out, whatever it is."""
    named = (ColumnRole.ID, ColumnRole.PERSONAL)
    role = ROLE_OF[question.kind]
    return ColumnRole.IGNORE if question.use == "none" and role not in named else role
