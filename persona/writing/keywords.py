"""Keywords: the words by which the topics are known that a segment speaks of more than the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.writing.listening import Part

PEOPLE, CLEAR = 3, 1.0


def keywords(parts: Sequence[Part], *, alone: bool, count: int = 3) -> list[str]:
    """At most `count` words, the most distinctive first; those of the largest topics where there is one segment."""
    topics = [part for part in parts if part.theme.level == "topic" and len(part.people) >= PEOPLE]
    if not alone:
        topics = [part for part in topics if part.z > CLEAR]
    topics.sort(key=lambda part: (0.0 if alone else -part.z, -len(part.people), part.theme.id))
    words = (part.theme.label.split(" · ")[0] for part in topics)
    return list(dict.fromkeys(words))[:count]
