from __future__ import annotations

from datetime import timedelta

from persona.edits import (
    ApprovePersona,
    ChoosePortrait,
    HidePersona,
    LockPersona,
    Note,
    NotePersona,
    OwnField,
    RemoveField,
    RenamePersona,
    RewriteSummary,
    RewriteTagline,
    SetField,
    Stamp,
    apply,
)
from tests.persona.edits.logs import FIRST, GENERATED, NOON, SECOND, log


def stamp(number: int) -> Stamp:
    return Stamp(edit=f"e{number}", who="Ana", when=NOON + timedelta(minutes=number))


def test_a_new_label_is_told_by_the_others_too() -> None:
    applied = apply(GENERATED, log(RenamePersona(persona=1, label=" The  Sunday planner ", name="Marta")))
    told = "Unlike “The Sunday planner”: words of 2-goal-1."

    assert applied.result.personas == (
        FIRST.model_copy(update={"label": "The Sunday planner", "name": "Marta"}),
        SECOND.model_copy(
            update={
                "unlike": (SECOND.unlike[0].model_copy(update={"text": told}),),
                "story": (SECOND.story[0].model_copy(update={"text": told}),),
                "summary": told,
            }
        ),
    )
    assert applied.personas[0].rewritten == ("label", "name")


def test_words_of_a_person_are_no_models_words_any_more() -> None:
    phrased = FIRST.model_copy(update={"phrased": ("tagline", "summary")})
    result = GENERATED.model_copy(update={"personas": (phrased, SECOND)})
    edits = log(RewriteTagline(persona=1, text="<b>One</b> plan"), RewriteSummary(persona=1, text="One.\r\n\r\nTwo."))
    applied = apply(result, edits)

    assert applied.result.personas[0] == FIRST.model_copy(
        update={"tagline": "<b>One</b> plan", "summary": "One.\n\nTwo.", "story": ()}
    )
    assert applied.personas[0].rewritten == ("tagline", "summary")
    assert [(change.before, change.after) for change in applied.changes] == [
        ("One plan and done", "<b>One</b> plan"),
        (FIRST.summary, "One.\n\nTwo."),
    ]


def test_what_stands_beside_the_words() -> None:
    edits = log(
        ChoosePortrait(persona=1, portrait="face7"),
        SetField(persona=1, name="Job", text="Cook"),
        SetField(persona=1, name="Channel", text="Mail"),
        SetField(persona=1, name="Job", text="Chef"),
        RemoveField(persona=1, name="Channel"),
        NotePersona(persona=1, text="Ask in July."),
    )
    applied = apply(GENERATED, edits)
    first = applied.personas[0]

    assert first.portrait == "face7"
    assert first.fields == (OwnField(name="Job", text="Chef"),)
    assert first.notes == (Note(**stamp(6).model_dump(), text="Ask in July."),)
    assert first.persona == FIRST.model_copy(update={"fields": first.fields})
    assert applied.result.personas == (first.persona, *GENERATED.personas[1:])


def test_a_sixth_field_and_one_that_is_not_there_are_told() -> None:
    edits = log(
        *(SetField(persona=1, name=f"Field {number}", text="text") for number in range(6)),
        RemoveField(persona=1, name="Job"),
        SetField(persona=1, name="Field 0", text="another text"),
    )

    assert [(change.edit, change.problem) for change in apply(GENERATED, edits).not_applied] == [
        ("e6", "A persona has room for 5 fields of your own."),
        ("e7", "The persona has no field “Job”."),
    ]


def test_nothing_to_rename_is_told() -> None:
    assert [change.problem for change in apply(GENERATED, log(RenamePersona(persona=1))).not_applied] == [
        "Nothing was changed."
    ]


def test_hidden_personas_are_seen_by_editors_only() -> None:
    applied = apply(GENERATED, log(HidePersona(persona=1)))

    assert applied.result.personas == (SECOND.model_copy(update={"unlike": (), "story": (), "summary": ""}),)
    assert applied.personas[1].persona is SECOND
    assert [(each.index, each.hidden) for each in applied.personas] == [(1, stamp(1)), (2, None)]
    assert apply(GENERATED, log(HidePersona(persona=1), HidePersona(persona=1, hidden=False))).result is GENERATED


def test_an_approved_persona_is_locked_until_it_is_opened() -> None:
    approved = log(ApprovePersona(persona=1), RewriteTagline(persona=1, text="Another"))
    applied = apply(GENERATED, approved)

    assert (applied.personas[0].approved, applied.personas[0].locked) == (stamp(1), stamp(1))
    assert [change.code for change in applied.not_applied] == ["edit_locked"]
    for opening in (LockPersona(persona=1, locked=False), ApprovePersona(persona=1, approved=False)):
        opened = apply(GENERATED, log(ApprovePersona(persona=1), opening, RewriteTagline(persona=1, text="Another")))
        assert (opened.personas[0].approved, opened.personas[0].locked) == (None, None)
        assert opened.result.personas[0].tagline == "Another"
