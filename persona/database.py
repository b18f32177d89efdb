"""DuckDB in memory, able to read the named places and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import duckdb

MEMORY = "400MB"


def open_database(
    *, files: Iterable[Path] = (), folders: Iterable[Path] = (), memory: str = MEMORY
) -> duckdb.DuckDBPyConnection:
    """A database on one thread, with a hard limit on memory, no extensions and no way to change that."""
    import duckdb

    database = duckdb.connect(
        config={
            "threads": 1,
            "memory_limit": memory,
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        }
    )
    database.execute(f"SET allowed_paths = [{_literals(files)}]")
    database.execute(f"SET allowed_directories = [{_literals(folders)}]")
    database.execute("SET enable_external_access = false")
    database.execute("SET lock_configuration = true")
    return database


def _literals(paths: Iterable[Path]) -> str:
    """Settings take no parameters, so paths are written out."""
    return ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths)
