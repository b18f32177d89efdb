"""Column overrides: a person's word on roles and basis, by name, number or pattern."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from persona.messages import configuration_error
from persona.models import Column, ColumnChoice, ColumnRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_RANGE = re.compile(r"(\d+)(?:-(\d+))?")


def choose(
    columns: Sequence[Column],
    *,
    basis: Iterable[str] = (),
    describe: Iterable[str] = (),
    ignore: Iterable[str] = (),
    roles: Mapping[str, ColumnRole] | None = None,
) -> dict[str, ColumnChoice]:
    """The overrides for `PersonaConfig.columns`.

    Columns are named in full, by number from 1 (`3`, `1-11`), or by a pattern (`I feel*`).

    Args:
        columns: the columns as understood.
        basis: the columns that form the groups; all others then only describe them.
        describe: columns that only describe.
        ignore: columns to leave out.
        roles: roles by column.

    Raises:
        ConfigurationError: something names no column.

    Example:
        >>> choose(experiment.columns(), basis=["1-11"])                  # doctest: +SKIP
    """
    chosen: dict[str, ColumnChoice] = {}

    def note(names: Iterable[str], **change: object) -> None:
        for name in names:
            chosen[name] = chosen.get(name, ColumnChoice()).model_copy(update=change)

    forming = named(columns, basis)
    if forming:
        note((column.name for column in columns), basis=False)
        note(forming, basis=True)
    note(named(columns, describe), basis=False)
    for text, role in (roles or {}).items():
        note(named(columns, [text]), role=role)
    note(named(columns, ignore), role=ColumnRole.IGNORE)
    return chosen


def named(columns: Sequence[Column], texts: Iterable[str]) -> tuple[str, ...]:
    """The names of the columns that `texts` mean, in the order of the file."""
    wanted = {name for text in texts for name in _named(columns, text)}
    return tuple(column.name for column in columns if column.name in wanted)


def _named(columns: Sequence[Column], text: str) -> list[str]:
    names = [column.name for column in columns]
    if text in names:
        return [text]
    if numbers := _RANGE.fullmatch(text):
        first, last = int(numbers[1]), int(numbers[2] or numbers[1])
        found = names[first - 1 : last] if 1 <= first <= last <= len(names) else []
    else:
        found = [name for name in names if fnmatchcase(name.casefold(), text.casefold())]
    if not found:
        raise configuration_error("unknown_column", column=text, names=", ".join(names))
    return found
