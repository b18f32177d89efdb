"""Garbled letters put right: UTF-8 that was read as Windows-1252 and stored again ("ZÃ¼rich", "donâ€™t")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What the bytes 80 to BF look like in Windows-1252 (and, where it has no letter, in Latin-1).
_NEXT = f"[{re.escape(''.join(bytes([b]).decode('cp1252', 'ignore') or chr(b) for b in range(0x80, 0xC0)))}]"
_COMMON = f"[ÂÃ]{_NEXT}|[ÄÅ](?![‘’“”–]){_NEXT}|â{_NEXT}{{2}}|ð{_NEXT}{{3}}"
# A lone pair may be text of its own (« là » holds à, a no-break blank and »), so rarer beginnings need company.
_RARE = f"(?:[Â-ß]{_NEXT}|[à-ï]{_NEXT}{{2}}){{2,}}"
_GARBLED = re.compile(f"(?:{_COMMON}|{_RARE})+")
_HINT = re.compile("[Â-ô]")


def repair_letters(text: str) -> str:
    """The text with such letters put right; the same text where there are none."""
    return _GARBLED.sub(_decoded, text) if _HINT.search(text) else text


def garbled(texts: Iterable[str]) -> tuple[str, ...]:
    """Those of the texts that hold garbled letters."""
    return tuple(text for text in texts if repair_letters(text) != text)


def _decoded(match: re.Match[str]) -> str:
    try:
        return b"".join(_byte(letter) for letter in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
