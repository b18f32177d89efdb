"""The first answers of each column, as evidence on whether a cell above them is a name or an answer like them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from persona.reading.asking import is_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    Row = Sequence[str]

LOOKED_AT = 100  # rows of answers: enough to know a column, few enough for tables of thousands of columns
NUMBER = re.compile(r"\s*[-+]?[$€£]?\s?\d[\d\s.,']*%?\s*")
DATE = re.compile(r"\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T]\d.*)?\s*")
NOTHING_SAID = frozenset(
    ("na", "n/a", "n.a.", "nan", "null", "none", "nil", "-", "--", "?", ".", "x", "missing", "unknown", "#n/a")
)
SHAPES = (  # order matters: digits first, then runs of letters
    (re.compile(r"\d+"), "9"),
    (re.compile(r"[^\W\d_]+"), "a"),
)
SHAPED = 0.6  # share of one shape at which a column of ids, addresses or codes is known by it


def looks_like_value(cell: str) -> bool:
    """A number, a date or an address: what stands below a name rather than in its place."""
    return bool(NUMBER.fullmatch(cell) or DATE.fullmatch(cell) or "@" in cell)


def shape_of(cell: str) -> str:
    """The pattern of letters and digits.

    >>> shape_of("P0001"), shape_of("192.0.2.14"), shape_of("Response ID")
    ('a9', '9.9.9.9', 'a a')
    """
    for pattern, letter in SHAPES:
        cell = pattern.sub(letter, cell)
    return cell


@dataclass(frozen=True)
class ColumnSample:
    """The filled cells of one column in the rows that were looked at."""

    cells: tuple[str, ...]

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(self.cells)

    @cached_property
    def value_share(self) -> float:
        """Share of numbers, dates and addresses."""
        return sum(map(looks_like_value, self.cells)) / len(self.cells)

    @cached_property
    def question_share(self) -> float:
        return sum(map(is_question, self.cells)) / len(self.cells)

    @cached_property
    def unseen(self) -> float:
        """How likely the next answer is one that was not given so far (Good and Turing: the share of singletons)."""
        return (sum(count == 1 for count in self.counts.values()) + 0.5) / (len(self.cells) + 1)

    @cached_property
    def shape(self) -> str | None:
        """The pattern that most cells have where letters and digits are mixed, as in ids and times; else None."""
        shape, count = Counter(map(shape_of, self.cells[:30])).most_common(1)[0]
        return shape if "9" in shape and count >= SHAPED * min(30, len(self.cells)) else None

    @property
    def only(self) -> str | None:
        """The one answer that a tick box has; None where there are several."""
        return self.cells[0] if len(self.counts) == 1 else None

    def is_option(self, name: str) -> bool:
        """Whether `name` is what a tick box below it says: its only value, or one of two (`tea` and `not tea`)."""
        if len(self.counts) == 2:
            shorter, longer = sorted(self.counts, key=len)
            return name == shorter and longer.lower().endswith(shorter.lower())
        return self.only == name

    def __bool__(self) -> bool:
        return bool(self.cells)


def sample_columns(rows: Sequence[Row], width: int) -> list[ColumnSample]:
    """What stands in the first rows, column by column."""
    rows = rows[:LOOKED_AT]
    columns = ((row[i].strip() for row in rows if i < len(row)) for i in range(width))
    return [ColumnSample(tuple(cell for cell in column if cell)) for column in columns]
