"""What a form of the edit page asks for, as the library's actions."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from core.pages.icons import PICTURES
from generation.edits.finding import Answers, quote_of
from generation.edits.models import EditEntry
from generation.personas.models import Statement
from generation.personas.pictures import is_kept
from persona import edits as do
from persona.kinds import KINDS
from persona.messages import edit_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.http import QueryDict

    from generation.personas.models import Persona
    from persona.edits import Action
    from persona.kinds import StatementKind

WORDS = ("label", "name", "tagline", "summary")
OWN = ("own-name", "own-text")
"""The name of a field of one's own, and what stands in it."""
OWN_BUTTONS = ("field", "drop-field")
SWITCHES: dict[str, Callable[[str], Action]] = {
    "hide": lambda said: do.HideStatement(statement=said),
    "show": lambda said: do.HideStatement(statement=said, hidden=False),
    "pin": lambda said: do.PinStatement(statement=said),
    "unpin": lambda said: do.PinStatement(statement=said, pinned=False),
    "right": lambda said: do.JudgeStatement(statement=said, judgement="right"),
    "wrong": lambda said: do.JudgeStatement(statement=said, judgement="wrong"),
    "unjudge": lambda said: do.JudgeStatement(statement=said, judgement=None),
}
"""Buttons of a statement that say all by themselves."""
OF_PERSONA: dict[str, Callable[[int], Action]] = {
    "approve": lambda number: do.ApprovePersona(persona=number),
    "open": lambda number: do.ApprovePersona(persona=number, approved=False),
    "hide-persona": lambda number: do.HidePersona(persona=number),
    "show-persona": lambda number: do.HidePersona(persona=number, hidden=False),
}
QUOTES = 40
STEPS = {"up": -1, "down": 1}
MOVED = (*STEPS, "undo", "open", "approve", "add")
"""What changes more of the page than one statement."""


def chosen(given: QueryDict) -> QueryDict:
    """Of two wordings the one that was chosen, or a third, in the field that it is for."""
    choice, field = given.get("choice"), given.get("field", "")
    if choice is None or field not in (*WORDS, "text", "own-text"):
        return given
    taken = given.copy()
    taken[field] = given.get("third" if choice == "third" or given.get("third", "").strip() else "mine", "")
    if choice == "theirs" and not given.get("third", "").strip():
        taken["do"] = "nothing"
    return taken


def actions_of(given: QueryDict, persona: Persona) -> list[Action]:
    """What the button that was pressed asks for; none, where nothing would change.

    Raises:
        EditError: it is about something that is not there, or nothing that this page offers.
    """
    wanted = given.get("do", "")
    if wanted == "nothing":
        return []
    if wanted in OF_PERSONA:
        return [OF_PERSONA[wanted](persona.position)]
    if wanted == "words":
        return list(_words(given, persona.position))
    if wanted == "picture":
        return [_picture(given, persona)]
    if wanted == "note-persona":
        return [do.NotePersona(persona=persona.position, text=given.get("note", ""))]
    if wanted in OWN_BUTTONS:
        return list(_own(given, wanted, persona))
    if wanted == "add":
        return [_added(given, persona)]
    if wanted == "undo":
        return [do.Reverted(edit=entry_of(given, persona.run_id))]
    return list(_of_statement(given, wanted, persona))


def _words(given: QueryDict, number: int) -> Iterator[Action]:
    """Only what differs from what the page showed: another person may have changed the rest meanwhile."""
    there = {name: str(given[name]) for name in WORDS if name in given}
    new = {name: text for name, text in there.items() if _same(text) != _same(str(given.get(f"was-{name}", "")))}
    if "label" in new:
        yield do.RenamePersona(persona=number, label=new["label"])
    if "name" in new:
        yield do.RenamePersona(persona=number, name=new["name"])
    if "tagline" in new:
        yield do.RewriteTagline(persona=number, text=new["tagline"])
    if "summary" in new:
        yield do.RewriteSummary(persona=number, text=new["summary"])


