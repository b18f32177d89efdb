"""Activity of an experiment: who did what when, from the rows that runs, edits, links and comments leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from core.timeformat import moment
from generation.edits.models import EditEntry
from generation.personas.models import Persona
from generation.runs.models import Run
from generation.shares.models import Comment, ShareLink

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from accounts.models import User
    from experiments.models import Experiment

AT_ONCE = 50
OF_RUN = ("summary", "drawing", "verdict", "warnings", "config")
SOMEBODY, SYSTEM = "Somebody", "Persona"


@dataclass(frozen=True)
class Event:
    """One thing that was done."""

    at: datetime
    who: str
    sentence: str
    """After the name: "shared the personas with “Client workshop”"."""
    icon: str
    address: str = ""
    words: str = ""
    """What was written: a comment."""

    @property
    def when(self) -> str:
        return moment(self.at)


class Found(NamedTuple):
    """Some events, and from where older ones go on."""

    events: list[Event]
    older: str
    """For the address of the next page; "" where there is none."""


def done_in(experiment: Experiment, before: datetime | None = None) -> Found:
    """What was done in an experiment before a moment, the newest first."""
    end = before or timezone.now()
    parts = (_runs(experiment, end), _edits(experiment, end), _links(experiment, end), _comments(experiment, end))
    events = list(islice(merge(*parts, key=lambda event: event.at, reverse=True), AT_ONCE + 1))
    shown = events[:AT_ONCE]
    return Found(shown, shown[-1].at.isoformat() if len(events) > AT_ONCE else "")


def parsed(text: str) -> datetime | None:
    """A moment in an address; None where it is none."""
    try:
        found = parse_datetime(text.replace(" ", "+"))
        return found.astimezone(UTC) if found is not None and timezone.is_aware(found) else None
    except (ValueError, OverflowError):
        return None


def _runs(experiment: Experiment, end: datetime) -> Iterator[Event]:
    runs = Run.objects.filter(experiment=experiment).select_related("started_by").defer(*OF_RUN).order_by("-created")
    found = [
        event
        for run in runs[: 10 * AT_ONCE]
        for event in (
            Event(
                run.created,
                _name(run.started_by),
                f"started run {run.number}",
                "play",
                reverse("generation:run", args=[run.pk]),
            ),
            *(
                [Event(run.finished, SYSTEM, f"ended run {run.number}: {run.get_status_display().lower()}", "check")]
                if run.finished
                else []
            ),
        )
        if event.at < end
    ]
    return iter(sorted(found, key=lambda event: event.at, reverse=True))


def _edits(experiment: Experiment, end: datetime) -> Iterator[Event]:
    entries = EditEntry.objects.filter(run__experiment=experiment, created__lt=end).exclude(kind="reverted")
    found = list(entries.select_related("run").order_by("-created", "-sequence")[: AT_ONCE + 1])
    names = _personas({entry.run_id for entry in found})
    for entry in found:
        persona = names.get((entry.run_id, entry.persona))
        of = f" of “{persona.called}”" if persona else ""
        address = reverse("generation:persona-history", args=[persona.pk]) if persona else ""
        yield Event(entry.created, entry.told["who"] or SOMEBODY, f"{entry.told['sentence']}{of}", "edit", address)


def _links(experiment: Experiment, end: datetime) -> Iterator[Event]:
    links = ShareLink.objects.filter(run__experiment=experiment).select_related("made_by", "run")
    found = []
    for link in links:
        address = reverse("generation:share", args=[link.run_id])
        found.append(Event(link.created, _name(link.made_by), f"made the link “{link.name}”", "link", address))
        if link.closed:
            found.append(Event(link.closed, SOMEBODY, f"closed the link “{link.name}”", "link", address))
    return iter(sorted((e for e in found if e.at < end), key=lambda event: event.at, reverse=True))


def _comments(experiment: Experiment, end: datetime) -> Iterator[Event]:
    comments = Comment.objects.filter(run__experiment=experiment, created__lt=end).select_related("author")
    found = list(comments.order_by("-created")[: AT_ONCE + 1])
    names = _personas({comment.run_id for comment in found})
    for comment in found:
        persona = names.get((comment.run_id, comment.persona))
        on = f" on “{persona.called}”" if persona else ""
        address = f"{reverse('generation:persona', args=[persona.pk])}#talk" if persona else ""
        who = f"{comment.guest}, reader" if comment.guest else _name(comment.author)
        yield Event(comment.created, who, f"commented{on}", "chat", address, comment.text)


def _personas(runs: set[UUID]) -> dict[tuple[UUID, int | None], Persona]:
    found = Persona.everything.filter(run__in=runs).only("run_id", "position", "label", "name")
    return {(persona.run_id, persona.position): persona for persona in found}


def _name(user: User | None) -> str:
    return user.get_full_name() if user else SOMEBODY
