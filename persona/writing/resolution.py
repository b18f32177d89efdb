"""A draft becomes a persona: ids of passages are resolved to evidence with its place, everything else is counted."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from persona.models import Evidence, Persona, Statement, Strength
from persona.writers.base import DraftStatement, Passage, PersonaDraft, SegmentBrief
from persona.writing.passages import strength
from persona.writing.phrasebooks import Phrasebook
from persona.writing.support import EVIDENCE_AT_MOST, Backing, Voice, different_first

if TYPE_CHECKING:
    from persona.recoding.answers import PlacedAnswers


STRONG, CLEAR = 0.70, 0.50
"""Chances from which a passage backs a statement strongly, or clearly."""


class Places:
    """Where rows of the table stand in the files they came from; all looked up together."""

    def __init__(self, table: PlacedAnswers, rows: Iterable[int]) -> None:
        wanted = sorted(set(rows))
        self._lines = dict(zip(wanted, table.lines(wanted), strict=True))
        self._reports = table.reports
        self._firsts = list(accumulate((report.rows for report in table.reports), initial=1))

    def evidence(self, voice: Voice) -> Evidence:
        """The same words with source, row and line."""
        source = bisect_right(self._firsts, voice.row) - 1
        return Evidence(
            source=self._reports[source].name,
            row=voice.row - self._firsts[source] + 1,
            line=self._lines[voice.row],
            column=voice.column,
            start=voice.start,
            end=voice.end,
            quote=voice.text,
            strength=_closeness(voice.score),
            score=round(voice.score, 3),
            counted=voice.counted,
        )


class _Drafted(NamedTuple):
    """A drafted statement with the passages that it may cite, and the voices behind them."""

    statement: DraftStatement
    cited: list[Passage]
    voices: list[Voice]


def persona_of(
    draft: PersonaDraft, brief: SegmentBrief, counts: Mapping[str, Backing], table: PlacedAnswers, book: Phrasebook
) -> Persona:
    """The persona that a draft describes; what cites no passage of the brief is left out."""
    offered = {passage.id: passage for passage in (*brief.passages, *brief.leads)}
    drafted = []
    for statement in draft.statements:
        cited = [offered[id_] for id_ in dict.fromkeys(statement.evidence) if id_ in offered]
        if cited:
            drafted.append(_Drafted(statement, cited, _voices(cited, counts)))
    leads = [counts[id_].own for id_ in dict.fromkeys(draft.quotes) if id_ in offered]
    places = Places(table, [voice.row for voice in (*leads, *(v for d in drafted for v in d.voices))])
    return Persona(
        index=brief.segment.index,
        name=draft.name,
        tagline=brief.segment.name or draft.tagline,  # a name that people gave wins
        summary=draft.summary,
        size=brief.segment.size,
        share=brief.segment.share,
        facts=brief.facts,
        statements=tuple(_statements(drafted, brief.segment.index, counts, places, book)),
        quotes=tuple(places.evidence(lead) for lead in leads),
        warnings=(*brief.warnings, *draft.warnings),
        phrased=draft.phrased,
        dropped=draft.dropped,
        usage=draft.usage,
    )


def _statements(
    drafted: Sequence[_Drafted], segment: int, counts: Mapping[str, Backing], places: Places, book: Phrasebook
) -> Iterator[Statement]:
    numbers: Counter[str] = Counter()
    for statement, cited, voices in drafted:
        numbers[statement.kind] += 1
        quoted = len(cited) == 1 and statement.text == cited[0].text
        support, mentions = _support(cited, counts)
        base = max(passage.base for passage in cited)
        yield Statement(
            id=f"{segment}-{statement.kind}-{numbers[statement.kind]}",
            kind=statement.kind,
            text=statement.text,
            origin="quoted" if quoted else statement.origin,
            strength=_weaker(strength(support, base), statement.agreement),
            support=support,
            base=base,
            mentions=mentions,
            topic=cited[0].topic if mentions else None,
            note=_note(cited, support, base, book),
            evidence=tuple(places.evidence(voice) for voice in voices),
            confirmed=statement.confirmed,
        )


def _weaker(support: Strength, agreement: Strength | None) -> Strength:
    """Many people behind words that say something else make no strong statement."""
    return support if agreement is None else max(support, agreement, key=("strong", "clear", "weak").index)


def _note(cited: Sequence[Passage], support: int, base: int, book: Phrasebook) -> str:
    """The count in words; one passage brings its own."""
    return cited[0].note if len(cited) == 1 else book.figures.note(support, base, None, None)


def _support(cited: Sequence[Passage], counts: Mapping[str, Backing]) -> tuple[int, int | None]:
    """Everybody who says the same as one of the cited passages, once."""
    if len(cited) == 1:
        return cited[0].support, cited[0].mentions
    people = reduce(or_, (counts[passage.id].supporters for passage in cited))
    return len(people), None


def _voices(cited: Sequence[Passage], counts: Mapping[str, Backing]) -> list[Voice]:
    """The cited passages first, then the closest words of other people, each person once."""
    own = [counts[passage.id].own for passage in cited]
    seen = {voice.person for voice in own}
    others: dict[int, Voice] = {}
    for voice in _closest(cited, counts):
        if voice.person not in seen and (voice.person not in others or voice.order < others[voice.person].order):
            others[voice.person] = voice
    return [*own, *different_first(own, sorted(others.values(), key=lambda v: v.order))][:EVIDENCE_AT_MOST]


def _closest(cited: Sequence[Passage], counts: Mapping[str, Backing]) -> Iterable[Voice]:
    for passage in cited:
        yield from counts[passage.id].closest()


def _closeness(score: float) -> Strength:
    return "strong" if score >= STRONG else "clear" if score >= CLEAR else "weak"
