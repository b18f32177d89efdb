"""Verdicts: what badly rated reviews say that well rated ones do not is a complaint, whatever its words."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.writing.kinds import Kind
from persona.writing.verdicts import ANSWERS_AT_LEAST, mark_complaints
from tests.answers import unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.writing.units import Unit

COMPLAINTS = ["The battery drains overnight", "Pairing drops every evening", "The band is scratchy on the wrist"]
PRAISE = ["Looks great on the wrist", "The display is bright outside", "Wears well every evening"]
KNOWN = {"It is a terrible purchase": "frustration", "I love it": "motivation"}


def reviews(low: float, high: float, each: int = 80, seed: int = 5) -> tuple[list[Unit], NDArray[np.float64]]:
    """Half rated `low`, half `high`; a few say so in words that everybody knows."""
    draw = random.Random(seed)
    units, ratings = [], []
    for number in range(2 * each):
        good = number % 2 == 1
        said = [draw.choice(PRAISE if good else COMPLAINTS)]
        if number % 8 < 2:
            said.append("I love it" if good else "It is a terrible purchase")
        ratings.append(high if good else low)
        for text in said:
            made = unit(text, question="Review", row=number + 1)
            made.kind = KNOWN.get(text, "")
            units.append(made)
    return units, np.array(ratings, dtype=float)


def kinds(units: list[Unit]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for each in units:
        found.setdefault(each.text, set()).add(each.kind)
    return found


@pytest.mark.parametrize(("low", "high"), [(1.0, 5.0), (6.0, 1.0)])
def test_complaints_are_learnt_whichever_end_of_the_scale_is_bad(low: float, high: float) -> None:
    units, ratings = reviews(low, high)

    mark_complaints(units, ratings)

    assert kinds(units) == {
        **{text: {"frustration"} for text in COMPLAINTS},
        **{text: {""} for text in PRAISE},
        **{text: {kind} for text, kind in KNOWN.items()},
    }


def test_who_somebody_is_and_what_they_hoped_is_no_complaint() -> None:
    units, ratings = reviews(1, 5)
    texts = (
        "I have a scratchy wrist and drains overnight",
        "I was excited for pairing every evening",
        "I have to return it because the battery drains overnight",
    )
    told = [unit(text, question="Review", row=1) for text in texts]
    mark_complaints([*units, *told], ratings)
    assert [each.kind for each in told] == ["", "", "frustration"]


def test_what_is_learnt_is_said_with_less_confidence() -> None:
    units, ratings = reviews(1, 5)
    mark_complaints(units, ratings)
    learnt = next(each for each in units if each.text == COMPLAINTS[0])
    assert Kind(learnt.kind, learnt.confidence) == Kind("frustration", 0.5)


def test_few_ratings_teach_nothing() -> None:
    units, ratings = reviews(1, 5, each=ANSWERS_AT_LEAST - 1)
    before = kinds(units)
    mark_complaints(units, ratings)
    assert kinds(units) == before


def test_ratings_of_something_else_teach_nothing() -> None:
    """Where known complaints and praise are rated alike, nobody knows which end is bad."""
    units, ratings = reviews(1, 5)
    ratings[:] = np.tile([1.0, 1.0, 5.0, 5.0], 40)
    before = kinds(units)
    mark_complaints(units, ratings)
    assert kinds(units) == before


def test_answers_without_a_rating_and_to_questions_stay_as_they_are() -> None:
    units, ratings = reviews(1, 5)
    ratings = np.where(np.arange(len(ratings)) == 0, np.nan, ratings)
    first = [each for each in units if each.row == 1]
    asked = unit(COMPLAINTS[1], question="What do you use it for?", row=3)
    mark_complaints([*units, asked], ratings)
    assert {each.kind for each in first if each.text in COMPLAINTS} == {""}
    assert asked.kind == ""
