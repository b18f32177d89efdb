"""Any encoding in, clean UTF-8 out: no byte order marks, no zero bytes."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from persona.reading.encoding import FALLBACK
from persona.reading.survey import letters_end, whole_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from persona.reading.encoding import Encoding
    from persona.reading.ledger import Notes

REPLACEMENT = "\ufffd"
MARK = codecs.BOM_UTF8
LETTER = 4  # bytes at most, in UTF-8


def utf8_blocks(blocks: Iterable[bytes], encoding: Encoding, ledger: Notes) -> Iterator[bytes]:
    """The same text in UTF-8; blocks may end anywhere. What had to be changed goes into the ledger."""
    plain = _without_mark(blocks, encoding.mark)
    if encoding.how == "mixed":
        clean = _mixed(plain, ledger)
    elif encoding.name == "utf-8":
        clean = _checked(plain)
    else:
        clean = _decoded(plain, encoding.name, ledger)
    return _without(MARK, "marks_removed", _without(b"\0", "nul_removed", clean, ledger), ledger)


def _without_mark(blocks: Iterable[bytes], size: int) -> Iterator[bytes]:
    for block in blocks:
        yield block[size:] if size else block
        size = max(0, size - len(block))


def _without(unwanted: bytes, note: str, blocks: Iterable[bytes], ledger: Notes) -> Iterator[bytes]:
    """Engines would eat a mark, but only at the start of a part; files glued together hold some anywhere."""
    held = b""
    for block in blocks:
        whole = held + block if held else block
        keep = next((n for n in range(len(unwanted) - 1, 0, -1) if whole.endswith(unwanted[:n])), 0)
        whole, held = whole[: len(whole) - keep], whole[len(whole) - keep :]
        if unwanted[:1] in whole and unwanted in whole:  # one byte is looked for ten times faster than three
            ledger.note(note, whole.count(unwanted))
            whole = whole.replace(unwanted, b"")
        yield whole
    yield held


def _checked(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """UTF-8 that was checked already; only the end of the file may hold half a letter."""
    last = b""
    for block in blocks:
        if len(block) < LETTER:
            last += block
        else:
            yield last
            last = block
    yield last[: letters_end(last)]


def _decoded(blocks: Iterable[bytes], name: str, ledger: Notes) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(name)("replace")
    for block in blocks:
        yield _encoded(decoder.decode(block), ledger)
    yield _encoded(decoder.decode(b"", True), ledger)


def _encoded(text: str, ledger: Notes) -> bytes:
    ledger.note("replaced_letters", text.count(REPLACEMENT))
    return text.encode("utf-8", "replace")  # a lone half of a UTF-16 pair has no UTF-8


def _mixed(blocks: Iterable[bytes], ledger: Notes) -> Iterator[bytes]:
    line, rest = 1, b""
    for block in blocks:
        whole, rest = whole_lines(rest + block)
        yield _line_by_line(whole, line, ledger)
        line += whole.count(b"\n") + whole.count(b"\r") - whole.count(b"\r\n")
    yield _line_by_line(rest, line, ledger)


def _line_by_line(data: bytes, line: int, ledger: Notes) -> bytes:
    if data.isascii():
        return data
    lines = data.splitlines(keepends=True)
    for number, raw in enumerate(lines):
        try:
            raw.decode()
        except UnicodeDecodeError:
            lines[number] = raw.decode(FALLBACK, "replace").encode()
            ledger.mend("other_encoding", line + number)
    return b"".join(lines)
