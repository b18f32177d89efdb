"""Tables as CSV: the one writer for all of them, whose cells no spreadsheet program takes for a formula."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BOM = "\ufeff"  # tells spreadsheet programs that a CSV is UTF-8
# A program takes a cell that starts with one of these for a formula; full-width signs are folded by some first.
FORMULA = re.compile(r"[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋\t\r\n][=+\-@＝＋－＠\s]*")
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*(?:e[+-]?[0-9]+)?%?", re.IGNORECASE)


def safe(cell: object) -> str:
    """The text of a cell, with a mark in front where a program would run it. Numbers stay as they are."""
    text = str(cell)
    return f"'{text}" if FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def original(text: str) -> str:
    """The text that `safe` was given, as far as the mark tells.

    >>> original("'=1+1"), original("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text.startswith("'") and safe(text[1:]) == text else text


def xml_text(text: str) -> str:
    """The text without the characters that no XML may hold, as in the files of office programs."""
    return _NOT_XML.sub("", text)


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[object]], *, for_people: bool) -> Iterator[str]:
    """A table line by line, every cell safe, the header's too.

    Args:
        header: What the columns are called.
        rows: The cells of each line, numbers and texts.
        for_people: As spreadsheet programs read it best: marked as UTF-8, all cells quoted, `\\r\\n` at the ends.
    """
    # The usual end, "\r\n", makes it quote both letters: one that stood bare would begin a line of its own.
    writer = csv.writer(_Echo(), quoting=csv.QUOTE_ALL) if for_people else csv.writer(_Echo())
    before, end = (BOM, "\r\n") if for_people else ("", "\n")
    yield before + writer.writerow([safe(name) for name in header]).removesuffix("\r\n") + end
    for row in rows:
        line: str = writer.writerow([cell if isinstance(cell, int | float) else safe(cell) for cell in row])
        yield line.removesuffix("\r\n") + end
