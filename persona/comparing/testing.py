"""Tests of one difference, and the correction for many of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.comparing.models import Sure

CLEAR, LIKELY = 0.001, 0.01
"""Chance, after the correction, that two equal waves differ so much anywhere in what was looked at.

Of twenty pairs of equal waves none should show a change: at 1 in 20 a pair, two such series in three would show one.
"""
FAMILIES = 3
"""Groups, answers of everyone and answers inside groups are told together."""
FEW = 5.0
"""With fewer people expected in a cell, shares are tested exactly."""
Z = 1.96


class Difference(NamedTuple):
    """The second less the first: how much, how likely by chance, and within which bounds."""

    by: float
    chance: float
    low: float
    high: float


NO_DIFFERENCE = Difference(0.0, 1.0, 0.0, 0.0)


def of_shares(before: tuple[int, int], after: tuple[int, int]) -> Difference:
    """Two shares, each as people and their base: pooled normal test, exact where people are few."""
    (one, of_one), (two, of_two) = before, after
    if not of_one or not of_two:
        return NO_DIFFERENCE
    by = two / of_two - one / of_one
    pooled = (one + two) / (of_one + of_two)
    expected = min(pooled, 1 - pooled) * min(of_one, of_two)
    if expected < FEW:
        chance = _exact(one, of_one, two, of_two)
    else:
        error = math.sqrt(pooled * (1 - pooled) * (1 / of_one + 1 / of_two))
        chance = math.erfc(abs(by) / error / math.sqrt(2))
    bounds = Z * math.sqrt(_variance(one, of_one) + _variance(two, of_two))
    return Difference(by, chance, by - bounds, by + bounds)


def of_means(before: NDArray[np.float64], after: NDArray[np.float64]) -> Difference:
    """Two means: Welch's test, at bases where it is that of a normal distribution."""
    if min(len(before), len(after)) < 2:
        return NO_DIFFERENCE
    by = float(after.mean() - before.mean())
    error = math.sqrt(float(before.var(ddof=1)) / len(before) + float(after.var(ddof=1)) / len(after))
    if not error:  # all of each say one thing: two answers, as of a question with two options
        return Difference(by, _exact(0, len(before), len(after), len(after)), by, by) if by else NO_DIFFERENCE
    return Difference(by, math.erfc(abs(by) / error / math.sqrt(2)), by - Z * error, by + Z * error)


def agreed(found: Sequence[Difference]) -> Difference:
    """One difference measured in several ways: only as sure as the least sure of them, as wide as all of them."""
    first = found[0]
    is_one_way = all(each.by > 0 for each in found) or all(each.by < 0 for each in found)
    chance = max(each.chance for each in found) if is_one_way else 1.0
    return Difference(first.by, chance, min(each.low for each in found), max(each.high for each in found))


def corrected(chances: Sequence[float], *, families: int = 1) -> list[float]:
    """Holm: the chance that any of so many differences is so unlikely although nothing changed.

    Args:
        chances: of each difference by itself.
        families: how many such lists are told together; each has its part of what may be wrong anywhere.

    >>> corrected([0.01, 0.5])
    [0.02, 0.5]
    """
    chances = [chance * families for chance in chances]
    found, least = [1.0] * len(chances), 0.0
    for rank, place in enumerate(sorted(range(len(chances)), key=lambda at: chances[at])):
        least = max(least, min(1.0, chances[place] * (len(chances) - rank)))
        found[place] = least
    return found


def sure_of(chance: float) -> Sure:
    """In which of the three words a corrected chance is told."""
    return "clear" if chance < CLEAR else "likely" if chance < LIKELY else "none"


def _variance(people: int, base: int) -> float:
    share = (people + 1) / (base + 2)  # never 0: nobody of ten is not nobody at all
    return share * (1 - share) / (base + 2)


def _exact(one: int, of_one: int, two: int, of_two: int) -> float:
    from scipy.stats import fisher_exact

    return float(fisher_exact([[one, of_one - one], [two, of_two - two]]).pvalue)
