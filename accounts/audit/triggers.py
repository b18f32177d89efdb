"""Triggers that keep the activity log as it was written, whoever speaks to the database.

What is older than `KEPT_DAYS` may be deleted: keeping it longer is the operator's to decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "accounts_auditentry"
KEPT_DAYS = 366
REFUSE = "BEGIN SELECT RAISE(ABORT, 'the activity log is append-only'); END"
SQLITE = (
    f"CREATE TRIGGER audit_no_update BEFORE UPDATE ON {TABLE} {REFUSE}",
    (
        f"CREATE TRIGGER audit_no_delete BEFORE DELETE ON {TABLE} WHEN OLD.at > datetime('now', '-{KEPT_DAYS} days') "
        f"{REFUSE}"
    ),
    # REPLACE takes the old row away without asking the triggers of deletes.
    (
        f"CREATE TRIGGER audit_no_replace BEFORE INSERT ON {TABLE} "  # noqa: S608 -- ours
        f"WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE id = NEW.id OR rowid = NEW.rowid) {REFUSE}"
    ),
)
POSTGRES = (
    (
        "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the activity log is append-only' USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$"
    ),
    f"CREATE TRIGGER audit_no_update BEFORE UPDATE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    (
        f"CREATE TRIGGER audit_no_delete BEFORE DELETE ON {TABLE} FOR EACH ROW "
        f"WHEN (OLD.at > now() - interval '{KEPT_DAYS} days') EXECUTE FUNCTION audit_refuse()"
    ),
    # TRUNCATE deletes no rows one by one.
    f"CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
)
DROP_SQLITE = tuple(f"DROP TRIGGER IF EXISTS audit_no_{what}" for what in ("update", "delete", "replace"))
DROP_POSTGRES = (
    *(f"DROP TRIGGER IF EXISTS audit_no_{what} ON {TABLE}" for what in ("update", "delete", "truncate")),
    "DROP FUNCTION IF EXISTS audit_refuse()",
)


def make(connection: BaseDatabaseWrapper) -> None:
    """From now on the database refuses; triggers of earlier releases go."""
    drop(connection)
    _run(connection, POSTGRES if connection.vendor == "postgresql" else SQLITE)


def drop(connection: BaseDatabaseWrapper) -> None:
    """For the way back of the migration."""
    _run(connection, DROP_POSTGRES if connection.vendor == "postgresql" else DROP_SQLITE)


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
