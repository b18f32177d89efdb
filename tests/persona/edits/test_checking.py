from __future__ import annotations

from datetime import timedelta

import pytest

from persona.edits import (
    ApprovePersona,
    CountQuote,
    HideStatement,
    LockPersona,
    NotePersona,
    PinStatement,
    RenamePersona,
    Reverted,
    RewriteStatement,
    SetField,
    Wording,
    apply,
    check,
    last_on,
    things,
)
from persona.exceptions import EditConflict, EditError
from tests.persona.edits.logs import GENERATED, NOON, edit, log
from tests.persona.exporting.results import said

UPSETS = RewriteStatement(statement="1-goal-1", text="One evening upsets the week")
BREAKS = RewriteStatement(statement="1-goal-1", text="One evening breaks the plan")


def test_an_edit_that_may_be_made_gives_the_result_with_it() -> None:
    edits = log(UPSETS)

    assert check(GENERATED, edits, edit(2, BREAKS, expects="e1")) == apply(
        GENERATED, [*edits, edit(2, BREAKS, expects="e1")]
    )


@pytest.mark.parametrize(("expects", "seen"), [("", "as generated"), ("e0", "an edit before")])
def test_the_later_of_two_is_told_both_wordings(expects: str, seen: str) -> None:
    with pytest.raises(EditConflict) as caught:
        check(GENERATED, log(UPSETS), edit(2, BREAKS, "Jonas", expects=expects))

    assert (caught.value.code, str(caught.value)) == ("edit_conflict", "Ana changed this before you.")
    assert caught.value.theirs == Wording(edit="e1", who="Ana", when=NOON + timedelta(minutes=1), text=UPSETS.text)
    assert caught.value.yours == Wording(edit="e2", who="Jonas", when=NOON + timedelta(minutes=2), text=BREAKS.text)


def test_an_undoing_since_then_is_a_change_too() -> None:
    with pytest.raises(EditConflict) as caught:
        check(GENERATED, log(UPSETS, Reverted(edit="e1")), edit(3, BREAKS, "Jonas", expects="e1"))

    assert caught.value.theirs.text == "words of 1-goal-1"
    assert caught.value.theirs.edit == "e2"


@pytest.mark.parametrize(
    "new",
    [
        edit(2, BREAKS),
        edit(2, UPSETS, "Jonas", expects=""),
        edit(2, PinStatement(statement="1-goal-1"), expects=""),
        edit(2, RewriteStatement(statement="1-goal-2", text="Another one"), expects=""),
        edit(2, NotePersona(persona=1, text="A note"), expects=""),
    ],
    ids=["does not ask", "wants the same", "another aspect", "another statement", "notes are never in conflict"],
)
def test_no_conflict(new: object) -> None:
    assert check(GENERATED, log(UPSETS), new).not_applied == ()  # type: ignore[arg-type]


def test_fifty_rounds_of_two_people_lose_nothing() -> None:
    edits = log()
    for number in range(1, 101, 2):
        seen = last_on(edits, UPSETS)
        ana, jonas = (
            edit(own, RewriteStatement(statement="1-goal-1", text=f"{who} says {own}"), who, expects=seen)
            for who, own in (("Ana", number), ("Jonas", number + 1))
        )
        check(GENERATED, edits, ana)
        edits.append(ana)
        with pytest.raises(EditConflict) as caught:
            check(GENERATED, edits, jonas)
        assert (caught.value.theirs.text, caught.value.yours.text) == (f"Ana says {number}", f"Jonas says {number + 1}")

    assert [change.after for change in apply(GENERATED, edits).changes] == [f"Ana says {n}" for n in range(1, 101, 2)]


def test_what_cannot_be_made_is_an_error_with_what_to_do() -> None:
    with pytest.raises(EditError) as caught:
        check(GENERATED, log(LockPersona(persona=1)), edit(2, BREAKS, "Jonas"))

    assert (caught.value.code, str(caught.value), caught.value.hint) == (
        "edit_locked", "“Plans on Sundays” is locked by Ana.", "Open it first, then change it.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("actions", "undo", "code"),
    [
        ([], "e9", "edit_not_there"),
        ([UPSETS, Reverted(edit="e1")], "e1", "edit_undone_already"),
        ([UPSETS, LockPersona(persona=1)], "e1", "edit_locked"),
        ([UPSETS, Reverted(edit="e1"), ApprovePersona(persona=1)], "e2", "edit_locked"),
        ([RenamePersona(persona=1, label="A"), ApprovePersona(persona=1)], "e1", "edit_locked"),
    ],
)
def test_what_cannot_be_undone(actions: list[object], undo: str, code: str) -> None:
    with pytest.raises(EditError) as caught:
        check(GENERATED, log(*actions), edit(9, Reverted(edit=undo)))  # type: ignore[arg-type]

    assert caught.value.code == code


def test_a_locked_persona_takes_notes_and_is_opened_by_undoing() -> None:
    edits = log(LockPersona(persona=1), NotePersona(persona=1, text="Ask in July."))

    assert check(GENERATED, edits, edit(3, Reverted(edit="e2"))).not_applied == ()
    opened = check(GENERATED, edits, edit(3, Reverted(edit="e1")))
    assert [persona.locked for persona in opened.personas] == [None, None]


def test_things_are_named_by_what_is_changed() -> None:
    quote = said(4, "A list")

    assert [
        things(action, "e1")
        for action in (
            UPSETS,
            HideStatement(statement="1-goal-1"),
            CountQuote(statement="1-goal-1", quote=quote, counted=False),
            SetField(persona=2, name="Job", text="Cook"),
            RenamePersona(persona=2, name="Ada"),
            NotePersona(persona=2, text="Hm"),
            Reverted(edit="e0"),
        )
    ] == [
        ("statement 1-goal-1 text",),
        ("statement 1-goal-1 hidden",),
        ("statement 1-goal-1 quote a.csv 4 Why? 0-6",),
        ("persona 2 field Job",),
        ("persona 2 name",),
        ("note e1",),
        (),
    ]
