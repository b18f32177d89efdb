"""Carrying a run out: the library does the work, the rows say what came of it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from experiments.work import library
from generation.recording import Recorder, TakenOver
from generation.watch import Watch
from persona import AsyncPersonaGenerator
from persona.exceptions import Cancelled, PersonaError
from persona.models import PersonaConfig

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from generation.models import Run
    from persona import Experiment
    from persona.events import Event
    from persona.store import RunFolder

logger = logging.getLogger(__name__)

UNEXPECTED = {
    "code": "unexpected",
    "message": "Something went wrong on our side.",
    "hint": "Your data is safe. Continue the run: what is finished is kept.",
    "retryable": True,
}
WORKERS_LOST = {
    "code": "workers_lost",
    "message": "The worker stopped several times while it made these personas.",
    "hint": "It may lack memory for this file. Continue the run, or try it with fewer rows.",
    "retryable": True,
}


def carry_out(run: Run) -> bool:
    """Do what the run still needs, and settle it; True when it was this attempt that ended the run."""
    recorder = Recorder(run)
    with Watch(run) as watch:
        try:
            for event in in_turn(_stream(run, watch.should_stop)):
                recorder.store(event)
        except TakenOver:
            logger.warning("Run %s: attempt %s was taken over.", run.pk, run.attempt)
            return False
        except Cancelled as wish:
            return _settle(watch, recorder.cancelled, describe(wish))
        except PersonaError as error:
            return _settle(watch, recorder.failed, describe(error))
        except Exception:
            logger.exception("Run %s failed.", run.pk)
            return _settle(watch, recorder.failed, UNEXPECTED)
    return True


def in_turn(stream: AsyncIterator[Event]) -> Iterator[Event]:
    """The events of a stream one by one in ordinary code: the ORM refuses to work inside an event loop."""

    async def following() -> Event | None:
        return await anext(stream, None)

    with asyncio.Runner() as runner:
        try:
            while (event := runner.run(following())) is not None:
                yield event
        finally:
            runner.run(stream.aclose())  # type: ignore[attr-defined]


def describe(error: PersonaError) -> dict[str, Any]:
    """An error as the run keeps it; its words are made for people."""
    return {"code": error.code, "message": error.message, "hint": error.hint, "retryable": error.retryable}


def _stream(run: Run, should_stop: Callable[[], bool]) -> AsyncIterator[Event]:
    config = PersonaConfig.model_validate(run.config)
    experiment = library(run.experiment)
    return AsyncPersonaGenerator(experiment).stream(
        config, resume=_folder(experiment, run, config), should_stop=should_stop
    )


def _folder(experiment: Experiment, run: Run, config: PersonaConfig) -> RunFolder:
    """Where the library keeps the steps of this run: what an earlier attempt saved is not done again."""
    path = experiment.path / "runs" / str(run.pk)
    return experiment.run(run.pk) if path.exists() else experiment.new_run(config, id=run.pk)


def _settle(watch: Watch, end: Callable[[dict[str, Any]], None], reason: dict[str, Any]) -> bool:
    if watch.lost:
        return False
    try:
        end(reason)
    except TakenOver:
        return False
    return True
