"""A result as a PDF: one A4 sheet for each persona, then the method page."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from persona.exporting.look import OURS, Look
from persona.exporting.method import method
from persona.exporting.paper.sheet import sheet
from persona.exporting.paper.typeset import typeset, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from persona.models import GenerationResult


def pdf(result: GenerationResult, day: date | None = None, *, look: Look = OURS) -> bytes:
    """All sheets and the method page in one file."""
    return typeset("sheets.typ", contents(result, day), kind="pdf", day=day, look=look)[0]


def pictures(result: GenerationResult, day: date | None = None, ppi: float = 80, *, look: Look = OURS) -> list[bytes]:
    """The pages of the PDF as PNG, to be looked at before it is made."""
    return typeset("sheets.typ", contents(result, day), kind="png", day=day, ppi=ppi, look=look)


def drawing(result: GenerationResult, number: int, day: date | None = None, *, look: Look = OURS) -> bytes:
    """The sheet of one persona as SVG, as it stands in the PDF: what the page of that persona prints."""
    shown = contents(result, day)
    only = [sheet for sheet in shown["sheets"] if sheet.number == number]
    return typeset("sheets.typ", shown | {"sheets": only}, kind="svg", day=day, look=look)[0]


def without_font(result: GenerationResult) -> tuple[str, ...]:
    """The scripts on its pages that no font on this machine has, by name."""
    return unreadable("".join(_texts([sheet(persona, result) for persona in result.personas])))


def contents(result: GenerationResult, day: date | None) -> dict[str, Any]:
    """What the templates show; the method page names the scripts that no font on this machine has."""
    from persona.messages import hint, sentence  # late: it brings all models

    sheets = [sheet(persona, result) for persona in result.personas]
    told = method(result, day)
    if missing := unreadable("".join(_texts([sheets, told]))):
        told = told.with_entry(
            "Not readable here", f"{sentence('no_font', scripts=', '.join(missing))} {hint('no_font')}"
        )
    return {"sheets": sheets, "method": told}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        yield from chain.from_iterable(map(_texts, value))
    elif hasattr(value, "__dataclass_fields__"):
        yield from chain.from_iterable(_texts(getattr(value, name)) for name in value.__dataclass_fields__)
