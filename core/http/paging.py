"""Pages of a list: a cursor that stays right while rows come and go, never an offset."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from core.http.problems import FieldError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

Item = TypeVar("Item")
MAX_LIMIT = 100


class Paging(Schema):
    """What part of a list is wanted."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(50, ge=1, le=MAX_LIMIT, description="How many at most.")
    cursor: str | None = Field(
        None,
        max_length=200,
        pattern="^[A-Za-z0-9_-]+$",
        description="`next` of the page before; without it, the first.",
    )


class Page(Schema, Generic[Item]):
    """Some items of a list, newest first, and where to go on."""

    items: list[Item]
    next: str | None = Field(description="Cursor of the next page; null at the end.")


def page_of(found: QuerySet[Any], paging: Paging, *, fields: Sequence[str] = ()) -> dict[str, Any]:
    """One page of rows with time-ordered ids, newest first, in one or two queries, however long the list.

    With `fields`, `id` among them, the items are dicts of these, else objects. The ids come first where more is asked
    for: a database works out states and counts, and carries whole rows about, before it sorts and cuts.
    """
    some = found.filter(pk__lt=_read(paging.cursor)) if paging.cursor is not None else found
    some = some.order_by("-pk")
    if fields and not found.query.annotations:
        items = list(some.values(*fields)[: paging.limit + 1])
        ids = [item["id"] for item in items]
    else:
        ids = list(some.values_list("pk", flat=True)[: paging.limit + 1])
        page = found.filter(pk__in=ids[: paging.limit]).order_by("-pk")
        items = list(page.values(*fields) if fields else page) if ids else []
    more = len(ids) > paging.limit
    return {"items": items[: paging.limit], "next": _cursor(ids[paging.limit - 1]) if more else None}


def _cursor(pk: UUID) -> str:
    return base64.urlsafe_b64encode(pk.bytes).decode().rstrip("=")


def _read(cursor: str) -> UUID:
    try:
        return UUID(bytes=base64.urlsafe_b64decode(cursor + "=="))
    except (ValueError, binascii.Error):
        wrong = FieldError(where="query.cursor", message="This is no cursor of ours.", code="cursor")
        raise Problem(
            422, "invalid_input", "query.cursor: This is no cursor of ours.", hint="Begin anew.", errors=[wrong]
        ) from None
