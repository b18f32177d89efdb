"""Columns over HTTP: what each means, and a person's word on it."""

from __future__ import annotations

from uuid import UUID

from ninja import Router

from accounts.api.authentication import Call, needs
from core.http.readiness import when_ready
from experiments import columns
from experiments.api.finding import ready, source_of
from experiments.api.schemas import ColumnsIn, ColumnsOut
from experiments.models import DataSource
from persona.messages import configuration_error

router = Router()


@router.get(
    "/sources/{uuid:source_id}/columns",
    response=ColumnsOut,
    auth=needs("read"),
    operation_id="list_columns",
    summary="List columns and their roles",
)
@when_ready
def list_columns(request: Call, source_id: UUID) -> object:
    """What each column means, why, and whether it helps to form the groups."""
    return _told(ready(source_of(request, source_id)))


@router.patch(
    "/sources/{uuid:source_id}/columns",
    response=ColumnsOut,
    auth=needs("write"),
    operation_id="choose_columns",
    summary="Say what columns mean",
)
def choose_columns(request: Call, source_id: UUID, wanted: ColumnsIn) -> object:
    """By name; columns that are left out stay as they are."""
    source = ready(source_of(request, source_id))
    names = [column.name for column in columns.columns_of(source)]
    for name in wanted.columns:
        if name not in names:
            raise configuration_error("unknown_column", column=name, names=", ".join(names))
    return _told(columns.choose(source=source, wanted=wanted.columns))


def _told(source: DataSource) -> dict[str, object]:
    return {"items": columns.columns_of(source)}
