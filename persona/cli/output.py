"""How the command line speaks: words to stderr, data to stdout."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rich.console import Console

    from persona.exceptions import PersonaError

PIPED_WIDTH = 120  # Rich would take 80 for a file and cut columns
SHOWN_PROBLEMS = 5


def say(text: str) -> None:
    """Words for the person at the keyboard."""
    print(text, file=sys.stderr)


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
