"""Passwords that were stolen from others and published: looked up in a file of the operator's, and nowhere else.

The file holds a password, or its SHA-1 in hexadecimal digits, a line; after a colon may stand how often it was seen.
A file of hashes in their order, as Have I Been Pwned gives it, is searched by halves: forty gigabytes in some reads.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

_HASH = re.compile(rb"[0-9A-Fa-f]{40}")
_SMALL = 4096
"""Bytes that are read line by line once the search has come so near."""


def is_breached(password: str, path: Path) -> bool:
    """Whether the file holds the password.

    Raises:
        OSError: the file cannot be read.
    """
    digest = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with path.open("rb") as file:
        if not _HASH.match(file.readline()):
            return _holds(file, password.encode())
        return _holds_hash(file, digest, file.seek(0, 2))


def _holds(file: BinaryIO, password: bytes) -> bool:
    file.seek(0)
    return any(line.rstrip(b"\r\n") == password for line in file)


def _holds_hash(file: BinaryIO, digest: bytes, size: int) -> bool:
    low, high = 0, size
    while high - low > _SMALL:
        middle = (low + high) // 2
        file.seek(middle)
        file.readline()  # the rest of a line
        line = file.readline()
        if line and line[:40].upper() < digest:
            low = middle
        else:
            high = middle
    file.seek(low)
    if low:
        file.readline()
    while line := file.readline():
        found = line[:40].upper()
        if found >= digest:
            return found == digest
    return False
