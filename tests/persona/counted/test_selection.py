"""No question, battery or section takes all the room."""

from __future__ import annotations

from persona.counted.selection import choose
from persona.models import ColumnRole
from tests.persona.counted.values import column, mean, share

TOOLS = column("Which tools do you use?", ColumnRole.MULTIPLE)
GOES = [column(f"How do you go to place {n}?", position=n) for n in range(9)]


def test_at_most_three_of_one_question() -> None:
    found = [share(TOOLS, f"tool {n}", 90 - n, 30) for n in range(5)]
    others = [share(column(f"Question {n}"), "Often", 60, 30) for n in range(2)]

    assert [finding.option for _, finding in choose([*found, *others], {}, 8)] == [
        *("tool 0", "tool 1", "tool 2"),
        *("Often", "Often"),
    ]


def test_where_hardly_more_is_asked_one_question_says_more() -> None:
    found = [share(TOOLS, f"tool {n}", 90 - n, 30) for n in range(7)]

    assert [finding.option for _, finding in choose(found, {}, 8)] == [f"tool {n}" for n in range(5)]


def test_of_one_battery_only_what_contrasts() -> None:
    items = [column(f"Item {n}", ColumnRole.RATING, n, scale=(1.0, 5.0)) for n in range(4)]
    found = [mean(item, here, 3.0, "Item 0") for item, here in zip(items, (4.5, 4.4, 1.2, 1.3), strict=True)]

    others = [share(column(f"Question {n}"), "Often", 60, 30) for n in range(3)]

    assert [finding.value for _, finding in choose([*found, *others], {}, 8)] == [4.5, 1.2, 0.6, 0.6, 0.6]
    assert [finding.value for _, finding in choose(found, {}, 8)] == [4.5, 1.2, 4.4, 1.3]  # nothing else was asked


def test_a_section_with_words_keeps_most_of_its_room_for_them() -> None:
    found = [share(asked, "on foot", 90, 30) for asked in GOES]

    assert {words: len(choose(found, {"behaviour": words}, 12)) for words in (0, 1, 2, 3, 6)} == {
        0: 5,
        1: 0,
        2: 1,
        3: 2,
        6: 4,
    }


def test_what_is_big_is_told_beside_what_sets_apart() -> None:
    apart = [share(asked, "on foot", 90, 30) for asked in GOES[:4]]
    big = [share(column(f"Taste {n}"), "Yes", 90, 89, "big") for n in range(4)]

    told = [finding.standing for _, finding in choose([*apart, *big], {}, 8)]

    assert told == ["distinctive"] * 4 + ["big"] * 2


def test_of_two_options_the_second_says_nothing_new() -> None:
    asked = column("Do you have a car?", options=("Yes", "No"))
    three = column("How do you travel?", position=1, options=("Bus", "Train", "Car"))
    found = [share(asked, "No", 84, 60), share(asked, "Yes", 36, 40), share(three, "Bus", 50, 20)]
    more = share(three, "Car", 45, 20)

    assert [finding.option for _, finding in choose([*found, more], {}, 8)] == ["No", "Bus", "Car"]


def test_what_they_rate_worst_stands_beside_one_persons_words() -> None:
    price = column("How satisfied are you with the price?", ColumnRole.RATING, scale=(1.0, 5.0), higher_is="more")
    found = [mean(price, 1.5, 3.4), *(share(column("Any obstacles?"), f"obstacle {n}", 70, 30) for n in range(2))]

    assert [(kind, f.option) for kind, f in choose(found, {"frustration": 1}, 8)] == [("frustration", None)]
