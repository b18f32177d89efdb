from __future__ import annotations

import pytest

from persona.edits.matching import Match, likeness
from persona.models import Asked, GenerationResult, MapPoint, SourceReport, Statement
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


def source(name: str, rows: int, bytes_: str) -> SourceReport:
    return SourceReport(
        name=name, kind="csv", bytes=1, sha256=bytes_ * 64, encoding="utf-8", encoding_how="checked", delimiter=",",
        quote=None, header_line=1, names=(), rows=rows, rows_per_part=rows, parts=("0.parquet",),
    )  # fmt: skip


def with_sources(result: GenerationResult, *sources: SourceReport) -> GenerationResult:
    return result.model_copy(update={"sources": sources})


def test_a_file_is_known_by_its_bytes_whatever_its_name_and_place() -> None:
    old = with_sources(grouped(1, 1, 2, 2), source("spring.csv", 4, "a"))
    new = with_sources(grouped(1, 2, 2, 3, 3), source("autumn.csv", 1, "b"), source("wave 1.csv", 4, "a"))
    match = Match(old, new)

    assert match.new_names == {"spring.csv": "wave 1.csv"}
    assert match.new.people == {
        ("autumn.csv", 1): 1, ("spring.csv", 1): 2, ("spring.csv", 2): 2, ("spring.csv", 3): 3, ("spring.csv", 4): 3,
    }  # fmt: skip
    assert match.personas == {1: 2, 2: 3}


def test_the_only_file_of_each_is_the_same_one_that_grew() -> None:
    old, new = grouped(1, 1, 2, 2), grouped(2, 2, 1, 1, 1)
    match = Match(with_sources(old, source("a.csv", 4, "a")), with_sources(new, source("a-2.csv", 5, "b")))

    assert match.new_names == {"a.csv": "a-2.csv"}
    assert not match.same_rows  # other bytes, and no quote that stands in both: nothing says that rows are the same
    assert match.personas == {}


def test_what_personas_say_matches_them_where_rows_do_not() -> None:
    one, two = (
        FIRST.model_copy(
            update={"index": index, "quotes": (), "statements": (statement(f"{index}-goal-1", text=text),)}
        )
        for index, text in ((1, "One plan"), (2, "Two lists"))
    )
    again, other = (
        each.model_copy(update={"index": index, "statements": (said_so.model_copy(update={"evidence": ()}),)})
        for index, each, said_so in ((2, one, one.statements[0]), (1, two, two.statements[0]))
    )
    old, new = (RESULT.model_copy(update={"personas": pair}) for pair in ((one, two), (other, again)))

    assert Match(old, new).personas == {1: 2, 2: 1}


def test_a_statement_is_the_most_alike_of_the_new_persona() -> None:
    rows = (30, 31)
    near, same = (
        statement("1-goal-8", text="One plan for weeks", rows=rows),
        statement("1-goal-9", text="One plan", rows=rows),
    )
    result = RESULT.model_copy(update={"personas": (FIRST.model_copy(update={"statements": (near, same)}),)})
    match = Match(result, result)

    assert match.statement(statement("7-goal-1", text="one plan!", rows=(1,)), 1) is same
    assert match.statement(statement("7-goal-1", text="Cats", rows=(1,)), 1) is None
