"""What edits find between two others: numbers that stay, and why something is not there any more."""

from __future__ import annotations

import pytest

from persona.edits import (
    AddStatement,
    Edit,
    LockPersona,
    MergePersonas,
    RenamePersona,
    Reverted,
    SplitPersona,
    StatementMarks,
    added_id,
)
from persona.edits.working import PersonaState, Working, reserved, stamp
from persona.exceptions import EditError
from tests.persona.edits.logs import FIRST, GENERATED, edit, log
from tests.persona.exporting.results import said

SPLIT = SplitPersona(persona=1, made=(FIRST, FIRST, FIRST))
MERGE = MergePersonas(personas=(1, 2))


def code(block: object, *arguments: object) -> tuple[str, str]:
    with pytest.raises(EditError) as refused:
        block(*arguments)  # type: ignore[operator]
    return refused.value.code, str(refused.value)


def test_numbers_follow_the_log_whatever_applies() -> None:
    edits = log(RenamePersona(persona=1, label="A"), SPLIT, Reverted(edit="e2"), MERGE, SPLIT)

    assert reserved(GENERATED, edits) == {"e2": (3, 4, 5), "e4": (6,), "e5": (7, 8, 9)}
    assert reserved(GENERATED.model_copy(update={"personas": ()}), log(MERGE)) == {"e1": (1,)}


def test_the_id_of_an_added_statement_follows_its_edit() -> None:
    add = edit(4, AddStatement(persona=2, kind="need", quotes=(said(4, "A list"),)))

    assert added_id(add) == "2-edit-e4"


def test_statements_know_their_persona_and_how_they_were_generated() -> None:
    work = Working(GENERATED, [])

    assert work.home == {
        "1-goal-1": 1, "1-goal-2": 1, "1-frustration-1": 1, "2-goal-1": 2, "2-need-1": 2,
    }  # fmt: skip
    assert work.generated["1-goal-2"] is FIRST.statements[1]
    state, place = work.place("1-goal-2")
    assert (state.index, place) == (1, 1)


def test_why_something_is_not_there() -> None:
    edits = [
        edit(1, AddStatement(persona=1, kind="need", quotes=(said(4, "A list"),)), who=""),
        edit(2, MERGE, "Jonas"),
    ]
    work = Working(GENERATED, edits)

    assert code(work.seen, 9) == ("edit_persona_missing", "There is no persona 9.")
    assert code(work.place, "9-goal-9") == (
        "edit_statement_missing",
        "The statement “9-goal-9” is not in this result any more.",
    )
    rested = "This rested on a change that does not hold any more"
    assert code(work.place, "1-edit-e1") == ("edit_rested", f"{rested}: somebody made a statement of quotes.")
    assert code(work.seen, 3) == ("edit_rested", f"{rested}: Jonas merged personas.")


def test_a_locked_persona_is_seen_and_not_opened() -> None:
    work = Working(GENERATED, [])
    lock = Edit(who="", action=LockPersona(persona=1))
    work.states[1].locked = stamp(lock)

    assert work.seen(1) is work.states[1]
    assert code(work.open, 1) == ("edit_locked", "“Plans on Sundays” is locked by somebody.")
    assert code(work.place, "1-goal-1")[0] == "edit_locked"
    assert work.place("1-goal-1", to_change=False) == (work.states[1], 0)


def test_marks_that_say_nothing_are_taken_away() -> None:
    state = PersonaState.of(FIRST, (1,))
    state.mark("1-goal-1", judgement="right")
    assert state.marks == {"1-goal-1": StatementMarks(statement="1-goal-1", judgement="right")}

    state.mark("1-goal-1", judgement=None)
    assert (state.marks, state.is_changed) == ({}, True)


def test_a_persona_is_called_by_its_label_or_its_name() -> None:
    state = PersonaState.of(FIRST, (1,))
    assert state.called == "Plans on Sundays"

    state.update(label="")
    assert (state.called, FIRST.label) == ("Paula", "Plans on Sundays")
