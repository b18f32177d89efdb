"""The few formulas behind "more than others": log-odds, intervals, and a guard against chance findings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist

PRIOR = 20.0
"""People's worth of the overall rate that every comparison starts from."""

ALONE = 2.0
"""The z of everything where there is nobody to compare with."""


SMALLEST = 1e-12
"""Less is as good as impossible."""


def log_odds(inside: int, people: int, outside: int, others: int) -> float:
    """z of the difference in log-odds, with an informative Dirichlet prior: how far the segment says it more."""
    rate = (inside + outside + 0.5) / (people + others + 1)

    def odds(said: int, asked: int) -> float:
        return math.log((said + PRIOR * rate) / (max(asked - said, 0) + PRIOR * (1 - rate)))

    spread = math.sqrt(1 / (inside + PRIOR * rate) + 1 / (outside + PRIOR * rate))
    return (odds(inside, people) - odds(outside, others)) / spread


def chance(inside: int, people: int, outside: int, others: int) -> float:
    """z of so many in the segment, of all who say it, if each of them were anybody: exact also where few do."""
    said, share = inside + outside, people / (people + others)
    logs = (_choices(said, k) + k * math.log(share) + (said - k) * math.log1p(-share) for k in range(inside, said + 1))
    likely = 1 - sum(map(math.exp, logs))
    return NormalDist().inv_cdf(min(1 - SMALLEST, max(SMALLEST, likely)))


def _choices(of: int, k: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(k + 1) - math.lgamma(of - k + 1)


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
