"""Neighbours that are answered alike are one question; what stands between them, or elsewhere, is not."""

from __future__ import annotations

import pytest

from persona.counted.batteries import asks_one_thing, battery_of, checklist_of, item_of, stem_of, sums
from persona.models import Column, ColumnRole
from tests.persona.counted.values import column

SCALE = (1.0, 5.0)


def items(*positions: int, scale: tuple[float, float] = SCALE, name: str = "Item") -> list[Column]:
    return [column(f"{name} {n}", ColumnRole.RATING, n, scale=scale) for n in positions]


def test_three_neighbours_on_one_scale_are_a_battery_named_by_the_first() -> None:
    assert battery_of(items(4, 2, 3)) == dict.fromkeys(("Item 2", "Item 3", "Item 4"), "Item 2")


@pytest.mark.parametrize("positions", [(), (1,), (1, 2), (1, 2, 4), (1, 3, 5)])
def test_fewer_or_with_gaps_are_none(positions: tuple[int, ...]) -> None:
    assert battery_of(items(*positions)) == {}


def test_another_scale_begins_another_battery() -> None:
    first, second = items(0, 1, 2), items(3, 4, 5, scale=(1.0, 7.0))

    assert battery_of([*first, *second]) == {
        **dict.fromkeys((c.name for c in first), "Item 0"),
        **dict.fromkeys((c.name for c in second), "Item 3"),
    }


def test_words_of_a_scale_tell_batteries_apart_too() -> None:
    words = [column(f"Word {n}", ColumnRole.RATING, 3 + n, scale=SCALE, scale_words=("a", "b")) for n in range(3)]

    assert set(battery_of([*items(0, 1, 2), *words]).values()) == {"Item 0", "Word 0"}


def test_what_is_no_rating_ends_a_battery() -> None:
    between = column("Why?", ColumnRole.OPEN, 2)

    assert battery_of([*items(0, 1), between, *items(3, 4)]) == {}


def test_things_with_yes_or_no_are_a_checklist() -> None:
    asked = [column(f"Has {n}", position=n, options=("Yes", "No")) for n in range(3)]
    other = column("Colour", position=3, options=("Red", "Yes"))
    unknown = column("Empty", position=4)

    assert checklist_of([*asked, other, unknown]) == dict.fromkeys(("Has 0", "Has 1", "Has 2"), "Has 0")
    assert battery_of(asked) == {}


def test_the_items_of_each_battery_come_together_in_the_order_of_the_columns() -> None:
    first, second = items(0, 1, 2), items(3, 4, 5, scale=(1.0, 7.0))
    columns = [*second, *first]

    assert list(sums(columns, battery_of(columns))) in ([second, first], [first, second])
    assert list(sums(columns, {})) == []


@pytest.mark.parametrize(
    ("texts", "stem", "told"),
    [
        (("How good is: tea", "How good is: milk"), "How good is", ["tea", "milk"]),
        (("Rate [tea]", "Rate [milk]"), "Rate", ["tea", "milk"]),
        (("Rate us - tea", "Rate us - the milk"), "Rate us", ["tea", "the milk"]),
        (("Which? Tea", "Which? Milk"), "Which", ["Tea", "Milk"]),
        (("Tea time", "Tea table"), "", ["Tea time", "Tea table"]),
        (("Tea", "Milk"), "", ["Tea", "Milk"]),
        (("How good: tea", "How good: tea with milk"), "How good", ["tea", "tea with milk"]),
    ],
)
def test_what_items_share_is_the_question_above_them(texts: tuple[str, ...], stem: str, told: list[str]) -> None:
    columns = [column(text) for text in texts]

    assert stem_of(columns) == stem
    assert [item_of(each, stem) for each in columns] == told


@pytest.mark.parametrize(
    ("texts", "one"),
    [
        (("How good is: taste", "How good is: price", "How good is: looks"), True),
        (("phq_1", "phq_2", "phq_3"), True),
        (("Taste of dish 1", "Taste of dish 2", "Taste of dish 10"), True),
        (("I follow fashion", "I buy second-hand", "Price matters most"), False),
    ],
)
def test_only_items_under_one_question_are_one_thing(texts: tuple[str, ...], one: bool) -> None:
    assert asks_one_thing([column(text, ColumnRole.RATING, n, scale=SCALE) for n, text in enumerate(texts)]) is one
