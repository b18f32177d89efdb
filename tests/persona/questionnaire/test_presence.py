"""How many people answered each question, and who answered none."""

from __future__ import annotations

import pytest

from persona.questionnaire.presence import Asked, Presence, find_presence
from tests.questionnaires import Rows

BLANK = frozenset({""})
ROWS = [
    ["1", "Yes", "5", "x"],
    ["2", "", "", " "],
    ["3", "-99", "4", ""],
    ["4", " ", "-99 ", ""],
    ["5", "No", "", "y"],
    ["6", "", "", "z"],
]


def found(*asked: Asked, left_out: tuple[int, ...] = (), rows: list[list[str]] = ROWS) -> Presence:
    return find_presence(Rows(["id", "cook", "rate", "note"], rows), asked, left_out)


ID = Asked({"id": BLANK}, is_answer=False)
COOK, RATE, NOTE = (Asked({name: BLANK | {"-99"}}, is_answer=True) for name in ("cook", "rate", "note"))


@pytest.mark.parametrize(
    ("asked", "left_out", "answered", "empty"),
    [
        ((ID, COOK, RATE, NOTE), (), (6, 2, 2, 3), (2, 4)),
        ((ID, COOK, RATE), (), (6, 2, 2), (2, 4, 6)),
        ((ID, COOK, RATE, NOTE), (1, 2), (4, 1, 1, 2), (4,)),
        ((ID,), (), (6,), ()),
        ((COOK,), (1, 2, 3, 4, 5, 6), (0,), ()),
        ((Asked({"cook": BLANK, "note": BLANK}, is_answer=True),), (), (4,), (2, 4)),
        ((Asked({"cook": BLANK | {"No"}, "rate": BLANK}, is_answer=True),), (), (3,), (2, 5, 6)),
    ],
    ids=[
        "each question by itself", "nobody but who answered", "rows that are left out", "nothing that people answer",
        "nobody left", "a question of two columns", "a box that is left says nothing",
    ],
)  # fmt: skip
def test_who_answered(
    asked: tuple[Asked, ...], left_out: tuple[int, ...], answered: tuple[int, ...], empty: tuple[int, ...]
) -> None:
    assert found(*asked, left_out=left_out) == Presence(answered, empty)


def test_rows_are_numbered_through_all_batches() -> None:
    rows = [[str(at), "" if at % 10 == 0 else "Yes", "", ""] for at in range(1, 51)]

    assert found(ID, COOK, rows=rows) == Presence((50, 45), (10, 20, 30, 40, 50))


def test_a_table_without_rows_has_nobody() -> None:
    assert found(ID, COOK, rows=[]) == Presence((0, 0), ())
