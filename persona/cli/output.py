"""How the command line speaks: words to stderr, data to stdout."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rich.console import Console

    from persona.exceptions import PersonaError

Value = TypeVar("Value")
Model = TypeVar("Model", bound="BaseModel")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
PIPED_WIDTH = 120  # Rich would take 80 for a file and cut columns
SHOWN_PROBLEMS = 5


def say(text: str) -> None:
    """Words for the person at the keyboard."""
    print(harmless(text), file=sys.stderr)


def harmless(value: Value) -> Value:
    """Text, or a value full of it, without characters that a terminal would obey instead of showing."""
    if isinstance(value, str):
        return cast("Value", _CONTROL.sub("\N{REPLACEMENT CHARACTER}", value))
    if isinstance(value, dict):
        return cast("Value", {key: harmless(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return cast("Value", type(value)(map(harmless, value)))
    return value


def harmless_model(model: Model) -> Model:
    """The same for a model."""
    return type(model).model_validate(harmless(model.model_dump()))


def print_json(value: BaseModel | list[object] | dict[str, object]) -> None:
    """A value for another program."""
    if isinstance(value, list | dict):
        print(json.dumps(value, ensure_ascii=False, indent=2))
    else:
        print(value.model_dump_json(indent=2))


def console(*, words: bool = False) -> Console:
    """Rich on stdout, or on stderr for words."""
    from rich.console import Console

    stream = sys.stderr if words else sys.stdout
    return Console(file=stream, highlight=False, width=None if stream.isatty() else PIPED_WIDTH)


def tell_error(error: PersonaError, *, as_json: bool) -> None:
    """One line, what to do about it, and where in the file; for programs the same as JSON on stdout."""
    from persona.exceptions import DataError

    problems = error.problems if isinstance(error, DataError) else ()
    if as_json:
        told = {"code": error.code, "message": error.message, "hint": error.hint, "retryable": error.retryable}
        print_json({"error": {**told, "problems": [problem.model_dump() for problem in problems]}})
    say(f"Error: {error.message}")
    for problem in problems[:SHOWN_PROBLEMS]:
        say(f"  {problem.message}")
    if error.hint:
        say(f"  {error.hint}")
