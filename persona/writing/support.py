"""Support: one pass over all answers counts who says the same as each chosen passage, and keeps the closest words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.writing.corpus import KIN, Corpus
from persona.writing.kinds import kind_of, question_kind
from persona.writing.selection import Choice
from persona.writing.similarity import RELATED, SAME, Vectors
from persona.writing.topics import grams
from persona.writing.units import Cell, Unit, answers, says_nothing

if TYPE_CHECKING:
    from numpy.typing import NDArray

EVIDENCE_AT_MOST = 50
CARRIES = 0.10
"""A column carries a kind when at least this share of its units is of that kind (or its question asks for it)."""


class Voice(NamedTuple):
    """A unit that says the same (or nearly) as a passage, and how closely."""

    score: float
    row: int
    column: str
    start: int
    end: int
    text: str

    @property
    def order(self) -> tuple[float, int, str, int]:
        return -self.score, self.row, self.column, self.start


@dataclass
class Count:
    """Who backs one passage."""

    choice: Choice
    supporters: set[int] = field(default_factory=set)
    mentioning: set[int] = field(default_factory=set)
    voices: dict[int, Voice] = field(default_factory=dict)
    """The closest unit of each person; trimmed to the closest people."""

    def add(self, voice: Voice) -> None:
        """Note what one person said; only their closest words are kept."""
        if voice.score >= SAME:
            self.supporters.add(voice.row)
        known = self.voices.get(voice.row)
        if known is None or voice.order < known.order:
            self.voices[voice.row] = voice

    def trim(self) -> None:
        """Keep the closest voices only."""
        if len(self.voices) > 4 * EVIDENCE_AT_MOST:
            self.voices = {voice.row: voice for voice in self.closest()}

    def closest(self) -> list[Voice]:
        """At most fifty, the passage itself first."""
        own = self.choice.unit
        first = Voice(1.0, own.row, own.column, own.start, own.end, own.text)
        rest = sorted((v for row, v in self.voices.items() if row != own.row), key=lambda v: v.order)
        return [first, *rest[: EVIDENCE_AT_MOST - 1]]


@dataclass
class Tally:
    """Counts of one segment: its passages, and how many people answered each column."""

    segment: int
    counts: list[Count]
    answered: dict[str, set[int]] = field(default_factory=dict)

    def base(self, columns: Iterable[str]) -> int:
        """People who answered at least one of these columns."""
        return len(set().union(*(self.answered.get(name, set()) for name in columns)))


def carriers(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """Kind -> columns whose answers may back it."""
    out: dict[str, tuple[str, ...]] = {}
    units = defaultdict(list)
    for unit in corpus.units:
        units[unit.column].append(unit.kind)
    for kind, kin in KIN.items():
        out[kind] = tuple(
            name
            for name, question in corpus.questions.items()
            if question_kind(question) in kin or sum(k in kin for k in units[name]) > CARRIES * len(units[name])
        )
    return out


class Census:
    """Counts batch by batch; what a batch holds is forgotten after it."""

    def __init__(self, corpus: Corpus, tallies: Sequence[Tally]) -> None:
        self.corpus = corpus
        self.tallies = {tally.segment: tally for tally in tallies}
        self.columns = carriers(corpus)
        self._groups = {tally.segment: list(self._by_columns(tally)) for tally in tallies}

    @staticmethod
    def columns_of(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
        return carriers(corpus)

    def _by_columns(self, tally: Tally) -> Iterator[_Group]:
        for name in self.corpus.questions:
            counts = [count for count in tally.counts if name in self.columns[count.choice.kind]]
            if counts:
                index = np.array([count.choice.index for count in counts], dtype=np.intp)
                yield _Group(name, counts, self.corpus.vectors.take(index))

    def add(self, column: str, cells: Sequence[Cell], segments: NDArray[np.int16]) -> None:
        """Count the answers of one column in one batch; `segments[i]` is the segment of cell i."""
        for segment, tally in self.tallies.items():
            mine = [cells[i] for i in np.flatnonzero(segments == segment).tolist() if answers(cells[i].text)]
            tally.answered.setdefault(column, set()).update(cell.row for cell in mine)
            for group in self._groups[segment]:
                if group.column == column:
                    self._count(group, mine)

    def _count(self, group: _Group, cells: Sequence[Cell]) -> None:
        units = [unit for cell in cells for unit in self.corpus.splitter.units(group.column, cell)]
        if not units:
            return
        close = self.corpus.space.same(group.vectors, self.corpus.space.vectors(units))
        kinds = _Kinds(self.corpus, units)
        for count, values in zip(group.counts, close, strict=True):
            kin = KIN[count.choice.kind]
            for i in np.flatnonzero(values >= RELATED).tolist():
                if kinds[i] in kin:
                    unit = units[i]
                    count.add(Voice(float(values[i]), unit.row, unit.column, unit.start, unit.end, unit.text))
            count.trim()
            if topic := count.choice.topic:
                touching = (i for i, unit in enumerate(units) if topic in grams(unit.stems) and kinds[i] in kin)
                count.mentioning.update(units[i].row for i in touching)


@dataclass(frozen=True)
class _Group:
    column: str
    counts: list[Count]
    vectors: Vectors


class _Kinds:
    """Kinds of units, found out only where somebody asks."""

    def __init__(self, corpus: Corpus, units: Sequence[Unit]) -> None:
        self._corpus, self._units = corpus, units
        self._known: dict[int, str] = {}

    def __getitem__(self, i: int) -> str:
        if i not in self._known:
            unit = self._units[i]
            silent = says_nothing(unit.text) or unit.stems in self._corpus.chat
            self._known[i] = "" if silent else kind_of(unit, self._corpus.questions[unit.column]).name
        return self._known[i]
