"""Apply a log of edits to a result: replayed from the first to the last, the generated result never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from persona.edits import actions as do
from persona.edits import on_groups, on_personas, on_quotes, on_statements
from persona.edits.finishing import finished, shares
from persona.edits.models import AppliedResult, Change
from persona.edits.registry import brought, done, subject
from persona.edits.working import Done, Working, stamp
from persona.exceptions import EditError
from persona.messages import edit_error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from persona.edits.models import Edit
    from persona.models import GenerationResult

APPLIED: Mapping[type, Callable[[Working, Edit, Any], Done]] = {
    do.RenamePersona: on_personas.rename,
    do.RewriteTagline: on_personas.rewrite_tagline,
    do.RewriteSummary: on_personas.rewrite_summary,
    do.ChoosePortrait: on_personas.choose_portrait,
    do.SetField: on_personas.set_field,
    do.RemoveField: on_personas.remove_field,
    do.NotePersona: on_personas.note,
    do.HidePersona: on_personas.hide,
    do.ApprovePersona: on_personas.approve,
    do.LockPersona: on_personas.lock,
    do.MergePersonas: on_groups.merge,
    do.SplitPersona: on_groups.split,
    do.RewriteStatement: on_statements.rewrite,
    do.HideStatement: on_statements.hide,
    do.PinStatement: on_statements.pin,
    do.PlaceStatement: on_statements.put_at,
    do.MoveStatement: on_statements.move,
    do.JudgeStatement: on_statements.judge,
    do.NoteStatement: on_statements.note,
    do.CountQuote: on_quotes.count,
    do.AddStatement: on_quotes.make,
    do.ArrangeSections: on_personas.arrange,
}
"""What carries out each kind of edit."""


def apply(result: GenerationResult, edits: Sequence[Edit]) -> AppliedResult:
    """The result with these edits, in their order; pure, and quick enough to be done for each page.

    An edit that cannot be applied is passed over and told (`AppliedResult.not_applied`): its statement is gone, its
    persona locked or merged away, or it rested on a change that was undone. Without edits that apply, `.result` is the
    generated result itself.

    Example:
        >>> applied = apply(result, [Edit(who="Ana", action=HideStatement(statement="1-goal-2"))])  # doctest: +SKIP
        >>> applied.changes[0].sentence                                                             # doctest: +SKIP
        'hid a statement'
    """
    work = Working(result, edits)
    undone = reverted(edits)
    known: set[str] = set()
    changes = []
    for edit in edits:
        changes.append(_carried_out(work, edit, undone.get(edit.id), known))
        known.add(edit.id)
    seen, personas = finished(work)
    return AppliedResult(
        result=seen, personas=personas, changes=tuple(changes), shares=shares(work, list(work.states.values()))
    )


def reverted(edits: Sequence[Edit]) -> dict[str, Edit]:
    """Edit -> the one that undid it; who undoes an undoing brings the edit back."""
    place = {edit.id: number for number, edit in enumerate(edits)}
    found: dict[str, Edit] = {}
    for number, edit in reversed(list(enumerate(edits))):
        if (
            isinstance(edit.action, do.Reverted)
            and edit.id not in found
            and place.get(edit.action.edit, number) < number
        ):
            found[edit.action.edit] = edit
    return found


def standing(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that are not undone: who reverts them all has the result as it was generated."""
    undone = reverted(edits)
    return tuple(edit for edit in edits if edit.id not in undone and not isinstance(edit.action, do.Reverted))


def _carried_out(work: Working, edit: Edit, undone: Edit | None, known: set[str]) -> Change:
    told: dict[str, Any] = {"edit": edit.id, "who": edit.who, "when": edit.when, "sentence": done(edit.action)}
    as_written = {**subject(edit.action), "after": brought(edit.action)}
    if undone is not None:
        return Change(**told, **as_written, state="undone", undone=stamp(undone))
    try:
        did = _did(work, edit, known)
    except EditError as exc:
        problem = {"problem": exc.message, "hint": exc.hint, "code": exc.code}
        return Change(**told, **as_written, **problem, state="not_applied")
    return Change(**told, state="applied", **did._asdict())


def _did(work: Working, edit: Edit, known: set[str]) -> Done:
    if edit.id in known:
        raise edit_error("edit_twice", edit=edit.id)
    if isinstance(edit.action, do.Reverted):
        if edit.action.edit not in known:
            raise edit_error("edit_not_there", edit=edit.action.edit)
        return Done()
    return APPLIED[type(edit.action)](work, edit, edit.action)
