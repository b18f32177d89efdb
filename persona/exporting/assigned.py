"""Placed people as CSV: a line for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.exporting.cells import csv_lines

if TYPE_CHECKING:
    from persona.models.assigning import Assigned

COLUMNS = ("row", "persona", "sure", "next", "answered")


def assigned_csv(found: Assigned) -> str:
    """`row, persona, sure, next, answered`: who could not be placed has no persona."""
    rows = ((each.row, each.persona or "", each.sure, each.next or "", each.answered) for each in found.assignments)
    return "".join(csv_lines(COLUMNS, rows, for_people=False))
