"""What a run tells, written down: an event and all it changes in one transaction, while this attempt holds the run."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from generation.billing import budget
from generation.personas.charts import draw
from generation.personas.persistence import rewrite_persona, store_persona
from generation.runs import stages
from generation.runs.models import Run, RunEvent
from generation.webhooks import outbox
from persona.events import Completed, Event, Failed, PersonaCreated, Progress, Started, UsageUpdated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generation.runs.models import RunQuerySet
    from persona import models as library

FAILED = "generation.failed"
PROGRESS_SECONDS = 0.5


class TakenOver(Exception):
    """A later attempt holds the run; nothing of this one may be written any more."""


class Recorder:
    """Writes the events of one attempt at a run."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self._created: dict[int, library.Persona] = {}
        self._last_progress = 0.0

    def store(self, event: Event) -> None:
        """Write one event of the library down.

        Raises:
            TakenOver: another worker has the run now.
        """
        match event:
            case Started():
                self._started(event)
            case Progress():
                self._progress(event)
            case PersonaCreated():
                self._persona_created(event)
            case UsageUpdated():
                usage = event.usage.model_dump(mode="json")
                with self._writing(event.type, usage, usage=usage):
                    pass
            case Completed():
                self._completed(event)
            case Failed():
                pass  # the exception that follows ends the run: see `failed` and `cancelled`

    def failed(self, error: dict[str, Any]) -> None:
        """The run ends with an error; finished personas stay."""
        with self._writing(FAILED, error, **self._end(Run.Status.FAILED), error=error):
            pass

    def cancelled(self, error: dict[str, Any]) -> None:
        """The run ends because somebody asked for it; finished personas stay."""
        with self._writing(FAILED, error, **self._end(Run.Status.CANCELLED)):
            pass

    # -- one method an event ------------------------------------------------------------------------
    def _started(self, event: Started) -> None:
        payload = event.model_dump(mode="json")
        with self._writing(event.type, payload, rows=event.rows, stages=[], sizes=[], stage="", done=0, total=0):
            pass

    def _progress(self, event: Progress) -> None:
        one_more = event.stage == "write" and event.done > self.run.done
        news = event.stage != self.run.stage or bool(event.sizes) or one_more
        if not news and time.monotonic() - self._last_progress < PROGRESS_SECONDS:
            return
        self._last_progress = time.monotonic()
        marks = stages.advance(stages.load(self.run.stages), event, timezone.now())
        changes: dict[str, Any] = {"stage": event.stage, "done": event.done, "total": event.total}
        if event.sizes:
            changes["sizes"] = list(event.sizes)
        with self._writing(event.type, event.model_dump(mode="json"), stages=stages.dump(marks), **changes):
            pass

    def _persona_created(self, event: PersonaCreated) -> None:
        found = event.persona
        self._created[found.index] = found
        if self.run.personas.filter(position=found.index).exists():
            return  # an earlier attempt wrote it
        payload = {"position": found.index, "name": found.name, "size": found.size, "resumed": event.resumed}
        with self._writing(event.type, payload):
            store_persona(self.run, found)

    def _completed(self, event: Completed) -> None:
        result = event.result
        payload = {"personas": len(result.personas), "quality": result.quality.model_dump(mode="json")}
        found = {
            "summary": result.segmentation.model_dump(mode="json"),
            "drawing": draw(result.segmentation.map),
            "quality": payload["quality"],
            "verdict": result.verdict.model_dump(mode="json") if result.verdict else None,
            "usage": result.usage.model_dump(mode="json"),
            "warnings": list(result.warnings),
            "rows": result.rows,
        }
        with self._writing(event.type, payload, **self._end(Run.Status.DONE), **found):
            for persona in result.personas:
                # The check may have dropped or marked statements after the persona was shown.
                if self._created.get(persona.index) != persona:
                    rewrite_persona(self.run, persona)

    def _end(self, status: Run.Status) -> dict[str, Any]:
        now = timezone.now()
        marks = stages.load(self.run.stages)
        ended = stages.dump(stages.end(marks, now) if status == Run.Status.DONE else marks)
        return {"status": status, "stages": ended, "finished": now, "lease_until": None, "cancel_requested": False}

    @contextmanager
    def _writing(self, kind: str, payload: dict[str, Any], **changes: Any) -> Iterator[None]:
        """One transaction for an event and all it changes, only while this attempt holds the run."""
        changes["version"] = self.run.version + 1
        with transaction.atomic():
            # The update comes first: it locks the row, so nobody can take the run over before the commit.
            if not Run.objects.held_by(self.run).update(**changes):
                raise TakenOver
            told = RunEvent.objects.create(run=self.run, number=changes["version"], type=kind, payload=payload)
            if "finished" in changes:
                self.run.experiment.touch()
                budget.settle(self.run.pk, changes.get("usage", self.run.usage))
            yield
            outbox.record(told)
        for name, value in changes.items():
            setattr(self.run, name, value)


@transaction.atomic
def end_unheld(unheld: RunQuerySet, status: Run.Status, reason: dict[str, Any]) -> bool:
    """End a run that no worker holds, with its last event; False when `unheld` finds no run any more."""
    error = reason if status == Run.Status.FAILED else None
    ended = {"status": status, "error": error, "lease_until": None, "finished": timezone.now()}
    # The key is read inside the transaction; the update then holds for this run only if it is still free.
    if (pk := unheld.values_list("pk", flat=True).first()) is None:
        return False
    if not unheld.filter(pk=pk).update(version=F("version") + 1, **ended):
        return False
    run = Run.objects.select_related("experiment").get(pk=pk)
    budget.settle(run.pk, run.usage)
    outbox.record(RunEvent.objects.create(run=run, number=run.version, type=FAILED, payload=reason))
    return True
