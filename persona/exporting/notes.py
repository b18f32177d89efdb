"""Sticky notes: one column and one line each, as Miro, FigJam and their like take them; nothing in them runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.exporting.cells import csv_lines
from persona.exporting.method import method
from persona.exporting.words import OWN_FIELDS, called, capital, people
from persona.kinds import KINDS
from persona.sections import ordered, shown_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from persona.models import GenerationResult


def notes_csv(result: GenerationResult, day: date | None = None) -> str:
    """A note for the study, one for each persona and each statement, and the last on how they were made."""
    first, *others = _notes(result, day)
    return "".join(csv_lines([first], ([note] for note in others), for_people=True))


def _notes(result: GenerationResult, day: date | None) -> Iterator[str]:
    told = method(result, day)
    yield told.foot
    place = ordered(result.sections).index
    for whole in result.personas:
        persona = shown_of(whole, result.sections)
        name = capital(called(persona))
        yield f"{name}\n{people(persona)}\n{persona.tagline}"
        for own in persona.fields:
            yield f"{own.name}\n{own.text}\n{name}, {OWN_FIELDS.lower()}"
        for said in sorted(persona.statements, key=lambda statement: place(statement.kind)):
            yield f"{capital(said.text)}\n{said.note}\n{name}, {KINDS[said.kind].heading.lower()}"
    for title, text in told.entries:
        yield f"{title}\n{text}"
