"""How many groups: the largest "shared bits × what comes back", or none when shuffled answers give as much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.models import CountTried

MOST_GROUPS = 10
SHUFFLES = 2
NULL_LEAST, NULL_TIMES = 0.05, 3.0
WEAK_SCORE, WEAK_AGREEMENT = 0.3, 0.5


class Countable(Protocol):
    """What can be tried with several numbers of groups."""

    def try_count(self, count: int) -> CountTried: ...
    def shuffled(self, turn: int) -> Countable: ...


@dataclass(frozen=True)
class Choice:
    """The counts tried, the best of them, and what shuffled answers reach."""

    tried: tuple[CountTried, ...]
    best: CountTried
    null_score: float

    @property
    def score(self) -> float:
        return score(self.best)

    @property
    def strength(self) -> Literal["clear", "weak", "none"]:
        if self.score < NULL_LEAST or self.score < NULL_TIMES * self.null_score:
            return "none"
        weak = self.score < WEAK_SCORE or self.best.agreement < WEAK_AGREEMENT
        return "weak" if weak else "clear"


def score(tried: CountTried) -> float:
    """Bits that come back: shared bits alone go on rising past the truth, agreement alone falls to two groups."""
    return tried.shared_bits * max(tried.agreement, 0.0)


def choose_count(problem: Countable, most: int, step: Callable[[str], None]) -> Choice:
    """Try 2 … `most` groups on the data and on shuffled copies of them."""
    counts = range(2, most + 1)
    tried = []
    for count in counts:
        step(f"Trying {count} groups")
        tried.append(problem.try_count(count))
    best = max(tried, key=score)
    null = 0.0
    for turn in range(SHUFFLES):
        step("Comparing with shuffled answers")
        copy = problem.shuffled(turn)
        null = max(null, *(score(copy.try_count(count)) for count in counts))
    return Choice(tuple(tried), best, null)
