"""The archive of a run: briefs for the writer, and drafts turned into personas whose every claim has its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from persona.messages import sentence
from persona.models import Column, Evidence, Fact, Persona, Segment
from persona.remembering import digest
from persona.writers.base import Passage, PersonaDraft, SegmentBrief
from persona.writing.answer_counts import people_of_any
from persona.writing.choices import Choice
from persona.writing.choosing import Chooser
from persona.writing.differences import Differences, find_differences
from persona.writing.facts import facts
from persona.writing.keywords import keywords
from persona.writing.listening import Study
from persona.writing.numbers import people
from persona.writing.passages import passage_of
from persona.writing.people import NOBODY
from persona.writing.phrasebooks import Phrasebook, phrasebook_for
from persona.writing.portrait import Portrait, name_of
from persona.writing.private import Names
from persona.writing.resolution import Places, persona_of
from persona.writing.support import EVIDENCE_AT_MOST, Backing, Voice

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.evidence.models import Themes
    from persona.grouping import Segmentation
    from persona.recoding.answers import PlacedAnswers

Detail = Literal["short", "standard", "deep"]
OnProgress = Callable[[int, int], None]

FEW_PEOPLE = 30
FITS_WELL = 0.7
"""Probability of the own segment from which somebody may well speak for it."""
SKETCHED_FACTS, SKETCHED_PASSAGES = 5, 3
_STATEMENTS: Mapping[Detail, int] = {"short": 3, "standard": 5, "deep": 7}
_LEADS: Mapping[Detail, int] = {"short": 2, "standard": 3, "deep": 3}


class _Telling:
    """Progress in rows, over the times that the table is read."""

    def __init__(self, tell: OnProgress | None, rows: int) -> None:
        self._tell, self._done, self._total = tell, 0, rows

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
    backing: Mapping[str, Backing]
    """Passage id -> who backs it."""


class Told(NamedTuple):
    """What is told of one segment, after those before it had told the texts that are taken."""

    statements: list[Choice]
    leads: list[Choice]
    taken: frozenset[str]


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
    study: Study
    differences: Mapping[int, Differences]
    detail: Detail
    book: Phrasebook
    telling: _Telling
    names: Names
    content: str
    """What was asked and how often it was answered: the study, for what differs from study to study."""
    _taken: set[str] = field(default_factory=set)
    _told: dict[int, Told] = field(default_factory=dict)
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
        """Find the themes of all answers and compare the segments on closed questions."""
        tell = _Telling(on_progress, table.rows)
        study = Study(table, columns, segmentation, seed=seed, redact=redact, tick=tell.again)
        segments = [segment.index for segment in segmentation.summary.segments]
        differences = find_differences(table, columns, segmentation, segments, tell.rows)
        book = phrasebook_for(column.question for column in columns)
        names = Names(table, columns if redact else ())
        content = "\n".join(sorted(f"{column.name} {column.filled}" for column in columns))
        return cls(table, segmentation, study, differences, detail, book, tell, names, content)

    def themes(self) -> Themes:
        """What all of them say: the themes, and everybody's place in them."""
        return self.study.themes()

    def gave_any(self, ratings: Sequence[Column]) -> Mapping[int, int]:
        """Segment -> people who answered at least one of several ratings."""
        return people_of_any(self.table, ratings, self.segmentation)

    def brief(self, index: int) -> SegmentBrief:
        """What a writer is given about segment `index`; the same whatever was asked for before."""
        return self._chapter(index).brief

    def persona(self, index: int, draft: PersonaDraft) -> Persona:
        """The persona of segment `index`: passage ids become places in the data; unknown ids are dropped."""
        chapter = self._chapter(index)
        persona = persona_of(draft, chapter.brief, chapter.backing, self.table, self.book)
        heard = _heard(draft, chapter.backing)
        return persona.model_copy(update={"wrote": self.study.wrote(index), "heard": heard})

    def sketch(self, index: int) -> Sketch:
        """Segment `index` in a few strokes."""
        told = self._tell(index)
        chosen = [*told.leads, *told.statements][:SKETCHED_PASSAGES]
        voices = [self._backing(choice).own for choice in chosen]
        places = Places(self.table, [voice.row for voice in voices])
        found = facts(self.differences[index], alone=self._is_alone, book=self.book)
        return Sketch(self._tagline(index), found[:SKETCHED_FACTS], tuple(map(places.evidence, voices)))

    def words_of(self, rows: Sequence[int]) -> dict[int, Evidence]:
        """By row, the longest passage that was written there; nothing where that is a single word, or nobody wrote."""
        found = {row: voice for row in rows if (voice := self._longest(row)) is not None}
        places = Places(self.table, list(found))
        return {row: places.evidence(voice) for row, voice in found.items()}

    # -- inside -------------------------------------------------------------------------------------
    def _chapter(self, index: int) -> Chapter:
        if index not in self._chapters:
            self._chapters[index] = self._write(index)
        return self._chapters[index]

    def _write(self, index: int) -> Chapter:
        statements, leads, taken = self._tell(index)
        choices = [*statements, *self._chooser(index, taken).spares(statements)]
        every = [*choices, *leads]
        ids = [f"q{number}" for number in range(1, len(every) + 1)]
        backing = {id_: self._backing(choice) for id_, choice in zip(ids, every, strict=True)}
        made = [
            passage_of(id_, choice, backing[id_].own, self.study.questions[choice.part.theme.column], self.book)
            for id_, choice in zip(ids, every, strict=True)
        ]
        passages, lead_passages = tuple(made[: len(choices)]), tuple(made[len(choices) :])
        segment = self._segment(index)
        name = name_of(index, self.content)
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
        return Chapter(brief, backing)

    def _warnings(self, segment: Segment, passages: Sequence[Passage]) -> Iterator[str]:
        """What to know before reading this persona."""
        if segment.size < FEW_PEOPLE:
            yield sentence("few_people", people=people(segment.size))
        said = [passage for passage in passages if passage.stands]
        if not any(len(heard.gathered.texts) for heard in self.study.heard):
            yield sentence("no_written_answers")
        elif sum(passage.strength == "weak" for passage in said) > 0.5 * len(said):
            yield sentence("single_voices")

    @property
    def _is_alone(self) -> bool:
        return len(self.segmentation.summary.segments) == 1

    def _longest(self, row: int) -> Voice | None:
        longest: Voice | None = None
        for heard in self.study.heard:
            some, person = heard.gathered, int(self.study.person_of[row - 1])
            first, last = np.searchsorted(some.rows, [row, row + 1]).tolist()
            for start, end in zip(some.starts[first:last].tolist(), some.ends[first:last].tolist(), strict=True):
                if longest is None or end - start > longest.end - longest.start:
                    text = self.study.cell(some.column, row)[start:end]
                    longest = Voice(1.0, row, person, some.column, start, end, text, counted=False)
        return longest if longest is not None and " " in longest.text.strip() else None

    def _portrait(self, index: int) -> Portrait:
        if index not in self._portraits:
            found, topics = self.differences[index], keywords(self.study.parts(index), alone=self._is_alone)
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

    def _tell(self, index: int) -> Told:
        """What is told of this segment. Earlier segments choose first: no text stands in two personas."""
        for earlier in range(1, index + 1):
            if earlier not in self._told:
                self.telling.again()
                told = self._told[earlier] = self._tell_once(earlier, frozenset(self._taken))
                self._taken |= {choice.text.casefold() for choice in [*told.statements, *told.leads]}
        return self._told[index]

    def _tell_once(self, index: int, taken: frozenset[str]) -> Told:
        """The same people after the same texts are told the same again."""

        def tell() -> Told:
            chooser = self._chooser(index, taken)
            statements = chooser.statements()
            return Told(statements, chooser.leads(statements, _LEADS[self.detail]), taken)

        mine = self.segmentation.assignments == index
        fit = np.packbits(self._typical & mine).tobytes()
        told: Told = self.study.told.of(digest([self.detail, *self.study.key_of(index), fit, *sorted(taken)]), tell)
        return told

    def _chooser(self, index: int, taken: frozenset[str]) -> Chooser:
        return Chooser(self.study, index, self._typical, taken, each=_STATEMENTS[self.detail])

    @cached_property
    def _typical(self) -> NDArray[np.bool_]:
        typical: NDArray[np.bool_] = self.segmentation.fit >= FITS_WELL
        return typical

    def _backing(self, choice: Choice) -> Backing:
        """Who backs a choice, with the words of the closest fifty."""
        part, gathered = choice.part, choice.part.heard.gathered
        places = [choice.place]
        scores = [1.0]
        order = np.lexsort((part.places, -part.scores))
        places += part.places[order].tolist() + part.near.tolist()
        scores += part.scores[order].tolist() + part.near_scores.tolist()
        behind = self.study.people_at(part.heard, np.array(places)).tolist()
        seen: set[int] = set()
        kept: list[tuple[int, float, int]] = []
        for place, score, person in zip(places, scores, behind, strict=True):
            if person not in seen:
                seen.add(person)
                kept.append((place, score, person))
            if len(kept) == EVIDENCE_AT_MOST:
                break
        kept.sort(key=lambda one: one[2] not in choice.people and one[0] != choice.place)
        voices = []
        for place, score, person in kept:
            row, start, end = int(gathered.rows[place]), int(gathered.starts[place]), int(gathered.ends[place])
            text = self.study.cell(part.theme.column, row)[start:end]
            voices.append(Voice(score, row, person, part.theme.column, start, end, text, person in choice.people))
        return Backing(voices[0], choice.people, choice.mentions, tuple(voices[1:]))


def _heard(draft: PersonaDraft, backing: Mapping[str, Backing]) -> int:
    """People behind the passages that a draft cites, or behind their topics, each once."""
    cited = {id_ for statement in draft.statements for id_ in statement.evidence if id_ in backing}
    return len(reduce(or_, (backing[id_].supporters | backing[id_].mentioning for id_ in sorted(cited)), NOBODY))


__all__ = ["Archive", "Detail"]
