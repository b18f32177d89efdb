"""Rows over HTTP: what people said, as it was uploaded, without personal data."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router
from pydantic_core import to_json

from accounts.api.authentication import Call, needs
from accounts.teams.models import Role
from core.http.cache import ResponseCache
from core.http.readiness import when_ready
from experiments import files
from experiments.api.finding import ready_source_of
from experiments.api.schemas import RowFilter, RowPage
from experiments.browsing import LOOKED_AT, newest_run_of
from experiments.models import DataSource
from experiments.tables import open_table
from persona.exceptions import ConfigurationError
from persona.messages import configuration_error
from persona.models import ColumnRole
from persona.store import RunFolder
from persona.table import Row, Table

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray

router = Router()
KEPT = 16  # tables and runs that a process keeps open
CACHE = ResponseCache(room=16_000_000)


@router.get(
    "/experiments/{uuid:experiment_id}/rows",
    response=RowPage,
    auth=needs("read", Role.EDITOR),
    operation_id="list_rows",
    summary="List or search rows",
)
@when_ready
def list_rows(request: Call, experiment_id: UUID, wanted: Query[RowFilter]) -> object:
    """In the order of the file. Columns with personal data are never shown nor searched.

    Personas are those of the newest finished run of this data: after answers were added, there are none until the next.
    """
    source = ready_source_of(request, experiment_id)
    run = _newest_run(source)
    names = _names(source, wanted.column)
    # Neither how a file was read nor a finished run ever changes.
    name = (source.pk, run, tuple(names), wanted.after, wanted.limit, wanted.q, wanted.persona)
    body = CACHE.get(name, lambda: _body(source, run, names, wanted))
    return HttpResponse(body, content_type="application/json")


def _newest_run(source: DataSource) -> UUID | None:
    """The newest finished run of this data, which says which persona each row belongs to."""
    runs = source.experiment.runs.filter(status="done").order_by("-number").only("pk")[:LOOKED_AT]
    return run.pk if (run := newest_run_of(source, runs)) is not None else None


def _body(source: DataSource, run: UUID | None, names: list[str], wanted: RowFilter) -> bytes:
    assignments = _assignments_of(files.run(source.experiment_id, run)) if run else None
    rows = _find(open_table(files.source(source.experiment_id, source.pk)), wanted, names, assignments)
    page = rows[: wanted.limit]
    last = page[-1].row if len(rows) > wanted.limit else None
    return to_json({"items": [_row(row, names, assignments) for row in page], "next": last})


@lru_cache(maxsize=KEPT)
def _assignments_of(run: Path) -> Numbers | None:
    """A finished run stays as it is; should its folder be gone, the rows can still be read."""
    try:
        segmentation = RunFolder.open(run).segmentation()
    except ConfigurationError:
        return None
    return None if segmentation is None else segmentation.assignments


def _names(source: DataSource, asked: list[str]) -> list[str]:
    seen = [column["name"] for column in source.columns if column["role"] != ColumnRole.PERSONAL]
    for name in asked:
        if name not in seen:
            raise configuration_error("unknown_column", column=name, names=", ".join(seen))
    return asked or seen


def _find(table: Table, wanted: RowFilter, names: list[str], assignments: Numbers | None) -> list[Row]:
    """One row more than wanted, where there is one."""
    among = None
    if wanted.persona is not None:
        if assignments is None:
            return []
        among = (assignments == wanted.persona).nonzero()[0] + 1
    if wanted.q:
        return table.search(wanted.q, names=names, among=among, after=wanted.after, limit=wanted.limit + 1)
    if among is None:
        return table.page(wanted.after + 1, wanted.limit + 1)
    return table.rows_at(among[among > wanted.after][: wanted.limit + 1].tolist())


def _row(row: Row, names: list[str], assignments: Numbers | None) -> dict[str, Any]:
    persona = int(assignments[row.row - 1]) if assignments is not None and row.row <= len(assignments) else 0
    cells = {name: row.cells[name] for name in names}
    return {"row": row.row, "source": row.source, "line": row.line, "persona": persona or None, "cells": cells}
