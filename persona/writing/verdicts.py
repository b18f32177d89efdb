"""Complaints that no list of words knows: sentences of badly rated reviews, in words that bad ratings go with.

Where people write freely and rate as well, the ratings show which words complain: "boxy", "runs large", "no signal".
They are learnt from the answers themselves (naive Bayes on stems, each counted once an answer).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from persona.writing import lexicon
from persona.writing.kinds import Kind, speaks_freely
from persona.writing.units import Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

ANSWERS_AT_LEAST = 60
"""So many answers must be rated badly, and so many well."""
TIMES_AT_LEAST = 4
PRIOR = 2.0
"""Answers' worth of the overall rate that each word starts from."""
CLEARLY = 1.6
"""Log-odds from which a sentence complains: five to one."""
CLEAR_WORD = 0.7
"""At least one of its words must go with bad ratings two to one."""
LONGEST = 16
_OF_ONESELF = re.compile(
    r"(?:i|we)(?:['’]m| am| have| (?:(?:usually|normally|typically|always|also|just) )?"
    r"(?:wear|take|order(?:ed)?|buy|bought))\b"
    r"(?!.*(?:\b(?:but|because|too|not|so|it|they|this|the)\b|n['’]t))",
    re.IGNORECASE,
)
""" "I have a short torso": who somebody is and what they bought is no complaint."""
_HOPED = re.compile(
    r"(?:excited|thrilled|could(?:n['’]?t| not) wait|looking forward|(?:high|great) hopes"
    r"|wanted (?:so (?:much|badly) )?to (?:love|like))\b"
    r"(?!.*(?:\b(?:but|until|yet|sadly|not|too|however|disappoint\w*)\b|n['’]t))",
    re.IGNORECASE,
)
""" "I was so excited to order it" tells a hope, and not what came of it."""
LEARNT = Kind("frustration", 0.5)


def mark_complaints(units: Sequence[Unit], ratings: NDArray[np.float64]) -> None:
    """Make frustrations of sentences of no kind that complain. `ratings[row - 1]`: nan where there is none."""
    free = [unit for unit in units if speaks_freely(unit) and not unit.talk]
    low, high = _sides(free, ratings)
    if min(len(low), len(high)) < ANSWERS_AT_LEAST:
        return
    weights = _weights(free, low, high)
    for unit in free:
        if not unit.kind and unit.row in low and _complains(unit, weights):
            unit.kind, unit.confidence = LEARNT


def _sides(units: Sequence[Unit], ratings: NDArray[np.float64]) -> tuple[set[int], set[int]]:
    """Rows rated badly and well: up to the middle of the scale, and above it; known complaints say which end is bad."""
    rated = {unit.row: float(ratings[unit.row - 1]) for unit in units if not math.isnan(ratings[unit.row - 1])}
    if not rated:
        return set(), set()
    middle = (min(rated.values()) + max(rated.values())) / 2
    below = {row for row, value in rated.items() if value <= middle}
    above = rated.keys() - below
    complaints = [unit.row in below for unit in units if unit.kind == "frustration" and unit.row in rated]
    praise = [unit.row in below for unit in units if unit.kind == "motivation" and unit.row in rated]
    if not complaints or not praise or np.mean(complaints) == np.mean(praise):
        return set(), set()
    return (below, above) if np.mean(complaints) > np.mean(praise) else (above, below)


def _weights(units: Sequence[Unit], low: set[int], high: set[int]) -> dict[str, float]:
    """Log-odds of each stem and pair of stems between badly and well rated answers."""
    said = {(unit.row, sign) for unit in units if unit.row in low or unit.row in high for sign in _signs(unit)}
    bad = Counter(sign for row, sign in said if row in low)
    good = Counter(sign for row, sign in said if row in high)
    rate = len(low) / (len(low) + len(high))
    often = (sign for sign in bad.keys() | good.keys() if bad[sign] + good[sign] >= TIMES_AT_LEAST)
    return {sign: _log_odds(bad[sign], good[sign], rate, len(low), len(high)) for sign in often}


def _log_odds(bad: int, good: int, rate: float, low: int, high: int) -> float:
    return math.log((bad + PRIOR * rate) / low) - math.log((good + PRIOR * (1 - rate)) / high)


def _signs(unit: Unit) -> Iterator[str]:
    """What may show a verdict: stems, and pairs of neighbours; in a sentence with a "not" they are others."""
    mark = "not " if unit.negative else ""
    told = [stem for stem in unit.stems if stem not in lexicon.NEGATIONS]
    yield from (mark + sign for sign in {*told, *map(" ".join, pairwise(told))})


def _complains(unit: Unit, weights: dict[str, float]) -> bool:
    if _OF_ONESELF.match(unit.text) or _HOPED.search(unit.text):
        return False
    found = [weights.get(sign, 0.0) for sign in _signs(unit)]
    return len(unit.words) <= LONGEST and max(found, default=0.0) >= CLEAR_WORD and sum(found) >= CLEARLY
