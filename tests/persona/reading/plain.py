"""Tables in text, read by the very functions that read files, without a part on disk: it takes a millisecond."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from persona.reading.cells import parse
from persona.reading.cleaning import Cleaner
from persona.reading.footer import without_footer
from persona.reading.header import find_head
from persona.reading.ledger import Ledger
from persona.reading.options import DialectChoice
from persona.reading.repeats import NameLines
from persona.reading.sniffing import skip_sep_line
from persona.reading.tabulate import HEAD_ROWS
from persona.reading.text import _records, guess_shape, read_head

if TYPE_CHECKING:
    from persona.reading.dialect import Dialect
    from persona.reading.header import Head

NOTHING_CHOSEN = DialectChoice()


class Plain(NamedTuple):
    """A whole table, and what was said of it."""

    dialect: Dialect
    head: Head
    rows: list[tuple[str, ...]]
    lines: list[int]
    left_out: list[tuple[int, str]]
    mended: list[tuple[int | None, str]]
    notes: dict[str, int]

    @property
    def names(self) -> tuple[str, ...]:
        return self.head.names


def plain(data: bytes | str, *, choice: DialectChoice = NOTHING_CHOSEN, cell: int = 1_000_000) -> Plain:
    """The table in a text that is UTF-8."""
    blocks = iter([data if isinstance(data, bytes) else data.encode()])
    top, ended = read_head(blocks)
    shape = guess_shape(top, ended, choice)
    skipped = skip_sep_line(top)
    (records,) = _records(top[skipped:], blocks, shape.dialect, line=2 if skipped else 1)
    first = [parse(records.raw(at), shape.dialect) for at in range(min(len(records), HEAD_ROWS))]
    head = find_head(first, shape.width, header=choice.header, name_rows=choice.header_rows)
    names = NameLines([records.raw(at) for at in head.name_rows], shape.dialect)
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder)) as ledger:
        cleaner = Cleaner(shape.dialect, head.width, names, cell, ledger)
        answers = records.after(head.first)
        rows: list[tuple[str, ...]] = []
        lines: list[int] = []
        if len(answers):
            batch = without_footer(cleaner.clean(answers), shape.dialect, head.width, ledger)
            starts = [0, *batch.ends[:-1].tolist()]
            cut = zip(starts, batch.ends.tolist(), strict=False)
            rows = [tuple(parse(batch.data[start:end], shape.dialect)) for start, end in cut]
            lines = batch.lines.tolist()
    left_out = [(entry.line, entry.code) for entry in ledger.left_out]
    mended = [(entry.line, entry.code) for entry in ledger.mended]
    return Plain(shape.dialect, head, rows, lines, left_out, mended, dict(ledger.notes))
