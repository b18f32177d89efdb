"""Answers cut into passages, one sentence or clause each, with its place in the cell: any script, no word changed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from persona.text.languages import languages
from persona.text.words import word_count

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 16  # words; a longer sentence is cut where a clause begins
SHORT = 4  # words that a clause keeps on either side of a cut
_END = re.compile(r"(?<=[.!?…؟۔।॥])[\"'”’)\]]*\s+(?=\S)|(?<=[。！？｡])|\n+|[;؛]\s+|\s+[-–—•*]{1,3}\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|esp|vs|mr|mrs|ms|dr|st|no|approx|z\.B|d\.h|bzw|p\.ej|p\.ex|ca|sr|sra)|\b[^\W\d_])\.$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+|(?:^|(?<=\s))\.?@\w+|(?:^|(?<=\s))RT\b:?|&\w+;|<[^<>]{1,80}>"
)
_EDGE = " \t\r\n\u00a0\"'“”‘’«»*•·–—-_,.;:!?…()[]<>~|/\\。、！？「」؟؛،۔।॥"
_MAY_END = re.compile("[.!?…؟۔।॥。！？｡\n;؛–—•*-]")


class Passage(NamedTuple):
    """A stretch of a cell, counted in characters from its beginning; `text` is the cell between the two."""

    start: int
    end: int
    text: str


def passages(cell: str) -> list[Passage]:
    """The sentences of an answer, long ones as their clauses, without links, handles and stray marks at their edges."""
    found = []
    for left, right in _sentences(cell):
        long = word_count(cell[left:right]) > LONG
        for a, b in _clauses(cell, left, right) if long else [(left, right)]:
            start, end = _trimmed(cell, a, b)
            if any(map(str.isalpha, cell[start:end])):
                found.append(Passage(start, end, cell[start:end]))
    return found


def plain(text: str) -> str:
    """What meaning is taken from: without links, handles and marks of pages, spaces evened."""
    return " ".join(_FURNITURE.sub(" ", text).replace("’", "'").split())


def _sentences(cell: str) -> Iterator[tuple[int, int]]:
    left = 0
    for mark in _END.finditer(cell) if _MAY_END.search(cell, 0, len(cell) - 1) else ():
        if (
            mark[0].isspace()
            and "\n" not in mark[0]
            and _ABBREVIATION.search(cell[max(left, mark.start() - 8) : mark.start()])
        ):
            continue
        yield left, mark.start()
        left = mark.end()
    yield left, len(cell)


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    """Where a clause may begin: behind a comma or before a word that sets two thoughts against each other."""
    turns = sorted({word for language in languages().values() for word in language.contrast if word.isascii()})
    return re.compile(
        rf",\s+(?=\S+\s)|、|\s+(?=(?:{'|'.join(turns)}|because|and i|and it|und ich|y me|et je)\s)", re.IGNORECASE
    )


def _clauses(cell: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    for mark in _joint().finditer(cell, left, right):
        if word_count(cell[left : mark.start()]) >= SHORT and word_count(cell[mark.end() : right]) >= SHORT:
            yield left, mark.start()
            left = mark.end()
    yield left, right


def _trimmed(cell: str, left: int, right: int) -> tuple[int, int]:
    while True:
        left += right - left - len(cell[left:right].lstrip(_EDGE))
        right = left + len(cell[left:right].rstrip(_EDGE))
        mark = _FURNITURE.match(cell, left, right)
        if mark is None:
            return left, right
        left = mark.end()
