"""The client for ordinary code."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from persona.client.connection import Connection, answer_of, arguments, chunks, reason_of
from persona.client.protocol import Answer, Call, Lost, Pause, Step
from persona.client.steps import Steps
from persona.models import GenerationResult, PersonaConfig

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

    from persona.client.replies import ExperimentInfo, RunInfo, SourceInfo
    from persona.events import Event
    from persona.exporting.formats import FormatId
    from persona.models import Column, Persona, QuestionChoice
    from persona.questionnaire.models import Questionnaire

Value = TypeVar("Value")


class Client:
    """A server with the library's names: `Experiment`, `PersonaGenerator`.

    Example:
        >>> with Client("https://persona.example.com", token) as persona:                          # doctest: +SKIP
        ...     experiment = persona.Experiment.create(name="my-exp", data_sources=["data.csv"])
        ...     result = persona.PersonaGenerator(experiment=experiment).generate()

    Args:
        url: where people open it in a browser.
        token: made there under Account, API and webhooks.
        seconds: the longest that one answer may take; a run may take as long as it needs.

    Raises:
        ConfigurationError: the address or the token cannot be one, or httpx is not installed.
    """

    def __init__(self, url: str, token: str, *, seconds: float = 60.0) -> None:
        connection = Connection(url, token, seconds)
        import httpx

        self._http = httpx.Client(**connection.settings())
        self.url = connection.url
        self.steps = Steps(self.url)
        self.Experiment = RemoteExperiments(self)
        self.PersonaGenerator = RemoteGenerator

    def __repr__(self) -> str:
        return f"Client({self.url!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections to the server."""
        self._http.close()

    def run(self, run: str) -> RunInfo:
        """How a run stands."""
        return self.carry(self.steps.run(run))

    def cancel(self, run: str) -> RunInfo:
        """Stop a run; finished personas stay."""
        return self.carry(self.steps.cancel(run))

    def result(self, run: str) -> GenerationResult:
        """The result of a finished run."""
        return self.carry(self.steps.result(run))

    def personas(self, run: str) -> tuple[Persona, ...]:
        """The personas that are written, with their evidence."""
        return self.carry(self.steps.personas(run))

    def export(self, run: str, kind: FormatId) -> bytes:
        """The run in one of `persona.exporting.formats.FORMATS`."""
        return self.carry(self.steps.export(run, kind))

    def carry(self, step: Step[Value], on_event: Callable[[Event], None] | None = None) -> Value:
        """Carry a conversation out to its end."""
        events = self.follow(step)
        while True:
            try:
                event = next(events)
            except StopIteration as end:
                value: Value = end.value
                return value
            if on_event is not None:
                on_event(event)

    def follow(self, step: Step[Value]) -> Generator[Event, None, Value]:
        """Carry a conversation out, event by event."""
        heard: Answer | Lost | None = None
        while True:
            try:
                wanted = step.send(heard)
            except StopIteration as end:
                value: Value = end.value
                return value
            heard = None
            if isinstance(wanted, Call):
                heard = self._send(wanted)
            elif isinstance(wanted, Pause):
                time.sleep(wanted.seconds)
            else:
                yield wanted

    def _send(self, call: Call) -> Answer | Lost:
        import httpx

        try:
            content = chunks(call.file) if call.file else None
            return answer_of(self._http.request(**arguments(call), content=content))
        except httpx.TransportError as error:
            return Lost(reason_of(error))


class RemoteExperiments:
    """What `Experiment` is on a server."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def create(self, name: str, data_sources: Sequence[str | Path] = (), *, description: str = "") -> RemoteExperiment:
        """A new experiment, and its file, read to the end.

        Raises:
            DataError: the file cannot be used; `problems` says where.
        """
        files = [Path(source) for source in data_sources]
        return RemoteExperiment(self._client, self._client.carry(self._client.steps.create(name, description, files)))

    def open(self, name_or_id: str) -> RemoteExperiment:
        """The experiment with this id, or the newest with this name.

        Raises:
            ConfigurationError: there is none.
        """
        return RemoteExperiment(self._client, self._client.carry(self._client.steps.find(name_or_id)))

    def list(self) -> list[RemoteExperiment]:
        """All of yours, newest first."""
        found = self._client.carry(self._client.steps.experiments())
        return [RemoteExperiment(self._client, info) for info in found]


class RemoteExperiment:
    """An experiment on a server."""

    def __init__(self, client: Client, info: ExperimentInfo) -> None:
        self.client, self.info = client, info
        self.id, self.name = info.id, info.name

    def __repr__(self) -> str:
        return f"RemoteExperiment({self.name!r}, {self.id})"

    def add_source(self, path: str | Path, *, name: str | None = None, add: bool = False) -> SourceInfo:
        """Upload a file in place of what is there, or with `add` beside it, and wait until it has been read.

        Raises:
            DataError: it cannot be used; `problems` says where.
        """
        path = Path(path)
        return self.client.carry(self.client.steps.upload(self.id, path, name or path.name, add=add))

    @property
    def source(self) -> SourceInfo:
        """Its data, and how far it has been read."""
        return self.client.carry(self.client.steps.source(self.id))

    def questionnaire(
        self, answers: Mapping[str, str] | None = None, questions: Mapping[str, QuestionChoice] | None = None
    ) -> Questionnaire:
        """What people were asked and what is unsure about it, after these answers and choices, which the server keeps.

        Raises:
            ConfigurationError: an answer that a doubt does not offer, or a question that is not there.
        """
        return self.client.carry(self.client.steps.questionnaire(self.id, answers, questions))

    def columns(self) -> tuple[Column, ...]:
        """What each column means, as before 0.7: a view of the questions."""
        return self.client.carry(self.client.steps.columns(self.id))

    def runs(self) -> tuple[RunInfo, ...]:
        """Its runs, newest first."""
        return self.client.carry(self.client.steps.runs(self.id))

    def delete(self) -> None:
        """With its data, runs and personas."""
        self.client.carry(self.client.steps.delete(self.id))


class RemoteGenerator:
    """Makes personas on the server that has the experiment."""

    def __init__(self, experiment: RemoteExperiment) -> None:
        self.experiment = experiment

    def generate(
        self,
        config: PersonaConfig | None = None,
        *,
        on_event: Callable[[Event], None] | None = None,
        resume: str | None = None,
    ) -> GenerationResult:
        """Carry out a run and return its result, as `persona.PersonaGenerator` does.

        Raises:
            PersonaError: what the library would raise here, and `ServerError`.
        """
        return self.experiment.client.carry(self._steps(config, resume), on_event)

    def stream(self, config: PersonaConfig | None = None, *, resume: str | None = None) -> Iterator[Event]:
        """The run as events. Closing the iterator leaves it to the server."""
        yield from self.experiment.client.follow(self._steps(config, resume))

    def start(self, config: PersonaConfig | None = None) -> RunInfo:
        """Start a run and do not wait for it: a webhook can tell of its end."""
        steps = self.experiment.client.steps
        return self.experiment.client.carry(steps.start(self.experiment.id, config or PersonaConfig()))

    def _steps(self, config: PersonaConfig | None, resume: str | None) -> Step[GenerationResult]:
        return self.experiment.client.steps.generate(self.experiment.id, config or PersonaConfig(), resume)
