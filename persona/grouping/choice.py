"""How many groups: the largest "shared bits × what comes back", or none when shuffled answers give as much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.grouping.solution import Groupable
    from persona.models import CountTried

SHUFFLES = 2
NULL_LEAST, NULL_TIMES = 0.05, 3.0
WEAK_SCORE, WEAK_AGREEMENT = 0.3, 0.5

Strength = Literal["clear", "weak", "none"]


@dataclass(frozen=True)
class Choice:
    """The counts tried, the best of them, and what shuffled answers reach."""

    tried: tuple[CountTried, ...]
    best: CountTried
    null_score: float

    @property
    def strength(self) -> Strength:
        if score(self.best) < max(NULL_LEAST, NULL_TIMES * self.null_score):
            return "none"
        return strength_without_null(self.best)


def score(tried: CountTried) -> float:
    """Bits that come back: shared bits alone go on rising past the truth, agreement alone falls to two groups."""
    return tried.shared_bits * max(tried.agreement, 0.0)


def strength_without_null(tried: CountTried) -> Strength:
    """How far to believe groups whose number was asked for."""
    return "clear" if score(tried) >= WEAK_SCORE and tried.agreement >= WEAK_AGREEMENT else "weak"


def choose_count(problem: Groupable, most: int, step: Callable[[str], None]) -> Choice:
    """Try 2 … `most` groups on the data and on shuffled copies of them."""
    counts = range(2, most + 1)
    tried = []
    for count in counts:
        step(f"Trying {count} groups")
        tried.append(problem.try_count(count))
    null = 0.0
    for turn in range(SHUFFLES):
        step("Comparing with shuffled answers")
        copy = problem.shuffled(turn)
        null = max(null, *(score(copy.try_count(count)) for count in counts))
    return Choice(tuple(tried), max(tried, key=score), null)
