"""One name and one question a column, from the rows above the answers: codes, questions, options, in any order."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from persona.reading.header_rows import is_answer_word, is_import_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    Row = Sequence[str]

MOSTLY = 0.6
CODE_LENGTH = 24
WORD = re.compile(r"[^\W\d_][\w.\[\]#:/-]*")
CODE = re.compile(
    r"\w*[^\W\d_]\w*(\d|_|[a-z][A-Z]|/|\[)[\w.\[\]#:/-]*"
)  # `Q5_2`, `StartDate`, `tools/slack`, `A101_01`
BETWEEN = " - "  # question and option


class Composed(NamedTuple):
    """What each column is called, and what was asked where that is more than its name."""

    names: tuple[str, ...]
    labels: tuple[str, ...] | None


def compose(rows: Sequence[Row], width: int) -> Composed:
    """Names and questions from one to four rows.

    >>> compose([["Q1", "Q2"], ["Your age?", "Why?"]], 2)
    Composed(names=('Q1', 'Q2'), labels=('Your age?', 'Why?'))
    >>> compose([["Your age?", "Which tools?", ""], ["Response", "Excel", "Jira"]], 3).names
    ('Your age?', 'Which tools? - Excel', 'Which tools? - Jira')
    """
    told = [[_cell(row, i) for i in range(width)] for row in rows if not is_import_row(row)]
    if len(told) == 1:
        return Composed(tuple(told[0]), None)
    codes = next((i for i, row in enumerate(told) if _are_codes(row, told, first=i == 0)), None)
    if codes is None:
        return Composed(_joined(told), None)
    others = [row for i, row in enumerate(told) if i != codes]
    texts, names = _joined(others), _coded(told[codes], others[-1])
    pairs = list(zip(names, texts, strict=True))
    return Composed(tuple(name or text for name, text in pairs), tuple(text or name for name, text in pairs))


def _coded(codes: Row, options: Row) -> list[str]:
    """A code that stands above several columns, as one code a column."""
    spread = _spread(codes, options)
    columns = Counter(code for code, _ in spread)
    return [_with_option(code, option) if columns[code] > 1 or not code else code for code, option in spread]


def _are_codes(row: Row, rows: Sequence[Row], *, first: bool) -> bool:
    """Whether a row holds short codes above or below longer texts; plain words are codes where a row has no gaps."""
    filled = [cell for cell in row if cell]
    pattern = WORD if first and len(filled) == len(row) else CODE
    short = sum(len(cell) <= CODE_LENGTH and bool(pattern.fullmatch(cell)) for cell in filled)
    lengths = [sum(map(len, other)) / max(1, sum(map(bool, other))) for other in rows]
    own = sum(map(len, filled)) / max(1, len(filled))
    return short >= MOSTLY * max(1, len(filled)) and own <= min(lengths) and len(set(filled)) == len(filled)


def _joined(rows: Sequence[Row]) -> tuple[str, ...]:
    """Questions over options: a question stands above its first column only, and goes for the gaps behind it."""
    texts = list(rows[-1])
    for row in reversed(rows[:-1]):
        texts = [_with_option(question, option) for question, option in _spread(row, texts)]
    return tuple(texts)


def _spread(questions: Row, below: Row) -> list[tuple[str, str]]:
    """Each text below, with the question it belongs to: the last one to the left where there is a gap above it."""
    pairs: list[tuple[str, str]] = []
    question = ""
    for here, text in zip(questions, below, strict=True):
        question = here or (question if text else "")
        pairs.append((question, text))
    return pairs


def _with_option(question: str, option: str) -> str:
    if not option or is_answer_word(option) or option == question:
        return question
    if not question or option.startswith(question):
        return option
    return f"{question}{BETWEEN}{option}"


def _cell(row: Row, i: int) -> str:
    return " ".join(row[i].split()) if i < len(row) else ""
