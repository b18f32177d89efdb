"""Whoever raises a message gives it the values that its words need: an error must not die of its own words."""

from __future__ import annotations

import ast
import string
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import persona
from persona.messages import MESSAGES, hint, sentence
from persona.messages.message import Message
from tests.source_trees import nodes

ROOT = Path(persona.__file__).parents[1]
ROOMS = ("persona", "core", "accounts", "experiments", "generation", "persona_web")
# What takes a code and the values of its words, with the values that it adds by itself.
SAYING = {
    "configuration_error": set(),
    "data_error": set(),
    "provider_error": set(),
    "sentence": set(),
    "hint": set(),
    "problem": {"line", "column"},
    "leave_out": {"line"},
    "mend": {"line"},
}
HALVES = {"sentence": ("text",), "hint": ("hint",)}
"""What is said alone; others say both, what happened and what to do."""
NO_VALUES = {"problems"}  # goes along with an error, beside its words


@dataclass(frozen=True)
class Call:
    """One place that says something."""

    place: str
    code: str
    given: frozenset[str]
    is_whole: bool  # nothing is given by ** or by place
    halves: tuple[str, ...] = ("text", "hint")

    @property
    def lacking(self) -> set[str]:
        said = "".join(getattr(MESSAGES[self.code], half) for half in self.halves)
        return needed(Message(said)) - self.given if self.is_whole else set()


@cache
def calls() -> list[Call]:
    paths = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    found = [(node, path) for path in paths for node in nodes(path) if isinstance(node, ast.Call)]
    return [call for node, path in found if (call := said_by(node, path))]


def said_by(node: ast.Call, path: Path) -> Call | None:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    first = node.args[0] if node.args else None
    if name not in SAYING or not isinstance(first, ast.Constant) or first.value not in MESSAGES:
        return None
    given = {keyword.arg for keyword in node.keywords if keyword.arg} | SAYING[name]
    is_whole = all(keyword.arg for keyword in node.keywords)
    halves = [HALVES[name]] if name in HALVES else []
    return Call(f"{path.relative_to(ROOT)}:{node.lineno}", first.value, frozenset(given - NO_VALUES), is_whole, *halves)


def needed(message: Message) -> set[str]:
    return {name for text in message for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_are_many_calls_in_every_room_that_has_errors() -> None:
    assert len(calls()) > 80
    assert {call.place.partition("/")[0] for call in calls()} >= {"persona", "experiments", "generation"}


def test_every_call_gives_the_values_that_its_words_need() -> None:
    assert {call.place: call.lacking for call in calls() if call.lacking} == {}


def test_no_call_gives_values_that_no_word_shows() -> None:
    beyond = {
        call.place: sorted(call.given - needed(MESSAGES[call.code]) - {"line", "column"})
        for call in calls()
        if call.given - needed(MESSAGES[call.code]) - {"line", "column"}
    }

    assert beyond == {}


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_filled_in_no_brace_is_left(code: str) -> None:
    values = dict.fromkeys(needed(MESSAGES[code]), 1_200)

    said = f"{sentence(code, **values)} {hint(code, **values)}"

    assert ("{" in said, "}" in said) == (False, False)
    assert said.count("1,200") + said.count("1200") >= len(values)


def test_a_value_that_is_missing_is_a_fault_that_tests_find() -> None:
    with pytest.raises(KeyError, match="name"):
        sentence("missing_file")


def test_a_code_that_is_not_there_is_a_fault_that_tests_find() -> None:
    with pytest.raises(KeyError, match="no_such_code"):
        hint("no_such_code")
