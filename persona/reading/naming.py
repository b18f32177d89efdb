"""Column names: whether a row holds them, and how each column gets one of its own."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from persona.reading.asking import is_question
from persona.reading.lookahead import ColumnSample, looks_like_value, sample_columns

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    Row = Sequence[str]

NAME_LENGTH = 60  # a longer single cell is an answer, not the name of the only column
MOSTLY, HALF, SELDOM = 0.8, 0.5, 0.2
RARE = 0.1  # probability of a new answer under which a cell that does not occur again is hardly one


class Named(NamedTuple):
    names: tuple[str, ...]
    renamed: int
    unnamed: int


def name_columns(row: Row, width: int) -> Named:
    """One name a column: white space folded, 'Column 3' where there is none, 'name (2)' where it was there before.

    >>> name_columns(("Age", "", "Age"), 3).names
    ('Age', 'Column 2', 'Age (2)')
    """
    given = [" ".join(cell.split()) for cell in row[:width]]
    given += [""] * (width - len(given))
    names: list[str] = []
    used: set[str] = set()
    for number, name in enumerate(given, 1):
        new = name if name and name not in used else free_name(name or f"Column {number}", used.union(given))
        used.add(new)
        names.append(new)
    renamed = sum(bool(old) and old != new for old, new in zip(given, names, strict=True))
    return Named(tuple(names), renamed, given.count(""))


def free_name(name: str, taken: Container[str], ending: str = "") -> str:
    """The name, or where it is taken the first one with a number behind it that is not.

    >>> free_name("answers", {"answers.csv"}, ".csv")
    'answers (2).csv'
    """
    free, number = name + ending, 2
    while free in taken:
        free, number = f"{name} ({number}){ending}", number + 1
    return free


def has_names(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row names the columns of the rows below it."""
    if not below:
        return not any(map(looks_like_value, row))
    if len(row) == 1:
        return _names_the_only_column(row[0].strip(), [other[0].strip() for other in below if other])
    if _names_are_numbers(row, below):
        return True
    votes = [_vote(cell.strip(), column) for cell, column in zip(row, sample_columns(below, len(row)), strict=True)]
    if any(votes):
        return sum(votes) >= 0
    return not any(looks_like_value(cell) for cell in row)


def _names_the_only_column(cell: str, below: Sequence[str]) -> bool:
    if looks_like_value(cell) or cell in below:
        return False
    return len(cell) <= NAME_LENGTH and not cell.endswith((".", "!"))


def _names_are_numbers(row: Row, below: Sequence[Row]) -> bool:
    """`id, 2010, 2011, 2012`: a word, then years or item numbers that rise and are no answers below."""
    numbers = [cell.strip() for cell in row[1:] if looks_like_value(cell)]
    if len(row) < 4 or len(numbers) < len(row) - 2 or looks_like_value(row[0]):
        return False
    if not all(number.isdecimal() for number in numbers) or sorted({int(n) for n in numbers}) != [
        int(n) for n in numbers
    ]:
        return False
    return not any(
        cell.strip() and cell == other for row_below in below for cell, other in zip(row, row_below, strict=False)
    )


def _vote(cell: str, column: ColumnSample) -> int:
    """One column's word on whether `cell` is its name: above 0 for, below 0 against."""
    if not cell or not column or column.is_option(cell):
        return 0
    values = column.value_share
    if looks_like_value(cell):
        return -2 if values > MOSTLY else int(values < SELDOM)
    if values > MOSTLY or (is_question(cell) and column.question_share < SELDOM):
        return 2
    if cell in column.counts:
        return int(values > HALF) or (-1 if len(column.cells) > 1 else 0)
    mean = sum(map(len, column.cells)) / len(column.cells)
    return int(column.unseen < RARE or abs(len(cell) - mean) > 0.5 * mean + 3)


def fold(text: str) -> str:
    """A name as the same name elsewhere would be written."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
