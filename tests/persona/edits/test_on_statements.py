from __future__ import annotations

from datetime import timedelta

import pytest

from persona.edits import (
    HideStatement,
    JudgeStatement,
    MoveStatement,
    Note,
    NoteStatement,
    PinStatement,
    PlaceStatement,
    RewriteStatement,
    Stamp,
    StatementMarks,
    apply,
)
from tests.persona.edits.logs import FIRST, GENERATED, NOON, WHO, log, told


def stamp(number: int) -> Stamp:
    return Stamp(edit=f"e{number}", who="Ana", when=NOON + timedelta(minutes=number))


def test_other_words_are_a_persons_and_the_old_ones_are_kept() -> None:
    applied = apply(GENERATED, log(RewriteStatement(statement="1-goal-1", text="One <i>plan</i>")))
    old = FIRST.statements[0]

    assert applied.result.personas[0].statements[0] == old.model_copy(
        update={"text": "One <i>plan</i>", "origin": "person"}
    )
    assert applied.personas[0].marks == {
        "1-goal-1": StatementMarks(statement="1-goal-1", changed=stamp(1), original=old)
    }


def test_the_generated_words_again_are_no_change() -> None:
    edits = log(
        RewriteStatement(statement="1-goal-1", text="One plan"),
        RewriteStatement(statement="1-goal-1", text="words of 1-goal-1"),
    )
    applied = apply(GENERATED, edits)

    assert applied.result is GENERATED
    assert applied.personas[0].marks == {}


def test_a_hidden_statement_goes_from_the_story_too() -> None:
    applied = apply(GENERATED, log(HideStatement(statement="1-goal-1")))
    story = (WHO, told("1-goal-2"))

    assert applied.result.personas[0] == FIRST.model_copy(
        update={
            "statements": FIRST.statements[1:],
            "story": story,
            "summary": " ".join(sentence.text for sentence in story),
        }
    )
    assert applied.personas[0].persona == FIRST
    assert applied.personas[0].marks == {"1-goal-1": StatementMarks(statement="1-goal-1", hidden=stamp(1))}


def test_marks_are_made_and_taken_away() -> None:
    made = log(
        PinStatement(statement="1-goal-1"),
        JudgeStatement(statement="1-goal-1", judgement="wrong"),
        NoteStatement(statement="1-goal-1", text="Only two of them."),
    )
    assert apply(GENERATED, made).personas[0].marks == {
        "1-goal-1": StatementMarks(
            statement="1-goal-1",
            pinned=stamp(1),
            judgement="wrong",
            judged=stamp(2),
            notes=(Note(**stamp(3).model_dump(), text="Only two of them."),),
        )
    }
    taken = log(
        PinStatement(statement="1-goal-1"),
        PinStatement(statement="1-goal-1", pinned=False),
        JudgeStatement(statement="1-goal-1", judgement="right"),
        JudgeStatement(statement="1-goal-1", judgement=None),
        HideStatement(statement="1-goal-1"),
        HideStatement(statement="1-goal-1", hidden=False),
    )
    assert apply(GENERATED, taken).personas[0].marks == {}
    assert [change.sentence for change in apply(GENERATED, taken).changes] == [
        "pinned a statement",
        "let go of a pinned statement",
        "marked a statement right",
        "took the mark off a statement",
        "hid a statement",
        "showed a statement again",
    ]


@pytest.mark.parametrize(
    ("moved", "place", "order"),
    [
        ("1-goal-1", 1, ["1-goal-1", "1-goal-2", "1-frustration-1"]),
        ("1-goal-1", 2, ["1-goal-2", "1-goal-1", "1-frustration-1"]),
        ("1-goal-2", 1, ["1-goal-2", "1-goal-1", "1-frustration-1"]),
        ("1-goal-1", 99, ["1-goal-2", "1-goal-1", "1-frustration-1"]),
        ("1-frustration-1", 3, ["1-goal-1", "1-goal-2", "1-frustration-1"]),
    ],
)
def test_a_place_is_one_among_the_same_kind(moved: str, place: int, order: list[str]) -> None:
    applied = apply(GENERATED, log(PlaceStatement(statement=moved, place=place)))

    assert [said.id for said in applied.result.personas[0].statements] == order


@pytest.mark.parametrize(
    ("kind", "order"),
    [
        ("frustration", ["1-goal-2", "1-frustration-1", "1-goal-1"]),
        ("need", ["1-goal-2", "1-goal-1", "1-frustration-1"]),
        ("delight", ["1-goal-2", "1-frustration-1", "1-goal-1"]),
        ("goal", ["1-goal-1", "1-goal-2", "1-frustration-1"]),
    ],
)
def test_a_moved_statement_stands_last_of_its_new_kind(kind: str, order: list[str]) -> None:
    applied = apply(GENERATED, log(MoveStatement(statement="1-goal-1", kind=kind)))
    moved = FIRST.statements[0].model_copy(update={"kind": kind})

    assert [said.id for said in applied.result.personas[0].statements] == order
    assert next(said for said in applied.result.personas[0].statements if said.id == "1-goal-1") == moved
