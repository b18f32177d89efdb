"""Things put in order within one cell."""

from __future__ import annotations

import pytest

from persona.questionnaire.values.choices import Choices
from persona.questionnaire.values.orders import asks_for_order, first_places

ASKING = """
Rank these|Please prioritise|In order of importance|Ordered, most important first|Bitte nach Wichtigkeit|Rangfolge
Bringen Sie sie in eine Reihenfolge|Classez par ordre|Hiérarchisez|Ordene por orden|Ordena|Em ordem de importância
Metti in ordine|Rangschik|順位をつけて|並べてください|请排序|순위를 정하세요|순서대로
"""


@pytest.mark.parametrize("question", ASKING.strip().replace("\n", "|").split("|"))
def test_questions_that_ask_for_an_order(question: str) -> None:
    assert asks_for_order(question)


@pytest.mark.parametrize("question", ["Which?", "frank opinions", "Where do you order?", "Crank", "顺利吗", ""])
def test_questions_that_do_not(question: str) -> None:
    assert not asks_for_order(question)


def placed(cells: dict[str, int], question: str = "Q") -> dict[str, int] | None:
    parts = {text: tuple(text.split(";")) if text else () for text in cells}
    things = dict.fromkeys(sorted({part for row in parts.values() for part in row}), 1)
    found = first_places(Choices(";", things, {}, parts), cells, question)
    return None if found is None else dict(found)


@pytest.mark.parametrize(
    ("cells", "question", "first"),
    [
        ({"a;b;c": 4, "b;a;c": 3}, "Q", {"a": 4, "b": 3, "c": 0}),
        ({"a;b;c": 4, "c;a;b": 3, "": 9}, "Q", {"a": 4, "b": 0, "c": 3}),
        ({"a;b": 4, "b;c": 3, "c": 2}, "Rank these", {"a": 4, "b": 3, "c": 2}),
        ({"a;b": 4, "b;c": 3, "c": 2}, "Q", None),
        ({"a;b;c": 7}, "Q", None),
        ({"a;b": 4, "b;a": 3}, "Q", None),
        ({"a;b;c": 2, "b;a;c": 2}, "Q", None),
        ({"a": 4, "b": 3, "c;a": 2}, "Rank these", None),
        ({"a;b;c": 60, "b;a;c": 38, "a;b": 2}, "Q", {"a": 62, "b": 38, "c": 0}),
        ({"a;b;c": 60, "b;a;c": 30, "a;b": 10}, "Q", None),
    ],
    ids=[
        "all in two orders", "blank cells do not count", "some of them, in an order that is asked for", "not asked for",
        "one order alone", "two things", "four cells", "mostly one thing", "nearly all", "too many leave one out",
    ],
)  # fmt: skip
def test_who_comes_first(cells: dict[str, int], question: str, first: dict[str, int] | None) -> None:
    assert placed(cells, question) == first
