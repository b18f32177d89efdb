"""Neighbouring columns that share a beginning and a scale become one set of ratings."""

from __future__ import annotations

import pytest

from persona.questionnaire.batteries import batteries
from persona.questionnaire.context import Context
from persona.questionnaire.drafts import Draft
from persona.questionnaire.models import Recoding, Scale
from persona.questionnaire.names.stems import Run
from tests.questionnaires import filled, views

FIVE, UPSIDE, MIDDLE = "1; 2; 3; 4; 5", "5; 4; 3; 2; 1", "2; 3; 4"
AGREE = "Agree; Disagree; Neutral; Strongly agree"


def found(
    *columns: str,
    stem: str = "Rate us",
    strength: int = 2,
    items: tuple[str, ...] = (),
    people: int = 60,
    taken: tuple[int, ...] = (),
) -> list[Draft]:
    names = items or tuple(f"item {at}" for at in range(len(columns)))
    held = views(**{f"{stem}: {name}": filled(text, people) for name, text in zip(names, columns, strict=True)})
    return list(batteries([Run(0, len(columns), stem, names, strength)], held, set(taken), Context()))


def places(drafts: list[Draft]) -> list[list[int]]:
    return [[column.position for column in draft.columns] for draft in drafts]


def test_one_question_with_its_items_and_scale() -> None:
    (draft,) = found(f"{AGREE}; -99", f"{AGREE}; Agree", f"{AGREE}; k. A.")

    assert (draft.kind, draft.text, draft.items) == ("rating_battery", "Rate us", ("item 0", "item 1", "item 2"))
    assert draft.reason == "its columns share a beginning and a scale"
    assert draft.scale == Scale(
        low=1, high=4, low_label="Disagree", high_label="Strongly agree", higher_is="more",
        words=("Disagree", "Neutral", "Agree", "Strongly agree"),
    )  # fmt: skip
    assert draft.recoding == Recoding(values={"Agree": 3, "Disagree": 1, "Neutral": 2, "Strongly agree": 4})
    assert (set(draft.no_answer), draft.unsure) == ({"-99", "k. A."}, ())


@pytest.mark.parametrize(
    ("columns", "sets"),
    [
        ((FIVE, UPSIDE, FIVE), [[0, 1, 2]]),
        ((FIVE, UPSIDE), [[0, 1]]),
        ((FIVE, UPSIDE, "Yes; No", FIVE, UPSIDE), [[0, 1], [3, 4]]),
        ((FIVE, "Yes; No", UPSIDE), []),
        ((FIVE, "", UPSIDE, FIVE), [[2, 3]]),
        ((FIVE, UPSIDE, AGREE, AGREE), [[0, 1], [2, 3]]),
        ((FIVE,), []),
        (("red; blue", "blue; green; red", "red; green"), []),
        (("{n}", "{n}", "{n}"), []),
    ],
    ids=[
        "three", "two", "parted by another question", "one on each side", "an empty one between", "two scales", "one",
        "words without an order", "another number in each row",
    ],
)  # fmt: skip
def test_which_columns_are_a_set(columns: tuple[str, ...], sets: list[list[int]]) -> None:
    assert places(found(*columns)) == sets


def test_columns_that_are_part_of_a_question_stay_there() -> None:
    assert places(found(FIVE, UPSIDE, FIVE, UPSIDE, taken=(1,))) == [[2, 3]]


@pytest.mark.parametrize(
    ("columns", "stem", "people", "is_set"),
    [
        ((FIVE, FIVE), "Q", 60, True),
        ((FIVE, "1; 2; 3; 4; 5; 6; 7"), "Q", 60, False),
        ((FIVE, "1; 2; 3; 4"), "Q", 60, False),
        ((FIVE, "1; 2; 3; 4"), "Q", 20, True),
        ((FIVE, "1; 2; 3; 4", FIVE), "Q", 60, True),
        ((FIVE, "1; 2; 3", FIVE), "Q", 60, False),
        ((FIVE, MIDDLE, "3; 4; 5"), "Q", 60, False),
        ((FIVE, "3; 4; 5", "2; 3; 5"), "presenters", 60, True),
    ],
    ids=[
        "the same ends", "another highest", "two of which one lacks an end", "of few people",
        "of three one lacks an end", "two places lacking", "both ends differ", "one end that all have, below a word",
    ],
)  # fmt: skip
def test_a_beginning_that_may_be_chance_needs_the_same_ends(
    columns: tuple[str, ...], stem: str, people: int, is_set: bool
) -> None:
    assert bool(found(*columns, stem=stem, strength=1, people=people)) is is_set


@pytest.mark.parametrize(
    ("items", "asked"),
    [
        (("slow – fast", "ugly – fine", "dull – lively"), []),
        (("slow | fast", "ugly | fine", "dull | lively"), []),
        (("slow ... fast", "ugly … fine", "dull ↔ lively"), []),
        (("slow – fast", "ugly", "dull – lively"), ["kind_codes", "scale_direction"]),
        (("slow – slow", "ugly – fine", "dull – lively"), ["kind_codes", "scale_direction"]),
    ],
    ids=["dashes", "bars", "dots and arrows", "one item names no ends", "the same word at both"],
)
def test_items_that_name_both_their_ends_are_asked_no_direction(items: tuple[str, ...], asked: list[str]) -> None:
    (draft,) = found(FIVE, UPSIDE, FIVE, stem="Q", items=items)
    doubts = [doubt.code for doubt in draft.unsure]

    assert draft.scale == Scale(low=1, high=5, higher_is=None if not asked else "more")
    assert doubts == ([code for code in asked if code in doubts] or [])
    assert bool(doubts) is bool(asked)
