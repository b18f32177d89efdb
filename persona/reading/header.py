"""Where the table begins: titles above it, one to three rows of column names, or none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.reading.naming import has_names, looks_like_value, name_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    Row = Sequence[str]

RESPONSE = frozenset(("", "Response", "Open-Ended Response"))  # SurveyMonkey's second row, where there is no option
LOOKED_AT = 100  # rows of answers that say whether the row above them holds names


@dataclass(frozen=True)
class Head:
    """What stands above the answers, and the names of the columns."""

    names: tuple[str, ...]
    titles: tuple[str, ...]
    first: int  # index of the first row of answers
    header: int | None = None  # index of the row of names
    labels: tuple[str, ...] | None = None
    renamed: int = 0  # names that were there before
    unnamed: int = 0

    @property
    def width(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class _Names:
    """Rows that name the columns: how many there are, and what they say."""

    rows: int
    names: Row
    labels: Row | None = None


def find_head(rows: Sequence[Row], width: int, *, header: bool | None = None) -> Head:
    """Titles and names at the top of `rows`. `header` is a person's word on whether there are names."""
    at = _titles_end(rows, width)
    titles = tuple(
        ", ".join(" ".join(cell.split()) for cell in row if cell.strip()) for row in rows[:at] if _filled(row)
    )
    if at == len(rows):
        return Head((), titles, at)
    filled = [row for row in rows[at + 1 :] if _filled(row)]
    below = ([row for row in filled if row != rows[at]] or filled)[:LOOKED_AT]
    width = _table_width(rows[at], below, width)
    found = None if header is False else _several_rows(rows[at : at + 3], width)
    if found is None and (header or (header is None and has_names(rows[at], below))):
        found = _Names(1, _with_row_names(rows[at], below, width))
    if found is None:
        return Head(name_columns((), width).names, titles, at)
    named = name_columns(found.names, width)
    labels = tuple(_cell(found.labels, i) for i in range(width)) if found.labels else None
    return Head(named.names, titles, at + found.rows, at, labels, named.renamed, named.unnamed)


def _titles_end(rows: Sequence[Row], width: int) -> int:
    for at, row in enumerate(rows):
        if not (_is_title(row, width, rows[at + 1 : at + 4]) or _stands_above_names(row, width, rows[at + 1 :])):
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
    return apart and len(filled) > 1 and len(filled[0]) == width and has_names(filled[0], filled[1:])


def _table_width(top: Row, below: Sequence[Row], width: int) -> int:
    """The usual width of the rows, or that of the names where these are more and no row is longer."""
    named = max((i for i, cell in enumerate(top, 1) if cell.strip()), default=0)
    widths = Counter(len(row) for row in below if len(row) > 1)
    if named > width and named not in widths and all(len(row) <= named for row in below):
        return named
    return width


def _several_rows(top: Sequence[Row], width: int) -> _Names | None:
    """The names that survey tools spread over two or three rows."""
    if len(top) > 2 and sum("ImportId" in cell for cell in top[2]) >= max(1, len(top[2]) // 2):
        return _Names(3, top[0], top[1])  # Qualtrics: code, question, identifiers
    if (
        len(top) > 1
        and any(not cell.strip() for cell in top[0])
        and any(cell.strip() in RESPONSE - {""} for cell in top[1])
    ):
        return _Names(2, _with_options(top[0], top[1], width))  # SurveyMonkey: question, option
    return None


def _with_options(questions: Row, options: Row, width: int) -> list[str]:
    """A question stands above its first option only; each column is named by both."""
    names: list[str] = []
    question = ""
    for i in range(width):
        question = _cell(questions, i) or question
        option = _cell(options, i)
        names.append(question if option in RESPONSE else f"{question} - {option}")
    return names


def _with_row_names(top: Row, below: Sequence[Row], width: int) -> Row:
    """R writes no name above its row names, so that all names stand one column too far left."""
    whole = [row for row in below if len(row) == width]
    if len(top) == width - 1 and len(whole) > 0.8 * len(below) and any(row[-1].strip() for row in whole):
        return ("Row", *top)
    return top


def _cell(row: Row, i: int) -> str:
    return " ".join(row[i].split()) if i < len(row) else ""


def _filled(row: Row) -> int:
    return sum(1 for cell in row if cell.strip())
