"""Office files are archives: what is in them, and whether they unpack to what they say."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

from persona.messages import data_error, file_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

UNPACKED = 1_000_000_000
MEMBERS = 10_000
DIRECTORY = 1000 * MEMBERS  # bytes of the list of members
DIRECTORY_END = re.compile(rb"PK\x05\x06.{8}(.{4})|PK\x06\x06.{36}(.{8})", re.DOTALL)  # its size, plain and long form
NOT_SAID = 0xFFFFFFFF  # in the plain form, where the long one says it
TAIL = 70_000  # bytes at the end of a file in which that stands
PLAIN_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # no office program packs otherwise
BLOCK = 1 << 20
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError),
)


@contextmanager
def archive(path: Path, kind: str) -> Iterator[zipfile.ZipFile]:
    """The archive in a file. What is wrong with it becomes a sentence.

    Raises:
        DataError: the file is damaged or was cut off, or lists too many members.
    """
    _check_directory(path)
    try:
        with zipfile.ZipFile(path) as opened:
            yield opened
    except RecursionError:
        raise
    except BROKEN as exc:
        raise data_error("damaged", kind=kind) from exc


def _check_directory(path: Path) -> None:
    """The list of members is read whole, before anything of it can be counted."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        tail = file.read()
    sizes = (plain or long for plain, long in DIRECTORY_END.findall(tail))
    if any(DIRECTORY < int.from_bytes(size, "little") < NOT_SAID for size in sizes):
        raise data_error("unpacks_too_large", limit=file_size(UNPACKED))


def check_unpacked(opened: zipfile.ZipFile, look: Callable[[str, Iterator[bytes]], None] | None = None) -> None:
    """Unpack every member without keeping it, because an archive may say less than it holds.

    `look` is given the name of each member and its blocks; it takes them all.

    Raises:
        DataError: the members are too many or too large, or packed in a way that no office program uses.
    """
    members = opened.infolist()
    if len(members) > MEMBERS or sum(info.file_size for info in members) > UNPACKED:
        raise data_error("unpacks_too_large", limit=file_size(UNPACKED))
    if any(info.compress_type not in PLAIN_WAYS for info in members):
        raise zipfile.BadZipFile("unusual packing")
    left = UNPACKED
    for info in members:
        counted = _Counted(_blocks(opened, info, left), left)
        look(info.filename, iter(counted)) if look is not None else deque(counted, maxlen=0)
        left = counted.left


class _Counted:
    """Blocks, counted against what may still be unpacked."""

    def __init__(self, blocks: Iterator[bytes], left: int) -> None:
        self._blocks, self.left = blocks, left

    def __iter__(self) -> Iterator[bytes]:
        for block in self._blocks:
            self.left -= len(block)
            if self.left < 0:
                raise data_error("unpacks_too_large", limit=file_size(UNPACKED))
            yield block


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
