"""Which migrations this code has, and which a database has been through: asked without Django, before a start."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from persona_web.layout import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from persona_web.env import Env

CONNECT_SECONDS = 5
ASK = "SELECT app, name FROM django_migrations"
Migrations = set[tuple[str, str]]


def files(root: Path = ROOT) -> list[Path]:
    """The migrations of our own apps."""
    return [file for file in root.glob("*/migrations/*.py") if file.stem != "__init__"]


def wanted() -> Migrations:
    """App and name of each migration of this code."""
    return {(file.parent.parent.name, file.stem) for file in files()}


def applied(env: Env) -> Migrations:
    """App and name of each migration that the database has been through, those of libraries too.

    Raises:
        LookupError: the database cannot be asked, or holds no tables yet.
    """
    return _in_postgres(env.database_url) if env.database_url else _in_sqlite(env.data_dir / "app.sqlite3")


def _in_postgres(url: str) -> Migrations:
    import psycopg

    try:
        with psycopg.connect(url, connect_timeout=CONNECT_SECONDS) as database:
            return set(database.execute(ASK).fetchall())
    except psycopg.Error as error:
        raise LookupError from error


def _in_sqlite(file: Path) -> Migrations:
    if not file.exists():
        raise LookupError
    try:
        with closing(
            sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=CONNECT_SECONDS)
        ) as database:
            return set(database.execute(ASK).fetchall())
    except sqlite3.Error as error:
        raise LookupError from error
