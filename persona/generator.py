"""Generators: from an experiment to its personas, async once, with a door for code that is not."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from persona.events import Completed, Event, Failed, UsageUpdated
from persona.exceptions import Cancelled, PersonaError
from persona.finished import Finished
from persona.messages import configuration_error
from persona.models import MAX_PERSONAS, GenerationResult, PersonaConfig
from persona.pipeline import Pipeline
from persona.progress import Work
from persona.store import MANIFEST, ErrorNote, RunFolder
from persona.writers.llm import Access
from persona.writers.llm.model_name import BUILTIN

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator, Sequence

    from persona.experiment import Experiment
    from persona.grouping.grouping import TextVectors
    from persona.models import Column, Edit, Estimate, Usage
    from persona.recoding.answers import PlacedAnswers
    from persona.segments import SegmentationPreview
    from persona.writing import PersonaWriter

Resume = str | Path | RunFolder
Value = TypeVar("Value")
CALLS = "calls.jsonl"
PARALLEL_CALLS = MAX_PERSONAS  # a model writes all at once; the built-in writer gains nothing from it


class AsyncPersonaGenerator:
    """Makes personas from an experiment.

    Example:
        >>> generator = AsyncPersonaGenerator(experiment)                 # doctest: +SKIP
        >>> async for event in generator.stream(PersonaConfig(count=3)):  # doctest: +SKIP
        ...     print(event.type)
        generation.started
        generation.progress
    """

    def __init__(
        self, experiment: Experiment, *, writer: PersonaWriter | None = None, access: Access | None = None
    ) -> None:
        self.experiment = experiment
        self._writer = writer
        self._access = access

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
            config: the settings. A resumed run has its own; how it is written may be changed until it is.
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
        async with aclosing(_events(lambda work: self._carry_out(run, work), should_stop)) as events:
            async for event in events:
                yield event

    async def group(
        self,
        config: PersonaConfig | None = None,
        *,
        preview: bool = True,
        edits: Sequence[Edit] = (),
        resume: Resume | None = None,
        on_event: Callable[[Event], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> SegmentationPreview:
        """The segments before anything is written: look at them, rename, merge or split them, then go on.

        They are saved in a run; `agenerate(resume=preview.run)` writes the personas of the segments as they are then.

        Args:
            config: the settings. A resumed run has its own; its `edits` are replaced by those given here.
            preview: False leaves out what has to be looked up in the data: sketches and people who fit badly.
            edits: changes to make, one after the other, to the segments that the run has now.
            resume: a run (its id, folder or `RunFolder`) whose segments are to be seen or changed.
            on_event: called with each event as it happens.
            should_stop: asked often; once it says True, `Cancelled` is raised.

        Raises:
            DataError, ConfigurationError: the data, the settings or the edits cannot be used.
            Cancelled: `should_stop` said so; finished steps are kept.
        """
        run = self._run(config, resume)
        if edits:
            run.change(run.config.model_copy(update={"edits": (*run.config.edits, *edits)}))
        found: list[SegmentationPreview] = []

        async def look(work: Work) -> None:
            found.append(await self._group(run, work, preview=preview))

        async with aclosing(_events(look, should_stop)) as events:
            async for event in events:
                if on_event is not None:
                    on_event(event)
        return found[0]

    async def estimate(self, config: PersonaConfig | None = None) -> Estimate:
        """What a run with these settings will take."""
        from persona.estimate import estimate

        config = config or PersonaConfig()
        from persona.recoding.variables import columns_of

        found = await asyncio.to_thread(self.experiment.understood, config)
        return estimate(self.experiment, columns_of(found), config=config, access=self._access)

    def _run(self, config: PersonaConfig | None, resume: Resume | None) -> RunFolder:
        if resume is None:
            return self.experiment.new_run(config)
        run = _find_run(self.experiment, resume)
        if run.manifest.sources != self.experiment.stamps():
            raise configuration_error("run_data_changed")
        if config is not None:
            run.change(config)
        return run

    async def _carry_out(self, run: RunFolder, work: Work) -> None:
        """The run with its manifest kept true, however it ends."""
        with _noted(run, work):
            result = await self._pipeline(run, work, self._writer or self._writer_for(run, work)).carry_out()
        _note_end(run, work, status="done", usage=result.usage)
        work.tell(Completed(result=result.with_rows(Finished(self.experiment, run))))

    async def _group(self, run: RunFolder, work: Work, *, preview: bool) -> SegmentationPreview:
        """The same, as far as the segments: nothing is written, so no model and no key is needed."""
        from persona.writing import BuiltinWriter

        with _noted(run, work):
            found = await self._pipeline(run, work, BuiltinWriter()).preview(in_full=preview)
        _note_end(run, work, status="done" if run.result() else "grouped")
        return found

    def _pipeline(self, run: RunFolder, work: Work, writer: PersonaWriter) -> Pipeline:
        return Pipeline(
            self.experiment,
            run,
            run.config,
            writer=writer,
            parallel=1 if run.config.model == BUILTIN else PARALLEL_CALLS,
            work=work,
            vectors=self._vectors_for(run, work) if run.config.embeddings else None,
        )

    def _vectors_for(self, run: RunFolder, work: Work) -> Callable[[PlacedAnswers, tuple[Column, ...]], TextVectors]:
        """Vectors of the model for embeddings; what they cost is the run's, and they are kept in the experiment."""
        from persona.writers.llm.embedding import Embedder
        from persona.writers.llm.usage import UsageLog

        config = run.config

        def spent(usage: Usage) -> None:
            run.note(usage=usage)
            work.tell(UsageUpdated(usage=usage))

        usage_log = UsageLog(run.path / CALLS, budget=config.budget_usd, on_usage=spent)
        model = config.embeddings or ""
        is_same = config.model == BUILTIN or model.partition(":")[0] == config.model.partition(":")[0]
        access = (self._access if is_same else None) or Access()  # a key goes to its own provider only
        embedder = Embedder(model, access, usage_log=usage_log, folder=self.experiment.path / "vectors")

        def made(table: PlacedAnswers, columns: tuple[Column, ...]) -> TextVectors:
            from persona.writers.llm.masking import Mask
            from persona.writing.private import Names

            mask, names = Mask(active=config.redact), Names(table, columns if config.redact else ())
            return embedder.masked(lambda text: names.hidden(mask(text)))

        return made

    def _writer_for(self, run: RunFolder, work: Work) -> PersonaWriter:
        """The writer that the run's settings name; a model's replies are kept in the experiment."""
        from persona.writing import BuiltinWriter

        if run.config.model == BUILTIN:
            return BuiltinWriter()
        from persona.writers.llm import ModelWriter

        writer = ModelWriter(
            run.config,
            self._access or Access(),
            replies=self.experiment.path / "replies",
            calls=run.path / CALLS,
            on_usage=lambda usage: work.tell(UsageUpdated(usage=usage)),
        )
        run.note(prompts=writer.prompts)
        return writer


