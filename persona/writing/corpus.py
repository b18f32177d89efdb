"""The sample of answers that quotes are chosen from: units with kinds, quality, vectors and segments."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from persona.kinds import KINDS
from persona.writing import lexicon, quality
from persona.writing.kinds import kind_of, question_kind
from persona.writing.meaning import Meaning, answers_of
from persona.writing.similarity import Space, Vectors
from persona.writing.subjects import subject_of
from persona.writing.topics import people_by_gram
from persona.writing.units import Cell, Splitter, Unit, answers, learn_chat, learn_habits
from persona.writing.verdicts import mark_complaints
from persona.writing.words import Spelling, Stemmer, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

Item = TypeVar("Item")
TICK_EVERY = 400

KIN: dict[str, tuple[str, ...]] = {kind: (kind, *about.kin) for kind, about in KINDS.items()}
"""Kinds that may back a statement."""


COMMON_STEM = 0.025
"""A stem in a larger share of all units names no topic."""
EVERYWHERE = 0.06
"""A stem in a larger share of all units tells no two statements apart, nor makes them alike."""
PEOPLE_AT_LEAST = 30
"""Fewer do not show what everybody speaks of."""
PARTNER_TIMES, PARTNER_SHARE = 20, 0.85
PARTICLES = frozenset(["up", "down", "in", "out", "on", "off", "over", "back", "away"])
MOST, HALF = 0.6, 0.5
"""A word of a segment's own is news in it, unless most of it use the word: others use it half as often at least."""
CARRIES = 0.10
"""A column carries a kind that it does not ask for when more than this share of its units is of that kind."""


@dataclass(frozen=True, eq=False)
class Corpus:
    """Everything selection looks at; made once per run."""

    units: list[Unit]
    segments: NDArray[np.int16]
    """Segment of each unit's respondent."""
    vectors: Vectors
    space: Space
    splitter: Splitter
    spelling: Spelling
    chat: frozenset[tuple[str, ...]]
    questions: Mapping[str, str]
    respondents: Mapping[str, tuple[NDArray[np.int64], NDArray[np.int16]]]
    """Column -> who answered it, and the segment of each."""
    typical: NDArray[np.bool_]
    """Units of people who may speak for their segment; the others are counted, but not quoted."""

    @cached_property
    def kinds(self) -> NDArray[np.str_]:
        return np.array([unit.kind for unit in self.units], dtype=str)

    @cached_property
    def carriers(self) -> Mapping[str, tuple[str, ...]]:
        """Kind -> columns whose answers may back it: those that ask for it, that ask for nothing, or often say it."""
        kinds = defaultdict(list)
        for unit in self.units:
            kinds[unit.column].append(unit.kind)
        return {
            kind: tuple(
                name
                for name, question in self.questions.items()
                if question_kind(question) in ("", *kin)
                or sum(k in kin for k in kinds[name]) > CARRIES * len(kinds[name])
            )
            for kind, kin in KIN.items()
        }

    @cache  # noqa: B019
    def answered(self, kind: str, segment: int) -> tuple[int, int]:
        """How many people inside and outside a segment answered what may back this kind."""
        parts = [self.respondents[name] for name in self.carriers[kind]]
        if not parts:
            return 0, 0
        inside = np.unique(np.concatenate([people[segments == segment] for people, segments in parts]))
        outside = np.unique(np.concatenate([people[segments != segment] for people, segments in parts]))
        return len(inside), len(outside)

    def languages_of(self, column: str, least: float = 0.0) -> list[str]:
        """The column's language, and others in which at least this share of its units is written."""
        default = self.splitter.habits.languages.get(column, "en")
        used = Counter(unit.language for unit in self.units if unit.column == column)
        return [default, *(code for code in sorted(used) if code != default and used[code] > least * used.total())]

    @cached_property
    def people(self) -> NDArray[np.int64]:
        """Who said each unit."""
        return np.array([unit.person for unit in self.units], dtype=np.int64)

    def centrality(self, unit: Unit, kind: str) -> float:
        """0 to 1: how many people use the words of a unit, on a scale where ten times as many count double."""
        told = set(unit.stems) - lexicon.TOPICLESS - lexicon.NEGATIONS
        used = [self.people_by_gram_of(kind).get(stem, 1) for stem in told]
        most = self._most_used(kind)
        return sum(math.log(n) for n in used) / len(used) / math.log(most) if used else 0.0

    @cache  # noqa: B019
    def _most_used(self, kind: str) -> int:
        return max(2, max(self.people_by_gram_of(kind).values(), default=1))

    def is_common(self, stem: str) -> bool:
        """Whether so many use a stem that it names no topic."""
        return self.space.seen[stem] >= COMMON_STEM * len(self.units)

    def is_everywhere(self, stem: str) -> bool:
        """Whether a stem tells nothing any more, as "card" in the tickets of a bank."""
        return self.space.seen[stem] >= EVERYWHERE * len(self.units)

    def weight(self, stem: str) -> float:
        """How much a stem tells: its rarity; next to nothing where everybody uses it."""
        rarity = float(self.space.rarity[self.space.number(stem)])
        return 0.2 * rarity if self.is_everywhere(stem) else rarity

    @cached_property
    def people_by_gram(self) -> dict[str, int]:
        """How many people use each stem and pair, whatever they were asked."""
        return people_by_gram(self.units)

    @cache  # noqa: B019
    def people_by_gram_in(self, segment: int) -> dict[str, int]:
        """The same among the people of one segment."""
        return people_by_gram([self.units[i] for i in np.flatnonzero(self.segments == segment)])

    @cache  # noqa: B019 -- the corpus lives as long as its run
    def people_by_gram_of(self, kind: str) -> dict[str, int]:
        """The same among units that may back a statement of this kind."""
        return people_by_gram([self.units[i] for i in self.of_kind(kind)])

    @cache  # noqa: B019
    def of_kind(self, kind: str) -> NDArray[np.intp]:
        """Units that may back a statement of this kind."""
        carried = np.array([unit.column in self.carriers[kind] for unit in self.units], dtype=bool)
        return np.flatnonzero(np.isin(self.kinds, KIN[kind]) & carried)

    @cached_property
    def meaning(self) -> Meaning:
        """What the words of these answers mean, as far as they show it."""
        return Meaning(self.vectors.weighted, answers_of(self.units))

    @cache  # noqa: B019
    def share_of_stems(self, segment: int) -> dict[str, float]:
        """The share of a segment's people who use each stem."""
        return self._shares(self.segments == segment)

    @cache  # noqa: B019
    def share_of_common_stems(self, segment: int) -> dict[str, float]:
        """The same without the stems that set the segment apart."""
        outside = self._shares(self.segments != segment)
        return {
            stem: share
            for stem, share in self.share_of_stems(segment).items()
            if share >= MOST or not outside or outside.get(stem, 0.0) >= HALF * share
        }

    def _shares(self, which: NDArray[np.bool_]) -> dict[str, float]:
        """The share of people behind some units who use each stem; none where these are few."""
        chosen = np.flatnonzero(which)
        people = len(np.unique(self.people[chosen]))
        if people < PEOPLE_AT_LEAST:
            return {}
        said = {(self.units[i].person, stem) for i in chosen.tolist() for stem in self.units[i].stems}
        return {stem: n / people for stem, n in Counter(stem for _, stem in said).items()}

    @cached_property
    def subject(self) -> frozenset[str]:
        """What conversations are about."""
        return subject_of(self.units, self.splitter.stemmer)

    @cached_property
    def word_pairs(self) -> Counter[tuple[str, str]]:
        """How often two words stand side by side."""
        return Counter(pair for unit in self.units for pair in pairwise(unit.words))

    @cached_property
    def partners(self) -> dict[str, str]:
        """Words that hardly ever stand without one and the same particle behind them: "top" and "up"."""
        uses = Counter(word for unit in self.units for word in unit.words)
        return {
            word: after
            for (word, after), times in self.word_pairs.items()
            if times >= max(PARTNER_TIMES, PARTNER_SHARE * uses[word])
            and after in PARTICLES
            and word not in lexicon.STOP_ANYWHERE
        }

    @cached_property
    def word_units(self) -> Counter[str]:
        """In how many units each word occurs."""
        return Counter(word for unit in self.units for word in set(unit.words))


