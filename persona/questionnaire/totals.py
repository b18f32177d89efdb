"""Columns that add up, or average, the answers to rated questions before them: the score of a screening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.values.numerals import numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from persona.questionnaire.columns import RowSample
    from persona.questionnaire.drafts import Draft

    Numbers = npt.NDArray[np.float64]

_LEAST_PARTS, _MOST_PARTS = 3, 40
_LEAST_ROWS, _NEARLY_ALL = 12, 0.95
_LOOKED_AT = 500  # rows
_ROUNDED = 0.06  # means are written with a decimal or two
_LEAST_VALUES = 4


def with_totals(drafts: Sequence[Draft], sample: RowSample) -> list[Draft]:
    """The drafts, those that only add up ratings before them set to describe: counted twice, these would weigh double.

    Evidence is the whole column: in nearly every complete row it is the sum, or the mean, of the same neighbours.
    """
    found = list(drafts)
    for at, draft in enumerate(drafts):
        if draft.use is None and len(draft.columns) == 1 and draft.kind in (Kind.NUMBER, Kind.RATING):
            before = _parts(drafts[:at])
            if len(before) >= _LEAST_PARTS and _is_total(draft, before, sample):
                found[at] = draft.but(use="describe", why="it adds up other answers")
    return found


def _parts(before: Sequence[Draft]) -> list[int]:
    """Positions of the columns of numbers that stand before a total without a gap, in order."""
    found: list[int] = []
    for draft in reversed(before):
        if draft.kind not in (Kind.RATING, Kind.BATTERY, Kind.NUMBER, Kind.SINGLE):
            break
        found = [*(column.position for column in draft.columns), *found]
        if len(found) >= _MOST_PARTS:
            break
    return found


def _is_total(draft: Draft, parts: Sequence[int], sample: RowSample) -> bool:
    total = _numbers(sample.cells[draft.position])
    if len(set(total[~np.isnan(total)].tolist())) < _LEAST_VALUES:
        return False
    added = np.zeros(len(total))
    for count, position in enumerate(reversed(parts), 1):
        added = added + _numbers(sample.cells[position])
        known = ~np.isnan(added) & ~np.isnan(total)
        if known.sum() < _LEAST_ROWS:
            return False
        if count >= _LEAST_PARTS and any(
            (np.abs(each[known] - total[known]) <= near).mean() >= _NEARLY_ALL
            for each, near in ((added, 0.001), (added / count, _ROUNDED))
        ):
            return True
    return False


def _numbers(cells: Sequence[str]) -> Numbers:
    """The plain numbers of the first cells; what is none, is not a number."""
    return np.array([_number(cell) for cell in cells[:_LOOKED_AT]])


def _number(cell: str) -> float:
    found = numeral(cell) if cell else None
    return found.read(decimals="." in cell or "," in cell) if found is not None else float("nan")
