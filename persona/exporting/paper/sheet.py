"""What stands on the sheet of a persona, all of it in order of rank: what does not fit is left out from the end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.exporting.paper.scripts import runs_from_right
from persona.exporting.words import OWN_FIELDS, called, capital
from persona.kinds import KINDS
from persona.numerals import percent
from persona.sections import ON_PAGES, ordered, shown_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from persona.models import Evidence, Fact, GenerationResult, Persona, SectionId, Sections, Statement

PER_SECTION = 4
THIN = 8
"""Statements below which a sheet has larger type, a longer story and more quotes."""
HANDFUL = 20
"""People below which a share is told as people."""
LONGEST_QUOTE = 120
STORY, LONG_STORY = 2, 4
QUOTES, FACTS, CONTRASTS, CHARTS = 6, 8, 3, 6
_SENTENCE = re.compile(r"(?<=[.!?…。！？؟।])\s*")


@dataclass(frozen=True)
class Words:
    """A text with the side it is read from: people write in any script."""

    text: str
    rtl: bool

    @classmethod
    def of(cls, text: str) -> Words:
        return cls(text, runs_from_right(text))


@dataclass(frozen=True)
class Line:
    """A statement with what stands behind it."""

    said: Words
    chip: str
    is_counted: bool
    bar: float | None
    """Percent of the persona's people; None where a number of people or a mean is told."""
    everyone: float | None
    quote: Words | None
    """Somebody's words, other than those of the statement: shown where there is room."""


@dataclass(frozen=True)
class Section:
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Beside:
    """A fact beside everyone's."""

    label: Words
    value: str
    everyone: str
    comparison: str
    bar: float | None
    line: float | None


@dataclass(frozen=True)
class Group:
    """A persona as one bar among those of all."""

    number: int
    title: Words
    figure: str
    bar: float


@dataclass(frozen=True)
class Chart:
    """A counted statement, with a bar for each persona."""

    said: Words
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Quote:
    said: Words
    place: str


@dataclass(frozen=True)
class Own:
    """A field that people gave the persona."""

    name: Words
    text: Words


@dataclass(frozen=True)
class Sheet:
    """One persona, ready to be laid out."""

    number: int
    title: Words
    name: str
    tagline: Words
    figure: str
    of: str
    lead: Words | None
    story: tuple[str, ...]
    sections: tuple[Section, ...]
    ranked: tuple[tuple[int, int], ...]
    """Every line as (section, line), the most important first."""
    in_short: tuple[tuple[str, str], ...]
    compared_title: str
    compared: tuple[Beside, ...]
    unlike: tuple[Words, ...]
    aside: tuple[str, ...]
    """The parts of the column beside the statements from the top: own, facts, unlike."""
    own_title: str
    own: tuple[Own, ...]
    quotes: tuple[Quote, ...]
    charts: tuple[Chart, ...]
    """Where room is left: all personas in one count each."""
    shares: tuple[Group, ...]
    """All personas by their share of people."""
    is_thin: bool


def sheet(whole: Persona, result: GenerationResult) -> Sheet:
    """The sheet of one persona of a result, with the sections that are shown."""
    persona = shown_of(whole, result.sections)
    sections = tuple(_sections(persona.statements, ordered(result.sections, ON_PAGES)))
    is_thin = len(persona.statements) < THIN
    quotes = [] if _is_hidden("quotes", result.sections) else _quotes(persona)
    shares = [fact for fact in persona.facts if fact.share is not None and fact.everyone_share is not None]
    numbers = [fact for fact in persona.facts if fact not in shares]
    return Sheet(
        number=persona.index,
        title=_title(persona),
        name=f"{persona.name}, an invented name" if persona.label and persona.name and not persona.is_everyone else "",
        tagline=Words.of(persona.tagline),
        figure=f"{persona.size:,}" if persona.size < HANDFUL else percent(persona.share),
        of=_of(persona, result.rows),
        lead=quotes[0].said if quotes else None,
        story=tuple(_story(persona)[: LONG_STORY if is_thin else STORY]),
        sections=sections,
        ranked=tuple(_ranked(sections)),
        in_short=tuple((fact.label, fact.value) for fact in numbers[:FACTS]),
        compared_title="In numbers" if persona.is_everyone else "Compared with everyone",
        compared=tuple(_beside(fact, of_everyone=persona.is_everyone) for fact in shares[:FACTS]),
        unlike=tuple(Words.of(contrast.text) for contrast in persona.unlike[:CONTRASTS]),
        aside=_aside(result.sections),
        own_title=OWN_FIELDS,
        own=tuple(Own(Words.of(field.name), Words.of(field.text)) for field in persona.fields),
        quotes=tuple(quotes[1:])[:QUOTES],
        charts=tuple(_charts(persona, result)),
        shares=tuple(Group(p.index, _title(p), percent(p.share), 100 * p.share) for p in result.personas),
        is_thin=is_thin,
    )


