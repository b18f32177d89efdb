"""Writing into the activity log, within the transaction of what it tells of: neither is there without the other."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import connection
from django.utils import timezone

from accounts.audit.models import AuditEntry
from accounts.audit.triggers import KEPT_DAYS, TABLE
from accounts.audit.where import here
from core.context import belongs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db import models


def record(
    action: str,
    *,
    team: UUID | None = None,
    about: models.Model | None = None,
    person: UUID | None = None,
    detail: Mapping[str, object] | None = None,
    **codes: str | int | list[str],
) -> AuditEntry:
    """Write down that `person`, or whoever is signed in, did this to `about` in `team`; the rest are codes."""
    where = here()
    known = belongs().get("person")
    return AuditEntry.objects.create(
        action=action,
        person=person or (UUID(known) if known else None),
        team=team,
        about="" if about is None else str(about._meta.verbose_name)[:30],  # noqa: SLF001 -- Django documents it
        about_id="" if about is None else str(about.pk),
        detail={**(detail or {}), **codes},
        address=where.address,
        device=where.device,
    )


def forget_old(days: int) -> int:
    """Delete entries of before so many days, a year at least; how many. The one way out, and the triggers know it."""
    before = timezone.now() - timedelta(days=max(days, KEPT_DAYS))
    field = AuditEntry._meta.get_field("at")  # noqa: SLF001 -- Django documents it
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE at <= %s", [field.get_db_prep_value(before, connection)])  # noqa: S608 -- ours
        return int(cursor.rowcount)
