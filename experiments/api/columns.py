"""Columns over HTTP, as before 0.7: a view of the questions."""

from __future__ import annotations

from uuid import UUID

from ninja import Router

from accounts.api.authentication import Call, needs
from core.http.readiness import when_ready
from experiments import columns, questions
from experiments.api.finding import ready, source_of
from experiments.api.schemas import ColumnsIn, ColumnsOut
from experiments.models import DataSource

router = Router()


@router.get(
    "/sources/{uuid:source_id}/columns",
    response=ColumnsOut,
    auth=needs("read"),
    operation_id="list_columns",
    summary="List columns and their roles",
    deprecated=True,
)
@when_ready
def list_columns(request: Call, source_id: UUID) -> object:
    """What each column means, why, and whether it helps to form the groups. Use the questions of the source instead."""
    return _told(ready(source_of(request, source_id)))


@router.patch(
    "/sources/{uuid:source_id}/columns",
    response=ColumnsOut,
    auth=needs("write"),
    operation_id="choose_columns",
    summary="Say what columns mean",
    deprecated=True,
)
def choose_columns(request: Call, source_id: UUID, wanted: ColumnsIn) -> object:
    """By name; columns that are left out stay as they are. Use the questions of the source instead."""
    source = ready(source_of(request, source_id))
    return _told(questions.choose_columns(source=source, wanted=wanted.columns))


def _told(source: DataSource) -> dict[str, object]:
    return {"items": columns.columns_of(source)}
