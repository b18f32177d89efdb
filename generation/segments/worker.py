"""Segmenting: a worker finds the segments of a draft, or changes them as people said."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from core import shutdown
from core.lease.heartbeat import heartbeat
from experiments.ingest import library
from generation.runs.services import CANCELLED
from generation.runs.worker import UNEXPECTED, describe
from generation.segments.models import SegmentDraft
from persona import PersonaGenerator
from persona.events import Progress
from persona.exceptions import Cancelled, PersonaError
from persona.models import PersonaConfig

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.events import Event
    from persona.segments import SegmentationPreview

logger = logging.getLogger(__name__)
BEAT = 0.5
"""Seconds between two looks at whether somebody wants to stop; as often the page hears how far the work is."""
GROUPED = 0.7
"""Of all the work; the rest is looking up what the groups say."""


class _Control:
    """What a worker hears and tells while it works, from a thread of its own."""

    def __init__(self, draft: SegmentDraft) -> None:
        self._draft = draft
        self._part = 0.0
        self.lost = self.cancelled = False

    def beat(self) -> bool:
        self.lost = not SegmentDraft.objects.renew(self._draft, part=round(self._part, 3))
        self.cancelled = SegmentDraft.objects.filter(pk=self._draft.pk, cancel_requested=True).exists()
        return not self.lost

    def hear(self, event: Event) -> None:
        if isinstance(event, Progress) and event.stage == "group" and event.total:
            self._part = GROUPED * event.done / event.total

    def should_stop(self) -> bool:
        return self.lost or self.cancelled or shutdown.asked.is_set()


def carry_out(draft: SegmentDraft) -> None:
    """Find or change the segments of a draft that this worker holds, and settle it."""
    control = _Control(draft)
    with heartbeat(control.beat, every=BEAT):
        try:
            found = _find(draft, control.should_stop, control.hear)
        except Cancelled:
            if control.cancelled:
                _settle(draft, **without_last_edits(draft, CANCELLED))
            else:
                SegmentDraft.objects.release(draft)  # unless another has it
            return
        except PersonaError as error:
            _settle(draft, **without_last_edits(draft, describe(error)))
            return
        except Exception:
            logger.exception("Segment draft %s failed.", draft.pk)
            _settle(draft, **without_last_edits(draft, UNEXPECTED))
            return
    made = found.model_dump(mode="json")
    told = {"trial_result": made} if draft.trial else {"result": made}
    _settle(draft, status=SegmentDraft.Status.READY, error=None, **told)


def give_up(draft: SegmentDraft) -> None:
    """End one that has cost several workers their lives."""
    SegmentDraft.objects.settle(draft, status=SegmentDraft.Status.FAILED, error=UNEXPECTED)


def config_of(draft: SegmentDraft) -> PersonaConfig:
    return PersonaConfig.model_validate({**draft.config, "edits": draft.edits})


def without_last_edits(draft: SegmentDraft, error: dict[str, Any]) -> dict[str, Any]:
    """Edits that cannot be made are taken back: the segments stay as they were."""
    if draft.result is None:
        return {"status": SegmentDraft.Status.FAILED, "error": error}
    edits = draft.result["config"]["edits"]
    return {"status": SegmentDraft.Status.READY, "error": error, "edits": edits, "trial": None, "trial_result": None}


def _find(draft: SegmentDraft, should_stop: Callable[[], bool], hear: Callable[[Event], None]) -> SegmentationPreview:
    experiment = library(draft.experiment)
    # Nothing is written yet, so nobody needs a key; the run gets the model when it starts.
    config = config_of(draft).model_copy(update={"model": "builtin", "budget_usd": None})
    if draft.trial:
        tried = PersonaConfig.model_validate({"edits": [*draft.edits, draft.trial]}).edits
        config = config.model_copy(update={"edits": tried})
    if not (experiment.path / "runs" / str(draft.pk)).exists():
        experiment.new_run(config.model_copy(update={"edits": ()}), id=draft.pk)
    return PersonaGenerator(experiment).group(config, resume=str(draft.pk), should_stop=should_stop, on_event=hear)


def _settle(draft: SegmentDraft, **result: Any) -> None:
    seconds = round((timezone.now() - draft.sent).total_seconds(), 2)
    SegmentDraft.objects.settle(draft, **result, seconds=seconds, part=0, cancel_requested=False)
