"""Edits of one statement: its words, place, kind and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.edits.lengths import proper
from persona.edits.models import Note
from persona.edits.working import Done, stamp
from persona.kinds import KINDS, order

if TYPE_CHECKING:
    from persona.edits import actions as do
    from persona.edits.models import Edit
    from persona.edits.working import PersonaState, Working
    from persona.kinds import StatementKind
    from persona.models import Statement


def put(work: Working, state: PersonaState, place: int, new: Statement, edit: Edit) -> None:
    """A statement as it is from now on, with who changed it, unless it is as it was generated again."""
    state.statements[place] = new
    generated = work.generated.get(new.id)
    is_same = new == generated
    state.mark(new.id, changed=None if is_same else stamp(edit), original=None if is_same else generated)


def rewrite(work: Working, edit: Edit, action: do.RewriteStatement) -> Done:
    """Other words; the origin says so only while they are not those that were generated."""
    state, place = work.place(action.statement)
    old = state.statements[place]
    text = proper(action.text, "statement", before=old.text)
    generated = work.generated.get(old.id)
    origin = generated.origin if generated and generated.text == text else "person"
    put(
        work,
        state,
        place,
        old.model_copy(update={"text": text, "origin": origin if text != old.text else old.origin}),
        edit,
    )
    return Done(state.index, old.id, old.text, text)


def hide(work: Working, edit: Edit, action: do.HideStatement) -> Done:
    state, place = work.place(action.statement)
    said = state.statements[place]
    before = state.marks[said.id].hidden if said.id in state.marks else None
    state.mark(said.id, hidden=(before or stamp(edit)) if action.hidden else None)
    return Done(state.index, said.id, said.text, said.text)


def pin(work: Working, edit: Edit, action: do.PinStatement) -> Done:
    state, place = work.place(action.statement)
    said = state.statements[place]
    before = state.marks[said.id].pinned if said.id in state.marks else None
    state.mark(said.id, pinned=(before or stamp(edit)) if action.pinned else None)
    return Done(state.index, said.id, said.text, said.text)


def put_at(work: Working, _: Edit, action: do.PlaceStatement) -> Done:
    """Another place among the statements of its kind."""
    state, place = work.place(action.statement)
    said = state.statements[place]
    places = [number for number, each in enumerate(state.statements) if each.kind == said.kind]
    new = min(action.place, len(places))
    state.statements.insert(places[new - 1], state.statements.pop(place))
    state.is_changed = True
    return Done(state.index, said.id, str(places.index(place) + 1), str(new))


def move(work: Working, edit: Edit, action: do.MoveStatement) -> Done:
    """Another kind; it stands last there."""
    state, place = work.place(action.statement)
    old = state.statements[place]
    if action.kind != old.kind:
        put(work, state, place, old.model_copy(update={"kind": action.kind}), edit)
        state.statements.insert(_end(state, action.kind, old.id), state.statements.pop(place))
    return Done(state.index, old.id, KINDS[old.kind].heading, KINDS[action.kind].heading)


def _end(state: PersonaState, kind: StatementKind, moved: str) -> int:
    """Where a kind ends among the statements, without the one that is moved."""
    others = [each for each in state.statements if each.id != moved]
    before = [number for number, each in enumerate(others) if order(each.kind) <= order(kind)]
    return before[-1] + 1 if before else 0


def add(state: PersonaState, statement: Statement) -> None:
    """A new statement, last of its kind."""
    state.statements.insert(_end(state, statement.kind, statement.id), statement)


def judge(work: Working, edit: Edit, action: do.JudgeStatement) -> Done:
    """Right, wrong or neither."""
    state, place = work.place(action.statement)
    said = state.statements[place]
    before = state.marks[said.id].judgement if said.id in state.marks else None
    judged = stamp(edit) if action.judgement else None
    state.mark(said.id, judgement=action.judgement, judged=judged)
    return Done(state.index, said.id, before or "", action.judgement or "")


def note(work: Working, edit: Edit, action: do.NoteStatement) -> Done:
    """A note is no change of the statement: locked personas take it, too."""
    state, place = work.place(action.statement, to_change=False)
    said = state.statements[place]
    text = proper(action.text, "note", lines=True)
    new = Note(edit=edit.id, who=edit.who, when=edit.when, text=text)
    notes = state.marks[said.id].notes if said.id in state.marks else ()
    state.mark(said.id, notes=(*notes, new))
    return Done(state.index, said.id, "", text)
