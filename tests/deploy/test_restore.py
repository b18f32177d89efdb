"""The drill: what was copied and put back has the same rows and the same files."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

DEPLOY = Path(__file__).resolve().parent.parent.parent / "deploy"
MADE_AGAIN = ("queue/msg/1.msg", "cache/x", "static/app.css", "prepared", "uploads/incoming/half")


def filled(folder: Path) -> Path:
    """An installation with files of all kinds."""
    for name in ("experiments/a/part-00000.parquet", "uploads/b", "encryption-key", *MADE_AGAIN):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"{name} ünï\0".encode())
    return folder


def run(script: str, argument: Path, data: Path, **given: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = {**kept, "DATA_DIR": str(data), "PYTHON": sys.executable, **given}
    command = [DEPLOY / script, argument]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def hashes(folder: Path) -> Mapping[str, str]:
    """Every file that is kept, by its place."""
    found = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    left_out = {*MADE_AGAIN, "app.sqlite3", "app.sqlite3-wal", "app.sqlite3-shm"}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items() if name not in left_out}


def rows(database: Path) -> list[tuple[int, str]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT * FROM said ORDER BY id").fetchall()


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    folder = filled(tmp_path / "data")
    with closing(sqlite3.connect(folder / "app.sqlite3")) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE said (id integer, words text)")
        connection.executemany("INSERT INTO said VALUES (?, ?)", [(n, f"wörds {n}") for n in range(500)])
        connection.commit()
    return folder


def test_what_is_restored_is_what_was_there(installation: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(installation / "app.sqlite3")) as writer:  # it is copied while somebody writes
        writer.execute("INSERT INTO said VALUES (500, 'last')")
        writer.commit()
        writer.execute("INSERT INTO said VALUES (501, 'not yet')")
        copied = run("backup", tmp_path / "backups", installation)
    assert copied.returncode == 0, copied.stderr
    copy = Path(copied.stdout.strip())

    restored = run("restore", copy, tmp_path / "new")
    assert (restored.returncode, restored.stdout) == (0, f"Restored from {copy}.\n"), restored.stderr
    assert len(rows(tmp_path / "new" / "app.sqlite3")) == 501
    assert rows(tmp_path / "new" / "app.sqlite3") == rows(installation / "app.sqlite3")
    assert hashes(tmp_path / "new") == hashes(installation)
    assert sorted(hashes(installation)) == ["encryption-key", "experiments/a/part-00000.parquet", "uploads/b"]
    assert not (tmp_path / "new" / "queue").exists()
    assert (tmp_path / "new").stat().st_mode & 0o077 == copy.stat().st_mode & 0o077 == 0


def test_a_damaged_copy_is_not_restored(installation: Path, tmp_path: Path) -> None:
    copy = Path(run("backup", tmp_path / "backups", installation).stdout.strip())
    (copy / "files" / "uploads" / "b").write_bytes(b"other")

    done = run("restore", copy, tmp_path / "new")
    assert (done.returncode, (tmp_path / "new").exists()) == (1, False)
    assert done.stderr.splitlines()[-1] == f"restore: {copy} is damaged: nothing was restored"


def test_nothing_is_replaced(installation: Path, tmp_path: Path) -> None:
    copy = Path(run("backup", tmp_path / "backups", installation).stdout.strip())
    before = hashes(installation)

    done = run("restore", copy, installation)
    assert (done.returncode, done.stderr) == (1, f"restore: {installation} is not empty: nothing was restored\n")
    assert hashes(installation) == before


def test_half_a_copy_does_not_stay(tmp_path: Path) -> None:
    done = run("backup", tmp_path / "backups", filled(tmp_path / "data"))

    assert (done.returncode, list((tmp_path / "backups").iterdir())) == (1, [])
    assert done.stderr == f"backup: there is no database in {tmp_path}/data\n"


@pytest.mark.long
@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="PostgreSQL is not installed")
def test_a_database_of_its_own_is_restored(tmp_path: Path, postgres_url: str) -> None:
    """Into an empty database of the same server."""
    folder = filled(tmp_path / "data")
    new = postgres_url.rpartition("/")[0] + "/restored"
    with psycopg.connect(postgres_url, autocommit=True) as database:
        database.execute("CREATE TABLE said (id serial, words text)")
        database.execute("INSERT INTO said (words) SELECT 'wörds ' || n FROM generate_series(1, 500) n")
        database.execute("CREATE DATABASE restored")
        before = database.execute("SELECT * FROM said ORDER BY id").fetchall()
    copied = run("backup", tmp_path / "backups", folder, DATABASE_URL=postgres_url)
    assert copied.returncode == 0, copied.stderr

    restored = run("restore", Path(copied.stdout.strip()), tmp_path / "new", DATABASE_URL=new)
    assert restored.returncode == 0, restored.stderr
    with psycopg.connect(new) as database:
        assert database.execute("SELECT * FROM said ORDER BY id").fetchall() == before
    assert hashes(tmp_path / "new") == hashes(folder)

    again = run("restore", Path(copied.stdout.strip()), tmp_path / "other", DATABASE_URL=new)
    assert again.stderr == "restore: the database has tables: make an empty one\n"
