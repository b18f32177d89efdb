"""The database: PostgreSQL by DATABASE_URL, else SQLite beside the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from pathlib import Path

POOL = {"min_size": 1, "max_size": 10, "timeout": 10}
# A page that waits longer than this is better told so; a long migration may say ?options= in the address.
LIMITS = "-c statement_timeout=15000 -c lock_timeout=5000"


def database(url: str | None, data_dir: Path) -> dict[str, Any]:
    """Django's settings of one database; the address may end in ?sslmode=require and the like."""
    if url is None:
        return sqlite(data_dir / "app.sqlite3")
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise ImproperlyConfigured("DATABASE_URL must look like postgresql://user:password@host:5432/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,  # the pool keeps connections, Django must not
        "CONN_HEALTH_CHECKS": True,  # the pool asks each before it gives it out: a restarted database is no error
        "OPTIONS": {"options": LIMITS, **dict(parse_qsl(parts.query)), "pool": POOL},
    }


def sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # Deferred transactions that read, then write, fail at once when another writes; immediate ones wait.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-20000;",
        },
    }
