"""Tables in text files: CSV, TSV and their relatives, plain or packed with gzip."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from persona.messages import data_error
from persona.reading.cells import parse
from persona.reading.job import Found
from persona.reading.rows import Row
from persona.reading.sniffing import NO_DELIMITER, Shape, find_shape, skip_sep_line
from persona.reading.splitter import split
from persona.reading.tabulate import write_table
from persona.reading.talking import may_be_talk, read_talks, table_of_talk
from persona.reading.transcript import LONGEST, speakers_in, stem, write_talks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.reading.dialect import Dialect
    from persona.reading.job import Job
    from persona.reading.opening import Text
    from persona.reading.options import DialectChoice
    from persona.reading.splitter import Records
    from persona.reading.transcript import Talk

SAMPLE = 256 << 10
LINES, LONGEST_SAMPLE = 4, 4 << 20  # the names of thousands of columns may be longer than the usual sample
LONGEST_RECORD = 16 << 20
LOOKED_AT = 400  # rows that tell whether a table is talk
NOTHING = b" \t\r\n\x0b\x0c\x1a"


def read_text(job: Job, text: Text, *, packed: bool = False) -> Found:
    """Write the table in a text file into parts."""
    blocks = text.blocks()
    head, ended = read_head(blocks)
    shape = guess_shape(head, ended, job.choice)
    skipped = skip_sep_line(head)
    records = _records(head[skipped:], blocks, shape.dialect, line=2 if skipped else 1)
    records, talks = _talks(job, records, shape)
    return Found(
        kind="csv.gz" if packed else "csv",
        sha256=text.sha256,
        table=write_talks(job, talks) if talks else write_table(records, job, shape.dialect, shape.width),
        speakers=speakers_in(talks),
        encoding=text.encoding,
        dialect=shape.dialect,
        line_ends=_line_ends(head),
    )


def _talks(job: Job, records: Iterator[Records], shape: Shape) -> tuple[Iterator[Records], Sequence[Talk]]:
    """The interviews, where the first rows look like talk and all of them are; and the records once more."""
    first = next(records, None)
    if first is None or not may_be_talk(job.choice):
        return chain(() if first is None else (first,), records), ()
    title = stem(job.name)
    seen = _rows(first, min(len(first), LOOKED_AT), shape.dialect)
    if table_of_talk(title, seen, shape.width, job.choice) is None:
        return chain((first,), records), ()
    batches = [first]
    while sum(len(batch.data) for batch in batches) <= LONGEST and (more := next(records, None)) is not None:
        batches.append(more)
    rows = [row for batch in batches for row in _rows(batch, len(batch), shape.dialect)]
    table = table_of_talk(title, rows, shape.width, job.choice)
    return chain(batches, records), () if table is None else read_talks([table], job.choice)[0]


def _rows(records: Records, count: int, dialect: Dialect) -> list[Row]:
    return [Row(int(records.line[at]), parse(records.raw(at), dialect)) for at in range(count)]


def read_head(blocks: Iterator[bytes]) -> tuple[bytes, bool]:
    """The first bytes, enough to judge the dialect; and whether that is all there is."""
    head = b""
    for block in blocks:
        head += block
        if len(head) > _sampled(head):
            return head, False
    if not head.strip(NOTHING):
        raise data_error("empty")
    return head, True


def _sampled(head: bytes) -> int:
    """How many bytes tell the dialect: some whole lines."""
    if head.count(b"\n", 0, SAMPLE) + head.count(b"\r", 0, SAMPLE) >= LINES:
        return SAMPLE
    if head.count(b"\n", 0, LONGEST_SAMPLE) < LINES:
        return LONGEST_SAMPLE
    end = 0
    for _ in range(LINES):
        end = head.index(b"\n", end) + 1
    return max(SAMPLE, end)


def guess_shape(head: bytes, ended: bool, choice: DialectChoice) -> Shape:
    """The dialect of the first bytes, as far as they are whole lines."""
    sample = head[: _sampled(head)]
    whole = ended and len(head) <= len(sample)
    if not whole:
        sample = sample[: max(sample.rfind(b"\n"), sample.rfind(b"\r")) + 1] or sample
    return find_shape(sample, final=whole, delimiter=choice.delimiter)


def _records(head: bytes, blocks: Iterator[bytes], dialect: Dialect, line: int) -> Iterator[Records]:
    """The file's records, batch by batch; none of the batches is empty."""
    waiting, block = head, next(blocks, None)
    while True:
        final = block is None
        # A line feed may follow a carriage return at the very end.
        keep = 1 if not final and waiting.endswith(b"\r") else 0
        records = split(waiting[: len(waiting) - keep], dialect, line=line, final=final)
        if len(records):
            yield records
        line += records.lines
        if block is None:
            return
        waiting = waiting[records.used :] + block
        if len(waiting) > LONGEST_RECORD:
            raise data_error("line_too_long", line=line, column=None)
        block = next(blocks, None)


def _line_ends(head: bytes) -> tuple[str, ...]:
    both = head.count(b"\r\n")
    counts = {"LF": head.count(b"\n") - both, "CRLF": both, "CR": head.count(b"\r") - both}
    return tuple(name for name, count in counts.items() if count)


def shown_delimiter(dialect: Dialect) -> str:
    """The delimiter for people: nothing where there is one column only."""
    return "" if dialect.delimiter == NO_DELIMITER else dialect.delimiter.decode()
