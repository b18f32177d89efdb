"""Tables in text files: CSV, TSV and their relatives, plain or packed with gzip."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.messages import data_error
from persona.reading.encoding import Encoding, find_encoding
from persona.reading.sniffing import NO_DELIMITER, Shape, find_shape, skip_sep_line
from persona.reading.splitter import split
from persona.reading.streams import ByteSource
from persona.reading.survey import Survey
from persona.reading.tabulate import Written, write_table
from persona.reading.transcoding import utf8_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from persona.reading.ledger import Ledger
    from persona.reading.options import DialectChoice, Limits
    from persona.reading.progress import Progress
    from persona.reading.splitter import Dialect, Records

SAMPLE = 256 << 10
LONGEST_RECORD = 16 << 20
NOTHING = b" \t\r\n\x0b\x0c\x1a"
CONTROL_SHARE, NUL_SHARE = 0.01, 0.05  # above these, the bytes are no text
FEW_CONTROLS, FEW_NULS = 8, 16


@dataclass(frozen=True)
class TextTable:
    """What was found out about a text file while it was read."""

    sha256: str
    encoding: Encoding
    dialect: Dialect
    line_ends: tuple[str, ...]
    table: Written


def read_text(
    path: Path,
    folder: Path,
    *,
    packed: bool,
    limits: Limits,
    choice: DialectChoice,
    ledger: Ledger,
    progress: Progress,
) -> TextTable:
    """Write the table in a text file into parts."""
    source = ByteSource(path, packed, limits)
    survey, digest = Survey(), hashlib.sha256()
    for block in source.blocks(progress.surveyed, digest.update):
        survey.add(block)
    survey.finish()
    _check_is_text(survey)
    encoding = find_encoding(survey, lambda: source.blocks(progress.surveyed), choice.encoding)
    blocks = utf8_blocks(source.blocks(progress.read), encoding, ledger)
    head, ended = _head(blocks)
    shape = _shape(head, ended, choice)
    skipped = skip_sep_line(head)
    records = _records(head[skipped:], blocks, shape.dialect, line=2 if skipped else 1)
    table = write_table(records, shape.dialect, shape.width, folder, header=choice.header, limits=limits, ledger=ledger)
    return TextTable(digest.hexdigest(), encoding, shape.dialect, _line_ends(head), table)


def _check_is_text(survey: Survey) -> None:
    if not survey.size:
        raise data_error("empty")
    if survey.wide:
        return
    seen = min(survey.size, 8 << 20)
    if survey.controls > max(FEW_CONTROLS, CONTROL_SHARE * seen) or survey.nuls > max(
        FEW_NULS, NUL_SHARE * survey.size
    ):
        raise data_error("not_a_table", kind="a file of another kind")


def _head(blocks: Iterator[bytes]) -> tuple[bytes, bool]:
    """The first bytes, enough to judge the dialect; and whether that is all there is."""
    head = b""
    for block in blocks:
        head += block
        if len(head) > SAMPLE:
            return head, False
    if not head.strip(NOTHING):
        raise data_error("empty")
    return head, True


def _shape(head: bytes, ended: bool, choice: DialectChoice) -> Shape:
    sample = head[:SAMPLE]
    whole = ended and len(head) <= SAMPLE
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
