"""The database's settings from its address."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psycopg
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
        "CONN_HEALTH_CHECKS": True,
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


ASK_TWICE = """
import django, sys
django.setup()
from django.db import close_old_connections
from django.test import Client
print(Client(SERVER_NAME="localhost").get("/healthz").status_code, flush=True)
close_old_connections()  # as the server does after each request
sys.stdin.readline()
print(Client(SERVER_NAME="localhost").get("/healthz").status_code, flush=True)
"""


@pytest.mark.integration
def test_a_database_that_was_restarted_is_no_error(postgres_url: str, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment |= {
        "DATABASE_URL": postgres_url,
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "persona_web.settings",
    }
    process = subprocess.Popen(
        [sys.executable, "-c", ASK_TWICE], env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "200\n"

    with psycopg.connect(postgres_url, autocommit=True) as other:
        ended = other.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND usename = 'persona'"
        ).fetchone()
    told, _ = process.communicate("\n", timeout=60)

    assert ended is not None
    assert ended[0] >= 1
    assert told == "200\n"
