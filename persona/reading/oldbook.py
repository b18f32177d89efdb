"""Old workbooks (.xls): what no library tells: whether the file is whole, its hidden rows, where formulas failed."""

from __future__ import annotations

import struct
from itertools import islice
from typing import TYPE_CHECKING

from persona.messages import data_error
from persona.reading.failed import MOST
from persona.reading.signature import OLD_OFFICE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from persona.reading.failed import Failed

STREAMS = ("Workbook", "Book")
HEADER = 512
ENTRY = 128  # bytes of a directory entry
FREE = 0xFFFFFFFA  # and above: no number of a sector
BEGINS, ENDS, SHEET, ROW = 0x0809, 0x000A, 0x0085, 0x0208
FAILED, FORMULA = 0x0205, 0x0006
HIDDEN = 0x20
LARGEST = 20  # power of two of a sector
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def find_hidden_rows_of_old(path: Path) -> dict[str, frozenset[int]]:
    """The numbers of the hidden rows by sheet; nothing where the file is built in another way."""
    try:
        book = _stream(path.read_bytes())
        return {name: frozenset(_hidden_rows(book, start)) for name, start in _sheets(book)}
    except (struct.error, IndexError, ValueError):
        return {}


def check_old_book(path: Path) -> None:
    """See that the file holds the sectors which its first 512 bytes speak of, before a reader makes room for them.

    Raises:
        DataError: it was cut off, or is damaged.
    """
    with path.open("rb") as file:
        head = file.read(HEADER)
    if len(head) < HEADER:
        return  # too little to tell a workbook from an old text document: the reader says which it is not
    size = 1 << min(struct.unpack_from("<H", head, 30)[0], LARGEST)
    there = -(-(path.stat().st_size - HEADER) // size)
    counts = (struct.unpack_from("<I", head, at)[0] for at in (44, 72))
    named = (struct.unpack_from("<I", head, 48)[0], *struct.unpack_from("<109I", head, 76))
    if any(count > there for count in counts) or any(there <= number < FREE for number in named):
        raise data_error("damaged", kind="Excel")


def find_failed_of_old(path: Path) -> dict[str, Failed]:
    """The cells in which a formula failed, by sheet; nothing where the file is built in another way."""
    try:
        book = _stream(path.read_bytes())
        return {name: dict(islice(_failed(book, start), MOST)) for name, start in _sheets(book)}
    except (struct.error, IndexError, ValueError):
        return {}


def _failed(book: bytes, start: int) -> Iterator[tuple[tuple[int, int], str]]:
    for code, data in _records(book, start):
        error = None
        if code == FAILED and data[7]:
            error = data[6]
        elif code == FORMULA and data[6] == 2 and data[12:14] == b"\xff\xff":  # its result is an error
            error = data[8]
        if error in ERRORS:
            row, column = struct.unpack_from("<2H", data)
            yield (row, column), ERRORS[error]


def _sheets(book: bytes) -> Iterator[tuple[str, int]]:
    for code, data in _records(book, 0):
        if code == SHEET:
            letters, wide = data[6], data[7] & 1
            text = data[8 : 8 + letters * (2 if wide else 1)]
            yield text.decode("utf-16-le" if wide else "latin-1"), struct.unpack_from("<I", data)[0]


def _hidden_rows(book: bytes, start: int) -> Iterator[int]:
    for code, data in _records(book, start):
        if code == ROW:
            number, first, after = struct.unpack_from("<3H", data)
            if data[12] & HIDDEN and after > first:
                yield number + 1


def _records(book: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of one sheet, or of the book: from where it begins to where it ends. What it holds may be nested."""
    depth = 0
    while start + 4 <= len(book):
        code, size = struct.unpack_from("<2H", book, start)
        yield code, book[start + 4 : start + 4 + size]
        depth += (code == BEGINS) - (code == ENDS)
        if depth <= 0:
            return
        start += 4 + size


def _stream(data: bytes) -> bytes:
    """The stream with the book in a compound file: sectors that a table links to each other."""
    if not data.startswith(OLD_OFFICE):
        raise ValueError("no compound file")
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    small = 1 << struct.unpack_from("<H", data, 32)[0]
    directory, least = struct.unpack_from("<I", data, 48)[0], struct.unpack_from("<I", data, 56)[0]
    first_small, first_table, tables = struct.unpack_from("<I4xII", data, 60)
    if not 128 <= size <= 1 << 20 or not 16 <= small <= size:
        raise ValueError("no sectors")
    numbers = [*struct.unpack_from("<109I", data, 76)]
    per_sector = size // 4
    for _ in range(min(tables, len(data) // size)):
        more = struct.unpack_from(f"<{per_sector}I", data, HEADER + first_table * size)
        numbers += more[:-1]
        first_table = more[-1]
    table: list[int] = []
    for number in numbers[: len(data) // (size * per_sector) + 2]:
        if number < FREE:
            table += struct.unpack_from(f"<{per_sector}I", data, HEADER + number * size)
    entries = _chain(data, table, directory, size)
    root = struct.unpack_from("<I", entries, 116)[0]
    for at in range(0, len(entries) - ENTRY + 1, ENTRY):
        length = struct.unpack_from("<H", entries, at + 64)[0]
        name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        if name in STREAMS:
            first, whole = struct.unpack_from("<II", entries, at + 116)
            if whole >= least:
                return _chain(data, table, first, size)[:whole]
            sectors = _chain(data, table, root, size)
            links = _chain(data, table, first_small, size)
            return _chain(sectors, list(struct.unpack(f"<{len(links) // 4}I", links)), first, small, 0)[:whole]
    raise ValueError("no book")


def _chain(data: bytes, table: list[int], first: int, size: int, begin: int = HEADER) -> bytes:
    """The sectors from this one on; a chain that leads back to itself ends after as many as there are."""
    found: list[bytes] = []
    while first < FREE and len(found) <= len(table):
        found.append(data[begin + first * size : begin + (first + 1) * size])
        first = table[first]
    return b"".join(found)
