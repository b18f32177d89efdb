"""The few formulas behind "more than others": log-odds, intervals, and a guard against chance findings."""

from __future__ import annotations

import math
from collections.abc import Sequence

PRIOR = 20.0
"""People's worth of the overall rate that every comparison starts from."""

ALONE = 2.0
"""The z of everything where there is nobody to compare with."""


def apart(inside: int, people: int, outside: int, others: int) -> float:
    """z of the difference in log-odds, with an informative Dirichlet prior: how far the segment says it more.

    Those who do not say it count in the spread as well, so that what many say is not told apart by chance.
    """
    rate = (inside + outside + 0.5) / (people + others + 1)

    def cells(said: int, asked: int) -> tuple[float, float]:
        return said + PRIOR * rate, max(asked - said, 0) + PRIOR * (1 - rate)

    yes, no = cells(inside, people)
    other_yes, other_no = cells(outside, others)
    spread = math.sqrt(1 / yes + 1 / no + 1 / other_yes + 1 / other_no)
    return (math.log(yes / no) - math.log(other_yes / other_no)) / spread


def wilson(count: float, base: float, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if not base:
        return 0.0, 1.0
    share, scale = count / base, 1 + z * z / base
    middle = (share + z * z / (2 * base)) / scale
    half = z * math.sqrt(share * (1 - share) / base + z * z / (4 * base * base)) / scale
    return middle - half, middle + half


def difference(count: float, base: float, other_count: float, other_base: float) -> tuple[float, float]:
    """Newcombe's 95 % interval of the difference of two shares."""
    share, other = count / base, other_count / other_base
    low, high = wilson(count, base)
    other_low, other_high = wilson(other_count, other_base)
    return (
        share - other - math.hypot(share - low, other_high - other),
        share - other + math.hypot(high - share, other - other_low),
    )


def p_value(count: float, base: float, other_count: float, other_base: float) -> float:
    """Two-sided, of two shares being the same."""
    pooled = (count + other_count) / (base + other_base)
    spread = math.sqrt(pooled * (1 - pooled) * (1 / base + 1 / other_base)) or 1.0
    return math.erfc(abs(count / base - other_count / other_base) / spread / math.sqrt(2))


def effect(share: float, other: float) -> float:
    """Cohen's h of two shares."""
    return 2 * math.asin(math.sqrt(share)) - 2 * math.asin(math.sqrt(other))


def discoveries(p_values: Sequence[float], rate: float = 0.05) -> set[int]:
    """Which tests stay when at most `rate` of the findings may be chance (Benjamini and Hochberg)."""
    order = sorted(range(len(p_values)), key=lambda i: (p_values[i], i))
    kept = max((rank for rank, i in enumerate(order, 1) if p_values[i] <= rate * rank / len(order)), default=0)
    return set(order[:kept])
