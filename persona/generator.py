"""Generators: from an experiment to its personas, async once, with a door for code that is not."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from persona.events import Completed, Event, Failed
from persona.exceptions import Cancelled, PersonaError
from persona.messages import configuration_error
from persona.models import GenerationResult, PersonaConfig
from persona.pipeline import Pipeline
from persona.progress import Work
from persona.store import MANIFEST, ErrorNote, RunFolder

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Coroutine

    from persona.experiment import Experiment
    from persona.models import Estimate
    from persona.writing import PersonaWriter

Resume = str | Path | RunFolder
Value = TypeVar("Value")
PARALLEL_CALLS = 4  # personas that a model writes at once; the built-in writer gains nothing from it


class AsyncPersonaGenerator:
    """Makes personas from an experiment.

    Example:
        >>> generator = AsyncPersonaGenerator(experiment)                 # doctest: +SKIP
        >>> async for event in generator.stream(PersonaConfig(count=3)):  # doctest: +SKIP
        ...     print(event.type)
        generation.started
        generation.progress
    """

    def __init__(self, experiment: Experiment, *, writer: PersonaWriter | None = None) -> None:
        self.experiment = experiment
        self._writer = writer

    async def agenerate(
        self,
        config: PersonaConfig | None = None,
        *,
        on_event: Callable[[Event], None] | None = None,
        resume: Resume | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> GenerationResult:
        """Carry out a run and return its result.

        Args:
            config: the settings; a resumed run has its own.
            on_event: called with each event as it happens.
            resume: a run (its id, folder or `RunFolder`) to go on with; saved steps are not done again.
            should_stop: asked often; once it says True the run ends with `Cancelled`.

        Raises:
            DataError, ConfigurationError: the data or the settings cannot be used.
            ProviderError, BudgetExceededError: a model could not, or may not, be asked.
            GenerationError: a step failed although data and settings were fine.
            Cancelled: `should_stop` said so; finished steps and personas are kept.
        """
        result: GenerationResult | None = None
        async with aclosing(self.stream(config, resume=resume, should_stop=should_stop)) as events:
            async for event in events:
                if on_event is not None:
                    on_event(event)
                if isinstance(event, Completed):
                    result = event.result
        assert result is not None  # noqa: S101 -- a stream that ends without an exception has told its result
        return result

    async def stream(
        self,
        config: PersonaConfig | None = None,
        *,
        resume: Resume | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> AsyncGenerator[Event, None]:
        """The run as events, from `generation.started` to `generation.completed`.

        When it fails, the last event is `generation.failed`, then the exception is raised. Closing the iterator
        stops the run. Arguments and exceptions as for `agenerate`.
        """
        try:
            run = self._run(config, resume)
        except PersonaError as exc:
            yield _failed(exc)
            raise
        events: asyncio.Queue[Event | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()
        stopped = threading.Event()
        work = Work(
            tell=lambda event: loop.call_soon_threadsafe(events.put_nowait, event),
            should_stop=lambda: stopped.is_set() or (should_stop is not None and should_stop()),
        )
        task = asyncio.create_task(self._carry_out(run, work))
        task.add_done_callback(lambda _: loop.call_soon_threadsafe(events.put_nowait, None))
        try:
            while (event := await events.get()) is not None:
                yield event
            await task
        finally:
            stopped.set()
            task.cancel()
            with suppress(asyncio.CancelledError, PersonaError):
                await task

    async def estimate(self, config: PersonaConfig | None = None) -> Estimate:
        """What a run with these settings will take."""
        from persona.estimate import estimate

        config = config or PersonaConfig()
        columns = await asyncio.to_thread(self.experiment.columns, config.columns)
        return estimate(self.experiment, columns, config=config)

    def _run(self, config: PersonaConfig | None, resume: Resume | None) -> RunFolder:
        if resume is None:
            return self.experiment.new_run(config)
        run = _find_run(self.experiment, resume)
        if config is not None and config != run.config:
            raise configuration_error("run_settings")
        if run.manifest.sources != self.experiment.stamps():
            raise configuration_error("run_data_changed")
        return run

    async def _carry_out(self, run: RunFolder, work: Work) -> None:
        """The run with its manifest kept true, however it ends."""
        config = run.config
        run.note(status="running", finished=None, error=None)
        try:
            pipeline = Pipeline(
                self.experiment,
                run,
                config,
                writer=self._writer or writer_for(config),
                parallel=1 if config.model == "builtin" else PARALLEL_CALLS,
                work=work,
            )
            result = await pipeline.carry_out()
        except PersonaError as exc:
            error = ErrorNote(code=exc.code, message=exc.message, hint=exc.hint, retryable=exc.retryable)
            _note_end(run, work, status="cancelled" if isinstance(exc, Cancelled) else "failed", error=error)
            work.tell(_failed(exc))
            raise
        except asyncio.CancelledError:
            _note_end(run, work, status="cancelled")
            raise
        _note_end(run, work, status="done", usage=result.usage)
        work.tell(Completed(result=result))


class PersonaGenerator:
    """`AsyncPersonaGenerator` for code that is not asynchronous; in a notebook it works on a thread of its own.

    Example:
        >>> PersonaGenerator(experiment).generate(PersonaConfig(count=3)).personas[0].name  # doctest: +SKIP
        'Kim Arden'
    """

    def __init__(self, experiment: Experiment, *, writer: PersonaWriter | None = None) -> None:
        self.experiment = experiment
        self._generator = AsyncPersonaGenerator(experiment, writer=writer)

    def generate(
        self,
        config: PersonaConfig | None = None,
        *,
        on_event: Callable[[Event], None] | None = None,
        resume: Resume | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> GenerationResult:
        """Carry out a run and return its result: see `AsyncPersonaGenerator.agenerate`."""
        given_up = threading.Event()

        async def carry_out() -> GenerationResult:
            return await self._generator.agenerate(
                config,
                on_event=on_event,
                resume=resume,
                should_stop=lambda: given_up.is_set() or (should_stop is not None and should_stop()),
            )

        try:
            return run_sync(carry_out)
        except BaseException:
            given_up.set()  # an interrupted caller must not leave the work running on its thread
            raise

    def estimate(self, config: PersonaConfig | None = None) -> Estimate:
        """What a run with these settings will take."""
        return run_sync(lambda: self._generator.estimate(config))


def writer_for(config: PersonaConfig) -> PersonaWriter:
    """The writer that `config.model` names.

    Raises:
        ConfigurationError: this installation has no such writer.
    """
    from persona.writing import BuiltinWriter

    if config.model != "builtin":
        raise configuration_error("writer_missing", model=config.model)
    return BuiltinWriter()


def run_sync(call: Callable[[], Coroutine[None, None, Value]]) -> Value:
    """The value of a coroutine, for code that cannot await; a loop that runs already is left alone."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(call())
    thread = ThreadPoolExecutor(max_workers=1)
    try:
        return thread.submit(lambda: asyncio.run(call())).result()
    finally:
        thread.shutdown(wait=False)


def _find_run(experiment: Experiment, resume: Resume) -> RunFolder:
    if isinstance(resume, RunFolder):
        return resume
    if (Path(resume) / MANIFEST).is_file():
        return RunFolder(Path(resume))
    return experiment.run(str(resume))


def _failed(exc: PersonaError) -> Failed:
    return Failed(code=exc.code, message=exc.message, hint=exc.hint, retryable=exc.retryable)


def _note_end(run: RunFolder, work: Work, **changes: object) -> None:
    seconds = {**run.manifest.seconds, **work.seconds}
    run.note(finished=datetime.now(UTC), seconds=seconds, **changes)
