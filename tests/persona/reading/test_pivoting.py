"""Rows of answers into rows of people: over all parts, in the order of the file, and nothing of before is left."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import duckdb
import pytest

from persona.exceptions import DataError
from persona.reading.header import Head
from persona.reading.job import Written
from persona.reading.longform import LongForm
from persona.reading.options import Limits
from persona.reading.parquet import FORMAT, literal
from persona.reading.pivoting import gather, pivot
from persona.reading.several import SeveralRows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LINES = 10  # lines of the file above the answers


def written(
    folder: Path,
    names: tuple[str, ...],
    rows: Sequence[Sequence[str]],
    size: int,
    labels: tuple[str, ...] | None = None,
) -> Written:
    """The rows as reading writes them, so many a part."""
    parts = []
    for number, start in enumerate(range(0, len(rows), size)):
        parts.append(f"part-{number:05d}.parquet")
        some = [(LINES + start + at, *row) for at, row in enumerate(rows[start : start + size])]
        values = ", ".join(f"({', '.join([f'{line}::UINTEGER', *map(literal, cells)])})" for line, *cells in some)
        columns = ", ".join(["_line", *(f"c{i}" for i in range(len(names)))])
        duckdb.sql(f"COPY (FROM (VALUES {values}) AS t({columns})) TO {literal(folder / parts[-1])} {FORMAT}")
    return Written(Head(names, (), 1, header=0, rows=1, labels=labels), 1, len(rows), size, tuple(parts))


def people(folder: Path, found: Written) -> list[tuple[object, ...]]:
    """Line and cells of each row, part after part."""
    parts = ", ".join(literal(folder / part) for part in found.parts)
    with duckdb.connect() as database:
        return database.execute(f"FROM read_parquet([{parts}])").fetchall()


ANSWERS = [
    ("p2", "Why?", "dear", "Graz"),
    ("p1", "How?", "by bus", ""),
    ("", "Why?", "nobody said so", "Linz"),
    ("p1", "Why?", "slow", "Porto"),
    ("p2", "", "to nothing", "Graz"),
    (" p2 ", "Why?", "  ugly ", "Wien"),
    ("p1", "How?", "", "Porto"),
]


@pytest.mark.parametrize("size", [1, 3, 100])
def test_answers_become_a_row_a_person_whatever_part_they_stand_in(tmp_path: Path, size: int) -> None:
    before = written(tmp_path, ("who", "asked", "said", "town"), ANSWERS, size)

    found = pivot(tmp_path, before, LongForm(0, 1, 2, constant=(3,)), Limits())

    assert found.head.names == ("who", "town", "Why?", "How?")
    assert people(tmp_path, found) == [(10, "p2", "Graz", "dear; ugly", ""), (11, "p1", "", "slow", "by bus")]
    assert (found.rows, found.layout, found.header_line) == (2, "answers_in_rows", 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(found.parts)


def test_more_questions_than_columns_may_be_are_a_sentence(tmp_path: Path) -> None:
    rows = [("p1", f"Question {number}?", "yes") for number in range(5)]
    before = written(tmp_path, ("who", "asked", "said"), rows, 100)

    with pytest.raises(DataError) as told:
        pivot(tmp_path, before, LongForm(0, 1, 2), Limits(columns=5))

    assert told.value.code == "too_many_columns"


VISITS = [
    ("7", "Ana", "10,5", "slow", "", "x"),
    ("9", "", "2", "dear", "red", "y"),
    ("7", "Ana", "9", "Slow", "blue", "x"),
    ("", "", "1", "whose?", "", ""),
    ("9", "Bo", "", "dear", "red", "x"),
    ("7", "", "11", "slow", "green", "x"),
    ("", "", "3", "and whose?", "", ""),
    ("9", "Bo", "30", "", "blue", "y"),
]


@pytest.mark.parametrize("size", [2, 100])
def test_rows_of_a_person_become_one_with_middle_numbers_and_each_text_once(tmp_path: Path, size: int) -> None:
    labels = ("Number", "Name", "Minutes", "What was it like?", "Which?", "Taken")
    before = written(tmp_path, ("id", "name", "min", "said", "which", "taken"), VISITS, size, labels)
    form = SeveralRows(0, constant=(1,), middle=(2,), joined=(3, 4), chosen=5, mark="x", shown=(4,))

    found = gather(tmp_path, before, form)

    assert (found.head.names, found.head.labels) == (("id", "name", "min", "said", "which"), labels[:5])
    assert people(tmp_path, found) == [
        (10, "7", "Ana", "10,5", "slow; Slow", "blue; green"),
        (11, "9", "Bo", "2", "dear", "red"),
        (13, "", "", "1", "whose?", ""),
        (16, "", "", "3", "and whose?", ""),
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(found.parts)


def test_of_two_middle_numbers_half_of_the_people_keep_the_higher(tmp_path: Path) -> None:
    rows = [(f"p{who}", number) for who in range(400) for number in ("2", "1")]
    before = written(tmp_path, ("who", "stars"), rows, 1_000)

    found = gather(tmp_path, before, SeveralRows(0, middle=(1,)))

    kept = Counter(row[-1] for row in people(tmp_path, found))
    assert set(kept) == {"1", "2"}
    assert 160 < kept["2"] < 240


def test_yes_stands_for_a_person_who_said_it_once(tmp_path: Path) -> None:
    rows = [("p1", "0"), ("p1", "1"), ("p1", "0"), ("p2", "0"), ("p2", "0"), ("p3", "")]
    before = written(tmp_path, ("who", "reopened"), rows, 100)

    found = gather(tmp_path, before, SeveralRows(0, ever=((1, ("1",)),)))

    assert [row[-1] for row in people(tmp_path, found)] == ["1", "0", ""]
