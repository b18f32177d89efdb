"""How content each respondent is, where one rating stands beside the answers: the stars of a review."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from persona.models import ColumnRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.models import Column
    from persona.recoding.answers import PlacedAnswers

_OF = re.compile(r"\s*(\d+)\D+(\d+)\D*")
"""Stars as shops write them: "4 من 5", "4 out of 5 stars"."""
FAR = 2.0
"""Standard deviations beyond which a rating says no more of a mood."""


def moods(table: PlacedAnswers, columns: Sequence[Column], rows: int) -> NDArray[np.float64]:
    """A standard score for each row of the table, row 1 first; 0 where somebody gave no rating.

    All are 0 where there is no rating of which more is better, or several: then none of them speaks for the whole.
    """
    ratings = [column for column in columns if _is_rating(column)]
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


def _is_rating(column: Column) -> bool:
    """Whether more is better in a column: a rating of known direction, or options that are all so many of one total."""
    if column.role is ColumnRole.RATING:
        return column.higher_is == "more"
    stars = [_OF.fullmatch(option) for option in column.options] if column.role is ColumnRole.CATEGORY else []
    totals = {star and int(star[2]) for star in stars}
    return len(stars) > 1 and len(totals) == 1 and all(star and int(star[1]) <= int(star[2]) for star in stars)


def _number(text: str) -> float:
    star = _OF.fullmatch(text)
    try:
        return float(star[1] if star else text)
    except ValueError:
        return np.nan
