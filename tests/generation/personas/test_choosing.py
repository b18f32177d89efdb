"""Which statements stand for a persona, and what its group is called on the map."""

from __future__ import annotations

from typing import Any

import pytest

from generation.models import Persona, Statement
from generation.personas.results import AS_MANY, TRAITS, _amount, _short, best


def said(text: str, kind: str = "goal", **changes: Any) -> Statement:
    fields = {"strength": "strong", "support": 5, "base": 10, "position": 1, "count": None}
    return Statement(text=text, kind=kind, **fields | changes)


def texts(*statements: Statement) -> list[str]:
    return [statement.text for statement in best(list(statements))]


def test_what_most_people_say_comes_first() -> None:
    assert texts(said("few", support=2), said("most", support=9), said("some", support=5))[0] == "most"


def test_a_strong_statement_goes_before_a_weak_one_that_more_people_say() -> None:
    assert texts(said("weak", strength="weak", support=9), said("strong", support=2)) == ["strong", "weak"]


def test_of_equals_the_one_that_stands_first_is_first() -> None:
    assert texts(said("second", position=2), said("first", position=1)) == ["first", "second"]


def test_each_kind_is_heard_before_one_is_heard_twice() -> None:
    goals = [said(f"goal {at}", support=10 - at, position=at) for at in range(TRAITS)]
    found = texts(*goals, said("need", "need", support=1, position=9))

    assert found.index("need") == 1
    assert len(found) == TRAITS


def test_a_mean_counts_as_what_many_say_and_no_base_as_nothing() -> None:
    mean = said("mean", "need", count={"share": None, "mean": 3.0}, support=0, base=0)
    above, below = said("above", support=round(100 * AS_MANY) + 1, base=100), said("none", "delight", support=0, base=0)

    assert texts(below, mean, above) == ["above", "mean", "none"]


@pytest.mark.parametrize(
    ("fields", "short", "amount"),
    [
        ({"label": "Plans on paper", "size": 40}, "B", "50\u00a0%"),
        ({"label": "", "size": 40}, "Marta", "50\u00a0%"),
        ({"label": "Plans on paper", "size": 3}, "B", "(3)"),
    ],
)
def test_on_the_map_a_group_is_a_letter_and_a_share_or_a_count(fields: dict[str, Any], short: str, amount: str) -> None:
    persona = Persona(position=2, name="Marta B", share=0.5, **fields)

    assert (_short(persona), _amount(persona)) == (short, amount)
