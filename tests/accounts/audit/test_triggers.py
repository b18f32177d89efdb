"""The triggers of the activity log: whatever way somebody goes past the model, the database refuses."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.operations import RunPython
from django.utils import timezone

from accounts.audit import services, triggers
from accounts.audit.models import AuditEntry

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db
SQLITE = connection.vendor == "sqlite"


@pytest.fixture
def entry() -> AuditEntry:
    """One entry, in a database that keeps it."""
    triggers.make(connection)
    return services.record("signed_in", step="password")


def run(statement: str, *values: object) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def held() -> list[tuple[object, ...]]:
    return list(AuditEntry.objects.values_list())


def copied(entry: AuditEntry) -> AuditEntry:
    """The same entry, with another word in it."""
    fields = {field.attname: getattr(entry, field.attname) for field in AuditEntry._meta.concrete_fields}
    return AuditEntry(**fields | {"action": "signed_out"})


@pytest.mark.parametrize("column", [field.column for field in AuditEntry._meta.concrete_fields])
def test_no_column_changes(entry: AuditEntry, column: str) -> None:
    before = held()

    with pytest.raises(IntegrityError, match="the activity log is append-only"):
        run(f"UPDATE {triggers.TABLE} SET {column} = {column}")

    assert held() == before


STATEMENTS = [
    "UPDATE {} SET action = 'signed_out' WHERE action = 'signed_in'",
    "DELETE FROM {}",
    "DELETE FROM {} WHERE action = 'signed_in'",
    *(
        [
            "REPLACE INTO {0} SELECT * FROM {0}",
            "INSERT OR REPLACE INTO {0} SELECT * FROM {0}",
            "UPDATE OR REPLACE {} SET action = 'signed_out'",
            "UPDATE OR IGNORE {} SET action = 'signed_out'",
        ]
        if SQLITE
        else ["TRUNCATE {}", "TRUNCATE {} CASCADE"]
    ),
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_no_statement_goes_past(entry: AuditEntry, statement: str) -> None:
    before = held()

    with pytest.raises(IntegrityError, match="the activity log is append-only"):
        run(statement.format(triggers.TABLE))

    assert held() == before


@pytest.mark.skipif(not SQLITE, reason="PostgreSQL has no numbers of rows")
def test_a_row_is_not_replaced_by_its_number(entry: AuditEntry) -> None:
    before = held()
    columns = ", ".join(field.column for field in AuditEntry._meta.concrete_fields)
    others = columns.replace("id, ", "'0123456789abcdef0123456789abcdef', ", 1)

    with pytest.raises(IntegrityError, match="append-only"):
        run(f"REPLACE INTO {triggers.TABLE} (rowid, {columns}) SELECT rowid, {others} FROM {triggers.TABLE}")

    assert held() == before


WAYS: dict[str, Callable[[AuditEntry], object]] = {
    "update": lambda _: AuditEntry._base_manager.update(action="signed_out"),
    "delete": lambda _: AuditEntry._base_manager.all().delete(),
    "bulk update": lambda entry: AuditEntry._base_manager.bulk_update([copied(entry)], ["action"]),
    "save": lambda entry: copied(entry).save_base(raw=True, force_update=True),
    "bulk create over it": lambda entry: AuditEntry.objects.bulk_create(
        [copied(entry)], update_conflicts=True, update_fields=["action"], unique_fields=["id"]
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_nor_do_the_other_managers_of_the_model(entry: AuditEntry, way: str) -> None:
    before = held()

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        WAYS[way](entry)

    assert held() == before


def test_new_entries_are_added_one_by_one_and_many_at_once(entry: AuditEntry) -> None:
    services.record("signed_out")
    AuditEntry.objects.bulk_create([AuditEntry(action="exported"), AuditEntry(action="token_made")])

    found = list(AuditEntry.objects.order_by("at", "id").values_list("action", flat=True))
    assert found == ["signed_in", "signed_out", "exported", "token_made"]


def made_before(days: float) -> AuditEntry:
    return AuditEntry.objects.create(action="signed_in", at=timezone.now() - timedelta(days=days))


def test_only_what_is_older_than_a_year_may_be_deleted_and_nothing_old_changed(entry: AuditEntry) -> None:
    old, young = made_before(triggers.KEPT_DAYS + 0.1), made_before(triggers.KEPT_DAYS - 0.1)
    by_id = f"DELETE FROM {triggers.TABLE} WHERE id = %s"
    prepared = AuditEntry._meta.pk.get_db_prep_value

    with pytest.raises(IntegrityError):
        run(by_id, prepared(young.pk, connection))
    with pytest.raises(IntegrityError):
        run(f"UPDATE {triggers.TABLE} SET action = 'signed_out' WHERE id = %s", prepared(old.pk, connection))
    assert run(by_id, prepared(old.pk, connection)) == 1

    assert set(AuditEntry.objects.values_list("pk", flat=True)) == {entry.pk, young.pk}


@pytest.mark.parametrize(
    ("days", "left"),
    [(0, [1, 365]), (-5, [1, 365]), (366, [1, 365]), (400, [1, 365, 367, 399]), (401, [1, 365, 367, 399, 400.5])],
)
def test_forgetting_never_asks_for_more_than_the_triggers_give(days: int, left: list[float]) -> None:
    triggers.make(connection)
    ages = {made_before(age).pk: age for age in (1, 365, 367, 399, 400.5)}

    forgotten = services.forget_old(days)

    assert sorted(ages[pk] for pk in AuditEntry.objects.values_list("pk", flat=True)) == left
    assert forgotten == len(ages) - len(left)


def test_made_twice_they_are_there_once_and_dropped_they_are_gone(entry: AuditEntry) -> None:
    triggers.make(connection)
    with pytest.raises(IntegrityError):
        run(f"DELETE FROM {triggers.TABLE}")

    triggers.drop(connection)
    triggers.drop(connection)

    assert run(f"UPDATE {triggers.TABLE} SET action = 'signed_out'") == 1
    assert run(f"DELETE FROM {triggers.TABLE}") == 1


@pytest.mark.parametrize(
    ("name", "before"), [("0013_audit_log", ["CreateModel", "RunPython"]), ("0015_audit_log_whole", ["RunPython"])]
)
def test_migrations_make_them(name: str, before: list[str]) -> None:
    """Tests make tables without migrations; what those would do is done here."""
    operations = import_module(f"accounts.migrations.{name}").Migration.operations
    assert [type(operation).__name__ for operation in operations] == before
    [made] = [operation for operation in operations if isinstance(operation, RunPython)]
    services.record("signed_in")

    made.code(None, type("Editor", (), {"connection": connection}))

    with pytest.raises(IntegrityError, match="append-only"):
        run(f"DELETE FROM {triggers.TABLE}")
