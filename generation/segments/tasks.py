"""Tasks: find the segments of a draft, and the drafts that lost their worker. They take ids and may run twice."""

from __future__ import annotations

from celery import shared_task

from core.lease.models import MAX_ATTEMPTS
from generation.segments import others, worker
from generation.segments.models import SegmentDraft


@shared_task(name="generation.find_segments")
def find_segments(draft_id: str) -> None:
    """Find or change segments, unless another worker does so now; then what a page shows beside them."""
    if (draft := SegmentDraft.objects.claim(draft_id)) is None:
        return
    if draft.attempt > draft.version + MAX_ATTEMPTS:
        worker.give_up(draft)
        return
    worker.carry_out(draft)
    if draft.for_page and draft.original_id is None and draft.result is None:
        find_other_segments.delay(draft_id)
    elif draft.original_id is not None:
        others.compare(draft)


@shared_task(name="generation.find_other_segments")
def find_other_segments(draft_id: str) -> None:
    """Other numbers of groups, beside those that a page shows: found before somebody asks for them."""
    if (draft := SegmentDraft.objects.filter(pk=draft_id).select_related("experiment").first()) is not None:
        others.find_beside(draft)


@shared_task(name="generation.sweep_segments")
def sweep_segments() -> None:
    """Send every draft again that waits without a message or lost its worker."""
    for draft in SegmentDraft.objects.take_unheard():
        find_segments.delay(str(draft.pk))
