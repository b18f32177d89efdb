"""Where the table begins: titles above it, one to three rows of column names, or none."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from persona.reading.composing import compose
from persona.reading.header_rows import MOST_ROWS, NameRows, count_name_rows
from persona.reading.letters import repair_letters
from persona.reading.lookahead import LOOKED_AT, looks_like_value, sample_columns
from persona.reading.naming import has_names, name_columns
from persona.reading.people_columns import stands_above_people
from persona.reading.preamble import is_title_of_two, pairs_end

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Row = Sequence[str]


RULE = re.compile(r"\s*:?[-=]{2,}:?\s*")
LEAST_RULE = 3  # signs in the longest cell of a rule; "--" alone is how people say nothing
_TWO = 2  # columns
TITLE_CELLS = 5  # a line with more filled cells is no title that happens to hold the delimiter


@dataclass(frozen=True)
class Head:
    """What stands above the answers, and the names of the columns."""

    names: tuple[str, ...]
    titles: tuple[str, ...]
    first: int  # index of the first row of answers
    header: int | None = None  # index of the first row of names
    name_rows: tuple[int, ...] = ()  # indexes of all rows of names that can come again further down
    rows: int = 0  # how many rows hold names
    sure: bool = True  # whether so many rows of names are beyond doubt
    labels: tuple[str, ...] | None = None
    renamed: int = 0  # names that were there before
    unnamed: int = 0
    steps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what codes are called, in order, by name
    repaired: int = 0  # names with garbled letters, which are put right

    @property
    def width(self) -> int:
        return len(self.names)


def find_head(rows: Sequence[Row], width: int, *, header: bool | None = None, name_rows: int | None = None) -> Head:
    """Titles and names at the top of `rows`. `header` and `name_rows` are a person's word on the rows of names."""
    at = _titles_end(rows, width)
    titles = tuple(
        ", ".join(" ".join(cell.split()) for cell in row if cell.strip()) for row in rows[:at] if _filled(row)
    )
    if at == len(rows):
        return Head((), titles, at)
    filled = [i for i in range(at, len(rows)) if _filled(rows[i])]
    table = [rows[i] for i in filled]
    width = _table_width(table[0], _below(table, 1), width)
    names = _name_rows(table, width, header, name_rows)
    if not names.count:
        return Head(name_columns((), width).names, titles, at)
    top = table[: names.count]
    if names.count == 1:
        top = [_with_row_names(top[0], _below(table, 1), width)]
    sound = [[repair_letters(cell) for cell in row] for row in top]
    composed = compose(sound, width)
    named = name_columns(composed.names, width)
    return Head(
        names=named.names,
        titles=titles,
        first=_below_rule(rows, filled[names.count - 1] + 1),
        header=at,
        name_rows=() if _are_options(table[: names.count + LOOKED_AT], names.count) else tuple(filled[: names.count]),
        rows=names.count,
        sure=names.sure,
        labels=composed.labels,
        renamed=named.renamed,
        unnamed=named.unnamed,
        repaired=sum(
            a != b for whole, mended in zip(top, sound, strict=True) for a, b in zip(whole, mended, strict=True)
        ),
    )


def _name_rows(table: Sequence[Row], width: int, header: bool | None, chosen: int | None) -> NameRows:
    if chosen is not None or header is False:
        return NameRows(min(chosen or 0, len(table), MOST_ROWS))
    found = count_name_rows(table, width)
    if found.count > 1 and stands_above_people(table[0], table[1:]):
        return NameRows(1)
    if found.count > 1 or header or has_names(table[0], _below(table, found.count)):
        return found
    return NameRows(0)


def _below(table: Sequence[Row], count: int) -> Sequence[Row]:
    """The rows below the names that are no second copy of them."""
    below = table[count:]
    return ([row for row in below if row not in table[:count]] or below)[:LOOKED_AT]


def _are_options(table: Sequence[Row], count: int) -> bool:
    """Whether the names are what tick boxes say: a person who ticked them all is no line of names."""
    last = table[count - 1]
    columns = sample_columns(table[count:], len(last))
    return sum(
        bool(column) and column.is_option(cell.strip()) for cell, column in zip(last, columns, strict=True)
    ) * 2 > len(last)


def _titles_end(rows: Sequence[Row], width: int) -> int:
    pairs = pairs_end(rows, width)
    for at, row in enumerate(rows):
        if not (
            at < pairs
            or _is_title(row, width, rows[at + 1 : at + 4])
            or _stands_above_names(row, width, rows[at + 1 :])
            or (width == _TWO and is_title_of_two(row, rows[at + 1 :]))
        ):
            return at
    return len(rows)


def _is_title(row: Row, width: int, following: Sequence[Row]) -> bool:
    filled = _filled(row)
    if not filled or (row[0].startswith("#") and len(row) < width):
        return True
    if len(row) == 1:
        return width > 1
    alone = width > 2 and len(row) >= width and filled == 1 and not any(map(looks_like_value, row))
    return alone and any(_filled(other) > 1 for other in following)


def _stands_above_names(row: Row, width: int, following: Sequence[Row]) -> bool:
    """A title that holds the delimiter: `Survey of May, second wave`."""
    filled = [other for other in following[:LOOKED_AT] if _filled(other)]
    apart = len(row) < width or (bool(following) and len(following[0]) == 1 and not _filled(following[0]))
    few = _filled(row) <= TITLE_CELLS
    return apart and few and len(filled) > 1 and len(filled[0]) == width and has_names(filled[0], filled[1:])


def _table_width(top: Row, below: Sequence[Row], width: int) -> int:
    """The usual width of the rows, or that of the names where these are more and no row is longer."""
    named = max((i for i, cell in enumerate(top, 1) if cell.strip()), default=0)
    widths = Counter(len(row) for row in below if len(row) > 1)
    if named > width and named not in widths and all(len(row) <= named for row in below):
        return named
    return width


def _below_rule(rows: Sequence[Row], first: int) -> int:
    """Behind the line that databases and Markdown draw below the names: `---,-----`."""
    cells = [cell.strip() for cell in rows[first] if cell.strip()] if first < len(rows) else []
    is_rule = len(cells) > 1 and all(map(RULE.fullmatch, cells)) and max(map(len, cells)) >= LEAST_RULE
    return first + is_rule


def _with_row_names(top: Row, below: Sequence[Row], width: int) -> Row:
    """R writes no name above its row names, so that all names stand one column too far left."""
    whole = [row for row in below if len(row) == width]
    if len(top) == width - 1 and len(whole) > 0.8 * len(below) and any(row[-1].strip() for row in whole):
        return ("Row", *top)
    return top


def _filled(row: Row) -> int:
    return sum(1 for cell in row if cell.strip())
