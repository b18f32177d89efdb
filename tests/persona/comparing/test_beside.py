"""Personas side by side: which are chosen, what is counted of all, what they share, and where one stands apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.comparing import beside, compare
from persona.comparing.models import BesideCell
from persona.exceptions import ConfigurationError
from persona.models import Asked, Evidence, GenerationResult, GroupCount, Persona, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence


def counts(*of_each: tuple[int, int]) -> tuple[GroupCount, ...]:
    """So many of so many in persona 1, 2 …"""
    return tuple(
        GroupCount(persona=at, base=base, count=count, share=count / base if base else None)
        for at, (count, base) in enumerate(of_each, start=1)
    )


def counted(option: str | None, groups: Sequence[GroupCount], text: str = "", **more: object) -> Statement:
    asked = (Asked(column="q1", question="How do you travel?"),)
    said = {"id": f"s-{option}", "kind": "behaviour", "text": text or f"Goes by {option}: 30 of 40", "asked": asked}
    fields = {"option": option, "groups": tuple(groups), "evidence": (), "mean": None, "question": asked[0].question}
    return Statement.model_construct(**(said | fields | {"note": ""} | more))


def said(text: str, number: str = "1", kind: str = "need", quotes: Sequence[str] = ()) -> Statement:
    evidence = tuple(
        Evidence(source="s", row=at, line=at, column="Why?", start=0, end=len(quote), quote=quote)
        for at, quote in enumerate(quotes, 1)
    )
    return Statement.model_construct(
        id=f"{kind}-{number}", kind=kind, text=text, note="", evidence=evidence, asked=(), option=None, mean=None,
        groups=(), question=None,
    )  # fmt: skip


def one(index: int, *statements: Statement) -> Persona:
    return Persona.model_construct(
        index=index, name=f"P{index}", label="", tagline="", size=40, share=0.5, facts=(), quotes=(),
        statements=statements,
    )  # fmt: skip


def result(*personas: Persona) -> GenerationResult:
    return GenerationResult.model_construct(personas=personas)


FOUR = result(*(one(index) for index in (1, 2, 3, 4, 5)))


# -- who -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("personas", "chosen"),
    [((), [1, 2, 3, 4, 5]), ((2, 1), [1, 2]), ((5, 1, 3, 2), [1, 2, 3, 5]), ((4, 4, 2), [2, 4])],
)
def test_who_stands_side_by_side(personas: tuple[int, ...], chosen: list[int]) -> None:
    assert [side.index for side in compare(FOUR, personas).personas] == chosen


@pytest.mark.parametrize(
    ("personas", "code"),
    [
        ((1,), "compare_two_to_four"),
        ((3, 3), "compare_two_to_four"),
        ((1, 2, 3, 4, 5), "compare_two_to_four"),
        ((1, 9), "persona_missing"),
        ((0, 1), "persona_missing"),
        ((0,), "persona_missing"),
        ((-1, 1), "persona_missing"),
    ],
)
def test_who_cannot_is_refused(personas: tuple[int, ...], code: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        compare(FOUR, personas)
    assert refused.value.code == code


# -- counted -------------------------------------------------------------------------------------------------
def test_a_counted_statement_of_one_is_told_of_all() -> None:
    bike = counted("bike", counts((30, 40), (10, 40)))
    [line] = compare(result(one(1, bike), one(2))).lines

    assert (line.kind, line.question, line.option, line.text) == (
        "behaviour", "How do you travel?", "bike", "Goes by bike",
    )  # fmt: skip
    assert line.cells == (
        BesideCell(
            persona=1, base=40, count=30, share=0.75, apart="clear", why="More than the others: 75 % against 25 %"
        ),
        BesideCell(persona=2, base=40, count=10, share=0.25, apart="none"),
    )


def test_what_two_count_alike_is_one_line() -> None:
    groups = counts((30, 40), (10, 40))
    found = compare(result(one(1, counted("bike", groups)), one(2, counted("bike", groups), counted("car", groups))))

    assert [line.option for line in found.lines] == ["bike", "car"]


def test_less_than_the_others_is_told_as_less() -> None:
    [line] = compare(result(*(one(at, counted("bike", counts((35, 40), (34, 40), (2, 40)))) for at in (1, 2, 3)))).lines

    assert [(cell.apart, cell.why) for cell in line.cells] == [
        ("none", ""), ("none", ""), ("clear", "Less than the others: 5 % against 86 %"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "groups",
    [
        counts((20, 40), (20, 40)),
        counts((0, 40), (0, 40)),
        counts((40, 40), (40, 40)),
        counts((3, 4), (1, 4)),
        counts((30, 40), (0, 0)),
        counts((0, 0), (0, 0)),
    ],
    ids=["equal", "nobody", "everybody", "too few", "one without answers", "no answers"],
)
def test_chance_sets_nobody_apart(groups: tuple[GroupCount, ...]) -> None:
    [line] = compare(result(one(1, counted("bike", groups)), one(2))).lines

    assert [(cell.apart, cell.why) for cell in line.cells] == [("none", "")] * 2


def test_a_mean_says_too_little_of_its_spread_to_set_anybody_apart() -> None:
    groups = (GroupCount(persona=1, base=40, mean=1.0), GroupCount(persona=2, base=40, mean=9.0))
    [line] = compare(result(one(1, counted(None, groups, text="Travels often: 1.0", mean=1.0)), one(2))).lines

    assert [(cell.mean, cell.apart) for cell in line.cells] == [(1.0, "none"), (9.0, "none")]
    assert line.text == "Travels often"


def test_a_persona_that_a_count_does_not_know_has_no_people_there() -> None:
    [line] = compare(result(one(1, counted("bike", counts((30, 40)))), one(2))).lines

    assert line.cells[1] == BesideCell(persona=2, base=0, apart="none")


def test_lines_where_somebody_stands_apart_come_first() -> None:
    alike, apart = counted("car", counts((20, 40), (20, 40))), counted("bike", counts((35, 40), (5, 40)))

    assert [line.option for line in compare(result(one(1, alike, apart), one(2))).lines] == ["bike", "car"]


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 40), st.just(40)), min_size=2, max_size=4))
def test_at_most_one_of_a_line_stands_apart_and_it_is_the_furthest(groups: list[tuple[int, int]]) -> None:
    personas = [one(at, counted("bike", counts(*groups))) for at in range(1, len(groups) + 1)]
    [line] = compare(result(*personas)).lines
    apart = [cell.persona for cell in line.cells if cell.apart != "none"]

    total = sum(count for count, _ in groups)
    far = [abs(count / 40 - (total - count) / 40 / (len(groups) - 1)) for count, _ in groups]
    assert [far[persona - 1] for persona in apart] in ([], [pytest.approx(max(far))])


def test_the_numbers_of_one_persona_are_left_out_of_what_is_told_of_all() -> None:
    groups = counts((30, 40), (10, 40))

    assert beside._told(counted("bike", groups, text="Goes by bike: 30 of 40")) == "Goes by bike"
    assert beside._told(counted("bike", groups, text="Goes by bike: always")) == "Goes by bike: always"
    assert beside._told(counted("bike", groups, text="Goes by bike")) == "Goes by bike"
    assert beside._told(counted(None, groups, text="Goes 3 times", mean=3.0)) == "How do you travel?"
    assert beside._told(counted(None, groups, text="Goes 3 times", mean=3.0, question=None)) == "Goes 3 times"
    assert beside._told(said("Wants 3: bread, butter, 2 eggs")) == "Wants 3: bread, butter, 2 eggs"


# -- said ----------------------------------------------------------------------------------------------------
def test_what_several_say_is_told_once_the_most_shared_first() -> None:
    queue, bread = "The queue is far too long", "Fresh bread in the morning"
    found = compare(
        result(
            one(1, said(bread, "1"), said(queue, "2")),
            one(2, said("the queue is far too long", "1")),
            one(3, said(queue, "1"), said(bread, "2"), said("Cats", "3")),
        )
    )

    assert [(each.text, each.personas) for each in found.shared] == [(queue, (1, 2, 3)), (bread, (1, 3))]


def test_the_same_quotes_are_the_same_saying() -> None:
    quotes = ["I waited an hour", "it took so long"]
    found = compare(
        result(one(1, said("Dislikes waiting", quotes=quotes)), one(2, said("Is impatient", quotes=quotes)))
    )

    assert [(each.text, each.personas) for each in found.shared] == [("Dislikes waiting", (1, 2))]


def test_one_who_says_a_thing_twice_does_not_share_it_with_themselves() -> None:
    twice = one(1, said("The queue is long", "1"), said("The queue is long", "2"))

    assert compare(result(twice, one(2))).shared == ()
    assert [each.personas for each in compare(result(twice, one(2, said("The queue is long")))).shared] == [(1, 2)]


def test_neither_a_name_nor_a_size_changes_who_is_alike() -> None:
    words = [
        said("Dislikes waiting", quotes=["the queue is long"]),
        said("Dislikes waiting", quotes=["queue and soup"]),
    ]
    plain = result(one(1, words[0]), one(2, words[1]))
    named = result(*(each.model_copy(update={"name": "X", "size": 9}) for each in plain.personas))

    assert compare(plain).alike == compare(named).alike
    assert compare(plain).shared == compare(named).shared
    assert 0 < compare(plain).alike[0][1] < 1
