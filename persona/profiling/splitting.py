"""Several choices in one cell: which separator, which options, also where an option holds the separator itself."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from persona.profiling.values import split_outside_brackets

if TYPE_CHECKING:
    from collections.abc import Sequence

SEPARATORS = (";", "|", "\n", ", ", ",")
MAX_OPTIONS = 100
_LEAST_SPLIT = 0.15  # share of cells that hold the separator
_LEAST_KNOWN = 0.75  # share of all pieces that are options many people ticked
_LONGEST_OPTION = 8.0  # words; longer pieces are sentences with commas in them


class Splitting(NamedTuple):
    """A column's separator and its options, most frequent first."""

    separator: str
    options: tuple[str, ...]


def find_splitting(answers: Sequence[str]) -> Splitting | None:
    """The separator that turns these answers into a small set of options; None when there is none."""
    whole = Counter(answers)
    for separator in SEPARATORS:
        if (found := _try(separator, answers, whole)) is not None:
            return found
    return None


def _try(separator: str, answers: Sequence[str], whole: Counter[str]) -> Splitting | None:
    holding = sum(separator in answer for answer in answers)
    if holding < max(3, _LEAST_SPLIT * len(answers)):
        return None
    rows = [_pieces(answer, separator) for answer in answers]
    rows = _join_inseparable(rows, separator)
    counts = Counter(piece for row in rows for piece in dict.fromkeys(row))
    floor = max(2, len(answers) // 200)
    known = [piece for piece, count in counts.most_common(MAX_OPTIONS) if count >= floor]
    split = sum(len(row) > 1 for row in rows)
    if len(known) < 3 or split < max(3, _LEAST_SPLIT * len(answers)):
        return None
    words = sum(len(piece.split()) * counts[piece] for piece in counts) / counts.total()
    if words > _LONGEST_OPTION or sum(counts[piece] for piece in known) < _LEAST_KNOWN * counts.total():
        return None
    if len(whole) <= len(known):  # fewer combinations than options: these are whole answers with commas in them
        return None
    return Splitting(separator, tuple(known))


def _pieces(answer: str, separator: str) -> list[str]:
    return [piece for piece in (p.strip() for p in split_outside_brackets(answer, separator)) if piece]


def _join_inseparable(rows: list[list[str]], separator: str) -> list[list[str]]:
    """Join neighbours that (almost) never occur apart: "Yes, at home" split at its comma is one option."""
    single = Counter(piece for row in rows for piece in row)
    pairs = Counter(pair for row in rows for pair in pairwise(row))
    glued = {
        pair for pair, count in pairs.items() if count >= 5 and count >= 0.98 * max(single[pair[0]], single[pair[1]])
    }
    if not glued:
        return rows
    glue = separator if separator.endswith(" ") else f"{separator} "
    return [_join_row(row, glued, glue) for row in rows]


def _join_row(row: list[str], glued: set[tuple[str, str]], glue: str) -> list[str]:
    out: list[str] = []
    for at, piece in enumerate(row):
        if at and (row[at - 1], piece) in glued:
            out[-1] += glue + piece
        else:
            out.append(piece)
    return out
