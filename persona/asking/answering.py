"""The answer to a question: what was found and counted, by persona, each with its place; or that there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.asking.counting import counted
from persona.asking.filtering import rows_wanted
from persona.asking.searching import search
from persona.asking.voices import asked_before, voices
from persona.asking.words import is_counting
from persona.messages import configuration_error, sentence
from persona.models import Evidence
from persona.models.asking import LONGEST, AskedAnswer, AskedPassage, QuoteFilter, SaidBy
from persona.numerals import counted as counted_things
from persona.numerals import people as people_told
from persona.numerals import percent
from persona.text.languages import language_of
from persona.writers.llm.masking import Mask

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from persona.asking.index import Index, Place
    from persona.asking.searching import Found
    from persona.grouping import Segmentation
    from persona.models.asking import CountedAnswer
    from persona.recoding.table import RecodedTable

    Numbers = NDArray[np.int32]

WEIGHTS = np.array([4, 1.5, 1, 1, -0.6], np.float32)
"""What each of `searching.FEATURES` counts, chosen on thirty questions with their right rows (docs/benchmarks.md)."""
SPOKEN = 2.7
"""Score from which a passage speaks of it: most right passages of those questions are above, most others below."""
SPOKEN_ACROSS = 2.0
"""The same where question and answers are in two languages, and share no words that could add to it."""
BESIDE_BEST = 0.62
"""Share of the best passage's score from which others are counted with it."""
CLOSEST, NEAR = 3, 1.2
"""Passages that are shown where none speaks of it, and the score from which they are near at all."""
SAME = 0.95
"""How far a word of the study is a form of one in the question, for the two to be counted as the same."""
TIMES = {1: "once", 2: "twice", 3: "three times"}
RARE = 3
"""Times that a word of the question is written at most, for that to be told."""
LANGUAGES = {
    "ar": "Arabic", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "zh": "Chinese",
}  # fmt: skip


@dataclass(frozen=True)
class Study:
    """What is asked: the index, the rows and groups behind it, and what the personas are called."""

    index: Index
    table: RecodedTable
    segmentation: Segmentation
    labels: Mapping[int, str]
    redact: bool = True


class Hit(NamedTuple):
    """One wording that speaks of it, and where people that are wanted said it."""

    wording: int
    places: tuple[Place, ...]
    score: float


def answer(study: Study, question: str, *, wanted: QuoteFilter | None = None, limit: int = 5) -> AskedAnswer:
    """What the data says to a question.

    Args:
        study: the run.
        question: in plain words, of any language that the library knows.
        wanted: whose words count; everybody's where nothing is given.
        limit: how many passages are given.

    Raises:
        ConfigurationError: the question is empty or too long, or the filter names what the study has not.
    """
    question, wanted = checked(question), wanted or QuoteFilter()
    rows = rows_wanted(study.table, study.segmentation, wanted)
    found = search(study.index, question)
    language = language_of(question)
    across = _across(study.index, language)
    hits, rest = _hits(study, found, rows, wanted.language, SPOKEN_ACROSS if across else SPOKEN)
    asked = asked_before(study.index, question)
    if asked is not None:
        hits = _voices(study, asked, rows, wanted.language)
    is_counted = wanted.is_empty and asked is None
    counts = counted(study.index, study.table, study.segmentation, question) if is_counted else ()
    people, base, said = _people(study, hits, rows)
    notes = _notes(study.index, found, across, language) if not (hits or counts) or across else ()
    return AskedAnswer(
        question=question,
        found=bool(hits or counts),
        sentence=_sentence(study, question, counts, hits, people, base, wanted, asked),
        passages=_passages(study, hits, limit),
        total=sum(len(hit.places) for hit in hits),
        people=people,
        base=base,
        personas=said if hits else (),
        counts=counts,
        closest=() if hits or counts else _passages(study, rest, CLOSEST),
        notes=notes,
        filter=wanted,
    )


