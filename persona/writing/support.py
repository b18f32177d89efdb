"""Support: who says something like a chosen passage, who speaks of its topic, and the closest words of others."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

EVIDENCE_AT_MOST = 50
OTHER_WORDINGS = 2
CLOSE_ENOUGH = 0.65
"""Other wordings come first where they are so close, or nearly as close as the closest."""
NOT_MUCH_LESS = 0.05
SLIP = 0.86


class Voice(NamedTuple):
    """A passage that says the same (or nearly) as a statement, and how closely."""

    score: float
    row: int
    person: int
    column: str
    start: int
    end: int
    text: str
    counted: bool = True

    @property
    def order(self) -> tuple[bool, float, int, str, int]:
        """Those that count first, then the closest; ties by place, never by the order of a hash."""
        return not self.counted, -self.score, self.row, self.column, self.start


@dataclass(frozen=True)
class Backing:
    """Who backs one passage: `own` is the passage itself, whose author is among the supporters."""

    own: Voice
    supporters: Set[int]
    mentioning: Set[int] = frozenset()
    others: tuple[Voice, ...] = ()
    """The closest words of other people, each person once, the closest first."""

    def closest(self) -> list[Voice]:
        """At most fifty, the passage itself first."""
        return [self.own, *self.others[: EVIDENCE_AT_MOST - 1]]


def different_first(own: Sequence[Voice], voices: Sequence[Voice]) -> list[Voice]:
    """Two other wordings before the same words again: three voices tell more than one of them three times.

    `voices`: closest first.
    """
    told = [voice.text.lower() for voice in own]
    first: list[Voice] = []
    least = min(CLOSE_ENOUGH, voices[0].score - NOT_MUCH_LESS) if voices else 0.0
    for voice in voices:
        if len(first) == OTHER_WORDINGS:
            break
        words = voice.text.lower()
        if voice.counted and voice.score >= least and not any(_reads_like(words, other) for other in told):
            first.append(voice)
            told.append(words)
    return [*first, *(voice for voice in voices if voice not in first)]


def _reads_like(a: str, b: str) -> bool:
    """The same letters but for a slip: "the commuity"."""
    if a == b or abs(len(a) - len(b)) > 4:
        return a == b
    letters = SequenceMatcher(None, a, b)
    return letters.quick_ratio() >= SLIP and letters.ratio() >= SLIP  # the first is never less, and soon known
