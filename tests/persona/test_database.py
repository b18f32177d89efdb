"""The database reads what it is given and nothing else, however it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from persona.database import open_database

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A file in a folder whose name has a quotation mark, and one beside it."""
    (folder := tmp_path / "it's ours").mkdir()
    inside, outside = folder / "in.csv", tmp_path / "out.csv"
    for path in (inside, outside):
        path.write_text("a,b\n1,2\n")
    return inside, outside


def read(database: duckdb.DuckDBPyConnection, path: Path) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = database.execute("SELECT * FROM read_csv(?)", [str(path)]).fetchall()
    return found


@pytest.mark.parametrize("by", ["files", "folders"])
def test_only_what_is_named_is_read(files: tuple[Path, Path], by: str) -> None:
    inside, outside = files
    named = {"files": [inside]} if by == "files" else {"folders": [inside.parent]}

    with open_database(**named) as database:  # type: ignore[arg-type]
        assert read(database, inside) == [(1, 2)]
        with pytest.raises(duckdb.PermissionException):
            read(database, outside)
        with pytest.raises(duckdb.PermissionException):
            read(database, inside.parent / ".." / "out.csv")


@pytest.mark.parametrize(
    "statement",
    [
        "SET enable_external_access = true",
        "SET allowed_directories = ['/']",
        "SET lock_configuration = false",
        "SET memory_limit = '100GB'",
        "SET threads = 64",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM read_csv('https://example.org/a.csv')",
        "SELECT * FROM read_text('/etc/passwd')",
        "ATTACH '/tmp/other.db'",
    ],
)
def test_nothing_that_was_locked_is_opened_again(statement: str, tmp_path: Path) -> None:
    with open_database(folders=[tmp_path]) as database, pytest.raises(duckdb.Error):
        database.execute(statement)


def test_nothing_is_written_elsewhere(tmp_path: Path) -> None:
    (inside := tmp_path / "in").mkdir()

    with open_database(folders=[inside]) as database, pytest.raises(duckdb.PermissionException):
        database.execute(f"COPY (SELECT 1) TO '{tmp_path / 'out.csv'}'")

    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_what_needs_too_much_memory_ends() -> None:
    with open_database(memory="20MB") as database, pytest.raises(duckdb.OutOfMemoryException):
        database.execute("SELECT list(range) FROM range(20000000)").fetchall()
