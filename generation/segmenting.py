"""Segmenting: a worker finds the segments of a grouping, or changes them as people said."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from experiments.heartbeat import heartbeat
from experiments.work import library
from generation.models import Grouping
from generation.work import UNEXPECTED, describe
from persona import PersonaGenerator
from persona.exceptions import Cancelled, PersonaError
from persona.models import PersonaConfig
from persona_web import stopping

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.segments import SegmentPreview

logger = logging.getLogger(__name__)
MAX_ATTEMPTS = 5


def carry_out(grouping: Grouping) -> None:
    """Find or change the segments of a grouping that this worker holds, and settle it."""
    lost = False

    def beat() -> bool:
        nonlocal lost
        lost = not Grouping.objects.renew(grouping)
        return not lost

    with heartbeat(beat):
        try:
            found = _find(grouping, lambda: lost or stopping.asked.is_set())
        except Cancelled:
            return  # another has it, or the sweep sends it to another
        except PersonaError as error:
            Grouping.objects.settle(grouping, **_without_last_edits(grouping, describe(error)))
            return
        except Exception:
            logger.exception("Grouping %s failed.", grouping.pk)
            Grouping.objects.settle(grouping, **_without_last_edits(grouping, UNEXPECTED))
            return
    Grouping.objects.settle(grouping, status=Grouping.Status.READY, result=found.model_dump(mode="json"), error=None)


def give_up(grouping: Grouping) -> None:
    """End one that has cost several workers their lives."""
    Grouping.objects.settle(grouping, status=Grouping.Status.FAILED, error=UNEXPECTED)


def _find(grouping: Grouping, should_stop: Callable[[], bool]) -> SegmentPreview:
    experiment = library(grouping.experiment)
    # Nothing is written yet, so nobody needs a key; the run gets the model when it starts.
    config = config_of(grouping).model_copy(update={"model": "builtin", "budget_usd": None})
    if not (experiment.path / "runs" / str(grouping.pk)).exists():
        experiment.new_run(config.model_copy(update={"edits": ()}), id=grouping.pk)
    return PersonaGenerator(experiment).group(config, resume=str(grouping.pk), should_stop=should_stop)


def config_of(grouping: Grouping) -> PersonaConfig:
    return PersonaConfig.model_validate({**grouping.config, "edits": grouping.edits})


def _without_last_edits(grouping: Grouping, error: dict[str, Any]) -> dict[str, Any]:
    """Edits that cannot be made are taken back: the segments stay as they were."""
    if grouping.result is None:
        return {"status": Grouping.Status.FAILED, "error": error}
    return {"status": Grouping.Status.READY, "error": error, "edits": grouping.result["config"]["edits"]}
