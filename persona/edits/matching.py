"""Which persona of another run is the same: by the people in it, and by what it says."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from persona.models import Evidence, GenerationResult, Persona, Statement

    People = Mapping[int, int]
    """Row of the data, from 1 over all sources -> persona."""
    Place = tuple[str, int]

PEOPLE_WEIGHT = 0.6  # people make a persona; what it says is told by them
ALIKE = 0.25
"""From here on two personas are the same one; five groups drawn by chance share 0.11 of their people."""
SAME_STATEMENT = 0.65
_MOST_CHANGED = 0.1  # share of the quotes at the same places that may read otherwise
_WORD = re.compile(r"\w+")


class Side:
    """One of two results, with people and words in a form that can be compared."""

    def __init__(self, result: GenerationResult, people: People | None, sources: Mapping[str, str]) -> None:
        self.result = result
        self._people = people
        self._sources = sources
        """Name of a source -> what both results call it."""
        self._firsts = list(accumulate((report.rows for report in result.sources), initial=1))

    @cached_property
    def people(self) -> dict[Place, int]:
        """Where the answers of each person that is known stand -> persona."""
        known = self._people or {point.row: point.segment for point in self.result.segmentation.map}
        found = {self._place(row): persona for row, persona in known.items() if persona}
        for persona in self.result.personas:
            found |= {self.place_of(quote): persona.index for quote in _quotes(persona)}
        return found

    def place_of(self, quote: Evidence) -> Place:
        """Where a quote's person stands, as both results call it."""
        return self._sources.get(quote.source, quote.source), quote.row

    def _place(self, row: int) -> Place:
        if not self.result.sources:
            return "", row
        source = min(bisect_right(self._firsts, row), len(self.result.sources)) - 1
        name = self.result.sources[source].name
        return self._sources.get(name, name), row - self._firsts[source] + 1

    @cached_property
    def read(self) -> dict[tuple[str, int, str, int, int], str]:
        """Place of a quote -> the words there."""
        return {
            (*self.place_of(quote), quote.column, quote.start, quote.end): quote.quote
            for persona in self.result.personas
            for quote in _quotes(persona)
        }

    @cached_property
    def words(self) -> dict[int, frozenset[str]]:
        """Persona -> what it says, counts and quotes, in a form in which the same is equal."""
        return {persona.index: frozenset(_said(persona)) for persona in self.result.personas}


class Match:
    """Two results side by side: old persona -> new persona, old statement -> new statement."""

    def __init__(
        self, old: GenerationResult, new: GenerationResult, people: tuple[People, People] | None = None
    ) -> None:
        sources = _sources(old, new)
        self.new_names = {before: now for now, before in sources.items()}
        """Source of the old result -> what the new one calls it."""
        self.old = Side(old, people[0] if people else None, {})
        self.new = Side(new, people[1] if people else None, sources)

    @cached_property
    def same_rows(self) -> bool:
        """Whether a row is the same person in both: quotes at one place read alike, or the files are the same."""
        shared = self.old.read.keys() & self.new.read.keys()
        if not shared:
            return {each.sha256 for each in self.old.result.sources} <= {
                each.sha256 for each in self.new.result.sources
            }
        other = sum(self.old.read[place] != self.new.read[place] for place in shared)
        return other <= _MOST_CHANGED * len(shared)

    @cached_property
    def personas(self) -> dict[int, int]:
        """Old persona -> the new one that is most alike, each new one once; those alike to none are left out."""
        scores = [
            (self.score(one.index, two.index), one.index, two.index)
            for one in self.old.result.personas
            for two in self.new.result.personas
        ]
        found: dict[int, int] = {}
        for score, one, two in sorted(scores, key=lambda each: (-each[0], each[1], each[2])):
            if score >= ALIKE and one not in found and two not in found.values():
                found[one] = two
        return found

    def score(self, one: int, two: int) -> float:
        """How much two personas are the same, 0 to 1."""
        said = _shared(self.old.words[one], self.new.words[two])
        people = self._people(one, two) if self.same_rows else None
        return said if people is None else PEOPLE_WEIGHT * people + (1 - PEOPLE_WEIGHT) * said

    def _people(self, one: int, two: int) -> float | None:
        """The share of the people of either who are in both; None where the results have no people in common."""
        if not self._both:
            return None
        both = self._both.get((one, two), 0)
        either = sum(n for (a, b), n in self._both.items() if a == one or b == two)
        return both / either if either else 0.0

    @cached_property
    def _both(self) -> dict[tuple[int, int], int]:
        """Old and new persona -> how many people are in both."""
        found: dict[tuple[int, int], int] = {}
        for place in self.old.people.keys() & self.new.people.keys():
            pair = (self.old.people[place], self.new.people[place])
            found[pair] = found.get(pair, 0) + 1
        return found

    def statement(self, said: Statement, persona: int) -> Statement | None:
        """The statement of a new persona that says the same; None where none does."""
        new = next(each for each in self.new.result.personas if each.index == persona)
        scores = [(likeness(said, each), -number) for number, each in enumerate(new.statements)]
        score, number = max(scores, default=(0.0, 0))
        return new.statements[-number] if score >= SAME_STATEMENT else None


def likeness(one: Statement, two: Statement) -> float:
    """How much two statements say the same, 0 to 1: by what is counted, by their words, by their quotes."""
    if _is_counted(one) or _is_counted(two):
        return float(_is_counted(one) and _is_counted(two) and _count(one) == _count(two))
    words = _shared(_words(one.text), _words(two.text), of_all=True)
    quotes = _shared({_flat(q.quote) for q in one.evidence}, {_flat(q.quote) for q in two.evidence})
    return max(words, quotes)


def _is_counted(said: Statement) -> bool:
    return bool(said.asked) and not said.evidence


def _count(said: Statement) -> tuple[object, ...]:
    return said.columns, said.option, said.mean is None


def _said(persona: Persona) -> Iterator[str]:
    for said in persona.statements:
        if _is_counted(said):
            yield f"{said.columns} {said.option}"
        else:
            yield _flat(said.text)
            yield from (_flat(quote.quote) for quote in said.evidence if quote.counted)


def _quotes(persona: Persona) -> Iterator[Evidence]:
    for said in persona.statements:
        yield from said.evidence
    yield from persona.quotes


def _shared(one: Iterable[str], two: Iterable[str], *, of_all: bool = False) -> float:
    """What both have, of what the smaller has; or of all."""
    one, two = set(one), set(two)
    whole = len(one | two) if of_all else min(len(one), len(two))
    return len(one & two) / whole if whole else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())


def _sources(old: GenerationResult, new: GenerationResult) -> dict[str, str]:
    """Source of the new result -> the old one's name: the same bytes, else the same name, else the only one of each."""
    by_bytes = {report.sha256: report.name for report in old.sources}
    names = {report.name: by_bytes[report.sha256] for report in new.sources if report.sha256 in by_bytes}
    if not names and len(old.sources) == len(new.sources) == 1:
        names = {new.sources[0].name: old.sources[0].name}
    return names
