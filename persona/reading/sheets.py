"""Which sheets of a workbook hold the answers: not the code book, nor the summary, nor what belongs to one answer."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from persona.reading.header import find_head
from persona.reading.naming import fold
from persona.reading.rows import as_text, is_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from persona.reading.header import Head

LOOKED_AT = 1000  # rows
HEAD_ROWS = 200
DESCRIBED = 0.5  # share of another sheet's columns that a code book names
LEAST_KEYS = 3
COVERED = 0.9  # share of a repeat group's rows whose key is one of the answers
SAME = 2  # columns, at least, of sheets that are read together
WAVES = 0.8
"""Share of the narrower sheet's columns that another has, too, from which they are waves of one study: a later wave
drops or adds a question or two. Fewer is asked."""
PARENT = re.compile(r"_?parent[_ -]?(?:index|key|id|table[_ ]?name)|_?submission__?_?(?:id|uuid)", re.IGNORECASE)
CODEBOOK = re.compile(
    r"code ?book|codes?|labels?|values?|variables?|variablen|dictionar\w*|legend\w*|key|kodierung|codeplan|codierung"
    r"|diccionario|etiquetas|dictionnaire|legenda|read ?me|notes?|info|about|questions?|questionnaire|fragebogen"
    r"|(?:data )?(?:dictionary|map)|metadata|survey|choices|settings|instructions?",
    re.IGNORECASE,
)
SUMMARY = re.compile(
    r"(?<![^\W\d_])(?:summar\w*|pivot\w*|totals?|overview|dashboard|charts?|graphs?|stat(?:istic)?s|frequenc\w*"
    r"|cross ?tab\w*|auswertung|zusammenfassung|übersicht|häufigkeit\w*|diagramm\w*|resumen|totales|gráficos?|résumé"
    r"|synthèse|riepilogo|resumo|samenvatting)(?![^\W\d_])|集計|グラフ|汇总|统计|요약",
    re.IGNORECASE,
)
TOTALS = re.compile(
    r"(?:grand )?totals?|sum(?:me)?|gesamt|insgesamt|count|average|mean|mittelwert|n\s*=.*", re.IGNORECASE
)


class Sheet(Protocol):
    """As the library for workbooks gives one, with its cells from the first filled row and column on."""

    @property
    def name(self) -> str: ...

    @property
    def height(self) -> int: ...

    @property
    def width(self) -> int: ...

    @property
    def start(self) -> tuple[int, int] | None: ...

    def to_python(self, *, nrows: int) -> Sequence[Sequence[object]]: ...

    def iter_rows(self) -> Iterable[Sequence[object]]: ...


@dataclass(frozen=True)
class SheetView:
    """A sheet as far as its first rows tell."""

    sheet: Sheet
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, sheet: Sheet) -> SheetView:
        rows = sheet.to_python(nrows=LOOKED_AT)
        return cls(sheet, tuple(tuple(as_text(value) for value in row) for row in rows))

    @property
    def name(self) -> str:
        return str(self.sheet.name)

    @cached_property
    def width(self) -> int:
        """Up to the last column that holds something in the first rows."""
        return max((i for row in self.rows for i, cell in enumerate(row, 1) if cell), default=0)

    @cached_property
    def head(self) -> Head:
        return find_head([row[: self.width] or ("",) for row in self.rows[:HEAD_ROWS]], max(1, self.width))

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(map(fold, self.head.names)) if self.head.header is not None else ()

    @cached_property
    def body(self) -> tuple[tuple[str, ...], ...]:
        return tuple(row for row in self.rows[self.head.first :] if any(row))

    @cached_property
    def filled(self) -> float:
        """How many cells of the whole sheet are filled, about."""
        cells = sum(map(bool, (cell for row in self.rows for cell in row)))
        return cells / max(1, len(self.rows)) * float(self.sheet.height)

    def column(self, at: int) -> list[str]:
        return [row[at] for row in self.body if at < len(row) and row[at]]


def choose(views: Sequence[SheetView]) -> SheetView:
    """The sheet of answers: of those that are neither a code book, a summary nor a repeat group, the fullest."""
    return max(of_answers(views), key=lambda view: view.filled)


def alike(chosen: SheetView, views: Sequence[SheetView]) -> list[SheetView]:
    """The sheets with the columns of the chosen one, or most of them, in whatever order, in that of the workbook."""
    if len(chosen.names) < SAME or chosen.head.rows != 1:
        return [chosen]
    answers = of_answers(views)
    same = [view for view in views if view is chosen or (view.body and _is_wave(view, chosen, answers))]
    return same if all(view.head.rows == 1 for view in same) else [chosen]


def _is_wave(view: SheetView, chosen: SheetView, answers: Sequence[SheetView]) -> bool:
    if sorted(view.names) == sorted(chosen.names):
        return True
    shared = (Counter(view.names) & Counter(chosen.names)).total()
    narrower = min(len(view.names), len(chosen.names))
    return shared > SAME and shared >= WAVES * narrower and any(view is other for other in answers)


def of_answers(views: Sequence[SheetView]) -> list[SheetView]:
    """Those that are left when code books, then summaries, then repeat groups of the others are put aside."""
    kept = [view for view in views if view.filled]
    for is_other in (_is_codebook, _is_summary, _is_child):
        kept = _without(kept, is_other)
    return kept


def also_answers(chosen: Sequence[SheetView], views: Sequence[SheetView]) -> list[SheetView]:
    """Sheets that might be the ones: people's written words, or as many rows of another table."""
    least = min(len(view.body) for view in chosen) / 2
    others = [
        view
        for view in views
        if view not in chosen and len(view.names) >= SAME and len(view.body) >= max(LEAST_KEYS, least)
    ]
    return [view for view in others if not _is_codebook(view, views) and not _is_summary(view, views)]


