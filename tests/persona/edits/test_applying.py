from __future__ import annotations

import random
from datetime import timedelta

import pytest

from persona.edits import (
    AddStatement,
    AppliedPersona,
    Change,
    CountQuote,
    Edit,
    HidePersona,
    HideStatement,
    JudgeStatement,
    KeptShares,
    LockPersona,
    RenamePersona,
    Reverted,
    RewriteStatement,
    Stamp,
    apply,
    standing,
)
from tests.persona.edits.logs import FIRST, GENERATED, NOON, SECOND, edit, log, many, random_action
from tests.persona.exporting.results import said


def test_no_edits_give_the_generated_result_itself() -> None:
    applied = apply(GENERATED, [])

    assert applied.result is GENERATED
    assert applied.changes == ()
    assert applied.personas == (
        AppliedPersona(index=1, persona=FIRST, groups=(1,), marks={}),
        AppliedPersona(index=2, persona=SECOND, groups=(2,), marks={}),
    )
    assert applied.shares == KeptShares(statements=5, kept=5, changed=0, hidden=0, added=0)


def test_what_was_done_is_told_with_what_was_there_before() -> None:
    edits = log(
        RewriteStatement(statement="1-goal-1", text="One plan a week"), RenamePersona(persona=2, label="By heart")
    )

    assert apply(GENERATED, edits).changes == (
        Change(
            edit="e1", who="Ana", when=NOON + timedelta(minutes=1), state="applied", sentence="changed a statement",
            persona=1, statement="1-goal-1", before="words of 1-goal-1", after="One plan a week",
        ),
        Change(
            edit="e2", who="Ana", when=NOON + timedelta(minutes=2), state="applied", sentence="renamed the persona",
            persona=2, before="Cooks by heart", after="By heart",
        ),
    )  # fmt: skip


def test_an_undone_edit_is_told_and_not_applied() -> None:
    edits = [
        *log(RewriteStatement(statement="1-goal-1", text="One plan a week")),
        edit(2, Reverted(edit="e1"), "Jonas"),
    ]
    applied = apply(GENERATED, edits)

    assert applied.result is GENERATED
    assert [(change.state, change.sentence) for change in applied.changes] == [
        ("undone", "changed a statement"),
        ("applied", "undid a change"),
    ]
    assert applied.changes[0].undone == Stamp(edit="e2", who="Jonas", when=NOON + timedelta(minutes=2))


def test_undoing_the_undoing_brings_the_edit_back() -> None:
    edits = log(HideStatement(statement="1-goal-1"), Reverted(edit="e1"), Reverted(edit="e2"))
    applied = apply(GENERATED, edits)

    assert [change.state for change in applied.changes] == ["applied", "undone", "applied"]
    assert [said.id for said in applied.result.personas[0].statements] == ["1-goal-2", "1-frustration-1"]


@pytest.mark.parametrize(
    ("actions", "code", "problem"),
    [
        (
            [HideStatement(statement="9-goal-9")],
            "edit_statement_missing",
            "The statement “9-goal-9” is not in this result any more.",
        ),
        ([RenamePersona(persona=7, label="A")], "edit_persona_missing", "There is no persona 7."),
        (
            [LockPersona(persona=1), HideStatement(statement="1-goal-1")],
            "edit_locked",
            "“Plans on Sundays” is locked by Ana.",
        ),
        ([RewriteStatement(statement="1-goal-1", text=" \n ")], "edit_empty", "The statement is empty."),
        (
            [RewriteStatement(statement="1-goal-1", text="x" * 601)],
            "edit_too_long",
            "The statement has 601 characters, and 600 are the most.",
        ),
        ([Reverted(edit="e9")], "edit_not_there", "There is no edit “e9”."),
        (
            [HidePersona(persona=1), HidePersona(persona=2)],
            "edit_last_persona",
            "This is the only persona that readers see.",
        ),
    ],
)
def test_what_cannot_be_applied_is_told_and_kept(actions: list[object], code: str, problem: str) -> None:
    told = apply(GENERATED, log(*actions)).not_applied  # type: ignore[arg-type]

    assert [(change.edit, change.code, change.problem) for change in told] == [(f"e{len(actions)}", code, problem)]


