"""Checks of the machine: its disk, the folder of data, and what is installed."""

from __future__ import annotations

import fcntl
import shutil
import sqlite3
import tempfile
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

from core import disk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from persona_web.env import Env

DISTRIBUTION = "persona-web"
OLDEST_SQLITE = (3, 35)  # RETURNING, which Django uses
SCARCE = 0.1  # of a disk: less is told


def storage(env: Env) -> Iterator[str]:
    """Whether files can be kept as they must be: written, renamed, locked, read again."""
    folder = env.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write_rename_and_lock(folder)
    except OSError as error:
        yield f"DATA_DIR {folder} cannot keep files: {error.strerror}. Whoever runs the app must be its owner."
    if not env.production and disk.is_open_to_others(folder):
        yield f"Others on this machine can look into {folder}, where answers lie. To change that: chmod 700 {folder}"


def _write_rename_and_lock(folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as probe:
        draft, kept = Path(probe) / "draft", Path(probe) / "kept"
        draft.write_bytes(disk.PROBE)
        draft.replace(kept)
        with kept.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def room(env: Env) -> Iterator[str]:
    """Whether the next upload can be kept."""
    if env.data_dir.exists() and not disk.has_room(env.data_dir):
        yield f"The disk of {env.data_dir} is full: less than {disk.LEAST_ROOM // 1_000_000} MB are left."


def scarce_room(env: Env) -> Iterator[str]:
    """Whether the disk will soon be full."""
    if env.data_dir.exists():
        usage = shutil.disk_usage(env.data_dir)
        if usage.free < SCARCE * usage.total:
            yield f"The disk of {env.data_dir} is {1 - usage.free / usage.total:.0%} full."


def versions(_env: Env) -> Iterator[str]:
    """Whether what is installed is what this version asks for."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        yield f"SQLite {sqlite3.sqlite_version} is too old: 3.35 or newer is needed."
    yield from _packages()


def _packages() -> Iterator[str]:
    from packaging.requirements import Requirement

    for line in requires(DISTRIBUTION) or ():
        wanted = Requirement(line)
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": "web"}):
            continue
        try:
            if not wanted.specifier.contains(found := version(wanted.name), prereleases=True):
                yield f"{wanted.name} {found} is installed, {wanted.specifier} is needed: install persona-web again."
        except PackageNotFoundError:
            yield f"{wanted.name} is missing: install persona-web again."
