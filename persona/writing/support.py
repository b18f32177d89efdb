"""Support: who says the same as each chosen passage, who touches its topic, and the closest words of others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.writing.choices import Choice
from persona.writing.units import Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

EVIDENCE_AT_MOST = 50
OTHER_WORDINGS = 2
CLOSE_ENOUGH = 0.65
"""Other wordings come first where they are so close, or nearly as close as the closest."""
NOT_MUCH_LESS = 0.05
SLIP = 0.86


class Voice(NamedTuple):
    """A unit that says the same (or nearly) as a passage, and how closely."""

    score: float
    row: int
    person: int
    column: str
    start: int
    end: int
    text: str
    counted: bool = True

    @property
    def order(self) -> tuple[float, int, str, int]:
        """Closest first; ties by place, never by the order of a hash."""
        return -self.score, self.row, self.column, self.start


def voice_of(unit: Unit, score: float) -> Voice:
    """What this unit says, and how closely."""
    return Voice(score, unit.row, unit.person, unit.column, unit.start, unit.end, unit.text)


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
    return a == b or (abs(len(a) - len(b)) <= 4 and SequenceMatcher(None, a, b).ratio() >= SLIP)


class Crowd:
    """People by number, gathered batch by batch in little memory."""

    def __init__(self) -> None:
        self._parts: list[NDArray[np.int64]] = []

    def add(self, people: Iterable[int] | NDArray[np.int64]) -> None:
        """More people; who is in already counts once."""
        part = np.unique(np.fromiter(people, dtype=np.int64) if not isinstance(people, np.ndarray) else people)
        if len(part):
            self._parts.append(part)
            self.__dict__.pop("people", None)

    @cached_property
    def people(self) -> NDArray[np.int64]:
        """Everybody, in order."""
        if len(self._parts) > 1:
            self._parts = [np.unique(np.concatenate(self._parts))]
        return self._parts[0] if self._parts else np.array([], dtype=np.int64)

    def __contains__(self, person: int) -> bool:
        at = int(np.searchsorted(self.people, person))
        return at < len(self.people) and int(self.people[at]) == person

    def __len__(self) -> int:
        return len(self.people)

    def __or__(self, other: Crowd) -> Crowd:
        both = Crowd()
        both.add(np.concatenate([self.people, other.people]))
        return both


@dataclass
class Count:
    """Who backs one passage. The one who is quoted is among the supporters from the start."""

    choice: Choice
    supporters: Crowd = field(default_factory=Crowd)
    mentioning: Crowd = field(default_factory=Crowd)
    voices: dict[int, Voice] = field(default_factory=dict)
    """The closest words of each person, at least of the closest people."""
    listen: Callable[[], None] | None = None
    """Hears the closest answers exactly; called once, when their words are wanted."""

    def __post_init__(self) -> None:
        self.supporters.add([self.choice.unit.person])

    @property
    def own(self) -> Voice:
        """The passage itself."""
        return voice_of(self.choice.unit, 1.0)

    def hear(self, voice: Voice) -> None:
        """Keep what one person said if it is their closest."""
        known = self.voices.get(voice.person)
        if known is None or voice.order < known.order:
            self.voices[voice.person] = voice
        if len(self.voices) > 8 * EVIDENCE_AT_MOST:
            kept = sorted(self.voices.values(), key=lambda v: v.order)[:EVIDENCE_AT_MOST]
            self.voices = {voice.person: voice for voice in kept}

    def closest(self) -> list[Voice]:
        """At most fifty, the passage itself first."""
        if self.listen is not None:
            listen, self.listen = self.listen, None
            listen()
        own = self.own
        rest = sorted((v for person, v in self.voices.items() if person != own.person), key=lambda v: v.order)
        return [own, *(v._replace(counted=v.person in self.supporters) for v in rest[: EVIDENCE_AT_MOST - 1])]


@dataclass
class Tally:
    """Counts of one segment: its passages, and who answered each column."""

    segment: int
    counts: list[Count]
    answered: dict[str, Crowd] = field(default_factory=dict)
    _bases: dict[tuple[str, ...], int] = field(default_factory=dict)

    def base(self, columns: Iterable[str]) -> int:
        """People who answered at least one of these columns; asked for when all are counted."""
        names = tuple(columns)
        if names not in self._bases:
            everybody = Crowd()
            for name in names:
                everybody |= self.answered.get(name, Crowd())
            self._bases[names] = len(everybody)
        return self._bases[names]
