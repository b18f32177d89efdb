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
    persona = Persona.objects.create(run=run, position=found.index, **persona_fields(found, found))
    _store_statements(persona, found)
    return persona


def rewrite_persona(run: Run, found: library.Persona) -> Persona:
    """The persona as it is now; its row and so its address stay."""
    fields = persona_fields(found, found)
    persona, created = Persona.everything.update_or_create(run=run, position=found.index, defaults=fields)
    if not created:
        Statement.everything.filter(persona=persona).delete()
    _store_statements(persona, found)
    return persona


def persona_fields(found: library.Persona, told: library.Persona) -> dict[str, Any]:
    """The columns of a persona's row.

    Args:
        found: with all statements, whose places `told` names.
        told: the persona as readers see it: its story may leave out what is hidden.
    """
    data = told.model_dump(mode="json", include=set(LISTS))
    plain = {name: getattr(told, name) for name in ("name", "tagline", "summary", "size", "share")}
    place = {said.id: position for position, said in enumerate(found.statements, start=1)}
    return data | plain | {"label": found.label[:200]} | _told(told, place)


def _told(told: library.Persona, place: dict[str, int]) -> dict[str, Any]:
    story = [
        {"text": each.text, "about": each.about, "positions": [place[id_] for id_ in each.statements]}
        for each in told.story
    ]
    unlike = [
        {"persona": line.persona, "text": line.text, "topic": line.topic, "positions": [place[line.statement]]}
        for line in told.unlike
    ]
    return {"story": story, "unlike": unlike}


def _store_statements(persona: Persona, found: library.Persona) -> None:
    rows = [
        Statement(persona=persona, position=position, **statement_fields(said))
        for position, said in enumerate(found.statements, start=1)
    ]
    Statement.objects.bulk_create(rows)
    Evidence.objects.bulk_create(
        passage for row, said in zip(rows, found.statements, strict=True) for passage in evidence_rows(row, said)
    )


def statement_fields(said: library.Statement) -> dict[str, Any]:
    """The columns of a statement's row but for its place."""
    fields = said.model_dump(exclude={"id", "evidence", *COUNTED})
    count = said.model_dump(mode="json", include=set(COUNTED)) if said.origin == "counted" else None
    return fields | {"key": said.id, "count": count}


def evidence_rows(statement: Statement, said: library.Statement) -> list[Evidence]:
    """The passages behind a statement, in their order."""
    return [
        Evidence(statement=statement, position=position, **passage.model_dump())
        for position, passage in enumerate(said.evidence, start=1)
    ]
