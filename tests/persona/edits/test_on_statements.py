from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

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
from tests.persona.edits.logs import FIRST, GENERATED, NOON, WHO, log, statement, told


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


# -- laws ------------------------------------------------------------------------------------------------------
KINDS_MIXED = ("goal", "need", "goal", "goal", "need", "goal")
MIXED = GENERATED.model_copy(
    update={
        "personas": (
            FIRST.model_copy(
                update={
                    "statements": tuple(statement(f"1-{at}", kind) for at, kind in enumerate(KINDS_MIXED)),
                    "story": (),
                }
            ),
        )
    }
)


def order(*actions: object) -> list[str]:
    """The statements of the one persona after these edits."""
    seen = apply(MIXED, log(*actions)).result.personas[0]  # type: ignore[arg-type]
    return [each.id for each in seen.statements]


@examples(max_examples=40)
@given(st.sampled_from(range(len(KINDS_MIXED))), st.integers(1, 9))
def test_a_statement_stands_where_it_was_put_and_the_others_keep_their_order(number: int, place: int) -> None:
    kind = KINDS_MIXED[number]
    found = order(PlaceStatement(statement=f"1-{number}", place=place))
    same = [name for name in found if KINDS_MIXED[int(name[2:])] == kind]

    assert sorted(found) == sorted(f"1-{at}" for at in range(len(KINDS_MIXED)))
    assert same.index(f"1-{number}") == min(place, len(same)) - 1
    assert [name for name in found if name != f"1-{number}"] == [
        f"1-{at}" for at in range(len(KINDS_MIXED)) if at != number
    ]


@examples(max_examples=40)
@given(st.sampled_from(range(len(KINDS_MIXED))), st.integers(1, 9), st.integers(1, 9))
def test_the_last_place_counts(number: int, first: int, second: int) -> None:
    """Those of other kinds stand elsewhere on a page: of its own kind the order is the same."""
    name, kind = f"1-{number}", KINDS_MIXED[number]
    once = order(PlaceStatement(statement=name, place=second))
    twice = order(PlaceStatement(statement=name, place=first), PlaceStatement(statement=name, place=second))

    assert [each for each in twice if KINDS_MIXED[int(each[2:])] == kind] == [
        each for each in once if KINDS_MIXED[int(each[2:])] == kind
    ]
    assert sorted(twice) == sorted(once)


@pytest.mark.parametrize("kind", ["goal", "need", "frustration"])
def test_a_statement_of_another_kind_is_the_last_of_it(kind: str) -> None:
    seen = apply(MIXED, log(MoveStatement(statement="1-0", kind=kind))).result.personas[0]  # type: ignore[arg-type]
    found = [each.id for each in seen.statements if each.kind == kind]

    assert sorted(each.id for each in seen.statements) == sorted(f"1-{at}" for at in range(len(KINDS_MIXED)))
    assert found[-1] == ("1-0" if kind != "goal" else "1-5")
