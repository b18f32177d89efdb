"""Themes of conversations: what several people speak of, each in words of its own, and the quote that speaks for them.

People who are interviewed hardly repeat one another's sentences, but they name the same things. A theme is counted by
the people who name two of the same things as a quote does; the quote is chosen for that company, one a theme.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import numpy as np

from persona.writing import lexicon, talk
from persona.writing.corpus import Corpus
from persona.writing.similarity import OTHER_SIGN, SAME, SAME_WORDS
from persona.writing.statistics import ALONE, log_odds
from persona.writing.units import Unit
from persona.writing.words import folded

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 100
NEAR = 0.3
"""So much of what two sentences tell, by weight, they must share to be of one theme …"""
SHARED = 2
"""… in at least so many stems."""
ALIKE = 0.25
"""What two statements of one kind may share at most, by weight of what the shorter one tells."""
ALIKE_ELSEWHERE = 0.55
ONE_THEME_ELSEWHERE = 0.45
"""The same for statements of different kinds; less where the theme of one is named in the other."""
EVERYWHERE = 0.6
"""A word that so many use is no theme: all the conversations are about it."""
GENERAL = 0.3
"""What a word is still worth that stands in sentences of all kinds, or that nearly everybody uses."""
TOLD_AT_LEAST = 2.0
"""What a sentence tells, at least, when it is compared: two things that a sixth of the people name."""
COVER = 0.8
"""What it counts that all of one sentence is told in another, which may tell more."""
NAMED = 1.5
"""What a name counts among the words of one's own."""
NAMES = 0.5
"""So often a word must stand at an end, or before a little word, to name something."""
PEOPLE_AT_LEAST = 3
_NAME = re.compile(r"(?<=[\w,;] )(?!I\b|I['’])[A-Z][\w&'’-]*")


@dataclass(frozen=True)
class Likeness:
    """How far sentences of conversations say the same as one of them, 0 to 1, on the scale of `similarity`."""

    themes: Themes
    unit: Unit
    told: frozenset[str]
    theme: str

    def __call__(self, unit: Unit) -> float:
        """The cosine of what the two tell, or how much of the one's the other tells; of one theme, and of one sign."""
        told = self.themes.names_of(unit)
        both = self.told & told
        if len(both) < SHARED or not self.themes.tell_enough(both) or (self.theme and self.theme not in both):
            return self._same_words(unit)
        shared, mine, theirs = map(self.themes.weigh, (both, self.told, told))
        value = shared / math.sqrt(mine * theirs)
        if len(both) > SHARED:
            value = max(value, COVER * shared / mine)
        return value if unit.negative == self.unit.negative else OTHER_SIGN * value

    def _same_words(self, unit: Unit) -> float:
        """What tells too little to be compared must be repeated in nearly the same words."""
        mine, theirs = frozenset(self.unit.stems), frozenset(unit.stems)
        share = len(mine & theirs) / len(mine | theirs)
        return share if share >= SAME_WORDS else 0.0