def checked(question: str) -> str:
    """The question with its spaces evened.

    Raises:
        ConfigurationError: it is empty or too long.
    """
    question = " ".join(question.split())
    if not any(map(str.isalpha, question)):
        raise configuration_error("ask_empty")
    if len(question) > LONGEST:
        raise configuration_error("ask_long", limit=LONGEST)
    return question


# -- passages ------------------------------------------------------------------------------------------
def _hits(
    study: Study, found: Found, rows: NDArray[np.bool_], language: str | None, least: float
) -> tuple[list[Hit], list[Hit]]:
    """Wordings that speak of it and the nearest of those that do not, the best first."""
    scores = found.features @ WEIGHTS
    order = np.argsort(-scores, kind="stable")
    best = float(scores[order[0]]) if len(order) else 0.0
    hits: list[Hit] = []
    rest: list[Hit] = []
    for place in order.tolist():
        score = float(scores[place])
        speaks = score >= max(least, BESIDE_BEST * best)
        if not speaks and (len(rest) >= CLOSEST or score < NEAR):
            break
        wording = int(found.wordings[place])
        hit = _hit(study, wording, score, rows, language)
        if hit is not None:
            (hits if speaks else rest).append(hit)
    return hits, rest


def _voices(study: Study, column: int, rows: NDArray[np.bool_], language: str | None) -> list[Hit]:
    """All that was answered to a question of the study itself: what most people say first, each thing once."""
    found = (_hit(study, wording, score, rows, language) for wording, score in voices(study.index, column))
    return [hit for hit in found if hit is not None]


def _hit(study: Study, wording: int, score: float, rows: NDArray[np.bool_], language: str | None) -> Hit | None:
    """The wording where people that are wanted said it; None where none did, or it is in another language."""
    places = tuple(said for said in study.index.said(wording) if rows[said.row - 1])
    if not places or (language is not None and language_of(study.index.text(wording)) != language):
        return None
    return Hit(wording, places, score)


def _passages(study: Study, hits: Sequence[Hit], limit: int) -> tuple[AskedPassage, ...]:
    """The best wordings with one place each, and no answer twice."""
    chosen: list[tuple[Hit, Place]] = []
    cells: set[tuple[int, int]] = set()
    for hit in hits:
        if len(chosen) >= limit:
            break
        column = int(study.index.column_of[hit.wording])
        place = next((one for one in hit.places if (one.row, column) not in cells), None)
        if place is not None:
            cells.add((place.row, column))
            chosen.append((hit, place))
    found = study.table.rows_at([place.row for _, place in chosen]) if chosen else []
    return tuple(
        _passage(study, hit, place, row.cells, row.source, row.line)
        for (hit, place), row in zip(chosen, found, strict=True)
    )


def _passage(study: Study, hit: Hit, place: Place, cells: Mapping[str, str], source: str, line: int) -> AskedPassage:
    at = int(study.index.column_of[hit.wording])
    column, text = study.index.columns[at], cells[study.index.columns[at]]
    quote = text[place.start : place.end]
    own = study.table.table.locate(place.row)[1]
    return AskedPassage(
        evidence=Evidence(
            source=source, row=own, line=line, column=column, start=place.start, end=place.end, quote=quote,
            score=round(min(1.0, hit.score / float(WEIGHTS[:4].sum())), 3),
        ),
        row=place.row,
        question=study.index.questions[at],
        cell=shown(text, place, redact=study.redact),
        persona=int(study.segmentation.assignments[place.row - 1]) or None,
        language=language_of(quote),
        same=len(hit.places),
    )  # fmt: skip


def shown(text: str, place: Place, *, redact: bool) -> str:
    """The whole answer; what is personal around the passage is masked sign for sign, so that the passage stays."""
    mask = Mask(active=redact, in_place=True)
    return mask(text[: place.start]) + text[place.start : place.end] + mask(text[place.end :])


