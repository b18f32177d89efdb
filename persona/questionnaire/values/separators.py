"""Marks that part several answers in one cell, and the pieces between them, brackets and quotes left whole."""

from __future__ import annotations

import ast
import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Separator(NamedTuple):
    """`mark` is what people are told; `pattern` finds it; a `plain` one is no sentence mark, so it needs less proof."""

    mark: str
    pattern: re.Pattern[str]
    plain: bool = False


SEPARATORS = (
    Separator(";", re.compile(r"\s*;\s*"), plain=True),
    Separator("؛", re.compile(r"\s*؛\s*"), plain=True),
    Separator("；", re.compile(r"\s*；\s*"), plain=True),
    Separator("|", re.compile(r"\s*\|+\s*"), plain=True),
    Separator("\n", re.compile(r"\s*\n\s*"), plain=True),
    Separator("\t", re.compile(r"\s*\t\s*"), plain=True),
    Separator("•", re.compile(r"\s*[•·‣▪]\s*"), plain=True),
    Separator("::", re.compile(r"\s*:{2,3}\s*"), plain=True),
    Separator("┋", re.compile(r"\s*┋\s*"), plain=True),
    Separator(",", re.compile(r",(?!\s|\d{3}(?!\d))")),
    Separator(", ", re.compile(r"(?<!\d),\s*|,(?!\d{3}(?!\d))\s*")),
    Separator("、", re.compile(r"\s*、\s*")),
    Separator("،", re.compile(r"\s*،\s*")),
    Separator("，", re.compile(r"\s*，\s*")),
    Separator("／", re.compile(r"\s*／\s*")),
    Separator(" / ", re.compile(r"\s+/\s+")),
    Separator("/", re.compile(r"/")),
    Separator(" + ", re.compile(r"\s+\+\s+")),
    Separator(" & ", re.compile(r"\s+&\s+")),
)
_PAIRS = {"(": ")", "[": "]", "{": "}", "（": "）", "“": "”", "「": "」"}
_OPENING = re.compile(r"[(\[{（“「\"]")
_LIST = re.compile(r"\s*[\[{].*[\]}]\s*", re.DOTALL)
LIST_MARK = "[]"
_NAMES_OF_CHOICES = ("label", "name", "value", "text", "title", "choice", "option", "answer")
SLUG_MARK = " "


class Piece(NamedTuple):
    """One part of a cell: from `start` to `end` of its text."""

    start: int
    end: int


def quick_parts(text: str, separator: Separator) -> list[str] | None:
    """The parts of a cell without brackets or quotes; None where `pieces` must look."""
    if _OPENING.search(text):
        return None
    return [part for part in map(str.strip, separator.pattern.split(text)) if part]


@lru_cache(maxsize=65_536)
def pieces(text: str, separator: Separator) -> tuple[Piece, ...]:
    """Where the parts of a cell stand, empty ones left out; what is in brackets or quotes stays whole."""
    shielded = _shielded(text)
    found, start = [], 0
    for match in separator.pattern.finditer(text):
        if any(a < match.start() < b for a, b in shielded):
            continue
        found.append(Piece(start, match.start()))
        start = match.end()
    found.append(Piece(start, len(text)))
    return tuple(piece for piece in (_trimmed(text, p) for p in found) if piece.start < piece.end)


def cut_further(text: str, is_known: Callable[[str], bool]) -> list[str] | None:
    """The parts of an answer that somebody wrote with another mark, where all of them are known; None where not."""
    for separator in SEPARATORS:
        if separator.pattern.search(text) is None or len(spans := pieces(text, separator)) < 2:
            continue
        found: list[str] = []
        for span in spans:
            part = text[span.start : span.end]
            more = [part] if is_known(part) else cut_further(part, is_known)
            if more is None:
                break
            found += more
        else:
            return found
    return None


def _trimmed(text: str, piece: Piece) -> Piece:
    """The piece without blanks at its ends, and without quotes around the whole of it."""
    inner = text[piece.start : piece.end]
    bare = inner.strip()
    if len(bare) > 2 and bare[0] == bare[-1] == '"' and bare.count('"') == 2:
        start = piece.start + inner.index('"') + 1
        return _trimmed(text, Piece(start, start + len(bare) - 2))
    if inner and not inner[0].isspace() and not inner[-1].isspace():
        return piece
    left, right = len(inner) - len(inner.lstrip()), len(inner) - len(inner.rstrip())
    return Piece(piece.start + left, max(piece.start + left, piece.end - right))


def _shielded(text: str) -> list[tuple[int, int]]:
    """Stretches in brackets or quotes that close again."""
    if not _OPENING.search(text):
        return []
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for at, letter in enumerate(text):
        if letter == '"':
            if stack and stack[-1][0] == '"':
                found.append((stack.pop()[1], at))
            elif text.find('"', at + 1) > 0:
                stack.append(('"', at))
        elif letter in _PAIRS:
            stack.append((_PAIRS[letter], at))
        elif stack and letter == stack[-1][0]:
            found.append((stack.pop()[1], at))
    return found


@lru_cache(maxsize=65_536)
def listed(text: str) -> tuple[str, ...] | None:
    """The entries of a list as programs write it: ["a", "b"], ['a', 'b'], {a,b}; None where the cell is none."""
    if not _LIST.fullmatch(text):
        return None
    text = text.strip()
    for read in (json.loads, ast.literal_eval):
        try:
            found = read(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        return _entries(sorted(found, key=lambda entry: text.find(str(entry))) if isinstance(found, set) else found)
    inner = text[1:-1].strip()
    if text[0] in "{[" and "{" not in inner and "[" not in inner and ":" not in inner:
        return tuple(part.strip().strip("\"'") for part in inner.split(",") if part.strip())
    return None


def _entries(found: object) -> tuple[str, ...] | None:
    if isinstance(found, dict):  # {"Slack": true, "Teams": false}, or 1 and 0: what is true was ticked
        if found and all(isinstance(value, (bool, int)) and value in (0, 1) for value in found.values()):
            return tuple(str(key) for key, value in found.items() if value)
        return None
    if not isinstance(found, (list, tuple)):
        return None
    named = [_name(entry) for entry in found]
    return None if None in named else tuple(name.strip() for name in named if name and name.strip())


def _name(entry: object) -> str | None:
    if isinstance(entry, dict):
        found = next((entry[key] for key in _NAMES_OF_CHOICES if key in entry), None)
        return None if found is None else str(found)
    return None if isinstance(entry, (list, tuple, set)) else str(entry)
