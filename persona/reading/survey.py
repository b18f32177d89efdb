"""One look at every byte of a file: its hash, its size, its zeros, and whether it is UTF-8."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HEAD = 4096
CONTROLS = bytes(c for c in range(32) if c not in b"\0\t\n\v\f\r\x1a\x1b\x1f")
CONTROLS_LOOKED_AT = 8 << 20  # binary files show in their first megabytes; later ones need no such count
LONG_LINE = 4 << 20
SAMPLE = 200_000  # bytes of lines with accents, kept for guessing
SAMPLE_LINE = 4000


@dataclass
class Survey:
    """Filled by `add` with every block in order, then `finish`."""

    size: int = 0
    nuls: int = 0
    controls: int = 0
    good: int = 0  # blocks or lines with letters beyond ASCII that are valid UTF-8
    bad: int = 0  # lines that are not
    cut_letter: bool = False  # the very last letter is incomplete
    mark: bytes = b""
    wide: str | None = None  # UTF-16 or UTF-32, by its mark or its zeros
    good_sample: bytearray = field(default_factory=bytearray)
    bad_sample: bytearray = field(default_factory=bytearray)
    _rest: bytes = b""

    def add(self, block: bytes) -> None:
        if not self.size:
            self._look_at_head(block)
        self.size += len(block)
        if b"\0" in block:
            self.nuls += block.count(0)
        if self.wide:
            return
        if self.size <= CONTROLS_LOOKED_AT:
            self.controls += len(block) - len(block.translate(None, CONTROLS))
        if block.isascii() and not self._rest:
            return
        whole, self._rest = whole_lines(self._rest + block)
        self._check(whole)

    def finish(self) -> None:
        if self.wide or not self._rest:
            return
        try:
            self._rest.decode()
        except UnicodeDecodeError as exc:
            self.cut_letter = exc.reason == "unexpected end of data"
            if self.cut_letter:
                self._rest = self._rest[: exc.start]
        self._check(self._rest)

    @property
    def is_utf8(self) -> bool:
        return not self.wide and not self.bad

    def _look_at_head(self, block: bytes) -> None:
        for mark, name in MARKS:
            if block.startswith(mark):
                self.mark, self.wide = mark, None if name == "utf-8" else name
                return
        self.wide = utf16_by_zeros(block[:HEAD])

    def _check(self, lines: bytes) -> None:
        if lines.isascii():
            return
        if _is_utf8(lines):
            self._keep_good(lines)
        else:
            self._check_each(lines)

    def _check_each(self, lines: bytes) -> None:
        for line in lines.splitlines(keepends=True):
            if line.isascii():
                continue
            if _is_utf8(line):
                self._keep_good(line)
            else:
                self.bad += 1
                if len(self.bad_sample) < SAMPLE:
                    self.bad_sample += line[:SAMPLE_LINE]

    def _keep_good(self, lines: bytes) -> None:
        self.good += 1
        if len(self.good_sample) < HEAD:
            for line in lines[:SAMPLE].splitlines(keepends=True):
                if not line.isascii() and len(self.good_sample) < HEAD:
                    self.good_sample += line[:SAMPLE_LINE]


def whole_lines(data: bytes) -> tuple[bytes, bytes]:
    """The part that ends with a line, and the rest; a rest that grows too long is cut between two letters."""
    cut = max(data.rfind(b"\n"), data.rfind(b"\r", 0, -1)) + 1
    if not cut and len(data) > LONG_LINE:
        cut = letters_end(data)
    return data[:cut], data[cut:]


def letters_end(data: bytes) -> int:
    """Where the last complete letter of this UTF-8 ends: all of it, or up to three bytes before."""
    for size in range(1, min(4, len(data) + 1)):
        byte = data[-size]
        if byte & 0xC0 == 0xC0:  # the first byte of a letter says how many follow
            needed = 4 if byte >= 0xF0 else 3 if byte >= 0xE0 else 2
            return len(data) - size if needed > size else len(data)
        if byte < 0x80:
            break
    return len(data)


def utf16_by_zeros(head: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every second byte is zero."""
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
