"""Whole personas as JSON: few queries, no models, and each version made once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from generation.models import Evidence, Persona, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

PERSONA = ("id", "run_id", "position", "name", "tagline", "summary", "size", "share", "warnings", "facts", "quotes")
STATEMENT = ("id", "kind", "text", "origin", "strength", "support", "base", "mentions", "topic", "note")
EVIDENCE = ("source", "row", "line", "column", "start", "end", "quote", "strength", "score", "counted")
ROOM = 32_000_000  # bytes that one process keeps


class Shelf:
    """Answers that were made before, by their ETag: a name of their content, so none can be out of date."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, tag: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under `tag`, or else is made now."""
        with self._lock:
            if (found := self._kept.get(tag)) is not None:
                self._kept.move_to_end(tag)
                return found
        made = make()
        with self._lock:
            if tag not in self._kept:
                self._kept[tag] = made
                self._size += len(made)
            while self._size > self.room:
                self._size -= len(self._kept.popitem(last=False)[1])
        return made


def persona_json(persona_id: UUID) -> bytes:
    """`PersonaOut` of one persona, in three queries."""
    found = Persona.objects.filter(pk=persona_id).values(*PERSONA).get()
    found["run"] = found.pop("run_id")
    return to_json({**found, "statements": statements(Statement.objects.filter(persona=persona_id))})


def statements(chosen: Iterable[Any]) -> list[dict[str, Any]]:
    """`StatementOut` of each, in two queries."""
    found = list(chosen.order_by("persona", "position").values(*STATEMENT))  # type: ignore[attr-defined]
    told: dict[UUID, list[dict[str, Any]]] = {statement["id"]: [] for statement in found}
    rows = Evidence.objects.filter(statement__in=told).order_by("statement", "position")
    for statement_id, *values in rows.values_list("statement_id", *EVIDENCE):
        told[statement_id].append(dict(zip(EVIDENCE, values, strict=True)))
    return [{**statement, "evidence": told[statement["id"]]} for statement in found]
