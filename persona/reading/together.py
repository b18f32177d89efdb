"""Several sheets of a workbook, or tables of a bundle, into one table: those with the same columns below each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from persona.reading.beside import keyed, side_by_side
from persona.reading.codebook import read_codebook
from persona.reading.job import Found, Job, Written
from persona.reading.joining import JoinedColumns, join_columns
from persona.reading.labelling import labelled
from persona.reading.naming import fold
from persona.reading.rows import CLEAN, Row, as_records, as_text
from persona.reading.sheets import LOOKED_AT, SheetView, alike, also_answers, choose
from persona.reading.steps import steps_of
from persona.reading.tabulate import write_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.models import SheetChange
    from persona.reading.codebook import Codebook


NOTHING: Mapping[str, frozenset[int]] = MappingProxyType({})


class Joined(NamedTuple):
    """The table as it was written, the rows of each sheet in it, and the sheets that may be the ones instead."""

    table: Written
    chosen: str
    counts: dict[str, int]
    in_doubt: tuple[str, ...]
    changes: tuple[SheetChange, ...] = ()
    beside: Mapping[str, str] = MappingProxyType({})
    told_by: tuple[str, ...] = ()

    def found(self, kind: str, sha256: str, names: tuple[str, ...]) -> Found:
        """What is told of the file."""
        return Found(
            kind,
            sha256,
            self.table,
            sheet=self.chosen,
            sheets=names,
            sheets_read=self.counts,
            sheets_in_doubt=self.in_doubt,
            sheet_changes=self.changes,
            sheets_beside=dict(self.beside),
            sheets_of_codes=self.told_by,
        )


def write_sheets(job: Job, views: Sequence[SheetView], hidden: Mapping[str, frozenset[int]] = NOTHING) -> Joined:
    """Write the sheet of answers, with those that have the same columns, or the one a person chose, into parts.

    `hidden`: the numbers of rows that are left out, by sheet.
    """
    wanted = job.choice.sheet
    first = choose(views) if wanted is None else next(view for view in views if view.name == wanted)
    together = _together(first, views) if _may_join(job) else [first]
    chosen = together[0] if wanted is None else first
    book = read_codebook([view for view in views if view not in together], chosen.head.names)
    in_order = sorted(together, key=lambda view: view is not chosen)
    columns = join_columns(in_order)
    width = max(len(columns.names), *map(_width, together))
    counts: dict[str, int] = {}
    rows = _all_rows(in_order, columns, width, book, counts, job, hidden)
    table = write_table(as_records(rows), job, CLEAN, width)
    counts = {view.name: counts[view.name] for view in together} if together[1:] else {chosen.name: table.rows}
    beside = _beside(chosen)
    in_doubt = tuple(view.name for view in also_answers(together, views) if view.name not in (chosen.name, *beside))
    table = _with_steps(_with_texts(table, book), _labels(book, in_order, columns), columns, book)
    changes = columns.changes(in_order)
    return Joined(table, chosen.name, counts, in_doubt, changes, beside, book.sheets)


def _beside(chosen: SheetView) -> dict[str, str]:
    """The sheets whose columns stand beside those of the chosen one, each with the name of the key."""
    joined = keyed(chosen.sheet)
    return {} if joined is None else {part.view.name: joined.key for part in joined.parts}


def _together(first: SheetView, views: Sequence[SheetView]) -> list[SheetView]:
    """Sheets whose rows are put below each other, or else those whose columns are put beside each other, as one."""
    together = alike(first, views)
    joined = None if together[1:] else side_by_side(first, views)
    return together if joined is None else [SheetView.of(joined)]


def _may_join(job: Job) -> bool:
    """Sheets with the same columns are read together, unless a person chose one or says no."""
    return job.choice.sheet is None if job.choice.join_sheets is None else job.choice.join_sheets


def _with_texts(table: Written, book: Codebook) -> Written:
    """Texts of questions from the code book, where the sheet of answers has none."""
    head = table.head
    if head.labels or table.layout != "people_in_rows" or not any(fold(name) in book.texts for name in head.names):
        return table
    return replace(table, head=replace(head, labels=tuple(book.texts.get(fold(name), "") for name in head.names)))


def _with_steps(
    table: Written, written: Mapping[int, Mapping[str, str]], columns: JoinedColumns, book: Codebook
) -> Written:
    """What the code book calls the codes of each column in their order, where its labels stand in the cells."""
    if table.layout != "people_in_rows":
        return table
    found = {}
    for at, shown in written.items():
        labels = book.labels[fold(columns.names[at])]
        steps = steps_of(labels)
        if steps and at < len(table.head.names) and all(shown.get(code) == label for code, label in labels.items()):
            found[table.head.names[at]] = steps
    return replace(table, head=replace(table.head, steps=found)) if found else table


def _width(view: SheetView) -> int:
    """Up to the last column that holds something in any row; formatted empty columns beyond it do not count."""
    width = max(1, view.width)
    if width < view.sheet.width:
        for values in view.sheet.iter_rows():
            filled = len(values)
            while filled > width and as_text(values[filled - 1]) == "":
                filled -= 1
            width = max(width, filled)
    return width


def _all_rows(
    views: Sequence[SheetView],
    columns: JoinedColumns,
    width: int,
    book: Codebook,
    counts: dict[str, int],
    job: Job,
    hidden: Mapping[str, frozenset[int]],
) -> Iterator[Row]:
    """The rows of the first sheet with the names of all, and the answers of the others in the order of the columns.

    `counts` is told how many of them are answers, by sheet.
    """
    size, total = job.path.stat().st_size, sum(view.sheet.height for view in views)
    done = 0
    written = _labels(book, views, columns)
    own = len(views[0].head.names)
    for view, places in zip(views, columns.places, strict=True):
        is_first, counts[view.name] = view is views[0], 0
        for row in sheet_rows(view, width, None if is_first else places):
            is_answer = not _is_head(row, view)
            if is_answer and row.line in hidden.get(view.name, ()):
                job.ledger.leave_out("hidden", row.line, " | ".join(row.cells))
                continue
            counts[view.name] += is_answer and any(row.cells)
            named = row if is_answer or not _is_last_of_head(row, view) else _named(row, columns.names[own:], own)
            yield _relabelled(named, written) if written and is_answer else named
            done += 1
            if done % LOOKED_AT == 0:
                job.progress.read(min(size, size * done // max(1, total)))


def _named(row: Row, new: Sequence[str], own: int) -> Row:
    """The row of names, with those of the columns that only other sheets have."""
    return Row(row.line, [*row.cells, *[""] * (own - len(row.cells)), *new]) if new else row


def _is_head(row: Row, view: SheetView) -> bool:
    """Whether a row stands above the answers."""
    return row.line <= _last_of_head(view)


def _is_last_of_head(row: Row, view: SheetView) -> bool:
    return row.line == _last_of_head(view)


def _last_of_head(view: SheetView) -> int:
    return (view.sheet.start or (0, 0))[0] + view.head.first


def _labels(book: Codebook, views: Sequence[SheetView], columns: JoinedColumns) -> dict[int, dict[str, str]]:
    """What to write for the codes of each column, by its position."""
    found = {}
    for at, name in enumerate(columns.names):
        standing = [(view, places[at]) for view, places in zip(views, columns.places, strict=True)]
        cells = {cell for view, place in standing if place is not None for cell in view.column(place)}
        if (labels := book.labels_for(name, cells)) and (shown := labelled(labels, cells)):
            found[at] = shown
    return found


def _relabelled(row: Row, written: Mapping[int, Mapping[str, str]]) -> Row:
    cells = [written[at].get(cell, cell) if at in written else cell for at, cell in enumerate(row.cells)]
    return Row(row.line, cells)


def sheet_rows(view: SheetView, width: int, order: Sequence[int | None] | None = None) -> Iterator[Row]:
    """Rows with their numbers in the sheet, from the first that is not empty and the first column that is not.

    `order`: the rows below the names only, with the columns in this order, None for one that the sheet has not.
    """
    first, start = None, (view.sheet.start or (0, 0))[0]
    for number, values in enumerate(view.sheet.iter_rows()):
        cells = [as_text(value) for value in values]
        while len(cells) > width and not cells[-1]:
            cells.pop()
        if first is None and any(cells):
            first = number
        if first is None or (order is not None and number < first + view.head.first):
            continue
        if order is not None and any(cells):
            cells = [cells[at] if at is not None and at < len(cells) else "" for at in order]
        yield Row(start + number - first + 1, cells if any(cells) else ("",))
