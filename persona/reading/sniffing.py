"""Which delimiter and quotation mark a file uses: each likely pair cuts a sample, the most even table wins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.dialects import DELIMITERS
from persona.reading.dialect import Dialect
from persona.reading.splitter import split

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = tuple(sign.encode() for sign in DELIMITERS)
NO_DELIMITER = b"\x1f"  # for a file of one column: a byte that text does not hold
COMMENTS = re.compile(rb"\A(?:#[^\r\n]*[\r\n]+)+(?=.)", re.DOTALL)
SEP_LINE = re.compile(rb'"?sep=(.)"?\r?\n', re.IGNORECASE)
ENOUGH = 0.5  # share of records that must agree with the table's width
TITLES_AT_MOST = 20
SLIPS = 0.1  # cells that open with a quotation mark which nothing closes: in fewer lines than this they are slips


@dataclass(frozen=True)
class Shape:
    """A dialect, the number of columns it gives, and how well it explains the sample."""

    dialect: Dialect
    width: int
    share: float = 1.0
    score: float = 0.0


def find_shape(sample: bytes, *, final: bool, delimiter: str | None = None) -> Shape:
    """The dialect of the sample. A chosen delimiter, or one named in a first line `sep=;`, is not questioned."""
    named = SEP_LINE.match(sample)
    known = delimiter.encode() if delimiter else named.group(1) if named else None
    table = COMMENTS.sub(b"", sample, count=1)
    shapes = [
        _rate(table, dialect, final)
        for candidate in ((known,) if known else SIGNS)
        if candidate in table
        for dialect in _dialects(table, candidate)
    ]
    good = [shape for shape in shapes if shape.width > 1 and shape.share >= ENOUGH]
    if not good:
        return max(shapes, key=lambda s: s.share) if known and shapes else _one_column(sample, known)
    return max(good, key=lambda shape: shape.score)  # the first of equals: quoted before unquoted


def skip_sep_line(data: bytes) -> int:
    """How many bytes the line `sep=;` takes, which spreadsheet programs write above the table."""
    named = SEP_LINE.match(data)
    return named.end() if named else 0


def _one_column(sample: bytes, delimiter: bytes | None) -> Shape:
    delimiter = delimiter or NO_DELIMITER
    quoted, _ = _borders(sample, delimiter, b'"')
    return Shape(Dialect(delimiter, b'"' if quoted else None), 1)


def _dialects(sample: bytes, delimiter: bytes) -> Iterator[Dialect]:
    """The ways to quote that the sample gives reason to try."""
    double, _ = _borders(sample, delimiter, b'"')
    single, paired = _borders(sample, delimiter, b"'")
    if paired > 0.9 and single > max(1, 5 * double):
        yield Dialect(delimiter, b"'")
        return
    if delimiter != b" " and _opens_after_blank(sample, delimiter):
        yield Dialect(delimiter, spaced=True)
    yield Dialect(delimiter, escape=bool(double) and _escapes(sample, delimiter))
    if not double and not 0 < _opened(sample, delimiter, b'"') < SLIPS * len(sample.splitlines()):
        yield Dialect(delimiter, None)


def _borders(sample: bytes, delimiter: bytes, quote: bytes) -> tuple[int, float]:
    """How many cells the quotation mark opens and closes, and how often it does both."""
    d, q = re.escape(delimiter), re.escape(quote)
    opens = _opened(sample, delimiter, quote)
    closes = len(re.findall(q + rb"(?:$|[\r\n]|" + d + rb")", sample))
    return min(opens, closes), min(opens, closes) / max(opens, closes, 1)


def _opened(sample: bytes, delimiter: bytes, quote: bytes) -> int:
    """How many cells begin with the quotation mark."""
    return len(re.findall(rb"(?:^|[\r\n]|" + re.escape(delimiter) + rb")" + re.escape(quote), sample))


def _opens_after_blank(sample: bytes, delimiter: bytes) -> bool:
    d = re.escape(delimiter)
    return len(re.findall(d + rb' "(?!")', sample)) > len(re.findall(d + rb'"', sample))


def _escapes(sample: bytes, delimiter: bytes) -> bool:
    r"""Whether `\"` stands before text, and `""` never inside a cell."""
    d = re.escape(delimiter)
    escaped = re.search(rb'\\"[^\r\n' + d + rb"]", sample)
    doubled = re.search(rb"[^\\" + d + rb'\r\n]""', sample)
    return bool(escaped) and not doubled


def _rate(sample: bytes, dialect: Dialect, final: bool) -> Shape:
    records = split(sample, dialect, final=final)
    filled = (records.end - records.start > 2) | (records.width > 1)
    widths: list[int] = records.width[filled].tolist()
    wide = [width for width in widths if width > 1]
    if not wide:
        return Shape(dialect, 1)
    counts, first = Counter(wide), wide[0]
    mode = max(counts, key=lambda width: (counts[width], width == first))
    titles = next(i for i, width in enumerate(widths) if width > 1)
    table = widths[titles:]
    equal = table.count(mode) / len(table)
    if titles and (titles > TITLES_AT_MOST or equal < 0.8 or titles > len(table)):
        return Shape(dialect, 1, equal)
    if first not in (mode, mode - 1) and equal < 0.8:
        equal *= 0.5
    if titles:
        equal *= 0.7  # another delimiter may explain the lines above the table too
    share = equal + 0.5 * sum(width not in (1, mode) for width in table) / len(table)
    oddness = float((records.odd | records.unclosed).mean()) if not dialect.spaced else 0.0
    return Shape(dialect, mode, share, share * (1 - 1 / (mode + 0.3)) * (1 - 0.3 * oddness))
