"""Tasks: find the segments of a draft, and the drafts that lost their worker. They take ids and may run twice."""

from __future__ import annotations

from celery import shared_task

from core.lease.models import MAX_ATTEMPTS
from generation.segments import worker
from generation.segments.models import SegmentDraft


@shared_task(name="generation.find_segments")
def find_segments(draft_id: str) -> None:
    """Find or change segments, unless another worker does so now."""
    if (draft := SegmentDraft.objects.claim(draft_id)) is None:
        return
    if draft.attempt > draft.version + MAX_ATTEMPTS:
        worker.give_up(draft)
    else:
        worker.carry_out(draft)


@shared_task(name="generation.sweep_segments")
def sweep_segments() -> None:
    """Send every draft again that waits without a message or lost its worker."""
    for draft in SegmentDraft.objects.take_unheard():
        find_segments.delay(str(draft.pk))