def figure_of(statement: Statement) -> str:
    """What stands behind a statement, as short as a chip: "41", "57 %", "3 of 9", "3.4"."""
    if statement.mean is not None:
        return f"{statement.mean:,.1f}"
    if statement.origin != "counted" or statement.share is None:
        return f"{statement.support:,}"
    return f"{statement.support} of {statement.base}" if statement.base < HANDFUL else percent(statement.share)


def _points(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)


def _title(persona: Persona) -> Words:
    return Words.of(capital(called(persona)))


def _charts(persona: Persona, result: GenerationResult) -> Iterator[Chart]:
    """The first counted statements whose share is known of several personas that leave."""
    personas = {other.index: other for other in result.personas}
    told = [said for said in persona.statements if said.share is not None and said.question]
    for said in told[:CHARTS]:
        groups = tuple(
            Group(group.persona, _title(personas[group.persona]), percent(group.share), 100 * group.share)
            for group in said.groups
            if group.share is not None and group.persona in personas and group.base >= HANDFUL
        )
        if len(groups) > 1:
            ends = " " if (said.question or "").endswith(("?", "!", ".", ":", "？")) else ": "
            name = f"{said.question}{ends}{said.option}" if said.option else said.question
            yield Chart(Words.of(capital(name or said.text)), groups)


def _of(persona: Persona, people: int) -> str:
    if persona.size < HANDFUL:
        return f"of {people:,} people"
    return f"of people, {persona.size:,} of {people:,}"


def _is_hidden(section: SectionId, sections: Sections | None) -> bool:
    return sections is not None and section in sections.hidden


def _aside(sections: Sections | None) -> tuple[str, ...]:
    """People's own fields first, where nobody chose: a machine could not say them again."""
    usual: tuple[SectionId, ...] = ("fields", "facts", "unlike")
    return tuple(part for part in ordered(sections, usual) if part in usual)


def _sections(statements: Sequence[Statement], order: Sequence[SectionId]) -> Iterator[Section]:
    for kind in sorted({said.kind for said in statements}, key=order.index):
        of_kind = [said for said in statements if said.kind == kind]
        yield Section(KINDS[kind].heading, tuple(map(_line, of_kind[:PER_SECTION])))


def _line(said: Statement) -> Line:
    is_share = said.share is not None and said.base >= HANDFUL and said.origin == "counted"
    everyone = said.everyone_share if is_share else None
    return Line(
        said=Words.of(capital(said.text)),
        chip=figure_of(said),
        is_counted=said.origin == "counted",
        bar=_points(said.share) if is_share else None,
        everyone=_points(everyone),
        quote=_another(said),
    )


def _another(said: Statement) -> Words | None:
    """The strongest passage that can be shown whole and says more than the statement itself."""
    same = said.text.casefold()
    texts = (shortened(passage.quote) for passage in said.evidence if passage.counted)
    return next((Words.of(text) for text in texts if text and text.casefold() not in same), None)


def _ranked(sections: Sequence[Section]) -> Iterator[tuple[int, int]]:
    """The first of each section, then the second of each: every kind keeps its voice as long as there is room."""
    for depth in range(PER_SECTION):
        for number, section in enumerate(sections):
            if depth < len(section.lines):
                yield number, depth


def _beside(fact: Fact, *, of_everyone: bool) -> Beside:
    return Beside(
        label=Words.of(fact.label),
        value=fact.value,
        everyone="" if of_everyone else f"everyone: {fact.everyone}",
        comparison="" if of_everyone else fact.comparison.removesuffix(" than everyone"),
        bar=_points(fact.share),
        line=None if of_everyone else _points(fact.everyone_share),
    )


def _story(persona: Persona) -> list[str]:
    if persona.story and "summary" not in persona.phrased:
        return [told.text for told in persona.story]
    return [part for part in _SENTENCE.split(persona.summary.strip()) if part]


def _quotes(persona: Persona) -> list[Quote]:
    """Short passages, none twice: those picked to let the person speak, then the strongest of each statement."""
    found: dict[str, Quote] = {}
    for passage in _passages(persona):
        if (text := shortened(passage.quote)) and (key := text.casefold()) not in found:
            found[key] = Quote(Words.of(text), f"Row {passage.row}")
    return list(found.values())


def _passages(persona: Persona) -> Iterable[Evidence]:
    yield from persona.quotes
    for statement in persona.statements:
        yield from [passage for passage in statement.evidence if passage.counted][:1]


def shortened(quote: str) -> str:
    """A quote with at most `LONGEST_QUOTE` characters, cut at the end of a sentence; "" where none ends in time."""
    text = " ".join(quote.split())
    if len(text) <= LONGEST_QUOTE:
        return text
    kept = ""
    for end in _SENTENCE.finditer(text):
        if 0 < end.start() <= LONGEST_QUOTE:
            kept = text[: end.start()]
    return kept
