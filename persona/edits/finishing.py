"""From the last edit to what readers and editors see: stories, contrasts and comparisons follow the statements."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from persona.edits.models import AppliedPersona, KeptShares
from persona.models import Contrast, StorySentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set

    from persona.edits.working import PersonaState, Working
    from persona.models import GenerationResult, Persona, Statement

Swap = tuple[str, str]
Told = TypeVar("Told", StorySentence, Contrast)
NOTHING: Mapping[str, Swap] = MappingProxyType({})


def finished(work: Working) -> tuple[GenerationResult, tuple[AppliedPersona, ...]]:
    """What readers see, and what editors see; whatever was not touched is the very same value."""
    states = [work.states[number] for number in work.order]
    renamed = _renamed(work)
    hidden = {state.index for state in states if state.hidden is not None}
    seen: list[Persona] = []
    edited: list[AppliedPersona] = []
    for state in states:
        told = _told(state, work, renamed)
        edited.append(_for_editors(state, told))
        if state.hidden is None:
            seen.append(_for_readers(state, told, hidden))
    before = work.result.personas
    is_same = len(seen) == len(before) and all(new is old for new, old in zip(seen, before, strict=True))
    if is_same and work.sections == work.result.sections:
        return work.result, tuple(edited)
    personas = before if is_same else tuple(seen)
    result = work.result.model_copy(update={"personas": personas, "sections": work.sections})
    return result, tuple(edited)


def _for_editors(state: PersonaState, persona: Persona) -> AppliedPersona:
    return AppliedPersona(
        index=state.index,
        persona=persona,
        groups=state.groups,
        marks=state.marks,
        portrait=state.portrait,
        fields=tuple(state.fields),
        notes=tuple(state.notes),
        hidden=state.hidden,
        approved=state.approved,
        locked=state.locked,
        rewritten=tuple(name for name in ("label", "name", "tagline", "summary") if name in state.rewritten),
    )


def _for_readers(state: PersonaState, persona: Persona, hidden: Set[int]) -> Persona:
    """The persona without hidden statements and those that nobody says any more, and unlike nobody who is hidden."""
    if unseen := {contrast.text for contrast in persona.unlike if contrast.persona in hidden}:
        persona = _without(persona, unseen)
    shown = tuple(said for said in persona.statements if is_shown(state, said))
    if len(shown) == len(persona.statements):
        return persona
    return _with_true_story(persona.model_copy(update={"statements": shown}))


def is_shown(state: PersonaState, said: Statement) -> bool:
    """Whether readers see a statement."""
    marks = state.marks.get(said.id)
    return marks is None or (marks.hidden is None and not (marks.changed and said.evidence and not said.support))


# -- what else a persona tells ---------------------------------------------------------------------
def _told(state: PersonaState, work: Working, renamed: Mapping[int, Swap]) -> Persona:
    """The persona with its statements as they are now, and a story, contrasts and counts that agree with them."""
    persona = state.persona
    statements = tuple(state.statements) if state.is_changed else persona.statements
    if work.gone:
        statements = tuple(_of_those_there(said, work.gone) for said in statements)
    if statements != persona.statements:
        persona = persona.model_copy(update={"statements": statements})
    if (fields := tuple(state.fields)) != persona.fields:
        persona = persona.model_copy(update={"fields": fields})
    if "summary" in state.rewritten and persona.story:
        persona = persona.model_copy(update={"story": ()})
    counts = {said.id: (state.notes_before[said.id], said.note) for said in statements if said.id in state.notes_before}
    unlike = tuple(contrast for contrast in persona.unlike if contrast.persona not in work.gone)
    if work.gone and unlike != persona.unlike:
        persona = _without(persona, {c.text for c in persona.unlike} - {c.text for c in unlike})
    names = [renamed[contrast.persona] for contrast in unlike if contrast.persona in renamed]
    return _with_true_story(persona, counts, names)


def _of_those_there(said: Statement, gone: Mapping[int, object]) -> Statement:
    """A counted statement without the shares of personas that were merged or split."""
    groups = tuple(each for each in said.groups if each.persona not in gone)
    return said if len(groups) == len(said.groups) else said.model_copy(update={"groups": groups})


def _without(persona: Persona, texts: Iterable[str]) -> Persona:
    """The persona without contrasts, and without the sentences of its story that tell them."""
    gone = set(texts)
    unlike = tuple(contrast for contrast in persona.unlike if contrast.text not in gone)
    story = tuple(each for each in persona.story if each.text not in gone)
    return _with_story(persona, story, unlike)


def _with_true_story(persona: Persona, counts: Mapping[str, Swap] = NOTHING, names: Sequence[Swap] = ()) -> Persona:
    """The persona without what tells a statement that it does not have, with counts and names as they are now.

    Args:
        counts: by statement, its count in words, before and now.
        names: what other personas are called, before and now.
    """
    known = {statement.id for statement in persona.statements}
    story = tuple(
        _swapped(each, [*(counts[said] for said in each.statements if said in counts), *names])
        for each in persona.story
        if known.issuperset(each.statements)
    )
    unlike = tuple(_swapped(each, names) for each in persona.unlike if each.statement in known)
    return _with_story(persona, story, unlike)


def _with_story(persona: Persona, story: tuple[StorySentence, ...], unlike: tuple[Contrast, ...]) -> Persona:
    if (story, unlike) == (persona.story, persona.unlike):
        return persona
    new: dict[str, object] = {"story": story, "unlike": unlike}
    if story != persona.story and "summary" not in persona.phrased:
        new["summary"] = " ".join(each.text for each in story)
    return persona.model_copy(update=new)


def _swapped(told: Told, swaps: Iterable[Swap]) -> Told:
    """The text with each of these once in place of another, all at once: two may have changed names with each other.

    A short label may stand in other words, too: each swap is made at the first place that none has taken.
    """
    taken: list[tuple[int, int, str]] = []
    for old, new in swaps:
        at = told.text.find(old)
        while at >= 0 and any(at < end and start < at + len(old) for start, end, _ in taken):
            at = told.text.find(old, at + 1)
        if at >= 0:
            taken.append((at, at + len(old), new))
    text = told.text
    for start, end, new in sorted(taken, reverse=True):
        text = text[:start] + new + text[end:]
    return told if text == told.text else told.model_copy(update={"text": text})


def _renamed(work: Working) -> dict[int, Swap]:
    """Persona -> what others call it, before and now."""
    called = {persona.index: persona.label or persona.name for persona in work.result.personas}
    return {
        number: (called[number], state.called)
        for number, state in work.states.items()
        if number in called and called[number] and state.called != called[number]
    }


# -- what became of the generated statements -------------------------------------------------------
def shares(work: Working, states: Sequence[PersonaState]) -> KeptShares:
    """How many generated statements readers see as they were, changed, or not at all."""
    kept = changed = added = 0
    for state in states:
        for said in state.statements:
            if state.hidden is not None or not is_shown(state, said):
                continue
            if said.id not in work.generated:
                added += 1
            elif said is (generated := work.generated[said.id]) or said == generated:
                kept += 1
            else:
                changed += 1
    whole = len(work.generated)
    return KeptShares(statements=whole, kept=kept, changed=changed, hidden=whole - kept - changed, added=added)
