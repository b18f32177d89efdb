"""What the two processes say to each other, one JSON object a line: a request in, progress and one ending out."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from persona.exceptions import ConfigurationError, DataError, PersonaError
from persona.models import Frozen, Problem
from persona.reading.options import DialectChoice, Limits


class Request(Frozen):
    """One file to read into an empty folder."""

    file: Path
    folder: Path
    name: str
    size: int
    limits: Limits
    dialect: DialectChoice

    @property
    def seconds(self) -> int:
        """Seconds of processor that it may take: other work on the machine does not make a good file too slow."""
        return self.limits.time_for(self.size)


class ToldError(Frozen):
    """An error of the library on its way to the other process."""

    kind: Literal["DataError", "ConfigurationError"]
    code: str
    message: str
    hint: str = ""
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, error: PersonaError) -> ToldError:
        """What is told of `error`."""
        kind: Literal["DataError", "ConfigurationError"] = (
            "ConfigurationError" if isinstance(error, ConfigurationError) else "DataError"
        )
        problems = error.problems if isinstance(error, DataError) else ()
        return cls(kind=kind, code=error.code, message=error.message, hint=error.hint, problems=problems)

    def error(self) -> PersonaError:
        """The error as it was raised over there."""
        if self.kind == "ConfigurationError":
            return ConfigurationError(self.message, hint=self.hint, code=self.code)
        return DataError(self.message, hint=self.hint, code=self.code, problems=self.problems)


class Told(Frozen):
    """One line from the reading process: how far it is, how the reading ended, or how its process did."""

    progress: tuple[int, int] | None = None
    ending: Literal["done", "error", "memory", "file_size", "fault"] | None = None
    error: ToldError | None = None
    fault: str = ""
    code: int | None = Field(default=None, description="Always last: 0, or by which signal it ended (negative).")
