"""What a database has been through, asked before a start: in any folder, and where there is no answer."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from persona_web.migrations_applied import applied, files, wanted

if TYPE_CHECKING:
    from pathlib import Path

DONE = {("runs", "0001_initial"), ("runs", "0002_more")}


def env(folder: Path, url: str | None = None) -> object:
    return SimpleNamespace(data_dir=folder, database_url=url)


def kept(folder: Path) -> Path:
    """A database that has been through `DONE`."""
    folder.mkdir(exist_ok=True)
    with closing(sqlite3.connect(folder / "app.sqlite3")) as database, database:
        database.execute("CREATE TABLE django_migrations (id INTEGER, app TEXT, name TEXT)")
        database.executemany("INSERT INTO django_migrations (app, name) VALUES (?, ?)", DONE)
    return folder


@pytest.mark.parametrize("name", ["data", "with space", "a#b", "what?mode=rw", "100%41", "größe", "東京"])
def test_a_database_is_asked_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    assert applied(env(kept(tmp_path / name))) == DONE  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_where_there_is_none_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        applied(env(tmp_path))  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("held", [b"", b"no database", b"SQLite format 3\x00"], ids=["empty", "text", "cut"])
def test_what_is_no_database_or_has_no_tables_cannot_be_asked(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "app.sqlite3").write_bytes(held)
    with pytest.raises(LookupError):
        applied(env(tmp_path))  # type: ignore[arg-type]
    assert (tmp_path / "app.sqlite3").read_bytes() == held


def test_a_server_that_is_not_there_cannot_be_asked(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        applied(env(tmp_path, "postgresql://nobody@127.0.0.1:1/nothing"))  # type: ignore[arg-type]


def test_migrations_are_those_of_our_apps_and_no_other_file(tmp_path: Path) -> None:
    for name in (
        "runs/migrations/0001_initial.py",
        "runs/migrations/__init__.py",
        "runs/models.py",
        "deep/a/migrations/x.py",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    assert [str(file.relative_to(tmp_path)) for file in files(tmp_path)] == ["runs/migrations/0001_initial.py"]
    assert {app for app, _ in wanted()} == {"accounts", "experiments", "generation"}
