"""The client for asynchronous code: the same conversations, with names as the library's asynchronous ones."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from persona.client.connection import Connection, answer_of, arguments, chunks, reason_of
from persona.client.protocol import Answer, Call, Lost, Pause, Step
from persona.client.steps import Steps
from persona.models import GenerationResult, PersonaConfig

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence

    from persona.client.replies import ExperimentInfo, RunInfo, SourceInfo
    from persona.events import Event
    from persona.exporting.formats import FormatId
    from persona.models import Column, Persona, QuestionChoice
    from persona.questionnaire.models import Questionnaire

Value = TypeVar("Value")


class AsyncClient:
    """A server with the library's names: `Experiment`, `AsyncPersonaGenerator`. Arguments as for `Client`."""

    def __init__(self, url: str, token: str, *, seconds: float = 60.0) -> None:
        connection = Connection(url, token, seconds)
        import httpx

        self._http = httpx.AsyncClient(**connection.settings())
        self.url = connection.url
        self.steps = Steps(self.url)
        self.Experiment = AsyncRemoteExperiments(self)
        self.AsyncPersonaGenerator = AsyncRemoteGenerator

    def __repr__(self) -> str:
        return f"AsyncClient({self.url!r})"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections to the server."""
        await self._http.aclose()

    async def run(self, run: str) -> RunInfo:
        """How a run stands."""
        return await self.carry(self.steps.run(run))

    async def cancel(self, run: str) -> RunInfo:
        """Stop a run; finished personas stay."""
        return await self.carry(self.steps.cancel(run))

    async def result(self, run: str) -> GenerationResult:
        """The result of a finished run."""
        return await self.carry(self.steps.result(run))

    async def personas(self, run: str) -> tuple[Persona, ...]:
        """The personas that are written, with their evidence."""
        return await self.carry(self.steps.personas(run))

    async def export(self, run: str, kind: FormatId) -> bytes:
        """The run in one of `persona.exporting.formats.FORMATS`."""
        return await self.carry(self.steps.export(run, kind))

    async def carry(self, step: Step[Value], on_event: Callable[[Event], None] | None = None) -> Value:
        """Carry a conversation out to its end."""
        heard: Answer | Lost | None = None
        while True:
            try:
                wanted = step.send(heard)
            except StopIteration as end:
                value: Value = end.value
                return value
            heard = None
            if isinstance(wanted, Call | Pause):
                heard = await self._do(wanted)
            elif on_event is not None:
                on_event(wanted)

    async def follow(self, step: Step[object]) -> AsyncIterator[Event]:
        """Carry a conversation out, event by event."""
        heard: Answer | Lost | None = None
        while True:
            try:
                wanted = step.send(heard)
            except StopIteration:
                return
            heard = None
            if isinstance(wanted, Call | Pause):
                heard = await self._do(wanted)
            else:
                yield wanted

    async def _do(self, wanted: Call | Pause) -> Answer | Lost | None:
        if isinstance(wanted, Call):
            return await self._send(wanted)
        await asyncio.sleep(wanted.seconds)
        return None

    async def _send(self, call: Call) -> Answer | Lost:
        import httpx

        try:
            content = _pieces(call.file) if call.file else None
            return answer_of(await self._http.request(**arguments(call), content=content))
        except httpx.TransportError as error:
            return Lost(reason_of(error))


async def _pieces(file: Path) -> AsyncIterator[bytes]:
    pieces = chunks(file)
    while (piece := await asyncio.to_thread(next, pieces, b"")) != b"":
        yield piece


class AsyncRemoteExperiments:
    """What `Experiment` is on a server."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def acreate(
        self, name: str, data_sources: Sequence[str | Path] = (), *, description: str = ""
    ) -> AsyncRemoteExperiment:
        """A new experiment, and its file, read to the end.

        Raises:
            DataError: the file cannot be used; `problems` says where.
        """
        files = [Path(source) for source in data_sources]
        info = await self._client.carry(self._client.steps.create(name, description, files))
        return AsyncRemoteExperiment(self._client, info)

    async def open(self, name_or_id: str) -> AsyncRemoteExperiment:
        """The experiment with this id, or the newest with this name.

        Raises:
            ConfigurationError: there is none.
        """
        return AsyncRemoteExperiment(self._client, await self._client.carry(self._client.steps.find(name_or_id)))

    async def list(self) -> list[AsyncRemoteExperiment]:
        """All of yours, newest first."""
        found = await self._client.carry(self._client.steps.experiments())
        return [AsyncRemoteExperiment(self._client, info) for info in found]


class AsyncRemoteExperiment:
    """An experiment on a server."""

    def __init__(self, client: AsyncClient, info: ExperimentInfo) -> None:
        self.client, self.info = client, info
        self.id, self.name = info.id, info.name

    def __repr__(self) -> str:
        return f"AsyncRemoteExperiment({self.name!r}, {self.id})"

    async def add_source(self, path: str | Path, *, name: str | None = None, add: bool = False) -> SourceInfo:
        """Upload a file in place of what is there, or with `add` beside it, and wait until it has been read.

        Raises:
            DataError: it cannot be used; `problems` says where.
        """
        path = Path(path)
        return await self.client.carry(self.client.steps.upload(self.id, path, name or path.name, add=add))

    async def questionnaire(
        self, answers: Mapping[str, str] | None = None, questions: Mapping[str, QuestionChoice] | None = None
    ) -> Questionnaire:
        """What people were asked and what is unsure about it, after these answers and choices, which the server keeps.

        Raises:
            ConfigurationError: an answer that a doubt does not offer, or a question that is not there.
        """
        return await self.client.carry(self.client.steps.questionnaire(self.id, answers, questions))

    async def columns(self) -> tuple[Column, ...]:
        """What each column means, as before 0.7: a view of the questions."""
        return await self.client.carry(self.client.steps.columns(self.id))

    async def runs(self) -> tuple[RunInfo, ...]:
        """Its runs, newest first."""
        return await self.client.carry(self.client.steps.runs(self.id))

    async def delete(self) -> None:
        """With its data, runs and personas."""
        await self.client.carry(self.client.steps.delete(self.id))


class AsyncRemoteGenerator:
    """Makes personas on the server that has the experiment."""

    def __init__(self, experiment: AsyncRemoteExperiment) -> None:
        self.experiment = experiment

    async def agenerate(
        self,
        config: PersonaConfig | None = None,
        *,
        on_event: Callable[[Event], None] | None = None,
        resume: str | None = None,
    ) -> GenerationResult:
        """Carry out a run and return its result, as `persona.AsyncPersonaGenerator` does.

        Raises:
            PersonaError: what the library would raise here, and `ServerError`.
        """
        return await self.experiment.client.carry(self._steps(config, resume), on_event)

    async def stream(self, config: PersonaConfig | None = None, *, resume: str | None = None) -> AsyncIterator[Event]:
        """The run as events. Closing the iterator leaves it to the server."""
        async for event in self.experiment.client.follow(self._steps(config, resume)):
            yield event

    async def start(self, config: PersonaConfig | None = None) -> RunInfo:
        """Start a run and do not wait for it: a webhook can tell of its end."""
        steps = self.experiment.client.steps
        return await self.experiment.client.carry(steps.start(self.experiment.id, config or PersonaConfig()))

    def _steps(self, config: PersonaConfig | None, resume: str | None) -> Step[GenerationResult]:
        return self.experiment.client.steps.generate(self.experiment.id, config or PersonaConfig(), resume)
