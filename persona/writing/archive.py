"""The archive of a run: briefs for the writer, and drafts turned into personas whose every claim has its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from persona.messages import sentence
from persona.models import Column, ColumnRole, Evidence, Fact, Persona, Segment
from persona.writers.base import Passage, PersonaDraft, SegmentBrief
from persona.writing.census import Batch, Census
from persona.writing.choices import Choice
from persona.writing.corpus import Corpus, build_corpus
from persona.writing.differences import Differences, find_differences
from persona.writing.facts import facts
from persona.writing.keywords import keywords
from persona.writing.leads import choose_leads
from persona.writing.numbers import people
from persona.writing.passages import passages_of
from persona.writing.phrasebooks import Phrasebook, phrasebook_for
from persona.writing.portrait import Portrait, name_of
from persona.writing.private import Names
from persona.writing.resolution import Places, persona_of
from persona.writing.sampling import people_behind, ratings_of, read_cells, sample_of, typical
from persona.writing.selection import Selection
from persona.writing.support import Count, Crowd, Tally, voice_of
from persona.writing.units import Cell

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.grouping import Segmentation
    from persona.recoding.answers import PlacedAnswers

Detail = Literal["short", "standard", "deep"]
OnProgress = Callable[[int, int], None]

FEW_PEOPLE = 30
ROWS_AT_ONCE = 25_000
SKETCHED_FACTS, SKETCHED_PASSAGES = 5, 3
_STATEMENTS: Mapping[Detail, int] = {"short": 3, "standard": 5, "deep": 7}
_LEADS: Mapping[Detail, int] = {"short": 2, "standard": 3, "deep": 3}


class _Telling:
    """Progress in rows, over all the times that the table is read."""

    def __init__(self, tell: OnProgress | None, rows: int, *, passes: int) -> None:
        self._tell, self._done, self._total = tell, 0, rows * passes

    def rows(self, done: int) -> None:
        self._done = done
        self.again()

    def again(self) -> None:
        """Nothing new, but the work goes on: a place to stop."""
        if self._tell is not None:
            self._tell(self._done, self._total)


@dataclass(frozen=True)
class Chapter:
    """What the archive holds on one segment."""

    brief: SegmentBrief
    counts: Mapping[str, Count]
    """Passage id -> who backs it."""


class Sketch(NamedTuple):
    """A label, the clearest facts and some passages of one segment."""

    label: str
    facts: tuple[Fact, ...]
    passages: tuple[Evidence, ...]


@dataclass
class Archive:
    """Built once per run; gives the brief of each segment and turns drafts into personas.

    Example:
        >>> archive = Archive.build(table, columns, segmentation)       # doctest: +SKIP
        >>> draft = await BuiltinWriter().write(archive.brief(1))       # doctest: +SKIP
        >>> archive.persona(1, draft).tagline                           # doctest: +SKIP
    """

    table: PlacedAnswers
    segmentation: Segmentation
    people: NDArray[np.int64]
    """Who stands behind each row."""
    corpus: Corpus
    differences: Mapping[int, Differences]
    detail: Detail
    sampled: bool
    cells: Mapping[str, Sequence[Cell]]
    book: Phrasebook
    telling: _Telling
    names: Names
    _taken: set[str] = field(default_factory=set)
    _chosen: dict[int, tuple[list[Choice], list[Choice]]] = field(default_factory=dict)
    _tallies: dict[int, Tally] = field(default_factory=dict)
    _portraits: dict[int, Portrait] = field(default_factory=dict)
    _chapters: dict[int, Chapter] = field(default_factory=dict)

    @classmethod
    def build(
        cls,
        table: PlacedAnswers,
        columns: Sequence[Column],
        segmentation: Segmentation,
        *,
        seed: int = 0,
        detail: Detail = "standard",
        redact: bool = True,
        on_progress: OnProgress | None = None,
    ) -> Archive:
        """Read a sample of the answers and compare the segments; quick, whatever the size of the table."""
        questions = {column.name: column.question for column in columns if column.role is ColumnRole.OPEN}
        segment_of = segmentation.assignments
        people = people_behind(segmentation)
        sample = sample_of(segment_of, seed)
        tell = _Telling(on_progress, table.rows, passes=1 if sample is None else 2)
        cells = read_cells(table, tuple(questions), people, sample)
        clear, rated = typical(segmentation), ratings_of(table, columns)
        corpus = build_corpus(
            cells, questions, segment_of, redact=redact, typical=clear, ratings=rated, tick=tell.again
        )
        segments = [segment.index for segment in segmentation.summary.segments]
        differences = find_differences(table, columns, segmentation, segments, tell.rows)
        book = phrasebook_for(column.question for column in columns)
        sampled, names = sample is not None, Names(table, columns if redact else ())
        return cls(table, segmentation, people, corpus, differences, detail, sampled, cells, book, tell, names)

    def brief(self, index: int) -> SegmentBrief:
        """What a writer is given about segment `index`; the same whatever was asked for before."""
        return self._chapter(index).brief

    def persona(self, index: int, draft: PersonaDraft) -> Persona:
        """The persona of segment `index`: passage ids become places in the data; unknown ids are dropped."""
        chapter = self._chapter(index)
        persona = persona_of(draft, chapter.brief, chapter.counts, self.table, self.book)
        return persona.model_copy(update={"wrote": self._wrote(index), "heard": _heard(draft, chapter.counts)})

    def _wrote(self, index: int) -> int:
        """People of a segment who wrote an answer to any question."""
        tally = self._count(index)
        return tally.base(tally.answered)

    def sketch(self, index: int) -> Sketch:
        """Segment `index` in a few strokes; quicker than a brief, since nobody is counted."""
        choices, leads = self._choose(index)
        chosen = [*leads, *(choice for choice in choices if choice.stands)][:SKETCHED_PASSAGES]
        voices = [voice_of(choice.unit, 1.0) for choice in chosen]
        places = Places(self.table, [voice.row for voice in voices])
        found = facts(self.differences[index], alone=self._is_alone, book=self.book)
        return Sketch(self._tagline(index), found[:SKETCHED_FACTS], tuple(map(places.evidence, voices)))

    # -- inside -------------------------------------------------------------------------------------
    def _chapter(self, index: int) -> Chapter:
        if index not in self._chapters:
            self._chapters[index] = self._write(index)
        return self._chapters[index]

    def _write(self, index: int) -> Chapter:
        choices, leads = self._choose(index)
        tally = self._count(index)
        passages, lead_passages, counts = passages_of(choices, leads, tally, self.corpus.carriers, self.book)
        segment = self._segment(index)
        name = name_of(index)
        rows = sum(each.size for each in self.segmentation.summary.segments)
        brief = SegmentBrief(
            segment=segment,
            rows=rows,
            name=name,
            tagline=segment.name or self._tagline(index),
            summary=self._portrait(index).summary(name, segment, rows, passages),
            facts=facts(self.differences[index], alone=self._is_alone, book=self.book),
            passages=passages,
            leads=lead_passages,
            warnings=tuple(self._warnings(segment, passages)),
            private=self.names.within([*passages, *lead_passages]),
        )
        return Chapter(brief, counts)

    def _warnings(self, segment: Segment, passages: Sequence[Passage]) -> Iterator[str]:
        """What to know before reading this persona."""
        if segment.size < FEW_PEOPLE:
            yield sentence("few_people", people=people(segment.size))
        said = [passage for passage in passages if passage.stands]
        if not self.corpus.units:
            yield sentence("no_written_answers")
        elif sum(passage.strength == "weak" for passage in said) > 0.5 * len(said):
            yield sentence("single_voices")

    @property
    def _is_alone(self) -> bool:
        return len(self.segmentation.summary.segments) == 1

    def _portrait(self, index: int) -> Portrait:
        if index not in self._portraits:
            found, topics = self.differences[index], keywords(self.corpus, index)
            self._portraits[index] = Portrait(self.book, found, topics, self._is_alone)
        return self._portraits[index]

    def _tagline(self, index: int) -> str:
        """The best tagline that no earlier persona has; the last resort may be shared."""
        earlier: list[str] = []
        for other in range(1, index + 1):
            possible = list(self._portrait(other).taglines())
            earlier.append(next((line for line in possible if line not in earlier), possible[-1]))
        return earlier[-1]

    def _segment(self, index: int) -> Segment:
        return next(s for s in self.segmentation.summary.segments if s.index == index)

    def _choose(self, index: int) -> tuple[list[Choice], list[Choice]]:
        """Choices of this segment. Earlier segments choose first: no text stands in two personas."""
        for earlier in range(1, index + 1):
            if earlier not in self._chosen:
                self.telling.again()
                selection = Selection(self.corpus, earlier, _STATEMENTS[self.detail], self._taken)
                choices = selection.choose()
                leads = choose_leads(selection, _LEADS[self.detail])
                self._taken |= {choice.unit.text.lower() for choice in [*choices, *leads]}
                self._chosen[earlier] = [*choices, *selection.spares()], leads
        return self._chosen[index]

    def _count(self, index: int) -> Tally:
        """Who backs the choices: one segment at a time while everything is in memory, else all in one pass."""
        if index not in self._tallies:
            wanted = [s.index for s in self.segmentation.summary.segments] if self.sampled else [index]
            tallies = [Tally(s, [Count(c) for choices in self._choose(s) for c in choices]) for s in wanted]
            census = Census(self.corpus, tallies, quick=self.sampled)
            for column, batch in self._batches():
                census.add(column, batch)
            self._tallies |= {tally.segment: tally for tally in tallies}
        return self._tallies[index]

    def _batches(self) -> Iterator[tuple[str, Batch]]:
        """All answers: those in memory, or the whole table piece by piece."""
        if not self.sampled:
            for name, cells in self.cells.items():
                yield name, self._batch(np.array([c.row for c in cells], dtype=np.int64), [c.text for c in cells])
            return
        for first, found in self.table.batches(tuple(self.corpus.questions), ROWS_AT_ONCE):
            rows = np.arange(first, first + len(next(iter(found.values()))))
            for name, texts in found.items():
                yield name, self._batch(rows, texts)
            self.telling.rows(self.table.rows + int(rows[-1]))

    def _batch(self, rows: NDArray[np.int64], texts: Sequence[str]) -> Batch:
        return Batch(rows, self.people[rows - 1], self.segmentation.assignments[rows - 1], texts)


def _heard(draft: PersonaDraft, counts: Mapping[str, Count]) -> int:
    """People behind the passages that a draft cites, or behind their topics, each once."""
    cited = {id_ for statement in draft.statements for id_ in statement.evidence if id_ in counts}
    crowds = [crowd for id_ in sorted(cited) for crowd in (counts[id_].supporters, counts[id_].mentioning)]
    return len(reduce(or_, crowds, Crowd()))


__all__ = ["Archive", "Detail"]