def test_what_rested_on_an_undone_edit_is_told() -> None:
    add = AddStatement(persona=1, kind="need", quotes=(said(4, "A list by shop"),))
    edits = log(
        add, RewriteStatement(statement="1-edit-e1", text="A list in the order of the shop"), Reverted(edit="e1")
    )
    (told,) = apply(GENERATED, edits).not_applied

    assert told.problem == ("This rested on a change that does not hold any more: Ana made a statement of quotes.")
    assert apply(GENERATED, [*edits, edit(4, Reverted(edit="e3"))]).not_applied == ()


def test_the_same_id_twice_is_one_edit() -> None:
    first, second = edit(1, HideStatement(statement="1-goal-1")), edit(1, HideStatement(statement="1-goal-2"))

    assert [change.state for change in apply(GENERATED, [first, second]).changes] == ["applied", "not_applied"]


def test_shares_count_what_readers_see() -> None:
    edits = log(
        RewriteStatement(statement="1-goal-1", text="One plan a week"),
        HideStatement(statement="1-goal-2"),
        JudgeStatement(statement="1-frustration-1", judgement="right"),
        AddStatement(persona=2, kind="need", quotes=(said(4, "A list by shop"),)),
        CountQuote(statement="2-need-1", quote=said(9, "lists"), counted=True),
    )
    applied = apply(GENERATED, edits)

    assert applied.shares == KeptShares(statements=5, kept=2, changed=2, hidden=1, added=1)
    assert applied.shares.kept_share == 0.4


@pytest.mark.parametrize("seed", range(5))
def test_reverting_200_random_edits_gives_the_same_bytes(seed: int) -> None:
    draw, result = random.Random(seed), many(400)
    before = result.model_dump_json()
    edits: list[Edit] = []
    while len(edits) < 200:
        edits.append(edit(len(edits) + 1, random_action(draw, result, edits)))
    applied = apply(result, edits)
    assert {change.state for change in applied.changes} == {"applied", "undone", "not_applied"}
    assert applied.result.model_dump_json() != before
    assert apply(result, edits) == applied

    to_undo = list(standing(edits))
    draw.shuffle(to_undo)
    undone = [edit(201 + number, Reverted(edit=each.id), "Jonas") for number, each in enumerate(to_undo)]

    again = apply(result, [*edits, *undone])
    assert again.result.model_dump_json().encode() == before.encode()
    assert again.personas == apply(result, []).personas
    assert result.model_dump_json() == before


@pytest.mark.parametrize("seed", range(5, 8))
def test_reverting_the_last_edits_gives_what_was_there_before_them(seed: int) -> None:
    draw, result = random.Random(seed), many(200, personas=4)
    edits: list[Edit] = []
    while len(edits) < 60:
        edits.append(edit(len(edits) + 1, random_action(draw, result, edits)))
    for kept in (0, 15, 30, 45):
        undone = [edit(100 + n, Reverted(edit=each.id)) for n, each in enumerate(reversed(edits[kept:]))]
        before, after = apply(result, edits[:kept]), apply(result, [*edits, *undone])

        assert after.result.model_dump_json() == before.result.model_dump_json()
        assert after.personas == before.personas
        assert after.shares == before.shares


def test_a_log_of_another_result_is_told_edit_by_edit() -> None:
    draw, other = random.Random(1), many(50, personas=5)
    edits: list[Edit] = []
    while len(edits) < 40:
        edits.append(edit(len(edits) + 1, random_action(draw, other, edits)))
    applied = apply(GENERATED, edits)

    assert [change.edit for change in applied.changes] == [each.id for each in edits]
    assert all(change.problem and change.hint and change.code for change in applied.not_applied)


def test_edits_that_revert_each_other_or_themselves_do_no_harm() -> None:
    edits = log(
        Reverted(edit="e1"),
        HideStatement(statement="1-goal-1"),
        Reverted(edit="e4"),
        Reverted(edit="e3"),
        Reverted(edit="e2"),
    )
    applied = apply(GENERATED, edits)

    assert applied.result is GENERATED
    assert [change.state for change in applied.changes] == ["not_applied", "undone", "undone", "applied", "applied"]
    assert standing(edits) == ()
