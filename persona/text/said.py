"""What a respondent says in a cell, passage by passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.questionnaire.personal import find_personal
from persona.text.furniture import own_words
from persona.text.passages import Passage, passages
from persona.text.transcripts import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator


def said(cell: str, *, redact: bool = True) -> Iterator[Passage]:
    """The passages of a cell without markup, signatures, quoted mail and an interviewer's turns.

    `redact`: also without those that hold personal data.
    """
    private = [(span.start, span.end) for span in find_personal(cell)] if redact else []
    for part in spoken(cell):
        for start, end in own_words(cell, part.start, part.end):
            for found in passages(cell[start:end]):
                first, last = start + found.start, start + found.end
                if not any(left < last and first < right for left, right in private):
                    yield Passage(first, last, found.text)
