"""Rows over HTTP: what people said, as it was uploaded, without personal data."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query, Router

from experiments import browsing, files
from experiments.api.finding import experiment_of, ready
from experiments.api.schemas import RowFilter, RowPage
from experiments.browsing import Groups
from experiments.columns import columns_of
from experiments.models import DataSource
from persona.messages import configuration_error
from persona.models import ColumnRole
from persona.table import Row, Table
from persona_web.http.tokens import Call, needs

router = Router()


@router.get(
    "/experiments/{uuid:experiment_id}/rows",
    response=RowPage,
    auth=needs("read"),
    operation_id="list_rows",
    summary="List or search rows",
)
def list_rows(request: Call, experiment_id: UUID, wanted: Query[RowFilter]) -> object:
    """In the order of the file. Columns with personal data are never shown nor searched."""
    experiment = experiment_of(request, experiment_id)
    source = ready(experiment.source)
    groups = browsing.groups_of(experiment)
    names = _names(source, wanted.column)
    table = Table.open([files.source(experiment.pk, source.pk)])
    rows = _find(table, wanted, names, groups)
    page = rows[: wanted.limit]
    return {
        "items": [_row(row, names, groups) for row in page],
        "next": page[-1].row if len(rows) > wanted.limit else None,
    }


def _names(source: DataSource, asked: list[str]) -> list[str]:
    seen = [column.name for column in columns_of(source) if column.role is not ColumnRole.PERSONAL]
    for name in asked:
        if name not in seen:
            raise configuration_error("unknown_column", column=name, names=", ".join(seen))
    return asked or seen


def _find(table: Table, wanted: RowFilter, names: list[str], groups: Groups | None) -> list[Row]:
    """One row more than wanted, where there is one."""
    among = None
    if wanted.persona is not None:
        if groups is None:
            return []
        among = groups.rows_of(wanted.persona)
    if wanted.q:
        return table.search(wanted.q, names=names, among=among, after=wanted.after, limit=wanted.limit + 1)
    if among is None:
        return table.page(wanted.after + 1, wanted.limit + 1)
    return table.rows_at(among[among > wanted.after][: wanted.limit + 1].tolist())


def _row(row: Row, names: list[str], groups: Groups | None) -> dict[str, Any]:
    known = groups is not None and row.row <= len(groups.assignments)
    persona = int(groups.assignments[row.row - 1]) if groups is not None and known else 0
    cells = {name: row.cells[name] for name in names}
    return {"row": row.row, "source": row.source, "line": row.line, "persona": persona or None, "cells": cells}
