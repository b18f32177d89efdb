"""English questions as verb phrases of those who answered: "How sure are you of X?" -> "is very sure of X"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.writing.phrasebooks.book import pattern, yes_or_no
from persona.writing.phrasebooks.english import third_person
from persona.writing.wordforms import bare, lower, short

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[re.Match[str], str], str | None]

_THEIRS = {
    "your": "their", "yours": "theirs", "you": "they", "yourself": "themselves", "i": "they", "my": "their",
    "me": "them",
}  # fmt: skip
_OBJECT = re.compile(
    r"\b(about|around|at|behind|beside|by|for|from|near|of|on|to|towards|with|without) you\b", re.IGNORECASE
)
_DOING = re.compile(r"it (?:for you )?(to .+)$", re.IGNORECASE)
_YOURS = re.compile(rf"\b(?:{'|'.join(_THEIRS)})\b", re.IGNORECASE)


def verb_phrase(question: str, option: str) -> str | None:
    """What somebody does who gave this answer to an English question; None where no form fits."""
    asked, answer = bare(question), short(option)
    for form, make in _FORMS:
        if (match := form.match(asked)) and (said := make(match, answer)):
            return said
    return None


def number_phrase(question: str, mean: str) -> str | None:
    """ "How many hours do you work?" and "35" -> "works 35 hours on average"."""
    asked = bare(question)
    if match := _HAVE_DONE.match(asked):
        return f"has {match[2]} {mean} {theirs(match[1])}{theirs(match[3])} on average"
    match = _HOW_MANY.match(asked)
    if match is None:
        return None
    rest = f" {theirs(match[3])}" if match[3] else ""
    return f"{third_person(match[2])} {mean} {theirs(match[1])}{rest} on average"


def rating_phrase(question: str, mean: str) -> str | None:
    """ "How much do you like tea?" and "4.2 of 5" -> "likes tea: 4.2 of 5"; None where no form fits."""
    match = _HOW_MUCH.match(bare(question))
    if match is None or match[1]:
        return None
    return f"{third_person(match[2])} {theirs(match[3])}: {mean}"


def theirs(text: str) -> str:
    """The words of a question as others speak of it: "your team" -> "their team"."""
    return _YOURS.sub(lambda match: _THEIRS[match[0].lower()], _OBJECT.sub(r"\1 them", text))


def _feels(match: re.Match[str], answer: str) -> str | None:
    rest = f" {theirs(match[2])}" if match[2] else ""
    return f"is {lower(answer)}{rest}" if _is_degree(answer, match[1]) else None


def _finds(match: re.Match[str], answer: str) -> str | None:
    if not _is_degree(answer, match[1]):
        return None
    what = _DOING.match(match[3])  # "is it to find …": the judgement comes before what is judged
    return f"finds it {lower(answer)} {theirs(what[1])}" if what else f"finds {theirs(match[3])} {lower(answer)}"


def _is_degree(answer: str, adjective: str) -> bool:
    """Whether an answer is the adjective that was asked for, or its contrary, with how much of it."""
    return adjective.lower() in answer.lower() and len(answer.split()) <= 5


def _yes_no(match: re.Match[str], answer: str) -> str | None:
    said = yes_or_no([answer], ("yes",), ("no",))
    if said is None:
        return None
    auxiliary, verb, rest = match[1].lower(), match[2], theirs(match[3])
    if auxiliary == "do":
        return f"{third_person(verb)}{rest}" if said else f"does not {verb.lower()}{rest}"
    kept = {"are": "is", "were": "was", "have": "has"}.get(auxiliary, auxiliary)
    negated = "cannot" if kept == "can" else f"{kept} not"
    return f"{kept if said else negated} {verb.lower()}{rest}"


def _often(match: re.Match[str], answer: str) -> str | None:
    if len(answer.split()) > 6 or answer[:1].isdigit():
        return None
    return f"{third_person(match[1])}{theirs(match[2])}: {lower(answer)}"


def _how_much(match: re.Match[str], answer: str) -> str | None:
    if len(answer.split()) > 5 or answer[:1].isdigit():
        return None
    verb = f"is {match[2].lower()}" if match[1] else third_person(match[2])
    return f"{verb} {theirs(match[3])} “{answer}”"


def _which(match: re.Match[str], answer: str) -> str | None:
    rest = f" {theirs(match[3])}" if match[3] else ""
    return f"{third_person(match[2])} {answer}{rest}"


_HOW_MANY = pattern(r"(?:about |approximately |on average,? )?how many (.+?) do you (\w+)\b ?(.*)$")
_HAVE_DONE = pattern(r"how many (.+?) have you (?:ever )?(\w+)(.*)$")
_HOW_MUCH = pattern(r"(?:how much|to what extent),? (?:(are) |do )?you (\w+) (.+)$")
_FORMS: tuple[tuple[re.Pattern[str], Maker], ...] = (
    (pattern(r"(?:overall,? )?how (\w+) (?:are|were) you(?: (.+))?$"), _feels),
    (pattern(r"(?:overall,? )?how (\w+) (is|are|was|were|do you find) (.+?)(?: (?:for|to) you)?$"), _finds),
    (pattern(r"(do|have|are|were|did|would|will|can) you (?:currently |ever )?([\w-]+)(.*)$"), _yes_no),
    (_HOW_MUCH, _how_much),
    (pattern(r"how (?:often|frequently) do you (\w+)(.*)$"), _often),
    (
        pattern(
            r"which (?:of (?:these|the following) )?(.+?) do you (use|own|read|visit|buy|prefer|like|watch|follow)\b"
            r" ?(.*)$"
        ),
        _which,
    ),
)
