"""Which runs of a person's have come to an end since they last asked: for notices in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from accounts.teams.access import for_anybody
from generation.runs.models import Run

if TYPE_CHECKING:
    from datetime import datetime

    from accounts.people.requests import Request

MOST = 5
SAID = {
    Run.Status.DONE: "The personas are ready to read.",
    Run.Status.FAILED: "It has ended early. Look what can be done.",
}


@for_anybody
@require_safe
def finished(request: Request) -> JsonResponse:
    """Runs that this person started and that ended after `since`; without it, none: only from now on."""
    now, since = timezone.now(), _moment(request.GET.get("since", ""))
    runs = []
    if since is not None:
        mine = Run.objects.visible_to(request.user).filter(started_by=request.user, status__in=SAID)
        ended = mine.filter(finished__gt=since, finished__lte=now).select_related("experiment")
        runs = [_told(run) for run in ended.defer("summary", "drawing")[:MOST]]
    return JsonResponse({"now": now.isoformat(), "runs": runs})


def _told(run: Run) -> dict[str, str]:
    page = "generation:results" if run.status == Run.Status.DONE else "generation:run"
    return {
        "title": run.experiment.name,
        "body": SAID[Run.Status(run.status)],
        "address": reverse(page, args=[run.pk]),
    }


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and timezone.is_aware(found) else None
