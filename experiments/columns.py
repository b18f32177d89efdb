"""Columns as versions before 0.7 know them: a view of the questions, for the data page, its API and the next run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from persona.models import Column, ColumnChoice

if TYPE_CHECKING:
    from experiments.models import DataSource
    from persona.questionnaire.models import Questionnaire


def columns_of(source: DataSource) -> tuple[Column, ...]:
    """The columns of a source that has been read, as they stand now."""
    return tuple(Column.model_validate(column) for column in source.columns)


def overrides_of(source: DataSource) -> dict[str, ColumnChoice]:
    """What people said of columns to a version that knew no questions, by name."""
    return {name: ColumnChoice.model_validate(choice) for name, choice in source.overrides.items()}


def settled(found: Questionnaire) -> dict[str, Any]:
    """The fields of a source that follow from its questions as they stand now."""
    from persona.recoding import variables  # heavy: pages that change nothing do without

    columns = [column.model_dump(mode="json") for column in variables.columns_of(found)]
    return {"overrides": {}, "columns": columns}
