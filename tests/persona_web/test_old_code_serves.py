"""Code of the release before works on tables of today: it goes on serving while a new version is rolled out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import pytest
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import BaseConstraint, Field
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
APPS = ("accounts", "experiments", "generation")
V_0_6 = ("0007_constraints_by_their_names", "0005_described_as_the_model_says", "0010_leased")
SERVES = ("0016_team_looks", "0013_home", "0025_own_pictures")
"""The last migrations of the oldest code that may serve on tables of today. Moved up with each release, to its own."""
HARMLESS = frozenset[str]()
"""Constraints on tables of old code, new or changed, that nothing it writes can break; each with its reason."""


class Known(NamedTuple):
    """A table as some code has it: its columns, and what it holds rows to."""

    columns: dict[str, Field]
    constraints: dict[str, BaseConstraint]


@pytest.fixture(autouse=True)
def migrations(settings: Settings) -> None:
    """They are read here; the tables of tests are made without them."""
    settings.MIGRATION_MODULES = {}


def known(leaves: tuple[str, ...] | None = None) -> dict[str, Known]:
    """The tables as code with these migrations has them, by name; without any, as that of today."""
    loader = MigrationLoader(None)
    nodes = list(zip(APPS, leaves, strict=True)) if leaves else loader.graph.leaf_nodes()
    found = [model._meta for model in loader.project_state(nodes).apps.get_models()]
    return {
        model.db_table: Known(
            {field.column: field for field in model.local_concrete_fields},
            {constraint.name: constraint for constraint in model.constraints},
        )
        for model in found
        if model.app_label in APPS
    }


def complaints(leaves: tuple[str, ...]) -> Iterator[str]:
    """What code with these migrations cannot do on the tables of today: read, or write without knowing what is new."""
    today, tables = known(), set(connection.introspection.table_names())
    for table, old in sorted(known(leaves).items()):
        if table not in tables:
            yield f"{table} is gone"
            continue
        yield from _columns(table, old.columns)
        now = today[table].constraints.items()
        yield from (f"{name} is new or changed" for name, each in now if each != old.constraints.get(name))


def _columns(table: str, old: dict[str, Field]) -> Iterator[str]:
    with connection.cursor() as cursor:
        now = {column.name: column for column in connection.introspection.get_table_description(cursor, table)}
    yield from (f"{table}.{name} is gone" for name in old if name not in now)
    for name, column in now.items():
        if name not in old and not column.null_ok and column.default is None:
            yield f"{table}.{name} must be given"
        elif name in old and old[name].null and not column.null_ok:
            yield f"{table}.{name} may not be empty any more"
        elif name in old and _letters(old[name]) > (column.display_size or math.inf):
            yield f"{table}.{name} holds less"


def _letters(field: Field) -> int:
    """How many old code may write. Ids have a length to Django, too, and are no text in PostgreSQL."""
    return (field.max_length or 0) if isinstance(field, models.CharField) else 0


def test_old_code_reads_and_writes_tables_of_today() -> None:
    """Where this fails, give a new column `db_default=` (or `null=True`), and take columns away one release later."""
    assert [each for each in complaints(SERVES) if each.split()[0] not in HARMLESS] == []


def test_code_that_could_not_is_seen() -> None:
    """That of 0.6 knew no teams: its processes were stopped first, as the notes of that upgrade say."""
    found = set(complaints(V_0_6))

    assert {
        "accounts_user.mail_when_done must be given",
        "experiments_experiment.team_id must be given",
        "generation_statement.original_text is gone",
        "one_key_for_each_provider is new or changed",
    } <= found


def test_each_kind_of_change_that_old_code_does_not_survive_is_told() -> None:
    old = {
        "id": models.IntegerField(),
        "same": models.CharField(max_length=20),
        "longer": models.CharField(max_length=20),
        "looser": models.CharField(max_length=20),
        "shorter": models.CharField(max_length=20),
        "tighter": models.IntegerField(null=True),
        "gone": models.IntegerField(),
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE toy (id integer PRIMARY KEY, same varchar(20) NOT NULL, longer varchar(40) NOT NULL, "
            "looser varchar(20), shorter varchar(5) NOT NULL, tighter integer NOT NULL, given integer NOT NULL, "
            "by_itself integer NOT NULL DEFAULT 0, maybe integer)"
        )

    assert list(_columns("toy", old)) == [
        "toy.gone is gone",
        "toy.shorter holds less",
        "toy.tighter may not be empty any more",
        "toy.given must be given",
    ]
