"""Units: the sentences and clauses of all answers, each with its place, its stems and what was asked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from persona.questionnaire.personal import find_personal
from persona.writing import lexicon
from persona.writing.furniture import own_words
from persona.writing.sentences import clauses, sentences, trim, without_opener
from persona.writing.transcripts import spoken, spoken_opener
from persona.writing.words import Stemmer, folded, is_negation, language

LONG_ANSWER = 4
"""From so many sentences on, an answer wanders: its question alone does not decide what kind a sentence is."""
CUT_OFF, CUT_AT, ABOUT = 5, 100, 0.98
"""So many answers of about the greatest length, and of so many characters, were cut off there."""
_ENDED = re.compile(r"[.!?…:)\"”’]\s*$")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_WORDS = r"[^\W\d_]+(?:['’][^\W\d_]+)?"
_OPENER = re.compile(rf"\s*[\"“]?({_WORDS}(?:\s{_WORDS}){{0,2}})\s?[,:]\s+(\S+\s\S+)")


class Cell(NamedTuple):
    """One answer: its row number in the table, who gave it, and the text as stored."""

    row: int
    person: int
    text: str


class Piece(NamedTuple):
    """A sentence or clause by its place in an answer."""

    start: int
    end: int
    question: str
    first: bool
    long: bool
    talk: bool = False


@dataclass(slots=True)
class Unit:
    """A sentence or clause that may be quoted: `cell[start:end] == text`."""

    row: int
    person: int
    column: str
    start: int
    end: int
    text: str
    question: str
    first: bool
    long: bool
    talk: bool
    """From a conversation: the question before it is the interviewer's."""
    words: tuple[str, ...]
    stems: tuple[str, ...]
    language: str
    negative: bool
    kind: str = ""
    confidence: float = 0.0
    quality: float = 0.0
    whole: bool = True
    """A sentence, not only the name of a thing."""
    cut_off: bool = False
    """The last of an answer that was cut off where it was stored: it counts, and is not quoted."""

    @property
    def place(self) -> tuple[int, str, int]:
        """What ties are broken by: never the order of a hash."""
        return self.row, self.column, self.start


@dataclass(frozen=True)
class Habits:
    """How these respondents begin their sentences, learnt from a sample of their own answers."""

    openers: frozenset[str] = frozenset()
    starts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    """Column -> the length at which whoever stored its answers cut them off."""


