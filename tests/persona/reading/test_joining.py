"""Columns of sheets that are read below each other, and parts that are put beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from persona.models import SheetChange
from persona.reading.beside import keyed, side_by_side
from persona.reading.joining import JoinedColumns, join_columns
from persona.reading.sheets import SheetView

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True)
class Grid:
    """A sheet in memory."""

    name: str
    rows: Sequence[Sequence[object]]
    start: tuple[int, int] | None = (0, 0)

    @property
    def height(self) -> int:
        return len(self.rows)

    @property
    def width(self) -> int:
        return max(map(len, self.rows))

    def to_python(self, *, nrows: int) -> Sequence[Sequence[object]]:
        return list(islice(self.iter_rows(), nrows))

    def iter_rows(self) -> Iterator[Sequence[object]]:
        return iter(self.rows)


WORDS = ("It is slow and dear", "Fine for what I need", "Too many menus for me", "I like the colours here")
ASKED = {
    "id": lambda n: 100 + n,
    "age": lambda n: 20 + n * 3 % 40,
    "why": lambda n: f"{WORDS[n % 4]} ({n})",
    "rate": lambda n: 1 + n % 5,
    "city": lambda n: ("Bern", "Basel", "Genf")[n % 3],
}


def sheet(name: str, columns: str, people: Sequence[int] = tuple(range(8))) -> SheetView:
    names = columns.split()
    return SheetView.of(Grid(name, [names, *([ASKED[column.casefold()](n) for column in names] for n in people)]))


@pytest.mark.parametrize(
    ("columns", "joined"),
    [
        (("id age why", "id age why"), JoinedColumns(("id", "age", "why"), ((0, 1, 2), (0, 1, 2)))),
        (("id age why", "why id age"), JoinedColumns(("id", "age", "why"), ((0, 1, 2), (1, 2, 0)))),
        (("id age why", "ID Why AGE"), JoinedColumns(("id", "age", "why"), ((0, 1, 2), (0, 2, 1)))),
        (
            ("id age why", "id rate why"),
            JoinedColumns(("id", "age", "why", "rate"), ((0, 1, 2, None), (0, None, 2, 1))),
        ),
        (
            ("id why", "id age why", "city id why age"),
            JoinedColumns(("id", "why", "age", "city"), ((0, 1, None, None), (0, 2, 1, None), (1, 2, 3, 0))),
        ),
    ],
    ids=["the same", "in another order", "in other letters", "one gone and one new", "three waves"],
)
def test_columns_by_their_names(columns: tuple[str, ...], joined: JoinedColumns) -> None:
    assert join_columns([sheet(f"wave {at}", names) for at, names in enumerate(columns)]) == joined


def test_a_name_that_stands_twice_is_two_columns() -> None:
    rows = [[1, "x", 2], [3, "y", 4], [5, "z", 6]]
    views = [SheetView.of(Grid(name, [["a", "b", "a"], *rows])) for name in ("one", "two")]
    joined = join_columns(views)

    assert [len(places) for places in joined.places] == [len(joined.names)] * 2
    assert joined.places == ((0, 1, 2), (0, 1, 2))
    assert joined.changes(views) == ()


def test_what_waves_ask_first_and_no_more() -> None:
    asked = {"2022": "id age why", "2023": "id rate why", "2024": "why id rate age", "x": "id"}
    views = [sheet(name, columns) for name, columns in asked.items()]

    assert join_columns(views).changes(views) == (
        SheetChange(sheet="2023", new=("rate",), gone=("age",)),
        SheetChange(sheet="x", gone=("age", "why", "rate")),
    )


def beside(*views: SheetView) -> list[list[object]] | None:
    found = side_by_side(views[0], views)
    return None if found is None else [list(row) for row in found.iter_rows()]


def test_parts_are_put_beside_each_other_by_the_key_that_names_each_person() -> None:
    first, second = sheet("A", "id age"), sheet("B", "rate id why", people=(7, 6, 5, 4, 3, 2, 1, 0))
    rows = beside(first, second)

    assert rows is not None
    assert rows[0] == ["id", "age", "rate", "why"]
    assert rows[1:] == [[ASKED[column](n) for column in rows[0]] for n in range(8)]


def test_people_of_one_part_alone_have_blanks_in_the_other() -> None:
    first, second = sheet("A", "id age", range(20)), sheet("B", "id rate", [*range(1, 20), 50])
    rows = beside(first, second)

    assert rows[1] == [100, 20, ""]
    assert rows[2] == [101, 23, 2]
    assert rows[-1] == ["150", "", 1]
    assert len(rows) == 22


def test_three_parts_and_what_is_told_of_them() -> None:
    views = [sheet("A", "id age"), sheet("B", "id rate"), sheet("C", "why id")]
    found = side_by_side(views[1], views)

    assert (found.name, found.key, found.width, found.height, found.start) == ("A", "id", 4, 9, (0, 0))
    assert found.to_python(nrows=2) == [["id", "age", "rate", "why"], [100, 20, 1, f"{WORDS[0]} (0)"]]
    assert (keyed(found), keyed(views[0].sheet)) == (found, None)


@pytest.mark.parametrize(
    "views",
    [
        (sheet("A", "id age"),),
        (sheet("A", "id age"), sheet("B", "rate why")),
        (sheet("A", "id age why"), sheet("B", "id age rate")),
        (sheet("A", "id age"), sheet("B", "id rate", range(30, 38))),
        (sheet("A", "id age"), sheet("B", "id rate", [0, 0, 1, 1, 2, 2, 3, 3])),
        (sheet("A", "id age"), sheet("B", "id rate", range(3))),
    ],
    ids=[
        "one sheet",
        "no column in common",
        "two in common",
        "other people",
        "several rows a person",
        "too few people",
    ],
)
def test_sheets_that_stay_apart(views: tuple[SheetView, ...]) -> None:
    assert side_by_side(views[0], views) is None
