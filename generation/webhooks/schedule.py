"""When a delivery that failed is tried again: times in the database, so that nothing is forgotten by a restart."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from random import uniform

from django.utils import timezone

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
# After the first try; the last of ten is three days after the event.
DELAYS = (5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR)
LONGEST = DELAYS[-1]
JITTER = 0.2  # later by up to a fifth: a receiver that comes back is not met by everybody at once
REST = DELAYS[2]  # the longest that a silent receiver keeps the rest of its deliveries waiting


def next_try(step: int, asked: timedelta | None = None) -> datetime | None:
    """When to try after `step` failed tries, not before the receiver `asked` for it; None when that was the last."""
    if step > len(DELAYS):
        return None
    delay = max(DELAYS[step - 1], min(asked or timedelta(), LONGEST))
    return timezone.now() + delay * uniform(1, 1 + JITTER)  # noqa: S311 -- spreads load, keeps no secret


def rest(step: int) -> datetime:
    """Until when a receiver that did not answer in time is left alone."""
    return timezone.now() + min(DELAYS[min(step, len(DELAYS)) - 1], REST)


def retry_after(header: str | None) -> timedelta | None:
    """What a Retry-After header asks for: seconds or a date; None when it says nothing that can be used."""
    if header is None:
        return None
    if header.strip().isascii() and header.strip().isdigit():
        return timedelta(seconds=min(int(header.strip()[:9]), LONGEST.total_seconds()))
    try:
        asked = parsedate_to_datetime(header)
        return max(asked - timezone.now(), timedelta())
    except (TypeError, ValueError):  # no date, or one without its zone
        return None
