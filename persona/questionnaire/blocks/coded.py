"""Tick boxes written in two codes: 1 where a box was left and 2 where it was ticked, or the other way round.

No cell says which is which; the columns of a question together do, and those of the whole file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from persona.questionnaire.blocks.shapes import Block
from persona.questionnaire.blocks.ticks import Tick
from persona.questionnaire.kinds import QuestionKind
from persona.questionnaire.names.titles import fold
from persona.questionnaire.scales import find_legend, without_legend
from persona.questionnaire.values.cells import spelling_key
from persona.reading.yes_no import NO, YES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.questionnaire.columns import ColumnView, RowSample
    from persona.questionnaire.names.stems import Run

CODES = ("1", "2")
_LEAST_COLUMNS = 3
_SAME_PEOPLE = 0.97  # share of rows that filled all columns or none
_COUNTED = 0.95  # share of rows in which a column before them holds the number of ticks
_SOSCI = re.compile(r"[A-Z]{2}\d\d_\d\d")
_NUMBERING = frozenset(("v", "var", "q", "x", "f", "a", "item", "question", "frage", "variable", "column", "spalte"))
"""Stems that number all the columns of a file, and are no question."""


@dataclass(frozen=True)
class _Coded:
    """Columns of one question that hold nothing but the two codes, and the column that counts the ticks."""

    columns: tuple[ColumnView, ...]
    text: str
    items: tuple[str, ...]
    head: ColumnView | None = None
    counted: str = ""
    """The code that means ticked, where the head counts its cells or a legend names it."""


def coded_blocks(columns: Sequence[ColumnView], runs: Sequence[Run], sample: RowSample) -> list[Block]:
    """Check-all questions whose boxes hold 1 and 2 alone, filled in by the same people.

    Which code is ticked: the one that a column before them counts (SoSci writes such columns), in one question or
    another of the file; else what such names mean where SoSci makes them; else the rarer one of all these columns.
    """
    found = [coded for run in runs for coded in _coded(run, columns, sample)]
    if not found:
        return []
    counted = next((coded.counted for coded in found if coded.counted and coded.head), "")
    on = counted or _usual(found)
    return [_block(coded, coded.counted or on, is_sure=bool(coded.counted or counted)) for coded in found]


def coded_ticks(columns: Sequence[ColumnView], on: str) -> dict[int, Tick]:
    """The two codes as ticks: `on` means ticked."""
    off = next(code for code in CODES if code != on)
    return {column.position: Tick("coded", frozenset((on,)), frozenset((off,))) for column in columns}


def ticked_by(block: Block, on: str) -> Block:
    """The same boxes, where a person says which code means ticked."""
    return replace(block, ticks=coded_ticks(block.columns, on))


def rarer_code(columns: Sequence[ColumnView]) -> str:
    """The code that fewer cells hold, for people tick less than they leave; 2 where both are alike."""
    first, second = (sum(column.sides.get(code, 0) for column in columns) for code in CODES)
    return CODES[0] if first < second else CODES[1]


def holds_codes(column: ColumnView) -> bool:
    return bool(column.sides) and not column.uncounted and column.sides.keys() <= set(CODES)


def _coded(run: Run, columns: Sequence[ColumnView], sample: RowSample) -> Iterator[_Coded]:
    if fold(run.stem) in _NUMBERING or (run.strength < 2 and " " not in columns[run.start].text.strip()):
        return
    pairs = list(zip(columns[run.start : run.stop], run.items, strict=True))
    for holds, group in groupby(pairs, key=lambda pair: holds_codes(pair[0])):
        stretch = list(group)
        if holds and (found := _of_stretch(stretch, run.stem, columns, sample)):
            yield found


def _of_stretch(
    stretch: Sequence[tuple[ColumnView, str]], text: str, columns: Sequence[ColumnView], sample: RowSample
) -> _Coded | None:
    boxes = [column for column, _ in stretch]
    legend = find_legend(text) or find_legend(boxes[0].text)
    if all(code in legend for code in CODES):
        on = [code for code in CODES if spelling_key(legend[code]) in YES]
        off = [code for code in CODES if spelling_key(legend[code]) in NO]
        items = tuple(item for _, item in stretch)
        return _Coded(tuple(boxes), without_legend(text), items, None, on[0]) if len(on) == len(off) == 1 else None
    for head in (boxes[0], *(columns[boxes[0].position - 1 : boxes[0].position] if boxes[0].position else ())):
        rest = [(column, item) for column, item in stretch if column is not head]
        if len(rest) > 1 and (counted := _counted_code(head, [column for column, _ in rest], sample)):
            return _Coded(tuple(c for c, _ in rest), text, tuple(item for _, item in rest), head, counted)
    both = sum(len(column.sides) == len(CODES) for column in boxes)
    if len(boxes) < _LEAST_COLUMNS or 2 * both < len(boxes) or not _same_people(boxes, sample):
        return None
    return _Coded(tuple(boxes), text, tuple(item for _, item in stretch))


def _counted_code(head: ColumnView, boxes: Sequence[ColumnView], sample: RowSample) -> str:
    """The code of which this column holds the number in nearly every row; a number below zero says "none of these"."""
    if not all(text.lstrip("-").isdigit() for text in head.sides):
        return ""
    rows = [
        row for row in sample.of([head.position, *(c.position for c in boxes)]) if row[0].isdigit() and any(row[1:])
    ]
    right = {code: sum(int(row[0]) == row[1:].count(code) for row in rows) for code in CODES}
    best = max(CODES, key=lambda code: right[code])
    return best if rows and right[best] >= _COUNTED * len(rows) and len({row[0] for row in rows}) > 1 else ""


def _same_people(boxes: Sequence[ColumnView], sample: RowSample) -> bool:
    """Whether people filled in all of these columns or none, as a tool does that writes every box it showed."""
    rows = list(sample.of([column.position for column in boxes]))
    whole = sum(len({cell in CODES for cell in row}) == 1 for row in rows)
    return whole >= _SAME_PEOPLE * len(rows)


def _usual(found: Sequence[_Coded]) -> str:
    boxes = [column for coded in found for column in coded.columns]
    return CODES[1] if all(_SOSCI.fullmatch(column.name) for column in boxes) else rarer_code(boxes)


def _block(coded: _Coded, on: str, *, is_sure: bool) -> Block:
    reason = f"its columns hold 1 or 2 and nothing else, filled in by the same people; {on} is read as ticked"
    if coded.counted and coded.head is None:
        reason = f"the words above them say that {on} means yes"
    if coded.head is not None:
        reason = f"the column before them counts the cells that hold {on}"
    return Block(
        QuestionKind.MULTIPLE,
        coded.columns,
        coded.text,
        coded.items,
        reason,
        "sure" if is_sure else "likely",
        coded_ticks(coded.columns, on),
        coded.head,
        guess=on,
    )
