"""How content each respondent is, where one rating stands beside the answers: the stars of a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.models import ColumnRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.models import Column
    from persona.recoding.answers import PlacedAnswers

FAR = 2.0
"""Standard deviations beyond which a rating says no more of a mood."""


def moods(table: PlacedAnswers, columns: Sequence[Column], rows: int) -> NDArray[np.float64]:
    """A standard score for each row of the table, row 1 first; 0 where somebody gave no rating.

    All are 0 where there is no rating of which more is better, or several: then none of them speaks for the whole.
    """
    ratings = [column for column in columns if column.role is ColumnRole.RATING and column.higher_is == "more"]
    scores = np.full(rows, np.nan)
    if len(ratings) != 1:
        return np.zeros(rows)
    name = ratings[0].name
    for first, found in table.batches((name,)):
        for row, text in enumerate(found[name], first):
            scores[row - 1] = _number(text)
    known = ~np.isnan(scores)
    spread = float(scores[known].std()) if known.any() else 0.0
    if not spread:
        return np.zeros(rows)
    standard: NDArray[np.float64] = np.nan_to_num(np.clip((scores - scores[known].mean()) / spread, -FAR, FAR))
    return standard


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return np.nan
