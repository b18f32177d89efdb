from __future__ import annotations

import pytest

from persona.edits.matching import Match, likeness
from persona.models import Asked, GenerationResult, MapPoint, Statement
from tests.persona.edits.logs import FIRST, GENERATED, statement
from tests.persona.exporting.results import RESULT, said

PLAN = statement("1-goal-1", text="One plan for the week")


def counted(option: str | None, column: str = "q1", mean: float | None = None) -> Statement:
    return PLAN.model_copy(
        update={"asked": (Asked(column=column, question="Which?"),), "option": option, "evidence": (), "mean": mean}
    )


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        (PLAN, PLAN, 1.0),
        (PLAN, statement("2-need-1", text="one PLAN for the week", rows=(40,)), 1.0),
        (PLAN, statement("1-goal-1", text="Something else"), 1.0),
        (PLAN, statement("9-goal-9", text="A plan for this week", rows=(40,)), 3 / 7),
        (PLAN, statement("9-goal-9", text="Cats", rows=(40,)), 0.0),
        (counted("Yes"), counted("Yes"), 1.0),
        (counted("Yes"), counted("No"), 0.0),
        (counted("Yes"), counted("Yes", column="q2"), 0.0),
        (counted(None, mean=2.0), counted(None, mean=3.0), 1.0),
        (counted("Yes"), PLAN, 0.0),
    ],
    ids=["same", "words", "quotes", "some words", "nothing", "count", "option", "column", "mean", "count and words"],
)
def test_statements_are_alike_by_words_quotes_and_what_is_counted(one: Statement, two: Statement, alike: float) -> None:
    assert likeness(one, two) == pytest.approx(alike)


def grouped(*of_rows: int) -> GenerationResult:
    """A result with these personas of row 1, 2 … and nothing to say."""
    points = tuple(MapPoint(row=row, segment=persona, x=0, y=0) for row, persona in enumerate(of_rows, start=1))
    personas = tuple(
        FIRST.model_copy(update={"index": index, "statements": (), "quotes": ()}) for index in sorted(set(of_rows))
    )
    summary = RESULT.segmentation.model_copy(update={"map": points})
    return RESULT.model_copy(update={"personas": personas, "segmentation": summary})


def test_personas_are_matched_by_their_people() -> None:
    old, new = grouped(1, 1, 1, 2, 2, 2, 3, 3, 3), grouped(2, 2, 2, 3, 3, 1, 1, 1, 1)

    assert Match(old, new).personas == {1: 2, 2: 3, 3: 1}
    assert Match(old, new).score(1, 2) == pytest.approx(0.6)


def test_people_that_are_told_go_before_those_on_the_map() -> None:
    old, new = grouped(1, 1, 2, 2), grouped(1, 1, 2, 2)
    people = ({1: 1, 2: 1, 3: 2, 4: 2}, {1: 2, 2: 2, 3: 1, 4: 1})

    assert Match(old, new, people).personas == {1: 2, 2: 1}


def test_a_persona_like_none_is_left_out() -> None:
    assert Match(grouped(1, 1, 1, 1, 2), grouped(1, 1, 1, 1, 1)).personas == {1: 1}


def test_rows_of_another_order_are_other_people() -> None:
    one = statement("1-goal-1", rows=(2, 5, 7))
    words = tuple(said(quote.row, "z" * len(quote.quote), column=quote.column) for quote in one.evidence)
    other = one.model_copy(update={"evidence": words})
    old, new = (
        GENERATED.model_copy(update={"personas": (FIRST.model_copy(update={"statements": (each,)}),)})
        for each in (one, other)
    )

    assert Match(old, old).same_rows
    assert not Match(old, new).same_rows
