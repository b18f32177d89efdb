"""Files written whole or not at all: under a side name first, flushed to disk, then renamed."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SIDE = ".new-"
OLD = ".old-"
ABANDONED = 24 * 3600  # seconds after which a side folder belongs to nobody any more


def called(path: Path) -> str:
    """A path's own name for people, also where it is written as `.` or `..`."""
    return (path.name.strip(".") and path.name) or path.resolve().name or str(path)


def write_bytes(path: Path, data: bytes) -> None:
    """Put `data` at `path`; whoever looks sees the old file or the new one, never a part."""
    write_parts(path, (data,))


def write_parts(path: Path, parts: Iterable[bytes]) -> None:
    """`write_bytes` of what is too much to be held at once."""
    side = path.with_name(f"{SIDE}{uuid4().hex}")
    try:
        with side.open("wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        side.replace(path)
    finally:
        side.unlink(missing_ok=True)
    _sync_file(path.parent)


def write_text(path: Path, text: str) -> None:
    """`write_bytes` in UTF-8, with line ends as they stand in `text`."""
    write_bytes(path, text.encode())


def copy_file(source: Path, target: Path) -> None:
    """A copy of the bytes, on disk when this returns."""
    shutil.copyfile(source, target)
    _sync_file(target)


def sha256_of(path: Path) -> str:
    """The fingerprint of a file, however large."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill; it takes the place of `path` when the block ends well, and vanishes when it does not."""
    made = [parent for parent in path.parents if not parent.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    sweep(path.parent)
    side = path.with_name(f"{SIDE}{uuid4().hex}")
    side.mkdir()
    try:
        yield side
        _sync_tree(side)
        _take_place(side, path)
    except BaseException:
        shutil.rmtree(side, ignore_errors=True)
        remove_empty(made)
        raise
    _sync_file(path.parent)


def remove_folder(path: Path) -> None:
    """Delete a folder; it is gone for others at once, however long the deleting takes."""
    side = path.with_name(f"{SIDE}{uuid4().hex}")
    path.rename(side)
    shutil.rmtree(side)


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove these folders one after the other, as far as they are empty."""
    with suppress(OSError):  # others have begun to use one
        for folder in folders:
            folder.rmdir()


def restore(path: Path) -> None:
    """Bring back a folder whose replacement was cut off between its two renames."""
    old = path.with_name(OLD + path.name)
    if not path.exists() and old.exists():
        old.rename(path)


def sweep(parent: Path) -> None:
    """Remove what killed processes left behind a day ago or earlier."""
    for side in parent.glob(f"{SIDE}*"):
        if time.time() - side.stat().st_mtime > ABANDONED:
            shutil.rmtree(side, ignore_errors=True) if side.is_dir() else side.unlink(missing_ok=True)


def _take_place(side: Path, path: Path) -> None:
    old = path.with_name(OLD + path.name)
    if not path.exists():
        side.rename(path)
        return
    shutil.rmtree(old, ignore_errors=True)
    path.rename(old)
    side.rename(path)
    shutil.rmtree(old, ignore_errors=True)


def _sync_tree(folder: Path) -> None:
    for path in (*folder.rglob("*"), folder):
        _sync_file(path)


def _sync_file(path: Path) -> None:
    if os.name == "nt":  # opens no folders, and flushes only files that are open for writing
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
