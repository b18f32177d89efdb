"""Points in time as people say them: "Today, 09:42", "Yesterday, 16:05", "2 May", "2 May 2025"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from datetime import datetime


def moment(at: datetime, now: datetime | None = None) -> str:
    """How long ago in the words of a diary: the clock for two days, then the date.

    `now` is the time where the reader is; who says it of many points asks for it once.
    """
    now = now or timezone.localtime()
    at = at.astimezone(now.tzinfo)
    days = (now.date() - at.date()).days
    if days == 0:
        return f"Today, {at:%H:%M}"
    if days == 1:
        return f"Yesterday, {at:%H:%M}"
    return f"{at.day} {at:%B}" if at.year == now.year else f"{at.day} {at:%b %Y}"
