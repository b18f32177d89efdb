"""Columns for the tests of this folder."""

from __future__ import annotations

from persona.models import Column, ColumnRole


def column(name: str, role: ColumnRole, **fields: object) -> Column:
    """A question with this name; what else it is may be told."""
    shown = {"position": 0, "basis": True, "question": f"{name}?", "filled": 200, "distinct": 2}
    return Column(name=name, role=role, **(shown | fields))  # type: ignore[arg-type]
