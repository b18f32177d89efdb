"""Personas from elsewhere, as JSON has them: a list of ours, or a result of this library."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from persona.messages import configuration_error
from persona.models.brought import MOST_SAID, BroughtPersona

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_LETTERS = 500_000
_READ = TypeAdapter(tuple[BroughtPersona, ...])


def read_personas(text: str | bytes) -> tuple[BroughtPersona, ...]:
    """Personas from JSON: `[{"name": …, "answers": {question: answer}, "says": [sentences]}]`, or a `result.json`.

    Raises:
        ConfigurationError: it is neither.

    Example:
        >>> [persona.name for persona in read_personas('[{"name": "Planner", "says": ["I plan on Sundays"]}]')]
        ['Planner']
    """
    if len(text) > MOST_LETTERS:
        raise configuration_error("brought_unreadable", why=f"there are more than {MOST_LETTERS:,} letters.")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as exc:
        raise configuration_error("brought_unreadable", why="this is no JSON.") from exc
    if isinstance(found, dict):
        found = found.get("personas")
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise configuration_error("brought_unreadable", why="there is no list of personas.")
    try:
        return _READ.validate_python([_of_result(each) if "statements" in each else each for each in found])
    except ValidationError as exc:
        raise configuration_error("brought_unreadable", why=_first(exc)) from exc


def _of_result(persona: Mapping[str, Any]) -> dict[str, Any]:
    """A persona of a result: what it says is what people said of themselves."""
    statements = [each for each in persona["statements"] or () if isinstance(each, dict)]
    says = [str(each.get("text", "")) for each in statements if each.get("origin") != "counted"]
    answers = {
        str(each["question"]): str(each["option"]) for each in statements if each.get("question") and each.get("option")
    }
    name = str(persona.get("label") or persona.get("name") or "")[:120]
    return {"name": name, "answers": answers, "says": [said for said in says if said.strip()][:MOST_SAID]}


def _first(problem: ValidationError) -> str:
    """The first thing that is wrong, with its place: "persona 2, says: …"."""
    error = problem.errors(include_url=False, include_context=False, include_input=False)[0]
    number, *rest = error["loc"] or (0,)
    place = f"persona {int(number) + 1}" if isinstance(number, int) else str(number)
    return f"{', '.join([place, *map(str, rest)])}: {error['msg'].removeprefix('Value error, ').rstrip('.')}."
