"""The cells of a table, counted column by column: exact counts of distinct texts, and a sample of whole rows."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from persona.questionnaire.file_codes import file_codes
from persona.questionnaire.names.titles import code_and_text, title, without_repetition
from persona.questionnaire.values.blanks import Blank, column_blanks, missing_markers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

MOST_DISTINCT = 100_000
"""Beyond this many different texts a column is no closed question; further ones are counted as one."""
MOST_WORDS, _LOOKED_AT = 20_000, 1_000  # the same, of texts that are no numbers
SAMPLE_ROWS, SAMPLE_CELLS = 10_000, 2_000_000
BATCH_CELLS = 2_000_000
_BATCH = 50_000
_MOSTLY_CODES = 0.8  # share of names that are a code and a text, from which the file's names are made so
_SEED = 20_180_501
_NOTHING = (Blank.EMPTY, Blank.MARKER)


class Cells(Protocol):
    """Rows of text, numbered from 1: a `Table`, or one that was turned in memory."""

    names: tuple[str, ...]
    rows: int

    @property
    def labels(self) -> tuple[str, ...] | None: ...
    @property
    def titles(self) -> tuple[str, ...]: ...
    def batches(self, names: Sequence[str], size: int = ...) -> Iterator[tuple[int, dict[str, list[str]]]]: ...


@dataclass(frozen=True)
class ColumnView:
    """One column as it is counted. `counts` leaves blank cells out."""

    position: int
    name: str
    text: str
    counts: Mapping[str, int]
    rows: int
    markers: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    """Codes that mean "not asked" in many columns of the file: -99."""
    uncounted: int = 0
    steps: tuple[str, ...] = ()
    """What the file itself calls the codes of this column, in their order, chosen or not."""

    @cached_property
    def blanks(self) -> dict[str, Blank]:
        """Cell texts that are no answers, or take no side, each with its kind."""
        codes = {text: Blank.NOT_ASKED for text in self.counts if text in self.codes}
        return column_blanks(self.counts, self.markers) | codes

    @cached_property
    def uncoded(self) -> dict[str, int]:
        """All cell texts but the file's codes for "not asked"."""
        return {text: n for text, n in self.counts.items() if text not in self.codes}

    @cached_property
    def answers(self) -> dict[str, int]:
        """Cell texts that say something."""
        return {text: n for text, n in self.counts.items() if self.blanks.get(text) not in _NOTHING}

    @cached_property
    def sides(self) -> dict[str, int]:
        """Cell texts that say something and are neither refusal nor want of an opinion."""
        return {text: n for text, n in self.counts.items() if text not in self.blanks}

    @property
    def filled(self) -> int:
        return sum(self.answers.values()) + self.uncounted

    @property
    def distinct(self) -> int:
        return len(self.answers) + self.uncounted

    @cached_property
    def examples(self) -> tuple[str, ...]:
        """Three cells: the commonest, or of long texts the first."""
        return tuple(sorted(self.sides or self.answers, key=lambda t: (-self.counts[t], t))[:3])


@dataclass(frozen=True)
class RowSample:
    """Whole rows, all of them where they are few: one list of cells a column, in the same order of rows."""

    cells: Mapping[int, Sequence[str]]
    rows: int

    def of(self, positions: Sequence[int]) -> Iterator[tuple[str, ...]]:
        """The cells of these columns, row by row."""
        return zip(*(self.cells[position] for position in positions), strict=True)


def view_columns(
    table: Cells, left_out: Collection[int] = (), steps: Mapping[str, tuple[str, ...]] | None = None
) -> list[ColumnView]:
    """Every column, counted over the rows that are not `left_out`. `steps`: what codes are called, by column.

    Memory is bounded: columns are read in groups, and no more than 100,000 texts of one are kept apart.
    """
    counted = [_counted(table, names, left_out) for names in _groups(table)]
    counts = [column for group in counted for column in group]
    markers = missing_markers([texts for texts, _ in counts])
    codes = file_codes([texts for texts, _ in counts])
    rows = table.rows - len(left_out)
    texts = _texts(table)
    steps = steps or {}
    return [
        ColumnView(at, name, texts[at], counts[at][0], rows, markers, codes, counts[at][1], steps.get(name, ()))
        for at, name in enumerate(table.names)
    ]


def _texts(table: Cells) -> list[str]:
    """What stands above each column; the number that tells a repeated name from the first one is taken off."""
    texts = [title(text) or name for text, name in zip(table.labels or table.names, table.names, strict=True)]
    parted = [code_and_text(text) for text in texts]
    if sum(bool(code) for code, _ in parted) >= _MOSTLY_CODES * len(texts):
        texts = [text for _, text in parted]
    known = set(texts)
    return [bare if (bare := without_repetition(text)) in known else text for text in texts]


def _groups(table: Cells) -> Iterator[Sequence[str]]:
    size = max(1, BATCH_CELLS // max(1, min(table.rows, _BATCH)))
    for start in range(0, len(table.names), size):
        yield table.names[start : start + size]


def _counted(table: Cells, names: Sequence[str], left_out: Collection[int]) -> list[tuple[Counter[str], int]]:
    counts: list[Counter[str]] = [Counter() for _ in names]
    dropped = [0 for _ in names]
    for first, cells in table.batches(names, _BATCH):
        for at, name in enumerate(names):
            column = kept(cells[name], first, left_out)
            if not _is_full(counts[at]):
                counts[at].update(column)
            else:
                dropped[at] += _add_known(counts[at], column)
    return [(_stripped(texts), n) for texts, n in zip(counts, dropped, strict=True)]


def _is_full(counts: Counter[str]) -> bool:
    """Whether more texts would tell nothing new: of words soon, of numbers and days late, for their ends are told."""
    if len(counts) < MOST_WORDS:
        return False
    some = list(islice(counts, _LOOKED_AT))
    numeric = sum(text.lstrip(" +-$€£(")[:1].isdigit() for text in some) > len(some) / 2
    return not numeric or len(counts) >= MOST_DISTINCT


def kept(column: Sequence[str], first: int, left_out: Collection[int]) -> Sequence[str]:
    """The cells of a batch whose rows are not left out; `first` is the number of its first row."""
    if not left_out:
        return column
    return [cell for row, cell in enumerate(column, first) if row not in left_out]


def _add_known(counts: Counter[str], column: Sequence[str]) -> int:
    new = 0
    for cell in column:
        if cell in counts or not cell:
            counts[cell] += 1
        else:
            new += 1
    return new


def _stripped(counts: Counter[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for text, n in counts.items():
        if bare := text.strip():
            found[bare] += n
    return found


def sample_rows(table: Cells, left_out: Collection[int] = ()) -> RowSample:
    """All rows of a small table; of a larger one as many as memory allows, evenly drawn by a fixed seed."""
    most = max(200, min(SAMPLE_ROWS, SAMPLE_CELLS // max(1, len(table.names))))
    people = [row for row in range(1, table.rows + 1) if row not in left_out] if left_out else range(1, table.rows + 1)
    chosen = set(people if len(people) <= most else random.Random(_SEED).sample(people, most))  # noqa: S311 -- no secret
    cells: dict[int, list[str]] = {}
    for names in _groups(table):
        at = len(cells)
        group: list[list[str]] = [[] for _ in names]
        for first, batch in table.batches(names, _BATCH):
            rows = [row - first for row in range(first, first + len(batch[names[0]])) if row in chosen]
            for column, name in zip(group, names, strict=True):
                column += [batch[name][row].strip() for row in rows]
        cells |= {at + i: column for i, column in enumerate(group)}
    return RowSample(cells, len(chosen))