def build_corpus(
    columns: Mapping[str, Sequence[Cell]],
    questions: Mapping[str, str],
    segment_of: NDArray[np.int16],
    *,
    redact: bool = True,
    typical: NDArray[np.bool_] | None = None,
    ratings: NDArray[np.float64] | None = None,
    tick: Callable[[], object] = lambda: None,
) -> Corpus:
    """Cut, sort and place the answers. `segment_of[row - 1]` is the segment of a row; so are `typical` and `ratings`.

    `tick` is called every now and then; it may raise to stop the work.
    """
    habits = learn_habits(columns, questions)
    stemmer = Stemmer()
    splitter = Splitter(questions, habits, stemmer, redact=redact)
    units = [u for name, cells in columns.items() for c in _told(cells, tick) for u in splitter.units(name, c)]
    spelling = Spelling(Counter(word for unit in units for word in set(unit.words)))
    respell(units, splitter, Stemmer(spelling))
    tick()
    chat = learn_chat(units)
    units = [unit for unit in units if unit.stems and unit.stems not in chat]
    for unit in _told(units, tick):
        unit.kind, unit.confidence = kind_of(unit, questions[unit.column])
    if ratings is not None:
        mark_complaints(units, ratings)
    quality.rate(units, spelling)
    tick()
    space = Space(units)
    rows = np.array([unit.row - 1 for unit in units], dtype=np.int64)
    speakers = np.ones(len(units), dtype=bool) if typical is None else typical[rows]
    respondents = {name: _respondents(cells, segment_of) for name, cells in columns.items()}
    return Corpus(
        units, segment_of[rows], space.vectors(units), space, splitter, spelling, chat, questions, respondents, speakers
    )


def _told(items: Sequence[Item], tick: Callable[[], object]) -> Iterator[Item]:
    """The items, with a tick before every few hundred."""
    for number, item in enumerate(items):
        if number % TICK_EVERY == 0:
            tick()
        yield item


def _respondents(cells: Sequence[Cell], segment_of: NDArray[np.int16]) -> tuple[NDArray[np.int64], NDArray[np.int16]]:
    said = [cell for cell in cells if answers(cell.text)]
    people = np.array([cell.person for cell in said], dtype=np.int64)
    return people, segment_of[np.array([cell.row - 1 for cell in said], dtype=np.int64)]


def respell(units: Sequence[Unit], splitter: Splitter, stemmer: Stemmer) -> None:
    """Stem again, now that slips of the finger are known; the text itself stays as it is."""
    splitter.stemmer = stemmer
    for unit in units:
        unit.stems = stemmer.stems(unit.words, unit.language)


def question_stems(units: Sequence[Unit], stemmer: Stemmer) -> frozenset[str]:
    """Stems of the questions themselves: answers repeat them, which says nothing."""
    found = {unit.question for unit in units}
    return frozenset(
        stem for question in found for word in words(question) if (stem := stemmer.stem(word.lower(), "en"))
    )
