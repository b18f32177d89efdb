"""Records into a table on disk: where it begins, which rows belong to it, and the parts they are written to."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from persona.messages import data_error
from persona.models import Problem
from persona.reading.below import without_other_tables
from persona.reading.cells import parse
from persona.reading.cleaning import Cleaner
from persona.reading.footer import without_footer
from persona.reading.header import Head, find_head
from persona.reading.job import Written
from persona.reading.longform import LongForm, find_long_form, may_be_long_form
from persona.reading.parts import PartWriter
from persona.reading.people_columns import holds_people_in_columns
from persona.reading.pivoting import gather, pivot
from persona.reading.repeats import NameLines
from persona.reading.rows import CLEAN, as_records
from persona.reading.several import find_several, may_have_several
from persona.reading.turning import turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.reading.dialect import Dialect
    from persona.reading.job import Job
    from persona.reading.options import Limits
    from persona.reading.parts import Batch
    from persona.reading.several import SeveralRows
    from persona.reading.splitter import Records
    from persona.reading.turning import Turned

HEAD_ROWS = 200
SENTENCE_WORDS = 3  # the only column of a file must hold such answers now and then
SENTENCE_SHARE = 0.2
NO_ANSWERS = {"blank", "repeated_header", "reordered_header", "footer", "second_table", "hidden"}
UNFIT = 9  # left-out lines a row at which it is no table any more
FEW, MANY = 9, 10_000  # … unless they are few; before the end, unless they are not yet many
PROBLEMS = 5  # left-out lines that an error names


def write_table(
    batches: Iterator[Records], job: Job, dialect: Dialect, width: int, head: Head | None = None
) -> Written:
    """Write the rows among these records into parts in the job's folder. With `head` given, all of them are answers.

    Raises:
        DataError: there are no rows, too many rows or columns, or nothing that could be an answer.
    """
    limits, ledger = job.limits, job.ledger
    first = next(batches, None)
    if first is None:
        raise data_error("empty")
    count = min(len(first), HEAD_ROWS)
    rows = [parse(first.raw(i), dialect) for i in range(count)]
    head = head or find_head(rows, width, header=job.choice.header, name_rows=job.choice.header_rows)
    line = None if head.header is None else int(first.line[head.header])
    _check_head(head, rows, line or int(first.line[min(head.first, count - 1)]), limits)
    if turned := _turned(head, rows, first, job):
        again = write_table(as_records(turned.rows), job, CLEAN, turned.head.width, turned.head)
        return replace(again, header_line=line, layout="people_in_columns")
    form = _long_form(head, first, dialect, job) or _several(head, rows, first, dialect, job)
    names = NameLines([first.raw(i) for i in head.name_rows], dialect)
    cleaner = Cleaner(dialect, head.width, names, limits.cell, ledger)
    with PartWriter(job.folder, dialect, head.width, limits.rows) as parts:
        _write_rows(first.after(head.first), batches, cleaner, parts, limits)
    ledger.note("renamed_columns", head.renamed)
    ledger.note("unnamed_columns", head.unnamed)
    ledger.note("repaired_names", head.repaired)
    if not parts.rows:
        raise data_error("no_rows")
    written = Written(head, line, parts.rows, parts.rows_per_part, tuple(parts.names))
    if form is None:
        return written
    ledger.note("changing_columns", len(form.changing))
    if isinstance(form, LongForm):
        return pivot(job.folder, written, form, limits)
    ledger.note("several_rows", written.rows)
    return gather(job.folder, written, form)


def _turned(head: Head, rows: Sequence[Sequence[str]], first: Records, job: Job) -> Turned | None:
    """The table the other way round, where its columns are people; it must be small enough to be seen whole."""
    if head.header is None or head.rows != 1 or not first.final or len(first) > len(rows):
        return None
    names = [*rows[head.header], *[""] * head.width][: head.width]
    answers = [row for row in rows[head.first :] if any(cell.strip() for cell in row)]
    layout = job.choice.layout
    if layout == "people_in_columns" or (layout is None and holds_people_in_columns(names, answers)):
        return turn(names, answers)
    return None


def _long_form(head: Head, first: Records, dialect: Dialect, job: Job) -> LongForm | None:
    """Which columns hold person, question and answer, where a row is an answer."""
    if job.choice.layout in ("people_in_rows", "people_in_columns") or not may_be_long_form(head.names):
        return None
    rows = [parse(first.raw(i), dialect) for i in range(head.first, len(first))]
    return find_long_form(head.names, [row for row in rows if len(row) == head.width])


def _several(
    head: Head, seen: Sequence[Sequence[str]], first: Records, dialect: Dialect, job: Job
) -> SeveralRows | None:
    """Which column tells whose row it is, where people have several."""
    if job.choice.layout in ("people_in_rows", "people_in_columns"):
        return None
    if not may_have_several(head.names, _whole(seen[head.first :], head)):
        return None
    rows = [parse(first.raw(i), dialect) for i in range(head.first, len(first))]
    return find_several(head.names, _whole(rows, head))


def _whole(rows: Sequence[Sequence[str]], head: Head) -> list[Sequence[str]]:
    return [row for row in rows if len(row) == head.width]


def _write_rows(
    first: Records, following: Iterator[Records], cleaner: Cleaner, parts: PartWriter, limits: Limits
) -> None:
    held: Batch | None = None  # the last rows wait: they may be a footer
    for records in chain((first,), following):
        batch = cleaner.clean(records) if len(records) else None
        if batch is not None and len(batch.lines):
            if held is not None:
                parts.add(held)
            held = batch
        _check_fit(cleaner, parts.rows + (len(held.lines) if held is not None else 0), limits, MANY)
    if held is not None:
        held = without_other_tables(held, cleaner.dialect, cleaner.ledger)
        parts.add(without_footer(held, cleaner.dialect, cleaner.width, cleaner.ledger))
    parts.finish()
    _check_fit(cleaner, parts.rows, limits, FEW if parts.rows else 0)


def _check_fit(cleaner: Cleaner, rows: int, limits: Limits, allowed: int) -> None:
    """Stop early where hardly a line fits, and before the left-out lines fill the disk."""
    counts = cleaner.ledger.left_out_counts
    if counts.total() > 2 * limits.rows:
        raise data_error("too_many_rows", limit=limits.rows)
    unfit = sum(count for code, count in counts.items() if code not in NO_ANSWERS)
    if unfit > max(allowed, UNFIT * rows):
        left = cleaner.ledger.left_out[:PROBLEMS]
        problems = [Problem(code=entry.code, message=entry.message, line=entry.line) for entry in left]
        raise data_error("hardly_fits", rows=rows, lines=rows + unfit, width=cleaner.width, problems=problems)


def _check_head(head: Head, rows: list[list[str]], line: int, limits: Limits) -> None:
    if not head.names:
        raise data_error("empty")
    if head.width > limits.columns:
        raise data_error("too_many_columns", line=line, found=head.width, limit=limits.columns)
    answers = [row[0] for row in rows[head.first :] if row[0].strip()]
    if head.width == 1 and answers:
        sentences = sum(len(answer.split()) >= SENTENCE_WORDS for answer in answers)
        if sentences < SENTENCE_SHARE * len(answers):
            raise data_error("one_column", line=line, column=head.names[0])
