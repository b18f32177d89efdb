"""Cards and charts: pictures of one or more personas for a slide, a wiki or a wall, with how they were made below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from persona.exporting.look import OURS, Look
from persona.exporting.paper.pdf import contents
from persona.exporting.paper.typeset import typeset

if TYPE_CHECKING:
    from datetime import date

    from persona.models import GenerationResult

PPI = 192


def cards(result: GenerationResult, kind: Literal["png", "svg"], day: date | None = None, look: Look = OURS) -> bytes:
    """All personas of a result in one picture; letters are drawn, so that it looks the same everywhere."""
    return typeset("cards.typ", contents(result, day), kind=kind, day=day, ppi=PPI, look=look)[0]


def charts(result: GenerationResult, kind: Literal["png", "svg"], day: date | None = None, look: Look = OURS) -> bytes:
    """What sets the personas apart, in numbers: each beside everyone, and all in one count each."""
    return typeset("charts.typ", contents(result, day), kind=kind, day=day, ppi=PPI, look=look)[0]
