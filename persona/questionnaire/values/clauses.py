"""Clauses of sentences: what a comma parts in an answer of one's own words, and in no list of options."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from persona.questionnaire.values.cells import spelling_key

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_ONE_LEADER = 0.8  # share of a clause's cells in which it follows the same words
_LEAST_SENTENCES = 3
_MOSTLY = 0.5  # of what follows a comma


def are_clauses(rows: Mapping[str, Sequence[str]], counts: Mapping[str, int], common: Collection[str]) -> bool:
    """Whether most of what follows a mark goes on with a sentence: it never begins a cell, and one text goes before it.

    An option may follow another in most cells (everybody ticks the first); then that one begins a chain. Sentences have
    beginnings of their own, three or more of them.

    `rows`: the parts of each cell text. `counts`: how many cells hold each text. `common`: parts that come back.
    """
    keyed = {text: [spelling_key(part) for part in row] for text, row in rows.items()}
    first = {row[0] for row in keyed.values() if row}
    known = {spelling_key(part) for part in common}
    leaders: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, row in keyed.items():
        for before, after in pairwise(row):
            if after in known:
                leaders[after][before] += counts[text]
    bound = {part: lead for part, found in leaders.items() if part not in first and (lead := _leader(found))}
    beginnings = {lead for lead in bound.values() if lead not in bound}
    followers = sum(found.total() for found in leaders.values())
    return len(beginnings) >= _LEAST_SENTENCES and sum(leaders[part].total() for part in bound) >= _MOSTLY * followers


def _leader(found: Counter[str]) -> str:
    """The words that nearly always go before, whatever stands before them in turn; "" where there are none."""
    lead = min((text for text, n in found.items() if n == max(found.values())), key=len)
    same = sum(n for text, n in found.items() if text.endswith(lead))
    return lead if same >= _ONE_LEADER * found.total() else ""