class Splitter:
    """Cuts answers into pieces and makes units of them; one for a data set, so that every pass cuts alike."""

    def __init__(self, questions: Mapping[str, str], habits: Habits, stemmer: Stemmer, *, redact: bool = True) -> None:
        self.questions, self.habits, self.stemmer, self.redact = questions, habits, stemmer, redact
        self._openers: dict[str, bool] = {}
        self._opener_words = sorted(habits.openers | set(lexicon.OPENER_SEEDS))

    def units(self, column: str, cell: Cell) -> list[Unit]:
        """The units of one answer that may be quoted: those that say something."""
        if not answers(cell.text):
            return []
        pieces = self.pieces(column, cell.text)
        wanted = [piece for piece in pieces if not says_nothing(cell.text[piece.start : piece.end])]
        private = _private(cell.text) if wanted and self.redact else []
        found = [
            self.unit(column, cell, piece)
            for piece in wanted
            if not any(start < piece.end and piece.start < end for start, end in private)
        ]
        if found and self._is_cut_off(column, cell.text):
            found[-1].cut_off = wanted[-1] is pieces[-1] and found[-1].end == pieces[-1].end
        return found

    def _is_cut_off(self, column: str, text: str) -> bool:
        limit = self.habits.limits.get(column)
        return limit is not None and len(text) >= limit and not _ENDED.search(text)

    def pieces(self, column: str, text: str) -> list[Piece]:
        """Where the sentences and clauses of an answer stand."""
        question = self.questions[column]
        out: list[Piece] = []
        for part in spoken(text, question):
            places = list(self._own_sentences(text, part.start, part.end))
            talk = part.question != question
            long = talk or len(places) >= LONG_ANSWER
            for number, place in enumerate(places):
                start, end = without_opener(text, *trim(text, *place), self._is_opener)
                start += spoken_opener(text[start:end]) if talk else 0
                for a, b in clauses(text, start, end, lambda three: self._is_start(column, three)):
                    if b > a:
                        out.append(Piece(a, b, part.question, number == 0 and a == start, long, talk))
        return out

    def _own_sentences(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Sentences that the respondent wrote: no markup, no signature."""
        for own in own_words(text, start, end):
            yield from sentences(text, *own)

    def unit(self, column: str, cell: Cell, piece: Piece) -> Unit:
        """The unit at this place."""
        text = cell.text[piece.start : piece.end]
        found = tuple(folded(text))
        code = language(found, self.habits.languages.get(column, "en"))
        return Unit(
            cell.row, cell.person, column, piece.start, piece.end, text, piece.question,
            piece.first, piece.long, piece.talk, found,
            self.stemmer.stems(found, code), code, any(map(is_negation, found)),
        )  # fmt: skip

    def _is_opener(self, words: str) -> bool:
        if words not in self._openers:
            self._openers[words] = words in self.habits.openers or (len(words) >= 4 and self._is_misspelt_opener(words))
        return self._openers[words]

    def _is_misspelt_opener(self, words: str) -> bool:
        import difflib

        known = [word for word in self._opener_words if word[0] == words[0] and abs(len(word) - len(words)) <= 2]
        return bool(difflib.get_close_matches(words, known, 1, 0.82))

    def _is_start(self, column: str, three: list[str]) -> bool:
        """Whether other answers begin with these three words (and not by function words alone)."""
        if self.habits.starts.get(column, {}).get(" ".join(three), 0) < 3:
            return False
        stop = lexicon.STOP[self.habits.languages.get(column, "en")]
        return not all(word in stop for word in three)


def answers(text: str) -> bool:
    """Whether a cell holds an answer at all."""
    return bool(text) and not (len(text) < 60 and lexicon.NON_ANSWER.match(text.strip()))


def _private(text: str) -> list[tuple[int, int]]:
    """Places of personal data and links."""
    links = [match.span() for match in _LINK.finditer(text)] if "/" in text or "www." in text else []
    return links + [(span.start, span.end) for span in find_personal(text)]


@lru_cache(maxsize=16_384)  # people repeat one another, and these patterns are long
def says_nothing(text: str) -> bool:
    """Whether a piece is a non-answer or talk about the survey itself."""
    return bool(lexicon.NON_ANSWER.match(text) or lexicon.NOTHING.search(text) or lexicon.CHAT.search(text))


def learn_habits(columns: Mapping[str, Sequence[Cell]], questions: Mapping[str, str]) -> Habits:
    """What a sample of the answers shows: their languages, their openers, and how their sentences begin."""
    languages = {name: _language_of(cells) for name, cells in columns.items()}
    places = {name: list(_sentences_of(cells, questions[name])) for name, cells in columns.items()}
    openers = _learn_openers(places)
    starts: dict[str, Counter[str]] = {}
    for name, found in places.items():
        starts[name] = Counter()
        for text, *place in found:
            start, end = without_opener(text, *trim(text, *place), openers.__contains__)
            first = folded(text[start : min(end, start + 60)])
            if len(first) >= 4:
                starts[name][" ".join(first[:3])] += 1
    limits = {name: limit for name, cells in columns.items() if (limit := _cut_at(cells))}
    return Habits(openers, starts, languages, limits)


def _cut_at(cells: Sequence[Cell]) -> int:
    """About the greatest length, where several answers share it and few of them end in a mark; 0 where none does."""
    limit = int(ABOUT * max((len(cell.text) for cell in cells), default=0))
    longest = [cell.text for cell in cells if len(cell.text) >= limit]
    if limit < CUT_AT or len(longest) < CUT_OFF:
        return 0
    return limit if sum(_ENDED.search(text) is not None for text in longest) < 0.5 * len(longest) else 0


def _language_of(cells: Sequence[Cell]) -> str:
    return language(word for cell in cells[:400] for word in folded(cell.text[:2000]))


def _sentences_of(cells: Iterable[Cell], question: str) -> Iterable[tuple[str, int, int]]:
    for cell in cells:
        if answers(cell.text):
            for part in spoken(cell.text, question):
                for own in own_words(cell.text, part.start, part.end):
                    for start, end in sentences(cell.text, *own):
                        yield cell.text, start, end


def _learn_openers(places: Mapping[str, Iterable[tuple[str, int, int]]]) -> frozenset[str]:
    """Up to three words before a comma or colon, with four different continuations, in two questions."""
    times: Counter[str] = Counter()
    columns: defaultdict[str, set[str]] = defaultdict(set)
    following: defaultdict[str, set[str]] = defaultdict(set)
    for name, found in places.items():
        for text, start, end in found:
            if opener := _OPENER.match(text[start : min(end, start + 120)]):
                words = opener[1].strip().lower()
                times[words] += 1
                columns[words].add(name)
                following[words].add(opener[2].lower())
    return frozenset(w for w, n in times.items() if n >= 5 and len(following[w]) >= 4 and len(columns[w]) >= 2)


def learn_chat(units: Sequence[Unit]) -> frozenset[tuple[str, ...]]:
    """What people say whatever they are asked: the same words given to different questions."""
    where: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for unit in units:
        if len(unit.stems) >= 2:
            where[unit.stems][unit.column] += 1
    return frozenset(stems for stems, columns in where.items() if _is_chat(columns))


def _is_chat(columns: Counter[str]) -> bool:
    times = columns.total()
    return len(columns) > 1 and times >= 4 and times - max(columns.values()) >= 0.2 * times
