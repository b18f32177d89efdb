"""What a code book says: the texts of questions by the names of columns, and labels by the codes in their cells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from persona.reading.naming import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.reading.sheets import SheetView

LEAST_NAMED = 2
FITS = 0.8  # share of a column's different cells that have a label
PAIR = re.compile(r"\s*([-+]?\d+|[A-Za-z]\d*)\s*(?:=|:|\)|\.|-|–|→)\s*([^=;|\n]+)")
BETWEEN = re.compile(r"\s*[;|\n]\s*|,\s+(?=[-+]?\d+\s*[=:)])")


@dataclass(frozen=True)
class Codebook:
    """By the folded name of a column."""

    texts: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    """The sheets that tell of these columns, and hold no answers."""

    def labels_for(self, name: str, cells: set[str]) -> Mapping[str, str] | None:
        """The labels of a column's codes, where they fit what stands in it."""
        labels = self.labels.get(fold(name))
        filled = {cell for cell in cells if cell}
        if not labels or not filled:
            return None
        return labels if sum(cell in labels for cell in filled) >= FITS * len(filled) else None


def read_codebook(views: Sequence[SheetView], names: Sequence[str]) -> Codebook:
    """What the sheets tell of the columns with these names."""
    wanted = {fold(name) for name in names}
    texts: dict[str, str] = {}
    labels: dict[str, dict[str, str]] = {}
    told: list[str] = []
    for view in views:
        at = _naming_column(view, wanted)
        if at is None:
            continue
        before = len(texts), sum(map(len, labels.values()))
        rows = _rows_by_name(view, at, wanted)
        for name, row in rows:
            rest = [cell for cell in row[at + 1 :] if cell]
            _add(name, rest, texts, labels)
        _add_short(rows, at, texts)
        if (len(texts), sum(map(len, labels.values()))) != before:
            told.append(view.name)
    return Codebook(texts, {name: found for name, found in labels.items() if len(found) > 1}, tuple(told))


def _add_short(rows: Sequence[tuple[str, Sequence[str]]], at: int, texts: dict[str, str]) -> None:
    """Texts of one word ("Region"), where they stand in the column in which the others have theirs."""
    places = Counter(row.index(texts[name], at + 1) for name, row in rows if texts.get(name) in row[at + 1 :])
    if not places:
        return
    place = places.most_common(1)[0][0]
    for name, row in rows:
        if name not in texts and place < len(row) and any(map(str.isalpha, row[place])) and not _pairs(row[place]):
            texts[name] = row[place]


def _naming_column(view: SheetView, wanted: set[str]) -> int | None:
    """The column in which the names stand."""
    rows = view.rows
    for at in range(min(view.width, 6)):
        found = {fold(row[at]) for row in rows if at < len(row)} & wanted
        if len(found) >= min(LEAST_NAMED, len(wanted)):
            return at
    return None


def _rows_by_name(view: SheetView, at: int, wanted: set[str]) -> list[tuple[str, Sequence[str]]]:
    """Rows with the name they tell of: their own, or the last one above where they name none."""
    found: list[tuple[str, Sequence[str]]] = []
    current = ""
    for row in view.rows:
        name = fold(row[at]) if at < len(row) else ""
        current = name if name in wanted else current if not name else ""
        if current:
            found.append((current, row))
    return found


def _add(name: str, rest: Sequence[str], texts: dict[str, str], labels: dict[str, dict[str, str]]) -> None:
    """`text`, `code, label`, `text, code, label`, or `text, 1 = label; 2 = label`."""
    pairs = [pair for cell in rest for pair in _pairs(cell)]
    if pairs:
        labels.setdefault(name, {}).update(pairs)
    codes = [at for at, cell in enumerate(rest[:-1]) if re.fullmatch(r"[-+]?\d+|[A-Z]\d?", cell)]
    if codes and not pairs:
        labels.setdefault(name, {})[rest[codes[0]]] = rest[codes[0] + 1].strip()
    words = [cell for cell in (rest[: codes[0]] if codes else rest) if len(cell.split()) > 1 and not _pairs(cell)]
    if words:
        texts.setdefault(name, max(words, key=len))


def _pairs(cell: str) -> list[tuple[str, str]]:
    found = [PAIR.fullmatch(piece) for piece in BETWEEN.split(cell)]
    return [(pair[1], pair[2].strip()) for pair in found if pair] if all(found) and len(found) > 1 else []
