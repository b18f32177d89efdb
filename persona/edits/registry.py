"""The kinds of edits in one table: what of a thing each changes, and what it is called in a history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from persona.edits import actions as do
from persona.sections import told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from persona.edits.actions import Action


class About(NamedTuple):
    """What the rest of the house needs to know of a kind of edit."""

    aspect: str
    """What of a persona or a statement it changes: two people may change different aspects at once."""
    done: str
    """What was done, after the name of who did it."""
    undone: str = ""
    """The same where the edit switches something off."""
    switch: str = ""
    """The field that says so."""
    word: Callable[..., str] | None = None
    """The wording that it brings, of the action; None: it brings none."""


REGISTRY: Mapping[type, About] = {
    do.RenamePersona: About("name", "renamed the persona", word=lambda a: a.label or a.name or ""),
    do.RewriteTagline: About("tagline", "changed the tagline", word=lambda a: a.text),
    do.RewriteSummary: About("summary", "changed the story", word=lambda a: a.text),
    do.ChoosePortrait: About("portrait", "chose another picture"),
    do.SetField: About("field", "filled in a field", word=lambda a: a.text),
    do.RemoveField: About("field", "took a field away"),
    do.NotePersona: About("note", "wrote a note", word=lambda a: a.text),
    do.MergePersonas: About("state", "merged personas"),
    do.SplitPersona: About("state", "split a persona"),
    do.HidePersona: About("hidden", "hid the persona", "showed the persona again", "hidden"),
    do.ApprovePersona: About("approval", "approved the persona", "opened the persona again", "approved"),
    do.LockPersona: About("approval", "locked the persona", "opened the persona again", "locked"),
    do.RewriteStatement: About("text", "changed a statement", word=lambda a: a.text),
    do.HideStatement: About("hidden", "hid a statement", "showed a statement again", "hidden"),
    do.PinStatement: About("pinned", "pinned a statement", "let go of a pinned statement", "pinned"),
    do.PlaceStatement: About("place", "put a statement at another place"),
    do.MoveStatement: About("kind", "moved a statement to another kind"),
    do.JudgeStatement: About("judgement", "marked a statement", "took the mark off a statement", "judgement"),
    do.NoteStatement: About("note", "wrote a note on a statement", word=lambda a: a.text),
    do.CountQuote: About("quote", "counted a quote", "took a quote out of a statement", "counted"),
    do.AddStatement: About("added", "made a statement of quotes", word=lambda a: a.text or a.quotes[0].quote),
    do.ArrangeSections: About("sections", "arranged the sections", word=lambda a: told(a.sections)),
    do.Reverted: About("reverted", "undid a change"),
}


def about(action: Action) -> About:
    """What there is to know of this kind of edit."""
    return REGISTRY[type(action)]


def done(action: Action) -> str:
    """What was done, after the name of who did it: "hid a statement"."""
    known = about(action)
    is_off = known.switch and not getattr(action, known.switch)
    if isinstance(action, do.JudgeStatement) and action.judgement:
        return f"{known.done} {action.judgement}"
    return known.undone if is_off else known.done


def brought(action: Action) -> str:
    """The wording that an edit brings; "" where it brings none."""
    word = about(action).word
    return word(action) if word else ""


def wording(action: Action) -> str:
    """The same; of one without, what was done."""
    return brought(action) or done(action)


def subject(action: Action) -> dict[str, Any]:
    """The persona or the statement that an action names: fields of a `Change`."""
    if isinstance(action, do.OnStatement):
        return {"statement": action.statement}
    return {"persona": action.persona} if isinstance(action, do.OnPersona) else {}


def things(action: Action, edit: str) -> tuple[str, ...]:
    """What an edit changes, by name: "statement 1-goal-2 text"; two edits with one in common may be in conflict.

    Args:
        edit: the id of the edit: notes and added statements are things of their own.
    """
    known = about(action)
    if isinstance(action, do.Reverted):
        return ()
    if known.aspect in ("note", "added"):
        return (f"{known.aspect} {edit}",)
    if isinstance(action, do.MergePersonas):
        return tuple(f"persona {number} {known.aspect}" for number in action.personas)
    if isinstance(action, do.ArrangeSections):
        return (f"result {known.aspect}",)
    if isinstance(action, do.OnStatement):
        name = f"statement {action.statement} {known.aspect}"
        return (f"{name} {_place(action)}" if isinstance(action, do.CountQuote) else name,)
    assert isinstance(action, do.OnPersona)  # noqa: S101 -- all others are on a persona
    name = f"persona {action.persona} {known.aspect}"
    return (f"{name} {action.name}" if isinstance(action, do.SetField | do.RemoveField) else name,)


def _place(action: do.CountQuote) -> str:
    quote = action.quote
    return f"{quote.source} {quote.row} {quote.column} {quote.start}-{quote.end}"
