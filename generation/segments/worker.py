"""Segmenting: a worker finds the segments of a draft, or changes them as people said."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from core import shutdown
from core.lease.heartbeat import heartbeat
from experiments.ingest import library
from generation.runs.worker import UNEXPECTED, describe
from generation.segments.models import SegmentDraft
from persona import PersonaGenerator
from persona.exceptions import Cancelled, PersonaError
from persona.models import PersonaConfig

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.segments import SegmentationPreview

logger = logging.getLogger(__name__)


def carry_out(draft: SegmentDraft) -> None:
    """Find or change the segments of a draft that this worker holds, and settle it."""
    lost = False

    def beat() -> bool:
        nonlocal lost
        lost = not SegmentDraft.objects.renew(draft)
        return not lost

    with heartbeat(beat):
        try:
            found = _find(draft, lambda: lost or shutdown.asked.is_set())
        except Cancelled:
            SegmentDraft.objects.release(draft)  # unless another has it
            return
        except PersonaError as error:
            SegmentDraft.objects.settle(draft, **_without_last_edits(draft, describe(error)))
            return
        except Exception:
            logger.exception("Segment draft %s failed.", draft.pk)
            SegmentDraft.objects.settle(draft, **_without_last_edits(draft, UNEXPECTED))
            return
    SegmentDraft.objects.settle(
        draft, status=SegmentDraft.Status.READY, result=found.model_dump(mode="json"), error=None
    )


def give_up(draft: SegmentDraft) -> None:
    """End one that has cost several workers their lives."""
    SegmentDraft.objects.settle(draft, status=SegmentDraft.Status.FAILED, error=UNEXPECTED)


def _find(draft: SegmentDraft, should_stop: Callable[[], bool]) -> SegmentationPreview:
    experiment = library(draft.experiment)
    # Nothing is written yet, so nobody needs a key; the run gets the model when it starts.
    config = config_of(draft).model_copy(update={"model": "builtin", "budget_usd": None})
    if not (experiment.path / "runs" / str(draft.pk)).exists():
        experiment.new_run(config.model_copy(update={"edits": ()}), id=draft.pk)
    return PersonaGenerator(experiment).group(config, resume=str(draft.pk), should_stop=should_stop)


def config_of(draft: SegmentDraft) -> PersonaConfig:
    return PersonaConfig.model_validate({**draft.config, "edits": draft.edits})


def _without_last_edits(draft: SegmentDraft, error: dict[str, Any]) -> dict[str, Any]:
    """Edits that cannot be made are taken back: the segments stay as they were."""
    if draft.result is None:
        return {"status": SegmentDraft.Status.FAILED, "error": error}
    return {"status": SegmentDraft.Status.READY, "error": error, "edits": draft.result["config"]["edits"]}
