"""Support: one pass over all answers counts who says the same as each chosen passage, and keeps the closest words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.writing.corpus import KIN, Corpus
from persona.writing.kinds import kind_of, question_kind
from persona.writing.selection import Choice
from persona.writing.sieve import Sieve
from persona.writing.similarity import RELATED, SAME, Vectors
from persona.writing.topics import grams
from persona.writing.units import Cell, Unit, answers, says_nothing

if TYPE_CHECKING:
    from numpy.typing import NDArray

EVIDENCE_AT_MOST = 50


class Voice(NamedTuple):
    """A unit that says the same (or nearly) as a passage, and how closely."""

    score: float
    row: int
    person: int
    column: str
    start: int
    end: int
    text: str

    @property
    def order(self) -> tuple[float, int, str, int]:
        return -self.score, self.row, self.column, self.start


def _voice(unit: Unit, score: float) -> Voice:
    return Voice(score, unit.row, unit.person, unit.column, unit.start, unit.end, unit.text)


@dataclass
class Count:
    """Who backs one passage."""

    choice: Choice
    supporters: set[int] = field(default_factory=set)
    mentioning: set[int] = field(default_factory=set)
    voices: dict[int, Voice] = field(default_factory=dict)
    """The closest unit of each person; trimmed to the closest people."""

    @property
    def own(self) -> Voice:
        """The passage itself."""
        return _voice(self.choice.unit, 1.0)

    @property
    def everybody(self) -> set[int]:
        """All who say it, with the one who is quoted."""
        return self.supporters | {self.choice.unit.person}

    def add(self, unit: Unit, score: float) -> None:
        """Note what one person said; only their closest words are kept."""
        if score >= SAME:
            self.supporters.add(unit.person)
        voice = _voice(unit, score)
        known = self.voices.get(unit.person)
        if known is None or voice.order < known.order:
            self.voices[unit.person] = voice
        if len(self.voices) > 8 * EVIDENCE_AT_MOST:
            self.voices = {kept.person: kept for kept in self.closest()}

    def closest(self) -> list[Voice]:
        """At most fifty, the passage itself first."""
        own = self.own
        rest = sorted((v for person, v in self.voices.items() if person != own.person), key=lambda v: v.order)
        return [own, *rest[: EVIDENCE_AT_MOST - 1]]


@dataclass
class Tally:
    """Counts of one segment: its passages, and who answered each column."""

    segment: int
    counts: list[Count]
    answered: dict[str, set[int]] = field(default_factory=dict)

    def base(self, columns: Iterable[str]) -> int:
        """People who answered at least one of these columns."""
        return len(set().union(*(self.answered.get(name, set()) for name in columns)))


class Census:
    """Counts batch by batch; of what a batch holds, only the counts and the closest words stay."""

    def __init__(self, corpus: Corpus, tallies: Sequence[Tally]) -> None:
        self.corpus = corpus
        self.tallies = list(tallies)
        self._groups: dict[tuple[int, str], _Group] = {}
        for tally in tallies:
            for name in corpus.questions:
                counts = [count for count in tally.counts if name in corpus.carriers[count.choice.kind]]
                if counts:
                    self._groups[tally.segment, name] = _group(corpus, name, counts)

    def add(self, column: str, cells: Sequence[Cell], segments: NDArray[np.int16]) -> None:
        """Count the answers of one column in one batch; `segments[i]` is the segment of cell i."""
        for tally in self.tallies:
            mine = [cells[i] for i in np.flatnonzero(segments == tally.segment).tolist() if answers(cells[i].text)]
            tally.answered.setdefault(column, set()).update(cell.person for cell in mine)
            if group := self._groups.get((tally.segment, column)):
                self._count(group, mine)

    def _count(self, group: _Group, cells: Sequence[Cell]) -> None:
        units = [
            unit
            for cell in cells
            if group.sieve.lets_through(cell.text)
            for unit in self.corpus.splitter.units(group.column, cell, group.sieve.lets_through)
        ]
        if not units:
            return
        close = self.corpus.space.same(group.vectors, self.corpus.space.vectors(units))
        kinds = _Kinds(self.corpus, units)
        touching = _by_gram(units, {count.choice.topic for count in group.counts if count.choice.topic})
        for count, values in zip(group.counts, close, strict=True):
            kin = KIN[count.choice.kind]
            for i in np.flatnonzero(values >= RELATED).tolist():
                if kinds[i] in kin:
                    count.add(units[i], float(values[i]))
            count.mentioning.update(units[i].person for i in touching[count.choice.topic] if kinds[i] in kin)


@dataclass(frozen=True)
class _Group:
    """The passages of one segment that answers of one column may back."""

    column: str
    counts: list[Count]
    vectors: Vectors
    sieve: Sieve


def _group(corpus: Corpus, column: str, counts: list[Count]) -> _Group:
    index = np.array([count.choice.index for count in counts], dtype=np.intp)
    wanted = [(count.choice.unit.stems, count.choice.topic) for count in counts]
    language = corpus.splitter.habits.languages.get(column, "en")
    return _Group(column, counts, corpus.vectors.take(index), Sieve(wanted, corpus.splitter.stemmer, language))


def _by_gram(units: Sequence[Unit], wanted: set[str]) -> defaultdict[str | None, list[int]]:
    """Topic -> units that touch it."""
    found: defaultdict[str | None, list[int]] = defaultdict(list)
    if wanted:
        for i, unit in enumerate(units):
            for gram in grams(unit.stems) & wanted:
                found[gram].append(i)
    return found


class _Kinds:
    """Kinds of units, found out only where somebody asks."""

    def __init__(self, corpus: Corpus, units: Sequence[Unit]) -> None:
        self._corpus, self._units = corpus, units
        self._known: dict[int, str] = {}

    def __getitem__(self, i: int) -> str:
        if i not in self._known:
            unit = self._units[i]
            self._known[i] = "" if unit.stems in self._corpus.chat else self._kind(unit)
        return self._known[i]

    def _kind(self, unit: Unit) -> str:
        asked = question_kind(unit.question)
        if asked and not unit.long:
            return asked  # so close to a passage of this kind, it answers the question in the same way
        return "" if says_nothing(unit.text) else kind_of(unit, self._corpus.questions[unit.column]).name
