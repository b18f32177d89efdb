"""Profile: what each column means, whether it forms the groups, and where personal data is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.messages import configuration_error
from persona.profiling.basis import set_basis
from persona.profiling.columns import sample_cells, understand
from persona.profiling.scales import share_scales

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.models import Column, ColumnChoice, ColumnRole
    from persona.table import Table

__all__ = ["apply_choices", "profile"]


def profile(table: Table, overrides: Mapping[str, ColumnChoice] | None = None) -> tuple[Column, ...]:
    """The meaning of every column, from a seeded sample of the rows; a person's word (`overrides`) wins.

    Raises:
        ConfigurationError: `overrides` names a column that the table does not have.
    """
    overrides = overrides or {}
    _check_names(overrides, table.names)
    cells = sample_cells(table, table.names)
    labels = _labels(table)
    columns = [
        understand(name, position, labels[position], cells[name], table.rows, role=_role(overrides, name))
        for position, name in enumerate(table.names)
    ]
    chosen = [name for name in overrides if _role(overrides, name)]
    return _choose_basis(set_basis(share_scales(columns, chosen), table.rows), overrides)


def apply_choices(
    columns: Sequence[Column], overrides: Mapping[str, ColumnChoice], table: Table | None = None
) -> tuple[Column, ...]:
    """The same columns after a person's changes. Where a role changes, its cells are looked at again in `table`.

    Raises:
        ConfigurationError: an unknown column, or a changed role without a table to look at.
    """
    _check_names(overrides, [column.name for column in columns])
    changed = {c.name: role for c in columns if (role := _role(overrides, c.name)) and role is not c.role}
    if changed:
        if table is None:
            raise configuration_error("role_needs_table", column=next(iter(changed)))
        return profile(table, overrides)
    return _choose_basis(columns, overrides)


def _role(overrides: Mapping[str, ColumnChoice], name: str) -> ColumnRole | None:
    return overrides[name].role if name in overrides else None


def _check_names(overrides: Mapping[str, ColumnChoice], names: Sequence[str]) -> None:
    for name in overrides:
        if name not in names:
            raise configuration_error("unknown_column", column=name, names=", ".join(names))


def _labels(table: Table) -> tuple[str, ...]:
    return table.reports[0].labels or table.names


def _choose_basis(columns: Sequence[Column], overrides: Mapping[str, ColumnChoice]) -> tuple[Column, ...]:
    return tuple(_chosen(column, overrides.get(column.name)) for column in columns)


def _chosen(column: Column, choice: ColumnChoice | None) -> Column:
    if choice is None or choice.basis is None or choice.basis is column.basis:
        return column
    ending = "you chose it to form the groups" if choice.basis else "you chose it only to describe the groups"
    return column.model_copy(update={"basis": choice.basis, "reason": f"{column.reason.split('; ')[0]}; {ending}."})
