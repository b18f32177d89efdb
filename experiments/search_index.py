"""The index over `SearchText.words`: FTS5 where the database is SQLite, a tsvector with a GIN index in PostgreSQL.

Both find phrases whose last word may go on, so one set of terms serves both. No model knows the index: it is laid over
the table after every migration.
"""

from __future__ import annotations

from django.db import connection, connections
from django.db.models.expressions import RawSQL

from experiments.search_words import terms

TABLE, INDEX = "experiments_searchtext", "experiments_searchindex"

_NEW = f"INSERT INTO {INDEX}(rowid, words) VALUES (new.id, new.words);"  # noqa: S608 -- names are ours
_GONE = f"INSERT INTO {INDEX}({INDEX}, rowid, words) VALUES ('delete', old.id, old.words);"  # noqa: S608
_TABLE = f"words, content='{TABLE}', content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3'"
_TRIGGERS = {"new": ("INSERT", _NEW), "gone": ("DELETE", _GONE), "changed": ("UPDATE", _GONE + _NEW)}
_VECTOR = "vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED"

SQLITE = [
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {INDEX} USING fts5({_TABLE})",
    *(
        f"CREATE TRIGGER IF NOT EXISTS {INDEX}_{name} AFTER {what} ON {TABLE} BEGIN {then} END"
        for name, (what, then) in _TRIGGERS.items()
    ),
]
POSTGRESQL = [
    f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS {_VECTOR}",
    f"CREATE INDEX IF NOT EXISTS {INDEX} ON {TABLE} USING gin (vector)",
]


def lay(sender: object, using: str, **_: object) -> None:  # noqa: ARG001 -- a signal's receiver
    """Lay the index over the table after migrations, where it is not there; whoever remakes the table loses nothing."""
    over = connections[using]
    if TABLE not in over.introspection.table_names():
        return  # migrated back to before
    with over.cursor() as cursor:
        for statement in POSTGRESQL if over.vendor == "postgresql" else SQLITE:
            cursor.execute(statement)


def matches(text: str) -> RawSQL | None:
    """The ids of the `SearchText` that say every word of the text; None: it has no word."""
    wanted = terms(text)
    if not wanted:
        return None
    if connection.vendor == "postgresql":
        query = " & ".join(" <-> ".join(term.split()) + ":*" for term in wanted)
        return RawSQL(f"SELECT id FROM {TABLE} WHERE vector @@ to_tsquery('simple', %s)", [query])  # noqa: S608, S611
    query = " ".join(f'"{term}"*' for term in wanted)
    return RawSQL(f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s", [query])  # noqa: S608, S611
