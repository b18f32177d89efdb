from __future__ import annotations

from persona.edits import (
    HideStatement,
    LockPersona,
    MergePersonas,
    NotePersona,
    RenamePersona,
    Reverted,
    RewriteStatement,
    SetField,
    SplitPersona,
    apply,
)
from persona.messages import sentence
from persona.models import Asked, GroupCount, Statement
from tests.persona.edits.logs import FIRST, GENERATED, SECOND, edit, log, statement

MERGE = MergePersonas(personas=(2, 1))
SPLIT = SplitPersona(persona=1, made=(FIRST, FIRST.model_copy(update={"index": 2, "label": "Others"})))
COUNTED = Statement(
    id="1-counted-1", kind="behaviour", text="Cooks: 50 %", origin="counted", strength="clear", support=4, base=8,
    note="4 of 8 who answered", evidence=(), asked=(Asked(column="a", question="Do you cook?"),), share=0.5,
    groups=(GroupCount(persona=1, base=8, count=4, share=0.5), GroupCount(persona=2, base=12, count=3, share=0.25)),
)  # fmt: skip


def test_merged_personas_are_added_up_by_what_the_result_knows() -> None:
    first = FIRST.model_copy(update={"statements": (*FIRST.statements, COUNTED)})
    alike = statement("2-goal-1", text="Words of 1-GOAL-1", rows=(11, 12))
    second = SECOND.model_copy(update={"statements": (alike, SECOND.statements[1])})
    result = GENERATED.model_copy(update={"personas": (first, second)})
    (merged,) = apply(result, log(MERGE)).result.personas

    assert (merged.index, merged.label, merged.name, merged.size, merged.share, merged.wrote) == (
        3, "Plans on Sundays", "Paula", 20, 1.0, 18,
    )  # fmt: skip
    assert [(each.id, each.support, each.base, each.note) for each in merged.statements] == [
        ("1-goal-1", 5, 18, "5 of 18 say something like this"),
        ("1-goal-2", 3, 18, "3 of 18 say something like this"),
        ("2-need-1", 3, 16, "3 of 16 say something like this"),
        ("1-frustration-1", 3, 18, "3 of 18 say something like this"),
    ]
    assert [quote.row for quote in merged.statements[0].evidence] == [2, 5, 7, 11, 12]
    assert merged.warnings == (sentence("merged_by_adding", persona=3),)
    assert (merged.story, merged.unlike, merged.facts) == ((), (), ())


def test_a_persona_counted_anew_takes_the_place_of_the_merged() -> None:
    made = FIRST.model_copy(update={"index": 1, "size": 20, "statements": (*FIRST.statements, COUNTED)})
    applied = apply(GENERATED, log(MERGE.model_copy(update={"made": made})))

    assert applied.result.personas == (
        made.model_copy(
            update={
                "index": 3,
                "statements": tuple(
                    said.model_copy(update={"id": said.id.replace("1-", "3-", 1), "groups": ()})
                    for said in made.statements
                ),
                "story": tuple(
                    each.model_copy(update={"statements": tuple(i.replace("1-", "3-", 1) for i in each.statements)})
                    for each in made.story
                ),
            }
        ),
    )
    assert applied.personas[0].groups == (1, 2)
    assert (applied.changes[0].before, applied.changes[0].after) == (
        "Plans on Sundays + Cooks by heart",
        "Plans on Sundays",
    )


def test_what_people_marked_and_wrote_goes_along() -> None:
    edits = log(
        HideStatement(statement="2-need-1"),
        SetField(persona=1, name="Job", text="Cook"),
        SetField(persona=2, name="Job", text="Baker"),
        NotePersona(persona=2, text="Ask in July."),
        MERGE,
        RewriteStatement(statement="2-goal-1", text="By heart"),
    )
    applied = apply(GENERATED, edits)
    (merged,) = applied.personas

    assert applied.not_applied == ()
    assert {name: bool(marks.hidden) for name, marks in merged.marks.items()} == {"2-need-1": True, "2-goal-1": False}
    assert [(field.name, field.text) for field in merged.fields] == [("Job", "Cook")]
    assert [note.text for note in merged.notes] == ["Ask in July."]
    assert [each.text for each in applied.result.personas[0].statements] == [
        "words of 1-goal-1", "words of 1-goal-2", "By heart", "words of 1-frustration-1",
    ]  # fmt: skip


def test_edits_of_merged_personas_are_told_where_they_went() -> None:
    edits = log(MERGE, RenamePersona(persona=1, label="A"), RenamePersona(persona=3, label="B"))
    told = apply(GENERATED, edits).not_applied

    assert [(change.edit, change.problem) for change in told] == [("e2", "Persona 1 was merged into persona 3.")]


def test_edits_that_rested_on_an_undone_merge_are_told_and_come_back() -> None:
    edits = log(MERGE, RenamePersona(persona=3, label="B"), Reverted(edit="e1"))
    applied = apply(GENERATED, edits)

    assert applied.result is GENERATED
    assert [(change.edit, change.problem) for change in applied.not_applied] == [
        ("e2", "This rested on a change that does not hold any more: Ana merged personas.")
    ]
    assert apply(GENERATED, [*edits, edit(4, Reverted(edit="e3"))]).result.personas[0].label == "B"


def test_numbers_of_made_personas_stay_when_another_merge_is_undone() -> None:
    edits = log(SPLIT, Reverted(edit="e1"), SPLIT)

    assert [persona.index for persona in apply(GENERATED, edits).personas] == [5, 6, 2]


def test_a_split_persona_stands_in_the_place_of_the_one() -> None:
    second = SECOND.model_copy(update={"statements": (SECOND.statements[0], COUNTED)})
    applied = apply(GENERATED.model_copy(update={"personas": (FIRST, second)}), log(SPLIT))

    assert [(each.index, each.groups, each.persona.label) for each in applied.personas] == [
        (3, (1,), "Plans on Sundays"),
        (4, (1,), "Others"),
        (2, (2,), "Cooks by heart"),
    ]
    assert [each.id for each in applied.result.personas[0].statements] == ["3-goal-1", "3-goal-2", "3-frustration-1"]
    assert [each.id for each in applied.result.personas[1].statements][:1] == ["4-1-goal-1"]
    other = applied.result.personas[2]
    assert (other.unlike, other.story, other.summary) == ((), (), "")
    assert other.statements[1].groups == (COUNTED.groups[1],)
    told = apply(GENERATED, log(SPLIT, HideStatement(statement="1-goal-1"), RenamePersona(persona=1, label="A")))
    assert [change.problem for change in told.not_applied] == [
        "The statement “1-goal-1” is not in this result any more.",
        "Persona 1 was split into 3 and 4.",
    ]


def test_what_cannot_be_merged_is_told() -> None:
    same, locked = log(MergePersonas(personas=(1, 1))), log(LockPersona(persona=2), MERGE)

    assert [change.code for change in apply(GENERATED, same).not_applied] == ["edit_merge_one"]
    assert [change.code for change in apply(GENERATED, locked).not_applied] == ["edit_locked"]
