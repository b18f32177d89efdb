"""The database's settings from its address."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from persona_web.databases import database


def test_no_address_is_a_file_beside_the_data() -> None:
    settings = database(None, Path("/data"))

    assert (settings["ENGINE"], settings["NAME"]) == ("django.db.backends.sqlite3", Path("/data/app.sqlite3"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
def test_sqlite_takes_the_write_lock_at_once() -> None:
    with connection.cursor() as cursor:
        answers = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "busy_timeout")]

    assert (connection.transaction_mode, answers) == ("IMMEDIATE", [1, 20000])


def test_postgres_with_everything_in_its_address() -> None:
    settings = database("postgresql://an%40a:p%2Fw@db.example:5433/per%20sona?sslmode=require", Path("/data"))

    assert settings == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "per sona",
        "USER": "an@a",
        "PASSWORD": "p/w",
        "HOST": "db.example",
        "PORT": "5433",
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "options": "-c statement_timeout=15000 -c lock_timeout=5000",
            "sslmode": "require",
            "pool": {"min_size": 1, "max_size": 10, "timeout": 10},
        },
    }


@pytest.mark.parametrize("url", ["mysql://host/name", "postgresql://host", "persona"])
def test_another_address_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must look like postgresql://"):
        database(url, Path("/data"))
