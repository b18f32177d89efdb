"""Personas of one result side by side: their facts and statements, what they share, and where one stands apart."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from persona.comparing.models import BesideCell, BesideLine, Comparison, Leading, SharedSaying, Side
from persona.comparing.testing import corrected, of_shares, sure_of
from persona.edits.matching import likeness
from persona.kinds import KINDS
from persona.messages import configuration_error, sentence
from persona.numerals import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from persona.comparing.testing import Difference
    from persona.models import GenerationResult, GroupCount, Persona, Statement

SAME_SAYING = 0.65
"""Likeness of two statements from which they say the same."""
MOST = 4
"""Personas that were chosen stand side by side; more could not be read."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def compare(result: GenerationResult, personas: Sequence[int] = ()) -> Comparison:
    """The personas of a result side by side.

    Args:
        result: of one run.
        personas: the numbers of two to four; none: all of them.

    Raises:
        ConfigurationError: fewer or more are chosen, or one is not there.

    Example:
        >>> compare(result).alike[0][1]                                   # doctest: +SKIP
        0.21
    """
    chosen = _chosen(result, personas)
    words = [_words(persona) for persona in chosen]
    return Comparison(
        personas=tuple(map(_side, chosen)),
        alike=tuple(tuple(round(_cosine(a, b), 4) for b in words) for a in words),
        lines=tuple(_lines(chosen)),
        shared=tuple(_shared(chosen)),
    )


def _chosen(result: GenerationResult, personas: Sequence[int]) -> list[Persona]:
    if not personas:
        return list(result.personas)
    known = {persona.index: persona for persona in result.personas}
    missing = next((number for number in personas if number not in known), None)
    if missing is not None:
        raise configuration_error("persona_missing", number=missing, count=len(known))
    if not 2 <= len(set(personas)) <= MOST:
        raise configuration_error("compare_two_to_four")
    return [known[number] for number in sorted(set(personas))]


# -- counted -------------------------------------------------------------------------------------------
def _lines(personas: Sequence[Persona]) -> list[BesideLine]:
    """Each counted statement of any of them, with the same of all: where somebody stands apart first."""
    told: dict[tuple[object, ...], Statement] = {}
    for persona in personas:
        for said in persona.statements:
            if said.groups:
                told.setdefault((said.columns, said.option, said.mean is None), said)
    numbers = [persona.index for persona in personas]
    cells = [[_group(said, number) for number in numbers] for said in told.values()]
    tests = [(at, place, _apart(row, place)) for at, row in enumerate(cells) for place in range(len(row))]
    chances = corrected([test.chance for _, _, test in tests])
    apart: dict[tuple[int, int], tuple[Difference, float]] = {}
    for (at, place, test), chance in zip(tests, chances, strict=True):
        if sure_of(chance) != "none" and _is_furthest(cells[at], place):
            apart[at, place] = test, chance
    lines = [_line(said, cells[at], at, apart) for at, said in enumerate(told.values())]
    return sorted(lines, key=lambda line: all(cell.apart == "none" for cell in line.cells))


def _line(
    said: Statement,
    row: Sequence[GroupCount],
    at: int,
    apart: dict[tuple[int, int], tuple[Difference, float]],
) -> BesideLine:
    cells = []
    for place, group in enumerate(row):
        found = apart.get((at, place))
        cells.append(
            BesideCell(
                persona=group.persona,
                base=group.base,
                count=group.count,
                share=group.share,
                mean=group.mean,
                apart=sure_of(found[1]) if found else "none",
                why=_why(row, place) if found else "",
            )
        )
    question = said.question or " ".join(said.columns)
    return BesideLine(kind=said.kind, question=question, option=said.option, text=_told(said), cells=tuple(cells))


def _is_furthest(row: Sequence[GroupCount], place: int) -> bool:
    """Where one stands far above, all others stand below: only the one that is furthest from the rest is told."""
    by = [abs(_apart(row, at).by) for at in range(len(row))]
    return by.index(max(by)) == place


def _told(said: Statement) -> str:
    """What is counted, without the numbers of the one persona whose statement it is."""
    if not said.groups:
        return said.text
    head, _, tail = said.text.rpartition(": ")
    if head and any(letter.isdigit() for letter in tail):
        return head
    return said.text if said.mean is None else said.question or said.text


def _why(row: Sequence[GroupCount], place: int) -> str:
    (mine, base), (others, of) = _counts(row, place)
    here, there = mine / base, others / of
    code = "apart_more" if here > there else "apart_less"
    return sentence(code, share=percent(here), others=percent(there))


def _apart(row: Sequence[GroupCount], place: int) -> Difference:
    """One of them against the others together; a mean says too little of its spread to be tested here."""
    mine, others = _counts(row, place)
    return of_shares(others, mine)


def _counts(row: Sequence[GroupCount], place: int) -> tuple[tuple[int, int], tuple[int, int]]:
    others = [group for at, group in enumerate(row) if at != place and group.count is not None]
    if row[place].count is None:
        return (0, 0), (0, 0)
    return (row[place].count or 0, row[place].base), (
        sum(group.count or 0 for group in others),
        sum(group.base for group in others),
    )


def _group(said: Statement, number: int) -> GroupCount:
    from persona.models import GroupCount

    known = {group.persona: group for group in said.groups}
    return known.get(number) or GroupCount(persona=number, base=0)


# -- said ----------------------------------------------------------------------------------------------
def _shared(personas: Sequence[Persona]) -> list[SharedSaying]:
    """What more than one of them says, the most widely shared first."""
    taken: set[tuple[int, str]] = set()
    found = []
    for at, persona in enumerate(personas):
        for said in persona.statements:
            if said.mean is not None or (persona.index, said.id) in taken:  # equal words, but each has its own mean
                continue
            same = [
                (other.index, each.id)
                for other in personas[at + 1 :]
                if (each := _alike(said, other)) is not None and (other.index, each.id) not in taken
            ]
            if same:
                taken.update(same)
                found.append(
                    SharedSaying(kind=said.kind, text=_told(said), personas=(persona.index, *(n for n, _ in same)))
                )
    return sorted(found, key=lambda each: -len(each.personas))


def _alike(said: Statement, other: Persona) -> Statement | None:
    scores = [(likeness(said, each), -number) for number, each in enumerate(other.statements)]
    score, number = max(scores, default=(0.0, 0))
    return other.statements[-number] if score >= SAME_SAYING else None


def _side(persona: Persona) -> Side:
    first = {s.kind: s for s in reversed(persona.statements)}
    leading = (Leading(kind=k, text=first[k].text, note=first[k].note) for k in KINDS if k in first)
    return Side(
        index=persona.index,
        name=persona.name,
        tagline=persona.tagline,
        size=persona.size,
        share=persona.share,
        facts=persona.facts,
        leading=tuple(leading),
        statements=persona.statements,
        label=persona.label,
    )


def _words(persona: Persona) -> Counter[str]:
    quotes = [e.quote for s in persona.statements for e in s.evidence] + [quote.quote for quote in persona.quotes]
    return Counter(word for quote in quotes for word in _WORD.findall(quote.lower()))


def _cosine(a: Counter[str], b: Counter[str]) -> float:
    shared = math.fsum(count * b[word] for word, count in sorted(a.items()))
    length = math.sqrt(_square(a.values()) * _square(b.values()))
    return shared / length if length else 0.0


def _square(counts: Iterable[int]) -> int:
    return sum(count * count for count in counts)
