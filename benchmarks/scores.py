"""Scores against a known truth: agreement of groupings, and what quotes cover."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Sequence

from persona.checking import distinctiveness
from persona.models import Evidence, Persona

__all__ = ["adjusted_rand", "distinctiveness", "keyword_recall", "mutual_information", "shown"]


def adjusted_rand(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """1 where both groupings agree, 0 where they agree as chance would have it (Hubert and Arabie 1985)."""
    together = _pairs(Counter(zip(one, other, strict=True)))
    in_one, in_other = _pairs(Counter(one)), _pairs(Counter(other))
    by_chance = in_one * in_other / math.comb(len(one), 2)
    most = (in_one + in_other) / 2
    return 1.0 if most == by_chance else (together - by_chance) / (most - by_chance)


def _pairs(counts: Counter[Hashable]) -> int:
    return sum(math.comb(count, 2) for count in counts.values())


def mutual_information(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """What one grouping tells of the other, over the mean of what each holds: 0 to 1."""
    people, of_one, of_other = len(one), Counter(one), Counter(other)
    both = Counter(zip(one, other, strict=True))
    shared = sum(n / people * math.log(n * people / (of_one[a] * of_other[b])) for (a, b), n in both.items())
    mean = (_entropy(of_one) + _entropy(of_other)) / 2
    return max(0.0, shared) / mean if mean else 1.0


def _entropy(counts: Counter[Hashable]) -> float:
    people = counts.total()
    return -sum(n / people * math.log(n / people) for n in counts.values())


def shown(persona: Persona) -> list[Evidence]:
    """The quotes that a reader sees: one a statement, and the lead quotes."""
    return [*(statement.evidence[0] for statement in persona.statements if statement.evidence), *persona.quotes]


def keyword_recall(persona: Persona, keywords: Sequence[Sequence[str]]) -> float:
    """The share of planted sets of keywords of which a quote holds one."""
    text = " ".join(quote.quote for quote in shown(persona)).lower()
    return sum(any(word in text for word in words) for words in keywords) / len(keywords)