def _without(views: list[SheetView], is_other: Callable[[SheetView, Sequence[SheetView]], bool]) -> list[SheetView]:
    """The others; a summary is no parent of the answers that it counts, so it goes before parents are looked for."""
    kept = [view for view in views if not is_other(view, views)]
    return kept or views


def _is_child(view: SheetView, views: Sequence[SheetView]) -> bool:
    """A repeat group: many rows for one answer, whose key is a column of their own in another sheet."""
    keys = [at for at, name in enumerate(view.head.names) if view.names and PARENT.fullmatch(name.strip())]
    return any(_belongs(view, at, other) for at in keys for other in views if other is not view) or any(
        _belongs(view, at, other, name)
        for other in views
        if other is not view and len(other.body) < len(view.body)
        for at, name in enumerate(view.names)
        if name in other.names
    )


def _belongs(view: SheetView, at: int, other: SheetView, name: str | None = None) -> bool:
    keys = view.column(at)
    if len(set(keys)) < LEAST_KEYS or len(set(keys)) == len(keys):
        return False
    columns = range(len(other.names)) if name is None else [other.names.index(name)]
    for place in columns:
        theirs = other.column(place)
        is_key = len(theirs) == len(set(theirs)) >= len(other.body)
        if is_key and sum(key in set(theirs) for key in keys) >= COVERED * len(keys):
            return True
    return False


def _is_codebook(view: SheetView, views: Sequence[SheetView]) -> bool:
    """A sheet whose rows tell of the columns of another one, or that is called one and is narrow."""
    for other in views:
        if other is view or len(other.names) < SAME or len(view.names) > max(12, len(other.names)):
            continue
        names = {name for name in other.names if name and not name.isdecimal()}
        for at in range(min(view.width, 6)):
            cells = [fold(cell) for cell in view.column(at)]
            told = len(names.intersection(cells))
            only = sum(cell in names for cell in cells) >= COVERED * len(cells)  # and little else, line after line
            if told >= 2 and (only or told >= DESCRIBED * len(names)):
                return True
    wider = any(other.width > view.width for other in views if other is not view)
    return wider and bool(CODEBOOK.fullmatch(view.name.strip())) and view.width <= 8


def _is_summary(view: SheetView, views: Sequence[SheetView]) -> bool:
    """A sheet of counts: called one, or with a row of totals and hardly a column that is no number."""
    if SUMMARY.search(view.name) and len(views) > 1:
        return True
    firsts = [row[0].strip() for row in view.body if row]
    if not firsts or not any(TOTALS.fullmatch(first) for first in firsts[-3:]):
        return False
    cells = [cell for row in view.body for cell in row[1:] if cell]
    return sum(is_number(cell) for cell in cells) >= COVERED * len(cells)
