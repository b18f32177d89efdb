"""The line: where a run stands that waits for a worker, who is at work before it, and when it will about begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from django.db.models import Avg, ExpressionWrapper, F, Q
from django.db.models.fields import DurationField
from django.utils import timezone

from core.lease import turns
from core.queues import Queue
from generation.runs.models import Run

if TYPE_CHECKING:
    from uuid import UUID


RECENT = 20  # runs whose length says how long the next ones will take
SHOWN = 6  # lines of each kind that a page shows
ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


@dataclass(frozen=True)
class Entry:
    """One run of the line as its page names it: others' are nobody's business."""

    title: str
    note: str
    place: int | None  # None: at work now
    is_this: bool = False


@dataclass(frozen=True)
class Line:
    """What waits in one queue, seen from one run."""

    run: Run
    place: int
    waiting: int
    at_work: tuple[Run, ...]
    order: tuple[int, ...]  # the teams whose runs come first
    starts: datetime | None  # about then; None: nothing is known yet

    @property
    def heading(self) -> str:
        return f"{ORDINALS[self.place - 1]} in line" if self.place <= len(ORDINALS) else f"Number {self.place} in line"

    @property
    def title(self) -> str:
        kind = "with a model" if self.run.queue is Queue.MODELS else "with the built-in writer"
        return f"The line for runs {kind}"

    @property
    def entries(self) -> list[Entry]:
        """Those at work, then those that come before this one, then this one."""
        team = self.run.experiment.team_id
        working = [
            Entry(*_words(each.experiment.name if each.experiment.team_id == team else None, each.percent), None)
            for each in self.at_work[:SHOWN]
        ]
        ahead = [
            Entry("One of your runs" if whose == team else "Somebody’s run", "", number)
            for number, whose in enumerate(self.order[:SHOWN], start=1)
        ]
        return [*working, *ahead, Entry(self.run.experiment.name, "yours", self.place, is_this=True)]

    @property
    def more(self) -> int:
        """How many before this one are not listed."""
        return max(0, self.place - 1 - SHOWN)


def _words(own: str | None, percent: int) -> tuple[str, str]:
    return (own, f"yours, {percent} %") if own is not None else ("Somebody’s run", f"{percent} %")


def line_of(run: Run) -> Line | None:
    """The line in which a run waits; None when it does not, or waits for its file."""
    if run.status != Run.Status.QUEUED or run.awaits_data:
        return None
    rows = Run.objects.in_queue(run.queue)
    standings, team = rows.standings(), run.experiment.team_id
    place = turns.place(standings, team, _before(run))
    if place is None:
        return None
    at_work = rows.filter(status=Run.Status.RUNNING, lease_until__gte=timezone.now())
    working = tuple(at_work.select_related("experiment").order_by("started"))
    return Line(
        run,
        place=place,
        waiting=sum(each.waiting for each in standings),
        at_work=working,
        order=tuple(islice(turns.turns(standings), place - 1)),
        starts=_starts(run.queue, place, len(working)),
    )


def _before(run: Run) -> int:
    """How many runs of the same team come before this one."""
    older = Q(created__lt=run.created) | Q(created=run.created, pk__lt=run.pk)
    own = Run.objects.in_queue(run.queue).claimable().filter(experiment__team=run.experiment.team_id)
    return own.filter(older).count()


def _starts(queue: Queue, place: int, at_work: int) -> datetime | None:
    """One of those at work ends every so often, and then the next begins."""
    if not at_work:
        return None
    ended = Run.objects.in_queue(queue).filter(status=Run.Status.DONE, started__isnull=False, finished__isnull=False)
    recent: list[UUID] = list(ended.order_by("-finished").values_list("pk", flat=True)[:RECENT])
    length = ExpressionWrapper(F("finished") - F("started"), output_field=DurationField())
    typical: timedelta | None = Run.objects.filter(pk__in=recent).aggregate(typical=Avg(length))["typical"]
    return timezone.now() + typical * place / at_work if typical else None
