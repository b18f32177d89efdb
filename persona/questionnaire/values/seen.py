"""What a reading of a column saw on the way: the code of a note, how many cells, three of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from persona.questionnaire.codes import NoteCode

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Seen:
    code: NoteCode
    cells: int
    examples: tuple[str, ...]


def seen(code: NoteCode, texts: Iterable[str], counts: Mapping[str, int]) -> tuple[Seen, ...]:
    """One remark about these cells, commonest first; none where there are no cells."""
    texts = sorted(texts, key=lambda text: (-counts[text], text))
    return (Seen(code, sum(counts[text] for text in texts), tuple(texts[:SHOWN])),) if texts else ()
