"""Passages of a brief: what was chosen with its counts, in words and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.writers.base import Passage

if TYPE_CHECKING:
    from persona.models import Strength
    from persona.writing.choices import Choice
    from persona.writing.phrasebooks import Phrasebook
    from persona.writing.support import Voice

STRONG_PEOPLE = 5
STRONG_SHARE = 0.05


def passage_of(id_: str, choice: Choice, own: Voice, question: str, book: Phrasebook) -> Passage:
    """One choice as a writer sees it; `own`: its words and their place."""
    support = len(choice.people)
    base = max(choice.part.base, support)
    mentions = len(choice.mentions) or None
    return Passage(
        id=id_,
        kind=choice.kind,
        text=own.text,
        question=question,
        column=own.column,
        row=own.row,
        start=own.start,
        end=own.end,
        support=support,
        base=base,
        mentions=mentions,
        topic=choice.topic,
        note=book.figures.note(support, base, mentions, choice.topic, choice.opposed),
        strength=strength(support, base),
        distinct=round(choice.part.z, 3),
        quality=round(choice.readable, 3),
        stands=choice.stands,
    )


def strength(support: int, base: int) -> Strength:
    """Weak where one person carries it; strong from five people and a twentieth of those asked."""
    if support < 2:
        return "weak"
    return "strong" if support >= STRONG_PEOPLE and support >= STRONG_SHARE * base else "clear"
