"""Passages of a brief: chosen units with their counts, in words and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from persona.models import Strength
from persona.writers.base import Passage
from persona.writing.choices import Choice
from persona.writing.phrasebooks import Phrasebook
from persona.writing.support import Count, Tally

STRONG_PEOPLE = 5
STRONG_SHARE = 0.05
MENTIONS_AT_LEAST = 3


def passages_of(
    choices: Sequence[Choice],
    leads: Sequence[Choice],
    tally: Tally,
    columns: Mapping[str, Sequence[str]],
    book: Phrasebook,
) -> tuple[tuple[Passage, ...], tuple[Passage, ...], dict[str, Count]]:
    """Passages, lead passages, and who backs each by its id."""
    counts = {f"q{number}": count for number, count in enumerate(tally.counts, start=1)}
    made = {id_: _passage(id_, count, tally.base(columns[count.choice.kind]), book) for id_, count in counts.items()}
    ids = list(made)
    split = len(choices)
    assert len(ids) == split + len(leads)  # noqa: S101 -- the tally was made from these choices
    return tuple(made[i] for i in ids[:split]), tuple(made[i] for i in ids[split:]), counts


def _passage(id_: str, count: Count, base: int, book: Phrasebook) -> Passage:
    choice, unit = count.choice, count.choice.unit
    support = len(count.supporters)
    base = max(base, support)
    mentions = len(count.mentioning | count.supporters) if choice.topic else None
    if mentions is not None and (mentions <= support or mentions < MENTIONS_AT_LEAST):
        mentions = None
    return Passage(
        id=id_,
        kind=choice.kind,
        text=unit.text,
        question=unit.question,
        column=unit.column,
        row=unit.row,
        start=unit.start,
        end=unit.end,
        support=support,
        base=base,
        mentions=mentions,
        topic=choice.topic_words if mentions else None,
        note=book.figures.note(support, base, mentions, choice.topic_words, choice.opposed),
        strength=strength(support, base),
        distinct=round(choice.z, 3),
        quality=round(unit.quality, 3),
        stands=choice.stands,
    )


def strength(support: int, base: int) -> Strength:
    """Weak where one person carries it; strong from five people and a twentieth of those asked."""
    if support < 2:
        return "weak"
    return "strong" if support >= STRONG_PEOPLE and support >= STRONG_SHARE * base else "clear"
