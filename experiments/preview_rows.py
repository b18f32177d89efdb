"""The lines around a fault, so that people see what to mend."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BESIDE = 2
LENGTH = 300
PIECE = 1_000_000
LOOKED_AT = 100_000_000  # characters, after which nothing is shown
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def around(path: Path, line: int) -> list[dict[str, Any]]:
    """The physical line of this number and two on each side, shortened; letters that cannot be read are replaced."""
    first, last = max(1, line - BESIDE), line + BESIDE
    found = []
    with suppress(EOFError, zlib.error, OSError, UnicodeError), _open(path) as file:  # as far as it can be read
        for number, text in enumerate(_lines(file), start=1):
            if number > last:
                break
            if number >= first:
                found.append({"line": number, "text": text, "is_wrong": number == line})
    return found


def _open(path: Path) -> TextIO:
    with path.open("rb") as file:
        head = file.read(2)
    open_text = gzip.open if head == b"\x1f\x8b" else open
    return open_text(path, "rt", encoding=MARKS.get(head, "utf-8-sig"), errors="replace")


def _lines(file: TextIO) -> Iterator[str]:
    """Line by line, the end of long ones thrown away piece by piece: one line may be the whole file, unpacked."""
    looked_at = 0
    while (text := file.readline(LENGTH)) and looked_at < LOOKED_AT:
        rest = text
        while rest and not rest.endswith("\n") and looked_at < LOOKED_AT:
            rest = file.readline(PIECE)
            looked_at += len(rest)
        looked_at += len(text)
        yield text.rstrip("\n")
