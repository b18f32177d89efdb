"""Gates: a question such as "I agree to take part", after whose rarer answer nobody was asked anything more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.questionnaire import headings
from persona.questionnaire.rows.status import tells_a_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.questionnaire.columns import ColumnView, RowSample

_LOOKED_AT = 12  # columns: a gate stands at the beginning
_LEAST_AFTER = 3  # questions that follow
_FEWEST, _RARER = 2, 0.4  # people who were turned away; above this share it is a question of its own
_STOPPED, _WENT_ON = 0.95, 0.9
_WRITTEN_BY_TOOLS = ("administration", "identifier", "ip")


def find_gates(columns: Sequence[ColumnView], sample: RowSample) -> frozenset[int]:
    """Positions of columns of two answers, of which the rarer one goes with blanks in every question after it."""
    asked = [column for column in columns if not any(headings.names(kind, column.text) for kind in _WRITTEN_BY_TOOLS)]
    early = [  # "consent" is a tool's word, and yet a gate; how far a row came is none
        column
        for column in columns[:_LOOKED_AT]
        if len(column.answers) == _FEWEST and not tells_a_state(column.name, column.text, column.answers)
    ]
    if not early or not sample.rows:
        return frozenset()
    asked = [column for column in asked if not is_always_filled(column)]
    last = [0] * sample.rows
    for column in asked:
        for row, cell in enumerate(sample.cells[column.position]):
            if cell:
                last[row] = column.position
    later = [column.position for column in asked]
    return frozenset(
        column.position
        for column in early
        if sum(position > column.position for position in later) >= _LEAST_AFTER and _turns_away(column, sample, last)
    )


def is_always_filled(column: ColumnView) -> bool:
    """Whether every row has something there: behind a gate only a tool writes so, whatever it calls the column."""
    return (
        column.filled + sum(column.counts[text] for text in column.blanks if text not in column.answers) >= column.rows
    )


def _turns_away(column: ColumnView, sample: RowSample, last: Sequence[int]) -> bool:
    cells = sample.cells[column.position]
    stopped = {answer: [at <= column.position for cell, at in zip(cells, last, strict=True) if cell == answer]
               for answer in column.answers}  # fmt: skip
    rarer, other = sorted(stopped.values(), key=len)
    return (
        len(rarer) >= _FEWEST
        and len(rarer) <= _RARER * sample.rows
        and sum(rarer) >= _STOPPED * len(rarer)
        and sum(other) <= (1 - _WENT_ON) * len(other)
    )