class PersonaGenerator:
    """`AsyncPersonaGenerator` for code that is not asynchronous; in a notebook it works on a thread of its own.

    Example:
        >>> PersonaGenerator(experiment).generate(PersonaConfig(count=3)).personas[0].name  # doctest: +SKIP
        'Kim Arden'
    """

    def __init__(
        self, experiment: Experiment, *, writer: PersonaWriter | None = None, access: Access | None = None
    ) -> None:
        self.experiment = experiment
        self._generator = AsyncPersonaGenerator(experiment, writer=writer, access=access)

    def generate(
        self,
        config: PersonaConfig | None = None,
        *,
        on_event: Callable[[Event], None] | None = None,
        resume: Resume | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> GenerationResult:
        """Carry out a run and return its result: see `AsyncPersonaGenerator.agenerate`."""
        return _run_interruptible(
            lambda stop: self._generator.agenerate(config, on_event=on_event, resume=resume, should_stop=stop),
            should_stop,
        )

    def group(
        self,
        config: PersonaConfig | None = None,
        *,
        preview: bool = True,
        edits: Sequence[Edit] = (),
        resume: Resume | None = None,
        on_event: Callable[[Event], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> SegmentationPreview:
        """The segments before anything is written: see `AsyncPersonaGenerator.group`.

        Example:
            >>> preview = generator.group(PersonaConfig(count=4))                                # doctest: +SKIP
            >>> generator.group(resume=preview.run, edits=[Merge(segments=(2, 3))])              # doctest: +SKIP
            >>> generator.generate(resume=preview.run)                                           # doctest: +SKIP
        """
        return _run_interruptible(
            lambda stop: self._generator.group(
                config, preview=preview, edits=edits, resume=resume, on_event=on_event, should_stop=stop
            ),
            should_stop,
        )

    def estimate(self, config: PersonaConfig | None = None) -> Estimate:
        """What a run with these settings will take."""
        return run_sync(lambda: self._generator.estimate(config))


def run_sync(call: Callable[[], Coroutine[None, None, Value]]) -> Value:
    """The value of a coroutine, for code that cannot await; a loop that runs already is left alone."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return _run(call)
    thread = ThreadPoolExecutor(max_workers=1)
    try:
        return thread.submit(lambda: _run(call)).result()
    finally:
        thread.shutdown(wait=False)


def _run(call: Callable[[], Coroutine[None, None, Value]]) -> Value:
    """`asyncio.run`, whose task holds no value: it would be written out as text, a whole result, when the loop ends.

    `signal.getsignal` makes a name of the handler of Ctrl-C, and so of the task that it would cancel.
    """
    found: list[Value] = []

    async def carry_out() -> None:
        found.append(await call())

    asyncio.run(carry_out())
    return found[0]


def _run_interruptible(
    call: Callable[[Callable[[], bool]], Coroutine[None, None, Value]], should_stop: Callable[[], bool] | None
) -> Value:
    """`run_sync`, but an interrupted caller does not leave the work running on its thread."""
    given_up = threading.Event()
    try:
        return run_sync(lambda: call(lambda: given_up.is_set() or (should_stop is not None and should_stop())))
    except BaseException:
        given_up.set()
        raise


async def _events(
    carry_out: Callable[[Work], Coroutine[None, None, None]], should_stop: Callable[[], bool] | None
) -> AsyncGenerator[Event, None]:
    """What work tells while it is carried out; closing the iterator stops it."""
    events: asyncio.Queue[Event | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    stopped = threading.Event()
    work = Work(
        tell=lambda event: loop.call_soon_threadsafe(events.put_nowait, event),
        should_stop=lambda: stopped.is_set() or (should_stop is not None and should_stop()),
    )
    task = asyncio.create_task(carry_out(work))
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


@contextmanager
def _noted(run: RunFolder, work: Work) -> Iterator[None]:
    """The manifest says that the run is on its way, and if it comes to no good end, why."""
    run.note(status="running", finished=None, error=None)
    try:
        yield
    except PersonaError as exc:
        error = ErrorNote(code=exc.code, message=exc.message, hint=exc.hint, retryable=exc.retryable)
        _note_end(run, work, status="cancelled" if isinstance(exc, Cancelled) else "failed", error=error)
        work.tell(_failed(exc))
        raise
    except asyncio.CancelledError:
        _note_end(run, work, status="cancelled")
        raise


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
