"""Roles given on the command line as `Column=role`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from persona.models import ColumnRole


def read_roles(given: list[str]) -> dict[str, ColumnRole]:
    """Columns with their roles; the last `=` divides, since names may hold one."""
    if not given:
        return {}
    from persona.models import ColumnRole

    known = {role.value: role for role in ColumnRole}
    roles = {}
    for text in given:
        column, _, role = text.rpartition("=")
        if not column or role not in known:
            raise typer.BadParameter(f'"{text}" should read "Column=role", with one of: {", ".join(known)}.')
        roles[column] = known[role]
    return roles
