"""Readiness: reading what is not ready yet is a conflict (409), and the document says of which operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ninja.decorators import decorate_view

from core.http.query_validation import operation_of

if TYPE_CHECKING:
    from core.http.query_validation import Run


def _when_ready(run: Run) -> Run:
    operation_of(run).may_come_too_soon = True  # type: ignore[attr-defined]
    return run


# Put it below `@router.get` where the thing may be there, but not what is asked of it. (Changes say so by themselves.)
when_ready = decorate_view(_when_ready)
