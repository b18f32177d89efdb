"""Token texts: `pw_`, 256 random bits in base62, and a checksum that tells a slip from a token before any query."""

from __future__ import annotations

import hashlib
import secrets
import zlib

PREFIX = "pw_"
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BODY, CHECK = 43, 6  # letters that hold 256 and 32 bits
LENGTH = len(PREFIX) + BODY + CHECK
SHOWN = 8


def new_token() -> str:
    """A token that nobody can guess."""
    text = PREFIX + base62(int.from_bytes(secrets.token_bytes(32)), BODY)
    return text + _checksum(text)


def is_well_formed(token: str) -> bool:
    """Whether it can be one of ours: right shape, right checksum."""
    if len(token) != LENGTH or not token.startswith(PREFIX) or not token.isascii():
        return False
    return secrets.compare_digest(_checksum(token[:-CHECK]), token[-CHECK:])


def digest(token: str) -> str:
    """What is kept of a token. 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


def shown(token: str) -> str:
    """The letters by which people recognise it."""
    return token[len(PREFIX) :][:SHOWN]


def base62(number: int, width: int) -> str:
    """A number in letters and digits, filled up on the left.

    >>> base62(61, 3)
    '00z'
    """
    found = ""
    while number:
        number, rest = divmod(number, len(LETTERS))
        found = LETTERS[rest] + found
    return found.rjust(width, LETTERS[0])


def _checksum(text: str) -> str:
    return base62(zlib.crc32(text.encode()), CHECK)
