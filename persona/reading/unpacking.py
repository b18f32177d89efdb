"""Office files are archives: what is in them, and whether they unpack to what they say."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from persona.messages import data_error, file_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

UNPACKED = 1_000_000_000
MEMBERS = 10_000
BLOCK = 1 << 20


@contextmanager
def archive(path: Path, kind: str) -> Iterator[zipfile.ZipFile]:
    """The archive in a file. What is wrong with it becomes a sentence.

    Raises:
        DataError: the file is damaged or was cut off.
    """
    try:
        with zipfile.ZipFile(path) as opened:
            yield opened
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as exc:
        raise data_error("damaged", kind=kind) from exc


def check_unpacked(opened: zipfile.ZipFile, look: Callable[[str, bytes], None] | None = None) -> None:
    """Unpack every member without keeping it, because an archive may say less than it holds.

    `look` sees the name of each member with each of its blocks.
    """
    if len(opened.infolist()) > MEMBERS:
        raise data_error("unpacks_too_large", limit=file_size(UNPACKED))
    left = UNPACKED
    for info in opened.infolist():
        for block in _blocks(opened, info, left):
            left -= len(block)
            if left < 0:
                raise data_error("unpacks_too_large", limit=file_size(UNPACKED))
            if look is not None:
                look(info.filename, block)


def _blocks(opened: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> Iterator[bytes]:
    declared, checksum = info.file_size, info.CRC
    info.file_size = limit + 1  # read on, past the size it says,
    del info.CRC  # and stop there without a word: whoever uses the member checks its sum
    try:
        with opened.open(info) as member:
            while block := member.read(BLOCK):
                yield block
    finally:
        info.file_size, info.CRC = declared, checksum
