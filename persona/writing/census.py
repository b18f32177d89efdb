"""The census: one pass over all answers, batch by batch; only counts and the closest words stay in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.writing.corpus import KIN, Corpus
from persona.writing.kinds import kind_of, question_kind
from persona.writing.scanning import Scanner
from persona.writing.sieve import Sieve
from persona.writing.similarity import OTHER_SIGN, RELATED, SAME, Vectors
from persona.writing.support import EVIDENCE_AT_MOST, Count, Crowd, Tally, voice_of
from persona.writing.tokens import Tokens
from persona.writing.topics import grams
from persona.writing.transcripts import is_talk
from persona.writing.units import LONG_ANSWER, Cell, Unit, answers, says_nothing

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHARACTERS_AT_ONCE = 2_000_000
"""Long answers are read a few at a time, so that memory does not grow with them."""
DOUBTFUL = 0.45
"""Between this and `SAME` a sentence is cut exactly before it is judged; so is one that only differs by a "not"."""

_KEPT = EVIDENCE_AT_MOST + 10


class Batch(NamedTuple):
    """Answers of one column, and whose they are; lists of equal length."""

    rows: NDArray[np.int64]
    people: NDArray[np.int64]
    segments: NDArray[np.int16]
    texts: Sequence[str]

    def cell(self, i: int) -> Cell:
        """One answer with its place."""
        return Cell(int(self.rows[i]), int(self.people[i]), self.texts[i])

    def pieces(self, characters: int) -> Iterator[Batch]:
        """The same answers in batches of about so many characters, at least one answer each."""
        ends = np.cumsum([len(text) for text in self.texts])
        start = 0
        while start < len(self.texts):
            read = int(ends[start - 1]) if start else 0
            stop = max(start + 1, int(np.searchsorted(ends, read + characters, "right")))
            piece = slice(start, stop)
            yield Batch(self.rows[piece], self.people[piece], self.segments[piece], self.texts[piece])
            start = stop


class Census:
    """Counts the answers of batches into tallies.

    `quick`: most answers are judged by whole sentences, which is three times faster; without it all are cut exactly.
    """

    def __init__(self, corpus: Corpus, tallies: Sequence[Tally], *, quick: bool = False) -> None:
        self._tallies = list(tallies)
        self._quick = quick
        self._ballots: dict[tuple[int, str], _Ballot] = {}
        self._scanners = {name: Scanner(corpus, name) for name in corpus.questions}
        for tally in tallies:
            for name, scanner in self._scanners.items():
                counts = [count for count in tally.counts if name in corpus.carriers[count.choice.kind]]
                if counts:
                    self._ballots[tally.segment, name] = _Ballot(corpus, name, counts, scanner)

    def add(self, column: str, batch: Batch) -> None:
        """Count the answers of one column in one batch."""
        for piece in batch.pieces(CHARACTERS_AT_ONCE):
            self._add(column, piece)

    def _add(self, column: str, batch: Batch) -> None:
        said = np.array([answers(text) for text in batch.texts], dtype=bool)
        for tally in self._tallies:
            mine = said & (batch.segments == tally.segment)
            tally.answered.setdefault(column, Crowd()).add(batch.people[mine])
        ballots = {
            tally.segment: ballot for tally in self._tallies if (ballot := self._ballots.get((tally.segment, column)))
        }
        asked = np.flatnonzero(said & np.isin(batch.segments, list(ballots)))
        tokens = self._scanners[column].words.read([batch.texts[i] for i in asked.tolist()])
        for segment, ballot in ballots.items():
            mine = batch.segments[asked] == segment
            ballot.count(batch, asked[mine], tokens.take(mine), quick=self._quick)


class _Ballot:
    """The passages of one segment that answers of one column may back."""

    def __init__(self, corpus: Corpus, column: str, counts: list[Count], scanner: Scanner) -> None:
        self._corpus, self._column, self._counts, self._scanner = corpus, column, counts, scanner
        self._vectors: Vectors = corpus.space.vectors([count.choice.measured for count in counts])
        wanted = [(count.choice.measured.stems, count.choice.topic) for count in counts]
        self._sieve = Sieve(wanted, corpus.splitter.stemmer, corpus.languages_of(column), scanner.words)
        asked = question_kind(corpus.questions[column])
        self._asked_for = [asked in KIN[count.choice.kind] for count in counts]
        self._nearest = [_Nearest() for _ in counts]
        for number, count in enumerate(counts):
            count.listen = _after(count.listen, partial(self._listen, number))

    def count(self, batch: Batch, mine: NDArray[np.intp], tokens: Tokens, *, quick: bool) -> None:
        """Count these answers of a batch, whose words are `tokens`."""
        passed = self._sieve.lets_through(tokens)
        slow = passed & ~self._may_be_quick(batch, mine, passed) if quick else passed
        if slow.any():
            self._count_exactly([batch.cell(i) for i in mine[slow].tolist()])
        if (passed & ~slow).any():
            self._count_quickly(batch, mine[passed & ~slow], tokens.take(passed & ~slow))

    # -- inside -------------------------------------------------------------------------------------
    @staticmethod
    def _may_be_quick(batch: Batch, mine: NDArray[np.intp], passed: NDArray[np.bool_]) -> NDArray[np.bool_]:
        return np.array([not (p and is_talk(batch.texts[i])) for i, p in zip(mine, passed, strict=True)], dtype=bool)

    def _listen(self, number: int) -> None:
        """Cut exactly what was near to one passage."""
        units = self._units(self._nearest[number].cells())
        self._hear(units, _Kinds(self._corpus, units), only=number)

    def _count_quickly(self, batch: Batch, mine: NDArray[np.intp], tokens: Tokens) -> None:
        """Judge whole sentences; those in doubt, and those of long answers, are cut exactly."""
        scan = self._scanner.scan(tokens)
        people, place = batch.people[mine], mine[scan.answer]
        close = self._corpus.space.same(self._vectors, scan.vectors)
        short = (np.bincount(scan.answer, minlength=len(mine)) < LONG_ANSWER)[scan.answer]
        doubtful = np.zeros(len(scan.answer), dtype=bool)
        for number, (count, values, nearest) in enumerate(zip(self._counts, close, self._nearest, strict=True)):
            sure = short & (values >= SAME) if self._asked_for[number] else np.zeros_like(short)
            turned = self._vectors.negative[number] != scan.vectors.negative
            doubtful |= (values >= np.where(turned, SAME * OTHER_SIGN, DOUBTFUL)) & ~sure
            count.supporters.add(people[scan.answer[sure]])
            nearest.add(values, np.flatnonzero(sure), place, batch)
            if count.choice.topic:
                numbers = [self._corpus.space.number(stem) for stem in count.choice.topic.split()]
                count.mentioning.add(people[scan.answer[scan.touching(numbers)]])
        units = self._units([batch.cell(i) for i in np.unique(place[doubtful]).tolist()])
        self._hear(units, _Kinds(self._corpus, units))

    def _count_exactly(self, cells: Sequence[Cell]) -> None:
        units = self._units(cells)
        kinds = _Kinds(self._corpus, units)
        close = self._hear(units, kinds)
        touched = [grams(unit.stems).union(unit.stems) for unit in units]
        for count, values in zip(self._counts, close, strict=True):
            naming = [i for i, told in enumerate(touched) if count.choice.topic in told]
            count.mentioning.add([units[i].person for i in naming])
            for i in naming:  # not counted as support, but to be read beside it
                if not units[i].talk or kinds[i] in KIN[count.choice.kind]:
                    count.hear(voice_of(units[i], float(values[i])))

    def _units(self, cells: Sequence[Cell]) -> list[Unit]:
        return [unit for cell in cells for unit in self._corpus.splitter.units(self._column, cell)]

    def _hear(self, units: Sequence[Unit], kinds: _Kinds, only: int | None = None) -> NDArray[np.float32]:
        """Note who says the same, and in which words; `only` for one passage. Passage by unit: how close they are."""
        if not units:
            return np.zeros((len(self._counts), 0), dtype=np.float32)
        close = self._corpus.space.same(self._vectors, self._corpus.space.vectors(units))
        for number, (count, row) in enumerate(zip(self._counts, close, strict=True)):
            if only is not None and number != only:
                continue
            kin, likeness = KIN[count.choice.kind], count.choice.likeness
            values = row if likeness is None else np.array([likeness(unit) for unit in units])
            near = [i for i in np.flatnonzero(values >= RELATED).tolist() if kinds[i] in kin]
            count.supporters.add([units[i].person for i in near if values[i] >= SAME])
            for i in near:
                count.hear(voice_of(units[i], float(values[i])))
        return close


def _after(first: Callable[[], None] | None, then: Callable[[], None]) -> Callable[[], None]:
    """Both, one after the other: answers of several columns may back one passage."""

    def both() -> None:
        if first is not None:
            first()
        then()

    return both


@dataclass
class _Nearest:
    """The answers nearest to a passage so far, by the quick measure; earlier rows win ties."""

    found: list[tuple[float, int, Cell]] = field(default_factory=list)
    floor: float = 0.0

    def add(self, values: NDArray[np.float32], sure: NDArray[np.intp], place: NDArray[np.int64], batch: Batch) -> None:
        """Remember the nearest among these sentences; `place[i]` is the answer that sentence i stands in."""
        near = sure[values[sure] > self.floor]
        best = near[np.argsort(-values[near], kind="stable")[:_KEPT]]  # answers are in order of rows
        for i in best.tolist():
            cell = batch.cell(place[i])
            self.found.append((-float(values[i]), cell.row, cell))
        if len(self.found) > 4 * EVIDENCE_AT_MOST:
            self.found = sorted(self.found, key=lambda entry: entry[:2])[:_KEPT]
            self.floor = -self.found[-1][0]

    def cells(self) -> list[Cell]:
        """The nearest answers, each once."""
        best = sorted(self.found, key=lambda entry: entry[:2])[:_KEPT]
        return list({cell.row: cell for _, _, cell in best}.values())


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
