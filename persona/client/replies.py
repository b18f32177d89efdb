"""What a server answers, as values of the library."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from persona.events import Event, Progress, Started, UsageUpdated
from persona.messages import configuration_error
from persona.models import (
    Frozen,
    GenerationResult,
    OldNames,
    Persona,
    PersonaConfig,
    Quality,
    Statement,
    Usage,
    Verdict,
)
from persona.run_states import RUN_STATES, RunState

Model = TypeVar("Model", bound=BaseModel)


class Info(Frozen):
    """A thing on the server; a newer server may say more of it."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class ExperimentInfo(Info):
    """An experiment on the server."""

    id: str
    name: str
    description: str
    state: str
    created: datetime


class SourceInfo(OldNames, Info):
    """A file on the server, and how far it has been read."""

    id: str
    name: str
    status: Literal["waiting", "reading", "ready", "failed"]
    progress: int = 0
    rows: int = 0
    skipped_total: int = 0
    sha256: str = ""


class RunInfo(Info):
    """A run on the server."""

    id: str
    experiment: str
    number: int
    status: RunState
    percent: int
    events: int
    rows: int
    quality: Quality | None = None
    verdict: Verdict | None = None
    usage: Usage | None = None

    @property
    def is_finished(self) -> bool:
        """Whether the run has ended, well or not."""
        return RUN_STATES[self.status].is_final


def read(model: type[Model], value: Any, url: str) -> Model:
    """The value as the library has it.

    Raises:
        ConfigurationError: the server speaks of what this library does not know.
    """
    try:
        return model.model_validate_json(value) if isinstance(value, bytes) else model.model_validate(value)
    except ValidationError as error:
        raise configuration_error("server_newer", url=url) from error


def result(content: bytes, url: str) -> GenerationResult:
    return read(GenerationResult, content, url)


def persona(told: dict[str, Any], url: str) -> Persona:
    """A persona as the API has it: ids and places in the list are its own names for what the library has."""
    statements = [_known(Statement, statement) for statement in told["statements"]]
    value = _known(Persona, told) | {"index": told["position"], "statements": statements}
    return read(Persona, value, url)


def event(kind: str, payload: dict[str, Any], url: str) -> Event | None:
    """An event that stands for itself; None for those that tell of more than they hold, or are new."""
    match kind:
        case "generation.started":
            config = read(PersonaConfig, _known(PersonaConfig, payload["config"]), url)
            return Started(config=config, rows=payload["rows"])
        case "generation.progress":
            return read(Progress, _known(Progress, payload), url)
        case "usage.updated":
            return UsageUpdated(usage=read(Usage, _known(Usage, payload), url))
    return None


def _known(model: type[BaseModel], told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name in model.model_fields}
