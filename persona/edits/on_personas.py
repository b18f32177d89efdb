"""Edits of a persona's words, look and state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.edits.lengths import FIELDS_AT_MOST, proper
from persona.edits.models import Note
from persona.edits.working import Done, stamp
from persona.messages import edit_error
from persona.models import OwnField
from persona.sections import told

if TYPE_CHECKING:
    from persona.edits import actions as do
    from persona.edits.models import Edit
    from persona.edits.working import Working


def rename(work: Working, _: Edit, action: do.RenamePersona) -> Done:
    """Another label, another name, or both."""
    state = work.open(action.persona)
    before = state.called
    if action.label is None and action.name is None:
        raise edit_error("edit_nothing")
    new = {}
    if action.label is not None:
        new["label"] = proper(action.label, "label", before=state.persona.label)
    if action.name is not None:
        new["name"] = proper(action.name, "name", before=state.persona.name)
        before = before if "label" in new else state.persona.name
    state.update(**new)
    state.rewritten |= new.keys()
    return Done(state.index, None, before, new.get("label") or new["name"])


def rewrite_tagline(work: Working, _: Edit, action: do.RewriteTagline) -> Done:
    state = work.open(action.persona)
    before = state.persona.tagline
    return _rewritten(work, action.persona, "tagline", proper(action.text, "tagline", before=before))


def rewrite_summary(work: Working, _: Edit, action: do.RewriteSummary) -> Done:
    state = work.open(action.persona)
    before = state.persona.summary
    return _rewritten(work, action.persona, "summary", proper(action.text, "story", before=before, lines=True))


def _rewritten(work: Working, number: int, name: str, text: str) -> Done:
    state = work.open(number)
    before: str = getattr(state.persona, name)
    phrased = tuple(part for part in state.persona.phrased if part != name)  # a person's words, from now on
    state.update(**{name: text, "phrased": phrased})
    state.rewritten.add(name)
    return Done(number, None, before, text)


def choose_portrait(work: Working, _: Edit, action: do.ChoosePortrait) -> Done:
    state = work.open(action.persona)
    before, state.portrait = state.portrait, proper(action.portrait, "picture") if action.portrait else None
    state.is_changed = True
    return Done(state.index, None, before or "", state.portrait or "")


def set_field(work: Working, _: Edit, action: do.SetField) -> Done:
    """A field of one's own, new or with another text."""
    state = work.open(action.persona)
    name, text = proper(action.name, "name of the field"), proper(action.text, "field", lines=True)
    names = [each.name for each in state.fields]
    state.is_changed = True
    if name in names:
        before = state.fields[names.index(name)].text
        state.fields[names.index(name)] = OwnField(name=name, text=text)
        return Done(state.index, None, before, text)
    if len(names) >= FIELDS_AT_MOST:
        raise edit_error("edit_fields_full", limit=FIELDS_AT_MOST)
    state.fields.append(OwnField(name=name, text=text))
    return Done(state.index, None, "", text)


def remove_field(work: Working, _: Edit, action: do.RemoveField) -> Done:
    state = work.open(action.persona)
    name = " ".join(action.name.split())
    found = [each for each in state.fields if each.name == name]
    if not found:
        known = ", ".join(each.name for each in state.fields) or "none"
        raise edit_error("edit_field_missing", name=name, known=known)
    state.fields.remove(found[0])
    state.is_changed = True
    return Done(state.index, None, found[0].text, "")


def note(work: Working, edit: Edit, action: do.NotePersona) -> Done:
    """A note is no change of the persona: locked ones take it, too."""
    state = work.seen(action.persona)
    text = proper(action.text, "note", lines=True)
    state.notes.append(Note(edit=edit.id, who=edit.who, when=edit.when, text=text))
    state.is_changed = True
    return Done(state.index, None, "", text)


def hide(work: Working, edit: Edit, action: do.HidePersona) -> Done:
    state = work.open(action.persona)
    seen = [each for each in work.states.values() if each.hidden is None]
    if action.hidden and seen == [state]:
        raise edit_error("edit_last_persona")
    state.hidden = (state.hidden or stamp(edit)) if action.hidden else None
    state.is_changed = True
    return Done(state.index)


def approve(work: Working, edit: Edit, action: do.ApprovePersona) -> Done:
    """Approving locks; opening takes the approval back."""
    state = work.seen(action.persona)
    state.approved = (state.approved or stamp(edit)) if action.approved else None
    state.locked = (state.locked or stamp(edit)) if action.approved else None
    state.is_changed = True
    return Done(state.index)


def lock(work: Working, edit: Edit, action: do.LockPersona) -> Done:
    """Locking leaves an approval as it is; opening takes it back, for what follows was not approved."""
    state = work.seen(action.persona)
    state.locked = (state.locked or stamp(edit)) if action.locked else None
    state.approved = state.approved if action.locked else None
    state.is_changed = True
    return Done(state.index)


def arrange(work: Working, _: Edit, action: do.ArrangeSections) -> Done:
    """How all personas are laid out; locked ones too, for what they say stays."""
    before, work.sections = work.sections, action.sections
    return Done(None, None, told(before), told(action.sections))
