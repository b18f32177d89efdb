"""Personas as JSON: few queries and no models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from generation.personas.models import Evidence, Persona, Statement
from generation.personas.persistence import COUNTED

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

BRIEF = ("id", "run", "position", "name", "label", "tagline", "summary", "size", "share", "warnings")
PERSONA = (*BRIEF, "facts", "quotes", "edited")
STATEMENT = (
    "id",
    "kind",
    "text",
    "origin",
    "strength",
    "support",
    "base",
    "mentions",
    "topic",
    "note",
    "key",
    "edited",
)
EVIDENCE = ("source", "row", "line", "column", "start", "end", "quote", "strength", "score", "counted")
UNTOUCHED: dict[str, Any] = {
    "rewritten": [], "fields": [], "notes": [], "approved": None, "locked": None, "hidden": None, "groups": [],
}  # fmt: skip
"""`PersonaEdited` where nobody did anything."""
UNMARKED: dict[str, Any] = {
    "changed": None, "before": None, "pinned": None, "hidden": None, "judgement": None, "judged": None, "notes": [],
}  # fmt: skip
"""`StatementEdited` where nobody did anything."""


def personas_json(run_id: UUID) -> bytes:
    """`PersonasOut` of a run, in one query."""
    found = Persona.objects.filter(run=run_id).order_by("position").values(*BRIEF)
    return to_json({"items": list(found)})


def persona_json(persona_id: UUID) -> bytes:
    """`PersonaOut` of one persona, in three queries."""
    found = Persona.objects.filter(pk=persona_id).values(*PERSONA, "picture").get()
    found["edited"] = UNTOUCHED | {"picture": found.pop("picture") or None} | found["edited"]
    return to_json({**found, "statements": statements(Statement.objects.filter(persona=persona_id))})


def statement_json(statement_id: UUID) -> bytes:
    """`StatementOut` of one statement, in two queries."""
    return to_json(statements(Statement.objects.filter(pk=statement_id))[0])


def statements(chosen: QuerySet[Statement]) -> list[dict[str, Any]]:
    """`StatementOut` of each, in two queries."""
    kept = (name for name in STATEMENT if name != "edited")
    found = list(chosen.order_by("persona", "position").values(*kept, "count", "marks"))
    told: dict[UUID, list[dict[str, Any]]] = {statement["id"]: [] for statement in found}
    rows = Evidence.objects.filter(statement__in=told).order_by("statement", "position")
    for statement_id, *values in rows.values_list("statement_id", *EVIDENCE):
        told[statement_id].append(dict(zip(EVIDENCE, values, strict=True)))
    return [_with_count(statement) | {"evidence": told[statement["id"]]} for statement in found]


def _with_count(statement: dict[str, Any]) -> dict[str, Any]:
    """The statement with the fields of a counted one, which others have empty."""
    count = statement.pop("count") or {}
    statement["edited"] = UNMARKED | statement.pop("marks")
    columns = count.get("columns", [])  # a run before 0.7 named them only
    asked = count.get("asked", [{"column": name, "question": count.get("question") or name} for name in columns])
    told = {name: count.get(name, [] if name == "groups" else None) for name in COUNTED}
    return statement | told | {"asked": asked, "columns": [each["column"] for each in asked]}
