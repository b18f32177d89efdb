"""Answers of two groups, counted, for tests of counted statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.counted.findings import Finding
from persona.models import Column, ColumnRole, GroupCount

if TYPE_CHECKING:
    from persona.models import Standing


def column(question: str, role: ColumnRole = ColumnRole.CATEGORY, position: int = 0, **more: object) -> Column:
    return Column.model_validate(
        {
            "name": question,
            "position": position,
            "role": role,
            "basis": True,
            "question": question,
            "filled": 100,
            "distinct": 5,
            **more,
        }
    )


def share(of: Column, option: str, here: int, there: int, standing: Standing = "distinctive") -> Finding:
    """So many of a hundred people here, and of a hundred there."""
    groups = (
        GroupCount(persona=1, base=100, count=here, share=here / 100),
        GroupCount(persona=2, base=100, count=there, share=there / 100),
    )
    effect = (here - there) / 50
    return Finding((of,), option, 1, groups, (here + there) / 200, 200, effect, of.name, standing)


def mean(of: Column, here: float, there: float, block: str = "") -> Finding:
    groups = (GroupCount(persona=1, base=100, mean=here), GroupCount(persona=2, base=100, mean=there))
    return Finding((of,), None, 1, groups, (here + there) / 2, 200, here - there, block or of.name, "distinctive")
