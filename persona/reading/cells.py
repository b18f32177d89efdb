"""The cells of one record, and one record from cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.reading.dialect import Dialect


def parse(raw: bytes, dialect: Dialect) -> list[str]:
    """The cells of a record as the splitter cut it: the same rules for quotation marks, inside one record."""
    text = raw.decode("utf-8", "replace")
    text = text.removesuffix("\n").removesuffix("\r")
    delimiter = dialect.delimiter.decode()
    quote = dialect.quote.decode() if dialect.quote else None
    if quote is None or quote not in text:
        return text.split(delimiter)
    return _parse_quoted(text, delimiter, quote, dialect)


def write(cells: Sequence[str], dialect: Dialect) -> bytes:
    """The cells as one clean record, in the dialect of the file but with doubled quotation marks only."""
    delimiter = dialect.delimiter.decode()
    quote = (dialect.quote or b"").decode()
    if quote:
        special = (quote, delimiter, "\n", "\r")
        cells = [f"{quote}{c.replace(quote, quote * 2)}{quote}" if any(s in c for s in special) else c for c in cells]
    return f"{delimiter.join(cells) or quote * 2}\n".encode("utf-8", "replace")


def _parse_quoted(text: str, delimiter: str, quote: str, dialect: Dialect) -> list[str]:
    cells: list[str] = []
    at = 0
    while at <= len(text):
        opening = at + 1 if dialect.spaced and text.startswith(f" {quote}", at) else at
        close = _closing(text, opening, delimiter, quote, dialect.escape) if text.startswith(quote, opening) else -1
        if close >= 0:
            cells.append(_unescaped(text[opening + 1 : close], quote, dialect.escape))
            at = close + 2
        else:
            end = text.find(delimiter, at)
            end = len(text) if end < 0 else end
            cells.append(text[at:end])
            at = end + 1
    return cells


def _closing(text: str, opening: int, delimiter: str, quote: str, escape: bool) -> int:
    """Where the quoted cell closes: at the first single mark, or else at any mark before a delimiter; -1 if nowhere."""
    at = _next_mark(text, opening + 1, quote, escape)
    while at >= 0 and text.startswith(quote, at + 1):
        at = _next_mark(text, at + 2, quote, escape)
    if at >= 0 and (at + 1 == len(text) or text[at + 1] == delimiter):
        return at
    at = _next_mark(text, opening + 1, quote, escape)
    while at >= 0 and at + 1 < len(text) and text[at + 1] != delimiter:
        at = _next_mark(text, at + 1, quote, escape)
    return at


def _next_mark(text: str, at: int, quote: str, escape: bool) -> int:
    at = text.find(quote, at)
    while escape and at > 0 and text[at - 1] == "\\" and text[at - 2 : at - 1] != "\\":
        at = text.find(quote, at + 1)
    return at


def _unescaped(cell: str, quote: str, escape: bool) -> str:
    if escape:
        cell = cell.replace("\\" + quote, quote)
    return cell.replace(quote * 2, quote)
