"""Diaries and other files of many rows a person: codes of people, each of which stands once at every occasion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire.codes import NoteCode
from persona.questionnaire.notes import make_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.questionnaire.columns import ColumnView, RowSample
    from persona.questionnaire.models import QuestionnaireNote

_CODE = re.compile(r"([^\W\d_]{1,8})[-_ .]?\d{1,6}")
_FEWEST_ROWS, _FEWEST_PEOPLE = 20, 3
_ROWS_EACH = 1.5  # on average
_MOST_OCCASIONS = 400  # a year of days
_FILLED = 0.5  # share of all pairs of person and occasion that have a row: a plan, and no chance, fills so many once


def find_people(columns: Sequence[ColumnView], sample: RowSample) -> frozenset[int]:
    """Positions of columns of codes ("P01") that differ in every row together with another column, a day or a wave."""
    rows = sample.rows
    if rows < _FEWEST_ROWS:
        return frozenset()
    codes = [column for column in columns if _holds_codes(column, rows)]
    others = [column for column in columns if 2 <= column.distinct <= _MOST_OCCASIONS]
    return frozenset(
        code.position for code in codes if any(_is_a_plan(code, other, sample) for other in others if other is not code)
    )


def many_rows_notes(columns: Sequence[ColumnView], people: frozenset[int]) -> tuple[QuestionnaireNote, ...]:
    """One note a column of such codes."""
    found = [column for column in columns if column.position in people]
    return tuple(
        make_note(NoteCode.MANY_ROWS_EACH, rows=column.filled, people=column.distinct, question=column.text)
        for column in found
    )


def _holds_codes(column: ColumnView, rows: int) -> bool:
    if not (_FEWEST_PEOPLE <= column.distinct <= rows / _ROWS_EACH) or column.filled < rows:
        return False
    found = [_CODE.fullmatch(text) for text in column.answers]
    return len({match[1] if match else None for match in found}) == 1 and found[0] is not None


def _is_a_plan(code: ColumnView, other: ColumnView, sample: RowSample) -> bool:
    pairs = list(sample.of([code.position, other.position]))
    people, occasions = len({pair[0] for pair in pairs}), len({pair[1] for pair in pairs})
    return len(set(pairs)) == len(pairs) >= max(_FILLED * people * occasions, _ROWS_EACH * people)