def _same(text: str) -> str:
    """A text as a browser may send it back: with other ends of lines."""
    return text.replace("\r\n", "\n").strip()


def _picture(given: QueryDict, persona: Persona) -> Action:
    picture = given.get("picture", "")
    if picture not in PICTURES and not is_kept(persona.run.experiment_id, picture):
        raise edit_error("edit_picture_unknown")
    return do.ChoosePortrait(persona=persona.position, portrait=picture)


def _own(given: QueryDict, wanted: str, persona: Persona) -> Iterator[Action]:
    """A field of one's own, new, with another text, or gone."""
    name, text = (str(given.get(key, "")) for key in OWN)
    if wanted == "drop-field":
        yield do.RemoveField(persona=persona.position, name=name)
    elif (name.strip(), _same(text)) not in ((own["name"], own["text"]) for own in persona.edited.get("fields", ())):
        yield do.SetField(persona=persona.position, name=name, text=_same(text))


def _added(given: QueryDict, persona: Persona) -> Action:
    """A statement of the quotes that were chosen, in the words that were written or in theirs."""
    answers = Answers(persona)
    quotes = tuple(answers.at(place) for place in given.getlist("quote")[:QUOTES])
    if not quotes:
        raise edit_error("edit_no_quotes")
    text = given.get("text", "").strip() or None
    return do.AddStatement(persona=persona.position, kind=_kind(given.get("kind", "")), text=text, quotes=quotes)


def entry_of(given: QueryDict, run: UUID) -> str:
    """An edit of this run; the library says why it cannot be undone.

    Raises:
        EditError: there is none.
    """
    found = _uuid(given.get("edit", ""))
    if found is None or not EditEntry.objects.filter(run=run, pk=found).exists():
        raise edit_error("edit_not_there", edit=given.get("edit", "")[:60])
    return str(found)


def _of_statement(given: QueryDict, wanted: str, persona: Persona) -> Iterator[Action]:
    said = statement_of(given, persona)
    kind = wanted.removeprefix("to-")
    if wanted in SWITCHES:
        yield SWITCHES[wanted](said.key)
    elif wanted == "rewrite":
        if _same(str(given.get("text", ""))) != said.text:
            yield do.RewriteStatement(statement=said.key, text=given.get("text", ""))
        if (to := given.get("kind", said.kind)) != said.kind:
            yield do.MoveStatement(statement=said.key, kind=_kind(to))
    elif wanted == "note":
        yield do.NoteStatement(statement=said.key, text=given.get("note", ""))
    elif wanted in ("count", "uncount"):
        quote = quote_of(said, persona, given.get("quote", ""))
        yield do.CountQuote(statement=said.key, quote=quote, counted=wanted == "count")
    elif wanted in STEPS:
        yield from _step(said, STEPS[wanted])
    elif wanted.startswith("to-"):
        yield do.MoveStatement(statement=said.key, kind=_kind(kind))
    else:
        raise edit_error("edit_nothing")


def _step(said: Statement, step: int) -> Iterator[Action]:
    """One place up or down among its kind, with those that are hidden."""
    fellows = Statement.everything.filter(persona=said.persona_id, kind=said.kind).order_by("position")
    keys = list(fellows.values_list("key", flat=True))
    place = keys.index(said.key) + step
    if 0 <= place < len(keys):
        yield do.PlaceStatement(statement=said.key, place=place + 1)


def statement_of(given: QueryDict, persona: Persona) -> Statement:
    """The statement that a form is about.

    Raises:
        EditError: it is not there any more.
    """
    named = _uuid(given.get("s", ""))
    found = Statement.everything.filter(persona=persona, pk=named).first() if named else None
    if found is None:
        raise edit_error("edit_statement_missing", statement=given.get("s", "")[:60])
    return found


def _kind(name: str) -> StatementKind:
    found = next((kind for kind in KINDS if kind == name), None)
    if found is None:
        raise edit_error("edit_nothing")
    return found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def seen_of(given: QueryDict) -> int | None:
    """The number of the last edit that the page had seen."""
    text = given.get("seen", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else None
