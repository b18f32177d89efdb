"""How many groups: the largest "shared bits × what comes back" among the numbers that hold on other people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from persona.grouping.validation import HeldOutCheck, held_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.grouping.problem import SegmentationProblem
    from persona.models import CountTried

    Judge = Callable[[SegmentationProblem, int], "CountChoice"]
    """What is found out about a number of groups that was asked for."""

CLEAR_BITS, CLEAR_AGREEMENT = 0.3, 0.5
"""From here on segments are called clear, below weak. Set on planted surveys of 3, 5 and 8 groups and on shuffled
copies of surveys. Moves the word and its warning only, never who belongs where."""

Strength = Literal["clear", "weak", "none"]


@dataclass(frozen=True)
class CountChoice:
    """The numbers tried, the best of them, how it holds on other people, and what shuffled answers would reach."""

    tried: tuple[CountTried, ...]
    best: CountTried
    held: HeldOutCheck
    null_score: float

    @property
    def strength(self) -> Strength:
        if not self.held.holds:
            return "none"
        return "clear" if self.held.bits >= CLEAR_BITS and self.held.agreement >= CLEAR_AGREEMENT else "weak"


def score(tried: CountTried) -> float:
    """Bits that come back: shared bits alone go on rising past the truth, agreement alone falls to two groups."""
    return tried.shared_bits * max(tried.agreement, 0.0)


def choose_count(problem: SegmentationProblem, most: int, step: Callable[[str], None]) -> CountChoice:
    """Try 2 … `most` groups; the best number that holds on other people, else the one that holds most."""
    tried = []
    for count in range(2, most + 1):
        step(f"Trying {count} groups")
        tried.append(problem.try_count(count))
    step("Trying the groups on other people")
    return choose_among(problem, tried)


def choose_among(problem: SegmentationProblem, tried: list[CountTried]) -> CountChoice:
    """The best of the numbers tried that holds on other people, else the one that holds most."""
    failed: list[tuple[HeldOutCheck, CountTried]] = []
    for candidate in sorted(tried, key=score, reverse=True):
        held = held_out(problem, candidate.count)
        if held.holds:
            return _choice(problem, tried, candidate, held)
        failed.append((held, candidate))
    held, best = max(failed, key=lambda pair: pair[0].bits)
    return _choice(problem, tried, best, held)


def judge_count(problem: SegmentationProblem, count: int) -> CountChoice:
    """The same judgement of a number that was asked for."""
    tried = problem.try_count(count)
    return _choice(problem, [tried], tried, held_out(problem, count))


def judge_return(problem: SegmentationProblem, count: int) -> CountChoice:
    """Only how well a number comes back, at a third of the cost: for groups that a person draws, whatever they tell."""
    tried = problem.try_count(count)
    return CountChoice((tried,), tried, HeldOutCheck(bits=0.0, agreement=0.0), null_score=0.0)


def _choice(problem: SegmentationProblem, tried: list[CountTried], best: CountTried, held: HeldOutCheck) -> CountChoice:
    return CountChoice(tuple(tried), best, held, score(problem.shuffled().try_count(best.count)))
