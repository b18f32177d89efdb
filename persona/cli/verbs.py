"""What `persona edit` can do: one verb each, with the action that it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import typer

from persona import edits as do
from persona.kinds import KINDS
from persona.sections import ON_PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from persona.events import Event
    from persona.models import Evidence, Sections
    from persona.outputs import Output


class Given(NamedTuple):
    """What somebody wrote behind a verb."""

    target: str
    text: str
    quote: Callable[[], Evidence]
    output: Output
    on_event: Callable[[Event], None]

    @property
    def persona(self) -> int:
        return number(self.target)

    @property
    def is_persona(self) -> bool:
        """Whether a persona is meant; ids of statements are no bare numbers."""
        return self.target.isdecimal()


def number(text: str) -> int:
    """A number that somebody wrote."""
    if not text.isdecimal():
        raise typer.BadParameter(f"“{text}” is not a number.")
    return int(text)


def _kind(text: str) -> str:
    if text not in KINDS:
        raise typer.BadParameter(f"“{text}” is no kind of statement: choose one of {', '.join(KINDS)}.")
    return text


def _field(given: Given) -> do.Action:
    name, _, text = given.text.partition("=")
    return do.SetField(persona=given.persona, name=name, text=text)


def _note(given: Given) -> do.Action:
    if given.is_persona:
        return do.NotePersona(persona=given.persona, text=given.text)
    return do.NoteStatement(statement=given.target, text=given.text)


def _hidden(hidden: bool) -> Callable[[Given], do.Action]:
    def make(given: Given) -> do.Action:
        if given.is_persona:
            return do.HidePersona(persona=given.persona, hidden=hidden)
        return do.HideStatement(statement=given.target, hidden=hidden)

    return make


def _judged(judgement: do.Judgement | None) -> Callable[[Given], do.Action]:
    return lambda given: do.JudgeStatement(statement=given.target, judgement=judgement)


def _counted(counted: bool) -> Callable[[Given], do.Action]:
    return lambda given: do.CountQuote(statement=given.target, quote=given.quote(), counted=counted)


def _moved(given: Given) -> do.Action:
    return do.MoveStatement.model_validate({"statement": given.target, "kind": _kind(given.text)})


def _added(given: Given) -> do.Action:
    kind, _, text = given.text.partition("=")
    new = {"persona": given.persona, "kind": _kind(kind), "text": text or None, "quotes": (given.quote(),)}
    return do.AddStatement.model_validate(new)


def _merged(given: Given) -> do.Action:
    from persona.regrouping import merged

    numbers = [number(each) for each in given.target.split(",")]
    if len(numbers) < 2:
        raise typer.BadParameter("Name the personas to merge: 1,2.")
    return merged(given.output, numbers, on_event=given.on_event)


def _split(given: Given) -> do.Action:
    from persona.regrouping import split

    return split(given.output, given.persona, on_event=given.on_event)


def _arranged(given: Given) -> do.Action:
    """Sections in their order, and those that are left out; "team": as the team has them."""
    if given.target == "team":
        return do.ArrangeSections(sections=None)
    return do.ArrangeSections(sections=sections_of(given.target, given.text))


def sections_of(order: str, hidden: str) -> Sections:
    """Names of sections with commas between them; "usual": in their usual order."""
    from persona.models import Sections

    first = [] if order == "usual" else _sections(order)
    return Sections.model_validate({"order": first, "hidden": _sections(hidden)})


def _sections(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if unknown := next((name for name in names if name not in ON_PAGES), None):
        raise typer.BadParameter(f"“{unknown}” is no section: choose among {', '.join(ON_PAGES)}.")
    return names


VERBS: Mapping[str, Callable[[Given], do.Action]] = {
    "rename": lambda given: do.RenamePersona(persona=given.persona, label=given.text),
    "name": lambda given: do.RenamePersona(persona=given.persona, name=given.text),
    "tagline": lambda given: do.RewriteTagline(persona=given.persona, text=given.text),
    "story": lambda given: do.RewriteSummary(persona=given.persona, text=given.text),
    "portrait": lambda given: do.ChoosePortrait(persona=given.persona, portrait=given.text or None),
    "field": _field,
    "drop-field": lambda given: do.RemoveField(persona=given.persona, name=given.text),
    "note": _note,
    "hide": _hidden(True),
    "show": _hidden(False),
    "rewrite": lambda given: do.RewriteStatement(statement=given.target, text=given.text),
    "pin": lambda given: do.PinStatement(statement=given.target),
    "unpin": lambda given: do.PinStatement(statement=given.target, pinned=False),
    "place": lambda given: do.PlaceStatement(statement=given.target, place=max(1, number(given.text))),
    "kind": _moved,
    "right": _judged("right"),
    "wrong": _judged("wrong"),
    "unmark": _judged(None),
    "count": _counted(True),
    "uncount": _counted(False),
    "add": _added,
    "merge": _merged,
    "split": _split,
    "approve": lambda given: do.ApprovePersona(persona=given.persona),
    "lock": lambda given: do.LockPersona(persona=given.persona),
    "sections": _arranged,
    "open": lambda given: do.LockPersona(persona=given.persona, locked=False),
}
"""Every verb, in the order in which help lists them."""
