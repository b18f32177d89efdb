"""Edits of which personas there are: several become one, one becomes several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.edits.lengths import FIELDS_AT_MOST
from persona.edits.on_quotes import with_support
from persona.edits.working import Done, Gone, PersonaState
from persona.messages import edit_error, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from persona.edits import actions as do
    from persona.edits.models import Edit
    from persona.edits.working import Working
    from persona.models import Persona, Statement


def merge(work: Working, edit: Edit, action: do.MergePersonas) -> Done:
    """One persona with a number of its own, in the place of the first."""
    chosen = [work.open(number) for number in dict.fromkeys(action.personas)]
    if len(chosen) < 2:
        raise edit_error("edit_merge_one")
    chosen.sort(key=lambda state: work.order.index(state.index))
    (number,) = work.numbers[edit.id]
    groups = tuple(group for state in chosen for group in state.groups)
    if action.made is None:
        state, same = _added_up(work, chosen, number, groups)
    else:
        state, same = PersonaState.of(renumbered(action.made, number), groups), {}
    _keep_marks(state, chosen, same)
    before = " + ".join(each.called for each in chosen)
    _replace(work, chosen, [state], Gone("edit_persona_merged", str(number)))
    work.same |= {old: new for old, new in same.items() if old != new}
    return Done(number, None, before, state.called)


def split(work: Working, edit: Edit, action: do.SplitPersona) -> Done:
    """Several personas with numbers of their own, in the place of the one."""
    old = work.open(action.persona)
    numbers = work.numbers[edit.id]
    made = [
        PersonaState.of(renumbered(persona, number), old.groups)
        for persona, number in zip(action.made, numbers, strict=True)
    ]
    for state in made:
        state.is_changed = True
    _replace(work, [old], made, Gone("edit_persona_split", " and ".join(map(str, numbers))))
    return Done(numbers[0], None, old.called, " + ".join(state.called for state in made))


def renumbered(persona: Persona, number: int) -> Persona:
    """A persona that was counted elsewhere, with ids of its own and nothing that speaks of the personas there."""
    ids = {
        statement.id: f"{number}-{statement.id.removeprefix(f'{persona.index}-')}" for statement in persona.statements
    }
    told = [sentence for sentence in persona.story if sentence.about != "unlike"]
    story = tuple(
        sentence.model_copy(update={"statements": tuple(ids[said] for said in sentence.statements if said in ids)})
        for sentence in told
    )
    statements = tuple(said.model_copy(update={"id": ids[said.id], "groups": ()}) for said in persona.statements)
    new: dict[str, object] = {"index": number, "statements": statements, "story": story, "unlike": ()}
    if len(told) < len(persona.story) and "summary" not in persona.phrased:
        new["summary"] = " ".join(sentence.text for sentence in told)
    return persona.model_copy(update=new)


def _replace(work: Working, old: Sequence[PersonaState], new: Sequence[PersonaState], gone: Gone) -> None:
    place = work.order.index(old[0].index)
    work.order[place:place] = [state.index for state in new]
    for state in old:
        work.order.remove(state.index)
        del work.states[state.index]
        work.gone[state.index] = gone
        for said in state.statements:
            work.home.pop(said.id, None)
    work.states |= {state.index: state for state in new}
    work.home |= {said.id: state.index for state in new for said in state.statements}


# -- adding up -------------------------------------------------------------------------------------
def _added_up(
    work: Working, chosen: Sequence[PersonaState], number: int, groups: tuple[int, ...]
) -> tuple[PersonaState, dict[str, str]]:
    """What can be said of people together by what is known of each group; and where each statement went.

    The same words in two groups are backed by the people of both. A number of people is a floor, as everywhere; the
    people asked are those of all groups. Numbers of closed questions would need the rows, and are left out.
    """
    largest = max(chosen, key=lambda state: state.persona.size)
    statements: dict[tuple[str, str], Statement] = {}
    same: dict[str, str] = {}
    bases = {state.index: _base(chosen, state) for state in chosen}
    for state in chosen:
        for said in state.statements:
            if said.asked and not said.evidence:
                continue
            key = (said.kind, said.text.casefold())
            one = statements.get(key)
            same[said.id] = one.id if one else said.id
            statements[key] = _together(work, one, said, bases[state.index])
    persona = largest.persona.model_copy(
        update={
            "index": number,
            "label": chosen[0].persona.label,
            "name": chosen[0].persona.name,
            "size": sum(state.persona.size for state in chosen),
            "share": round(sum(state.persona.share for state in chosen), 6),
            "wrote": sum(state.persona.wrote for state in chosen),
            "heard": sum(state.persona.heard for state in chosen),
            "facts": (),
            "quotes": tuple(quote for state in chosen for quote in state.persona.quotes),
            "unlike": (),
            "story": (),
            "warnings": (*largest.persona.warnings, sentence("merged_by_adding", persona=number)),
        }
    )
    merged = PersonaState.of(persona, groups)
    merged.statements = sorted(statements.values(), key=_by_kind)
    merged.is_changed = True
    return merged, same


def _base(chosen: Sequence[PersonaState], state: PersonaState) -> int:
    """People of the other groups who may have been asked."""
    return sum(other.persona.wrote or other.persona.size for other in chosen if other is not state)


def _together(work: Working, one: Statement | None, said: Statement, others: int) -> Statement:
    if one is None:
        return with_support(
            said.model_copy(update={"base": said.base + others}), said.evidence, said.support, work.book
        )
    known = {(quote.source, quote.row, quote.column, quote.start) for quote in one.evidence}
    more = [q for q in said.evidence if (q.source, q.row, q.column, q.start) not in known]
    mentions = None if one.mentions is None or said.mentions is None else one.mentions + said.mentions
    both = one.model_copy(update={"mentions": mentions, "topic": one.topic if mentions else None})
    return with_support(both, (*one.evidence, *more), one.support + said.support, work.book)


def _by_kind(statement: Statement) -> int:
    from persona.kinds import order

    return order(statement.kind)


def _keep_marks(state: PersonaState, chosen: Iterable[PersonaState], same: dict[str, str]) -> None:
    """What people noted and filled in goes along; of two marks on one statement the first stays."""
    known = {said.id for said in state.statements}
    for old in chosen:
        for said, marks in old.marks.items():
            new = same.get(said, said)
            if new in known and new not in state.marks:
                state.marks[new] = marks.model_copy(update={"statement": new})
        names = {field.name for field in state.fields}
        state.fields += [field for field in old.fields if field.name not in names]
        state.notes += old.notes
        state.portrait = state.portrait or old.portrait
    state.fields = state.fields[:FIELDS_AT_MOST]
    state.is_changed = True