# -- people --------------------------------------------------------------------------------------------
def _people(study: Study, hits: Sequence[Hit], rows: NDArray[np.bool_]) -> tuple[int, int, tuple[SaidBy, ...]]:
    """How many people speak of it, how many wrote at all, and both by persona."""
    spoke = np.zeros(study.table.rows, np.bool_)
    for hit in hits:
        spoke[[place.row - 1 for place in hit.places]] = True
    wrote = np.zeros(study.table.rows, np.bool_)
    wrote[study.index.writers - 1] = True
    wrote &= rows
    said = []
    for segment in sorted(one.index for one in study.segmentation.summary.segments):
        inside = study.segmentation.assignments == segment
        base = _count(study, wrote & inside)
        if base:
            label = study.labels.get(segment, str(segment))
            said.append(SaidBy(persona=segment, label=label, people=_count(study, spoke & inside), base=base))
    return _count(study, spoke), _count(study, wrote), tuple(said)


def _count(study: Study, rows: NDArray[np.bool_]) -> int:
    people = study.segmentation.person_of
    return int(np.count_nonzero(rows)) if people is None else len(np.unique(people[rows]))


# -- words ---------------------------------------------------------------------------------------------
def _sentence(
    study: Study,
    question: str,
    counts: Sequence[CountedAnswer],
    hits: Sequence[Hit],
    people: int,
    base: int,
    wanted: QuoteFilter,
    asked: int | None,
) -> str:
    if asked is not None and hits:
        return sentence("ask_open", answered=people_told(people), question=study.index.questions[asked])
    leads = bool(counts) and (not hits or is_counting(question) or len(counts[0].lines) > 1)
    parts = [_count_told(counts[0])] if leads else []
    if hits:
        total = sum(len(hit.places) for hit in hits)
        code = "ask_spoken_one" if people == 1 else "ask_spoken"
        told = counted_things(total, "passage")
        parts.append(sentence(code, people=f"{people:,}", base=people_told(base), passages=told))
    if parts:
        return " ".join(parts)
    if not wanted.is_empty:
        return sentence("ask_nothing_filtered")
    if not len(study.index):
        return sentence("ask_nothing_written")
    passages = counted_things(study.index.passages, "passage")
    return sentence("ask_nothing", passages=passages, base=people_told(base))


def _count_told(counted: CountedAnswer) -> str:
    line = counted.lines[0]
    everyone = line.cells[-1]
    if line.option is None:
        mean = f"{everyone.mean:.1f}" if everyone.mean is not None else "–"
        return sentence("ask_mean", mean=mean, question=counted.question, base=f"{everyone.base:,}")
    code = "ask_counted" if len(counted.lines) == 1 else "ask_distribution"
    return sentence(
        code,
        count=f"{everyone.count or 0:,}",
        base=people_told(everyone.base),
        question=counted.question,
        option=line.option,
        share=percent(everyone.share or 0.0),
    )


def _across(index: Index, language: str) -> bool:
    """Whether the question is in a language that hardly any answer is in."""
    if not language or not index.languages:
        return False
    return index.languages.get(language, 0) < 0.05 * sum(index.languages.values())


def _notes(index: Index, found: Found, across: bool, language: str) -> tuple[str, ...]:
    if across:
        most = next(iter(index.languages))
        named = LANGUAGES.get(language, language), LANGUAGES.get(most, most)
        return (sentence("ask_language", question=named[0], answers=named[1]),)
    missing, rare = [], []
    for term in found.terms:
        times = sum(len(index.with_word(place)) for place, match in term.forms if match >= SAME)
        if not times:
            missing.append(f"“{term.word}”")
        elif times <= RARE:
            rare.append(sentence("ask_words_rare", word=f"“{term.word}”", times=TIMES[times]))
    told = [sentence("ask_words_missing", words=" or ".join(missing))] if missing else []
    return (*told, *rare)
