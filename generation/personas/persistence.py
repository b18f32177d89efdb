"""Personas as rows: the library's portrait of a segment with its statements and evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generation.personas.models import Evidence, Persona, Statement
from generation.runs.models import Run

if TYPE_CHECKING:
    from persona import models as library

COUNTED = (
    "question", "option", "asked", "share", "everyone_share", "mean", "everyone_mean", "everyone_base", "standing",
    "effect", "groups",
)  # fmt: skip
"""The fields of a statement that only counted ones have."""
LISTS = ("facts", "quotes", "warnings", "phrased", "dropped", "usage")
TOLD = ("story", "unlike")
"""What rests on statements: they are named by their positions, for ids of rows are made anew."""


def store_persona(run: Run, found: library.Persona) -> Persona:
    """A new persona with all that belongs to it; the caller holds the transaction."""
    persona = Persona.objects.create(run=run, position=found.index, **_fields(found))
    _store_statements(persona, found)
    return persona


def rewrite_persona(run: Run, found: library.Persona) -> Persona:
    """The persona as it is now; its row and so its address stay."""
    persona, created = Persona.objects.update_or_create(run=run, position=found.index, defaults=_fields(found))
    if not created:
        persona.statements.all().delete()
    _store_statements(persona, found)
    return persona


def _fields(found: library.Persona) -> dict[str, Any]:
    data = found.model_dump(mode="json", include=set(LISTS))
    plain = {name: getattr(found, name) for name in ("name", "tagline", "summary", "size", "share")}
    return data | plain | {"label": found.label[:200]} | _told(found)


def _told(found: library.Persona) -> dict[str, Any]:
    place = {said.id: position for position, said in enumerate(found.statements, start=1)}
    story = [
        {"text": told.text, "about": told.about, "positions": [place[id_] for id_ in told.statements]}
        for told in found.story
    ]
    unlike = [
        {"persona": line.persona, "text": line.text, "topic": line.topic, "positions": [place[line.statement]]}
        for line in found.unlike
    ]
    return {"story": story, "unlike": unlike}


def _store_statements(persona: Persona, found: library.Persona) -> None:
    rows = [_statement(persona, position, said) for position, said in enumerate(found.statements, start=1)]
    Statement.objects.bulk_create(rows)
    Evidence.objects.bulk_create(
        Evidence(statement=row, position=position, **passage.model_dump())
        for row, said in zip(rows, found.statements, strict=True)
        for position, passage in enumerate(said.evidence, start=1)
    )


def _statement(persona: Persona, position: int, said: library.Statement) -> Statement:
    fields = said.model_dump(exclude={"id", "evidence", *COUNTED})
    count = said.model_dump(mode="json", include=set(COUNTED)) if said.origin == "counted" else None
    return Statement(persona=persona, position=position, original_text=said.text, count=count, **fields)
