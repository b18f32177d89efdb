"""Columns of numbers that stand beside each other and are asked in the same way, though no name says so."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from persona.questionnaire.names.titles import fold
from persona.questionnaire.scales.no_answer import marks_among_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.questionnaire.columns import ColumnView

_HIGHEST = 11
_LEAST_CODES = 4
_LEAST_COLUMNS, _MOST_COLUMNS = 3, 40  # more would say nothing new
_WORDS_ALIKE = 4
_FEW_ANSWERS = 30  # with fewer, the ends of a scale may not have been chosen
_NEAR = 2  # a comment may stand between two ratings
_QUESTION = re.compile(
    r"\?|^\W*(?:\d+\W+)?(what|which|where|who|when|how (many|much|long|old)|do|does|did|are|is|have|has|was|were"
    r"|select|choose|welche\w*|was|wo|wer|wann|quel\w*|où|qué|cuál\w*|dónde|qual)\b",
    re.IGNORECASE,
)
_STARS, _TEN = 5, 10
_LOOKED_AT, _SENTENCE, _DISTINCT, _ASIAN = 500, 25, 0.6, 0x2E80
_CODE = re.compile(r"[+-]?\d{1,2}(?:\.0+)?")


def code_neighbours(columns: Sequence[ColumnView]) -> Mapping[int, tuple[ColumnView, ...]]:
    """For each column of small whole numbers the neighbours like it, itself among them; only groups of three or more.

    Alike are columns whose codes run from the same lowest to the same highest, whose texts begin with the same words,
    or are all statements (no questions).
    """
    found: dict[int, tuple[ColumnView, ...]] = {}
    group: list[ColumnView] = []
    for column in [*(c for c in columns if _holds_codes(c)), None]:
        if column is not None and len(group) < _MOST_COLUMNS and (not group or _alike(group[-1], column)):
            group.append(column)
            continue
        if len(group) >= _LEAST_COLUMNS:
            found |= dict.fromkeys((c.position for c in group), tuple(group))
        group = [column] if column is not None else []
    return found


def find_reviewed(columns: Sequence[ColumnView]) -> frozenset[int]:
    """The only column that holds all numbers from 1 to 5 (to 10: nearly all), beside a column of sentences.

    Reviews look like this in every language; two such columns may be codes of anything.
    """
    codes = [column for column in columns if _holds_codes(column)]
    found = [column for column in codes if _is_whole_scale(column)]
    if len(found) != 1 or len(codes) > len(found) or not any(map(_are_sentences, columns)):
        return frozenset()
    return frozenset({found[0].position})


def _is_whole_scale(column: ColumnView) -> bool:
    low, high = _ends(column)
    return low == 1 and (len(_codes(column)) == high == _STARS or (high == _TEN and len(_codes(column)) >= _TEN - 2))


def _are_sentences(column: ColumnView) -> bool:
    """Whether cells hardly recur and are long; a sign of Chinese, Japanese or Korean stands for some letters."""
    some = list(islice(column.sides, _LOOKED_AT))
    letters = sum(3 if ord(sign) > _ASIAN else 1 for text in some for sign in text)
    return len(column.sides) >= _DISTINCT * column.filled > 0 and letters >= _SENTENCE * len(some)


def _holds_codes(column: ColumnView) -> bool:
    codes = _codes(column)
    if column.uncounted or not 1 <= len(codes) <= _HIGHEST + 2 or not all(map(_CODE.fullmatch, codes)):
        return False
    return _ends(column)[1] <= _HIGHEST


def _alike(a: ColumnView, b: ColumnView) -> bool:
    if b.position - a.position > _NEAR:
        return False
    if _ends(a) == _ends(b) and min(len(_codes(a)), len(_codes(b))) >= _LEAST_CODES:
        return True
    first, second = fold(a.text).split(), fold(b.text).split()
    if len(first) > _WORDS_ALIKE and first[:_WORDS_ALIKE] == second[:_WORDS_ALIKE]:
        return True
    statements = all(len(c.text.split()) >= _WORDS_ALIKE and not _QUESTION.search(c.text) for c in (a, b))
    return statements and (_ends(a)[1] == _ends(b)[1] or min(a.filled, b.filled) < _FEW_ANSWERS)


def _ends(column: ColumnView) -> tuple[float, float]:
    codes = [float(code) for code in _codes(column)]
    return min(codes), max(codes)


def _codes(column: ColumnView) -> Sequence[str]:
    """The cells without marks that stand among numbers: "X" beside 1 to 5."""
    marks = marks_among_numbers(column.sides)
    return [text for text in column.sides if text not in marks]
