"""Compare: personas of one result side by side, and two runs on the same people."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from persona.kinds import KINDS, StatementKind
from persona.messages import configuration_error
from persona.models import Fact, Frozen, GenerationResult, Persona

if TYPE_CHECKING:
    from collections.abc import Iterable

    from persona.outputs import Output

_WORD = re.compile(r"[^\W\d_]{3,}")


class Leading(Frozen):
    """The first statement of a kind."""

    kind: StatementKind
    text: str
    note: str


class Side(Frozen):
    """One persona, as it stands beside others."""

    index: int
    name: str
    tagline: str
    size: int
    share: float
    facts: tuple[Fact, ...]
    leading: tuple[Leading, ...]


class Comparison(Frozen):
    """Personas side by side."""

    personas: tuple[Side, ...]
    alike: tuple[tuple[float, ...], ...]
    """How alike their words are: 0 nothing in common, 1 the same person."""


class Match(Frozen):
    """Which persona of a second run holds most of the people of one persona of the first."""

    first: int
    first_name: str
    second: int
    second_name: str
    shared: float


class RunComparison(Frozen):
    """Two runs on the same people."""

    agreement: float
    """Adjusted Rand index: 1 the same groups, 0 no more alike than by chance."""
    matches: tuple[Match, ...]


def compare(result: GenerationResult) -> Comparison:
    """The personas of a result side by side.

    Example:
        >>> compare(result).alike[0][1]                                   # doctest: +SKIP
        0.21
    """
    words = [_words(persona) for persona in result.personas]
    alike = tuple(tuple(round(_cosine(a, b), 4) for b in words) for a in words)
    return Comparison(personas=tuple(map(_side, result.personas)), alike=alike)


def compare_runs(first: Output, second: Output) -> RunComparison:
    """How far two runs put the same people together.

    Raises:
        ConfigurationError: the runs were not made from the same people.
    """
    from sklearn.metrics import adjusted_rand_score

    if [s.sha256 for s in first.result().sources] != [s.sha256 for s in second.result().sources]:
        raise configuration_error("other_people")
    one, other = first.segmentation(), second.segmentation()
    people = sorted({*one.first_rows().tolist()} & {*other.first_rows().tolist()})  # not rows: some have several
    here, there = one.assignments[people].tolist(), other.assignments[people].tolist()
    both = Counter(zip(here, there, strict=True))
    names = {persona.index: persona.name for persona in second.result().personas}
    matches = []
    for persona in first.result().personas:
        best = max(names, key=lambda index: (both[persona.index, index], -index))
        shared = round(both[persona.index, best] / persona.size, 4)
        matches.append(
            Match(first=persona.index, first_name=persona.name, second=best, second_name=names[best], shared=shared)
        )
    return RunComparison(agreement=round(float(adjusted_rand_score(here, there)), 4), matches=tuple(matches))


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
