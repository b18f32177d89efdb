"""May this edit be made? Asked before it goes into a log, so that who makes it is told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.edits import actions as do
from persona.edits.applying import apply, reverted
from persona.edits.registry import things, wording
from persona.exceptions import EditConflict, EditError
from persona.messages import edit_error, hint, sentence
from persona.models.stamps import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.edits.models import AppliedResult, Change, Edit
    from persona.models import GenerationResult


def check(result: GenerationResult, edits: Sequence[Edit], new: Edit) -> AppliedResult:
    """The result with one more edit, where it may be made.

    Args:
        result: the generated result.
        edits: the log so far.
        new: the edit to be added to it.

    Raises:
        EditConflict: somebody changed the same thing since the person saw it (`Edit.expects`).
        EditError: what it changes is gone or locked, its text is empty or too long.
    """
    if isinstance(new.action, do.Reverted):
        _see_undoable(apply(result, edits), edits, new.action)
    applied = apply(result, [*edits, new])
    told = applied.changes[-1]
    if told.state == "not_applied":
        raise EditError(told.problem, hint=told.hint, code=told.code)
    if new.expects is not None and (last := _last(edits, new.action, new.id)) and last.id != new.expects:
        _see_same(last, new, told)
    return applied


def last_on(edits: Sequence[Edit], action: do.Action) -> str:
    """The id of the last edit of what this action would change, or of the one that undid it; "": nobody changed it.

    This is what `Edit.expects` of a later edit should say.
    """
    found = _last(edits, action)
    return found.id if found else ""


def _last(edits: Sequence[Edit], action: do.Action, new: str = "") -> Edit | None:
    wanted = set(things(action, new))
    by_id = {edit.id: edit for edit in edits}
    return next((edit for edit in reversed(edits) if wanted.intersection(_changed(edit, by_id))), None)


def _changed(edit: Edit, by_id: dict[str, Edit]) -> tuple[str, ...]:
    """What an edit changes; one that undoes another changes the same."""
    edit = _first(edit, by_id)
    return things(edit.action, edit.id)


def _see_same(last: Edit, new: Edit, told: Change) -> None:
    """Two who want the same are in no conflict.

    Raises:
        EditConflict: they do not.
    """
    theirs, yours = told.before or wording(last.action), wording(new.action)
    if theirs != yours:
        raise EditConflict(
            sentence("edit_conflict", who=last.who or "Somebody"),
            hint=hint("edit_conflict"),
            code="edit_conflict",
            theirs=Wording(edit=last.id, who=last.who, when=last.when, text=theirs),
            yours=Wording(edit=new.id, who=new.who, when=new.when, text=yours),
        )


def _see_undoable(applied: AppliedResult, edits: Sequence[Edit], action: do.Reverted) -> None:
    """What an edit had changed must not be locked, and not be undone already.

    Raises:
        EditError: it is, or there is no such edit.
    """
    by_id = {edit.id: edit for edit in edits}
    if (found := by_id.get(action.edit)) is None:
        raise edit_error("edit_not_there", edit=action.edit)
    if (by := reverted(edits).get(action.edit)) is not None:
        raise edit_error("edit_undone_already", who=by.who or "somebody")
    first = _first(found, by_id)
    if isinstance(first.action, do.ApprovePersona | do.LockPersona | do.NotePersona | do.NoteStatement):
        return  # what a locked persona takes, it also gives back
    number = next(change.persona for change in applied.changes if change.edit == first.id)
    persona = applied.persona(number) if number is not None else applied.holder(first.action)
    if persona is not None and persona.locked:
        called = persona.persona.label or persona.persona.name
        raise edit_error("edit_locked", persona=called, who=persona.locked.who or "somebody")


def _first(edit: Edit, by_id: dict[str, Edit]) -> Edit:
    """The edit itself, or of one that undoes others the one that was undone first."""
    seen = {edit.id}
    while isinstance(edit.action, do.Reverted) and edit.action.edit in by_id and edit.action.edit not in seen:
        edit = by_id[edit.action.edit]
        seen.add(edit.id)
    return edit
