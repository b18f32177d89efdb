"""Carrying a run out: the library does the work, the rows say what came of it."""

from __future__ import annotations

import asyncio
import logging
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from django.db import OperationalError

from core.context import bound
from experiments.ingest import library
from generation.billing import budget
from generation.providers.registry import BUILTIN, NoAccess, provider_access
from generation.runs.lease import RunControl, watched
from generation.runs.models import Run
from generation.runs.recorder import Recorder, TakenOver
from persona import AsyncPersonaGenerator
from persona.exceptions import Cancelled, PersonaError
from persona.models import PersonaConfig
from persona.providers import PROVIDERS
from persona.writers.llm import ModelName

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from persona import Experiment
    from persona.events import Event
    from persona.store import RunFolder
    from persona.writers.llm import Access

logger = logging.getLogger(__name__)

UNEXPECTED = {
    "code": "unexpected",
    "message": "Something went wrong on our side.",
    "hint": "Continue the run: what is finished is kept.",
    "retryable": True,
}
WORKERS_LOST = {
    "code": "workers_lost",
    "message": "The worker stopped several times while it made these personas.",
    "hint": "It may lack memory for this file. Continue the run, or try it with fewer rows.",
    "retryable": True,
}


class End(Enum):
    """How an attempt ended."""

    SETTLED = auto()  # the run is at its end
    RELEASED = auto()  # it waits again, because this worker stops
    LOST = auto()  # another worker has it


def carry_out(run: Run) -> End:
    """Do what the run still needs, and settle it."""
    recorder = Recorder(run)
    with bound(run=run.pk, person=run.started_by_id), watched(run) as control:
        try:
            for event in in_turn(_stream(run, control.should_stop)):
                recorder.store(event)
        except TakenOver:
            return End.LOST
        except Cancelled as stop:
            return _stopped(recorder, control, describe(stop))
        except PersonaError as error:
            return _settle(recorder.failed, describe(error))
        except OperationalError:
            # Nothing is wrong with the run: it is left as by a worker that died, and the next attempt goes on with it.
            logger.warning("The database did not answer; run %s is left to the next attempt.", run.pk, exc_info=True)
            return End.LOST
        except Exception:
            logger.exception("Run %s failed.", run.pk)
            return _settle(recorder.failed, UNEXPECTED)
    return End.SETTLED


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
    generator = AsyncPersonaGenerator(experiment, access=_access(run, config))
    return generator.stream(config, resume=_folder(experiment, run, config), should_stop=should_stop)


def _access(run: Run, config: PersonaConfig) -> Access | None:
    """The way to the model, looked up now: a key that was removed meanwhile is used no more."""
    if config.model == BUILTIN:
        return None
    way = provider_access(run.experiment.team, config.model)
    if way.payer == "operator" and not budget.is_reserved(run):
        raise NoAccess(PROVIDERS[ModelName.parse(config.model).provider])
    return way.access


def _folder(experiment: Experiment, run: Run, config: PersonaConfig) -> RunFolder:
    """Where the library keeps the steps of this run: what an earlier attempt saved is not done again."""
    path = experiment.path / "runs" / str(run.pk)
    if not path.exists():
        return experiment.new_run(config, id=run.pk)
    folder = experiment.run(run.pk)
    if folder.config != config:
        folder.note(config=config)  # a person chose to go on with more money, or with another writer
    return folder


def _stopped(recorder: Recorder, control: RunControl, reason: dict[str, Any]) -> End:
    if control.cancelled:
        return _settle(recorder.cancelled, reason)
    return End.RELEASED if not control.lost and Run.objects.release(control.run) else End.LOST


def _settle(end: Callable[[dict[str, Any]], None], reason: dict[str, Any]) -> End:
    try:
        end(reason)
    except TakenOver:
        return End.LOST
    return End.SETTLED
