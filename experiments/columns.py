"""What columns mean: a person's word on top of what was inferred."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from experiments import files
from experiments.models import DataSource
from persona.models import Column, ColumnChoice
from persona.profiling import apply_choices
from persona.source import Source
from persona.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping


def columns_of(source: DataSource) -> tuple[Column, ...]:
    """The columns of a source that has been read, as they stand now."""
    return tuple(Column.model_validate(column) for column in source.columns)


def changes(columns: tuple[Column, ...], wanted: Mapping[str, ColumnChoice]) -> dict[str, ColumnChoice]:
    """What of `wanted` differs from `columns`: a form sends every menu, touched or not."""
    found = {}
    for column in columns:
        if (choice := wanted.get(column.name)) is None:
            continue
        role = None if choice.role is column.role else choice.role
        basis = None if choice.basis is column.basis else choice.basis
        if role is not None or basis is not None:
            found[column.name] = ColumnChoice(role=role, basis=basis)
    return found


def choose(*, source: DataSource, wanted: Mapping[str, ColumnChoice]) -> DataSource:
    """Put a person's word on columns on top of what they said before.

    The rows are looked at outside of the transaction; should somebody have chosen otherwise meanwhile, once more.
    """
    kept = Source(files.source(source.experiment_id, source.pk))
    choices = _merge(source, changes(columns_of(source), wanted), kept.columns)
    while True:
        columns = apply_choices(kept.columns, choices, Table.open([kept.path]))
        with transaction.atomic():
            now = DataSource.objects.select_for_update().get(pk=source.pk)
            if (newer := _load(now)) == choices:
                now.columns = [column.model_dump(mode="json") for column in columns]
                now.save(update_fields=["columns"])
                return now
        choices = newer


@transaction.atomic
def _merge(
    source: DataSource, news: Mapping[str, ColumnChoice], inferred: tuple[Column, ...]
) -> dict[str, ColumnChoice]:
    """Old and new choices together; what says no more than was inferred is left out."""
    now = DataSource.objects.select_for_update().get(pk=source.pk)
    merged = _load(now)
    for column in inferred:
        if (new := news.get(column.name)) is None:
            continue
        old = merged.pop(column.name, ColumnChoice())
        role = new.role or old.role
        choice = ColumnChoice(
            role=None if role is column.role else role, basis=old.basis if new.basis is None else new.basis
        )
        if choice.role is not None or choice.basis not in (None, column.basis):
            merged[column.name] = choice
    now.overrides = {name: choice.model_dump(mode="json") for name, choice in merged.items()}
    now.save(update_fields=["overrides"])
    return merged


def _load(source: DataSource) -> dict[str, ColumnChoice]:
    return {name: ColumnChoice.model_validate(choice) for name, choice in source.overrides.items()}