class Themes:
    """What the people of one segment speak of in conversations."""

    def __init__(self, corpus: Corpus, segment: int) -> None:
        self._corpus = corpus
        self.index = [i for i in np.flatnonzero(corpus.segments == segment).tolist() if corpus.units[i].talk]
        self._units = [corpus.units[i] for i in self.index]
        self._place = {i: place for place, i in enumerate(self.index)}
        self._named: dict[tuple[object, int], frozenset[str]] = {}
        self.told = [self.names_of(unit) for unit in self._units]

    @cached_property
    def people(self) -> int:
        """How many take part in conversations."""
        return len({unit.person for unit in self._units})

    @cached_property
    def speakers(self) -> dict[str, int]:
        """Stem -> how many people use it."""
        return _people_by_stem(self._units, self.told)

    @cached_property
    def names(self) -> Counter[str]:
        """How many people use each name: a capital in the middle of a sentence."""
        said = {(name, unit.person) for unit in self._units for name in _NAME.findall(unit.text)}
        return Counter(name for name, _ in said)

    def pull(self, kinds: Sequence[str]) -> dict[str, float]:
        """Stem -> how many people use it in sentences of these kinds, as a logarithm; less where all sentences do."""
        mine = [place for place, unit in enumerate(self._units) if unit.kind in kinds]
        told = [self.told[p] for p in mine]
        people = _people_by_stem([self._units[p] for p in mine], told)
        inside, everywhere = (Counter(stem for stems in each for stem in stems) for each in (told, self.told))
        others = len(self.told) - len(told)
        found = {}
        for stem, count in people.items():
            z = log_odds(inside[stem], len(told), everywhere[stem] - inside[stem], others) if others else ALONE
            found[stem] = math.log(count) * (GENERAL + (1 - GENERAL) * min(1.0, max(0.0, z / ALONE)))
        return found

    def tells(self, index: int) -> frozenset[str]:
        """The stems of a unit that name something."""
        return self.told[self._place[index]]

    def naming_within(self, stem: str, kinds: Sequence[str]) -> int:
        """How many people use a stem in sentences of these kinds."""
        return len({unit.person for unit in self.naming(stem) if unit.kind in kinds})

    def company(self, index: Sequence[int], kinds: Sequence[str] | None = None) -> list[int]:
        """How many others name two of the same things as each unit does, in sentences of these kinds."""
        weighted, shown = self._matrices
        places = np.array([self._place[i] for i in index], dtype=np.int64)
        length = np.sqrt(np.asarray(weighted.sum(axis=1)).ravel())
        of_kind = np.array([kinds is None or unit.kind in kinds for unit in self._units])
        found: list[int] = []
        for some in np.array_split(places, 1 + len(places) // BLOCK):
            shared, both = ((matrix[some] @ shown.T).toarray() for matrix in (weighted, shown))
            near = of_kind & (both >= SHARED) & (shared >= NEAR * np.outer(length[some], length))
            for place, row in zip(some.tolist(), near, strict=True):
                speakers = set(self._person[row].tolist())
                found.append(len(speakers - {int(self._person[place])}))
        return found

    def naming(self, stem: str) -> list[Unit]:
        """The sentences that use a stem."""
        return self._naming.get(stem, [])

    def likeness(self, index: int, theme: str) -> Likeness:
        """Who says the same as a unit."""
        unit = self._corpus.units[index]
        return Likeness(self, unit, self.names_of(unit), theme)

    def support(self, likeness: Likeness, kinds: Sequence[str]) -> int:
        """How many people say the same as a unit, whoever is quoted included."""
        pool = self.naming(likeness.theme) if likeness.theme else self._units
        same = {unit.person for unit in pool if unit.kind in kinds and likeness(unit) >= SAME}
        return len(same | {likeness.unit.person})

    def centrality(self, index: int, pull: Mapping[str, float]) -> float:
        """How much the three strongest words of a unit pull, on average."""
        strongest = sorted((pull.get(stem, 0.0) for stem in self.tells(index)), reverse=True)[:3]
        return sum(strongest) / 3

    def is_on_subject(self, unit: Unit) -> bool:
        """Whether a sentence comes after the subject was named: before that, people tell who they are."""
        return not self._corpus.subject or unit.start >= self._first.get(unit.row, unit.start + 1)

    def alone(self, index: int) -> float:
        """Words that nobody else uses, and names that hardly anybody else does."""
        unit = self._corpus.units[index]
        names = sum(self.names[name] < PEOPLE_AT_LEAST for name in _NAME.findall(unit.text))
        named = sum(name.lower() not in self._corpus.subject for name in _NAME.findall(unit.text))
        return names + NAMED * named + sum(self.speakers[stem] == 1 for stem in self.tells(index))

    def alike(self, a: int, b: int) -> float:
        """How much of what the shorter one tells the other tells too."""
        mine, theirs = self.senses_of(a), self.senses_of(b)
        both, *each = (sum(map(self._sense_weight, told)) for told in (mine & theirs, mine, theirs))
        return both / max(TOLD_AT_LEAST, min(each))

    def senses_of(self, index: int) -> frozenset[str]:
        """What a unit tells, words for the same made one."""
        return self._senses[self._place[index]]

    def weigh_senses(self, senses: Iterable[str]) -> float:
        """How much senses tell: the fewer people name them, the more; what one names alone counts as of two."""
        return sum(self._rarity(max(2, self._sense_speakers[sense])) for sense in senses)

    def word(self, index: int, pull: Mapping[str, float]) -> str:
        """The stem that names a unit's theme: it pulls most, many use it, not all do; '' when there is none."""
        told = self.tells(index) - talk.NO_NAMES
        found = [s for s in told if PEOPLE_AT_LEAST <= self.speakers[s] <= EVERYWHERE * self.people and self._names(s)]
        return max(found, key=lambda s: (pull.get(s, 0.0) + math.log(self.speakers[s]), s), default="")

    # -- inside -------------------------------------------------------------------------------------
    def names_of(self, unit: Unit) -> frozenset[str]:
        """The stems of any unit that name something; looked up once."""
        key = (unit.place, unit.end)
        if key not in self._named:
            self._named[key] = self._look_up(unit)
        return self._named[key]

    def _look_up(self, unit: Unit) -> frozenset[str]:
        silent = lexicon.TOPICLESS | lexicon.NEGATIONS | talk.LIGHT | self._corpus.subject
        stem = self._corpus.splitter.stemmer.stem
        found = (stem(word, unit.language) for word in unit.words if not talk.is_adverb(word))
        return frozenset(each for each in found if len(each) > 2 and each not in silent)

    def _names(self, stem: str) -> bool:
        """Whether a stem names something: what tells of a thing stands before it or ends in "ed", names do not."""
        forms = self._forms[stem]
        most = min(forms, key=lambda word: (-forms[word], word), default="")
        return not most.endswith("ed") and self._closes[stem] >= NAMES * forms.total()

    @cached_property
    def _forms(self) -> defaultdict[str, Counter[str]]:
        """Stem -> how often each of its words is used."""
        stem = self._corpus.splitter.stemmer.stem
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for unit in self._units:
            for word in unit.words:
                found[stem(word, unit.language)][word] += 1
        return found

    @cached_property
    def _closes(self) -> Counter[str]:
        """How often each stem stands at an end, or before a little word."""
        stem, little = self._corpus.splitter.stemmer.stem, lexicon.STOP_ANYWHERE
        return Counter(
            stem(word, unit.language)
            for unit in self._units
            for word, after in zip_longest(unit.words, unit.words[1:])
            if after is None or after in little
        )

    def _weight(self, stem: str) -> float:
        return self._rarity(self.speakers.get(stem) or self._sense_speakers.get(stem, 1))

    def tell_enough(self, stems: frozenset[str]) -> bool:
        """Whether two of these, or three in all, are words that not everybody uses."""
        return len(stems) > SHARED or all(self.speakers.get(stem, 1) <= EVERYWHERE * self.people for stem in stems)

    def weigh(self, stems: Iterable[str]) -> float:
        """How much stems tell together: the fewer people use them, the more."""
        return sum(map(self._weight, stems))

    def _rarity(self, speakers: int) -> float:
        rarity = math.log(1 + self.people / speakers)
        return GENERAL * rarity if speakers > EVERYWHERE * self.people else rarity

    @cached_property
    def _senses(self) -> list[frozenset[str]]:
        return list(map(talk.senses, self.told))

    @cached_property
    def _sense_speakers(self) -> dict[str, int]:
        return _people_by_stem(self._units, self._senses)

    def _sense_weight(self, sense: str) -> float:
        return self._rarity(self._sense_speakers[sense])

    @cached_property
    def _naming(self) -> dict[str, list[Unit]]:
        found: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit, told in zip(self._units, self.told, strict=True):
            for stem in told:
                found[stem].append(unit)
        return dict(found)

    @cached_property
    def _person(self) -> NDArray[np.int64]:
        return np.array([unit.person for unit in self._units], dtype=np.int64)

    @cached_property
    def _first(self) -> dict[int, int]:
        """Row -> where the subject is named for the first time, in a question or by whoever answers."""
        subject, stem = self._corpus.subject, self._corpus.splitter.stemmer.stem
        found: dict[int, int] = {}
        for unit in sorted(self._units, key=lambda unit: unit.place):
            if unit.row not in found and not (
                subject.isdisjoint(unit.stems)
                and subject.isdisjoint(stem(word, unit.language) for word in folded(unit.question))
            ):
                found[unit.row] = unit.start
        return found

    @cached_property
    def _matrices(self) -> tuple[Any, Any]:
        from scipy import sparse

        number = {stem: i for i, stem in enumerate(sorted(self.speakers))}
        weight = np.array([self._weight(stem) for stem in sorted(self.speakers)])
        rows = np.repeat(np.arange(len(self.told)), [len(told) for told in self.told])
        columns = np.array([number[stem] for told in self.told for stem in sorted(told)], dtype=np.int64)
        shown = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(self.told), len(number)))
        return shown.multiply(weight).tocsr(), shown


def _people_by_stem(units: Sequence[Unit], told: Sequence[frozenset[str]]) -> dict[str, int]:
    said: defaultdict[str, set[int]] = defaultdict(set)
    for unit, stems in zip(units, told, strict=True):
        for stem in stems:
            said[stem].add(unit.person)
    return {stem: len(people) for stem, people in said.items()}
