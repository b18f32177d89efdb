"""Small SPSS and Stata files, written by hand as their formats say."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Variable(NamedTuple):
    """A column: `width` 0 for numbers, else letters of a text."""

    name: str
    text: str = ""
    width: int = 0
    labels: Mapping[float, str] = {}
    missing: tuple[float, ...] = ()
    """Up to three single values, or low and high of a range."""
    is_range: bool = False
    is_date: bool = False


SYSTEM_MISSING = -1.7976931348623157e308
DATE, PLAIN, LETTERS = 20 << 16 | 11 << 8, 5 << 16 | 8 << 8, 1 << 16


def sav(
    variables: Sequence[Variable], rows: Sequence[Sequence[float | str | None]], *, encoding: str = "utf-8"
) -> bytes:
    """An uncompressed SPSS system file."""
    cells = [max(1, -(-v.width // 8)) for v in variables]
    head = b"$FL2" + b"@(#) SPSS DATA FILE made by a test".ljust(60)
    head += struct.pack("<5i", 2, sum(cells), 0, 0, len(rows)) + struct.pack("<d", 100.0)
    head += b"01 Jan 2412:00:00" + b" " * 64 + bytes(3)
    body = b"".join(_variable(v, count) for v, count in zip(variables, cells, strict=True))
    place = 1
    for v, count in zip(variables, cells, strict=True):
        body += _labels(v, place, encoding) if v.labels else b""
        place += count
    told = encoding.encode()
    body += struct.pack("<4i", 7, 20, 1, len(told)) + told
    body += struct.pack("<2i", 999, 0)
    return head + body + b"".join(_values(variables, row, encoding) for row in rows)


def _variable(v: Variable, cells: int) -> bytes:
    kind = LETTERS | min(v.width, 255) << 8 if v.width else DATE if v.is_date else PLAIN
    text = v.text.encode()
    missing = -2 if v.is_range else len(v.missing)
    out = struct.pack("<6i", 2, v.width, bool(text), missing, kind, kind) + v.name.upper().encode().ljust(8)
    if text:
        out += struct.pack("<i", len(text)) + text.ljust(-(-len(text) // 4) * 4)
    out += b"".join(struct.pack("<d", value) for value in v.missing)
    rest = struct.pack("<6i", 2, -1, 0, 0, 0, 0) + b" " * 8
    return out + rest * (cells - 1)


def _labels(v: Variable, place: int, encoding: str) -> bytes:
    out = struct.pack("<2i", 3, len(v.labels))
    for code, label in v.labels.items():
        text = label.encode(encoding)
        out += struct.pack("<d", code) + bytes([len(text)]) + text.ljust(-(-(len(text) + 1) // 8) * 8 - 1)
    return out + struct.pack("<3i", 4, 1, place)


def _values(variables: Sequence[Variable], row: Sequence[float | str | None], encoding: str) -> bytes:
    out = b""
    for v, value in zip(variables, row, strict=True):
        if isinstance(value, str):
            out += value.encode(encoding).ljust(-(-v.width // 8) * 8)
        else:
            out += struct.pack("<d", SYSTEM_MISSING if value is None else value)
    return out


def dta(variables: Sequence[Variable], rows: Sequence[Sequence[float | str | None]]) -> bytes:
    """A Stata file of version 118; numbers are doubles, and None is missing."""
    count = len(variables)
    parts = [
        b"<stata_dta><header><release>118</release><byteorder>LSF</byteorder>",
        b"<K>" + struct.pack("<H", count) + b"</K><N>" + struct.pack("<Q", len(rows)) + b"</N>",
        b"<label>" + struct.pack("<H", 0) + b"</label><timestamp>\0</timestamp></header>",
    ]
    types = b"".join(struct.pack("<H", v.width or 65526) for v in variables)
    names = b"".join(v.name.encode().ljust(129, b"\0") for v in variables)
    formats = b"".join((f"%{v.width}s" if v.width else "%9.0g").encode().ljust(57, b"\0") for v in variables)
    sets = b"".join((v.name if v.labels else "").encode().ljust(129, b"\0") for v in variables)
    texts = b"".join(v.text.encode().ljust(321, b"\0") for v in variables)
    data = b"".join(_dta_row(variables, row) for row in rows)
    tables = b"".join(_table(v) for v in variables if v.labels)
    sections = [
        (b"map", bytes(14 * 8)),
        *((b"variable_types", types), (b"varnames", names), (b"sortlist", bytes(2 * count + 2))),
        *((b"formats", formats), (b"value_label_names", sets), (b"variable_labels", texts)),
        *((b"characteristics", b""), (b"data", data), (b"strls", b""), (b"value_labels", tables)),
    ]
    places, out = [0], b"".join(parts)
    for name, content in sections:
        places.append(len(out))
        out += b"<" + name + b">" + content + b"</" + name + b">"
    places += [len(out)]
    out += b"</stata_dta>"
    places.append(len(out))
    start = out.index(b"<map>") + 5
    return out[:start] + struct.pack("<14Q", *places[:14]) + out[start + 14 * 8 :]


def _dta_row(variables: Sequence[Variable], row: Sequence[float | str | None]) -> bytes:
    out = b""
    for v, value in zip(variables, row, strict=True):
        if v.width:
            out += str(value or "").encode().ljust(v.width, b"\0")
        else:
            out += b"\0\0\0\0\0\0\xe0\x7f" if value is None else struct.pack("<d", float(value))
    return out


def _table(v: Variable) -> bytes:
    codes = sorted(int(code) for code in v.labels)
    texts = [v.labels[code].encode() + b"\0" for code in codes]
    offsets = [sum(map(len, texts[:n])) for n in range(len(texts))]
    content = struct.pack("<2i", len(codes), sum(map(len, texts)))
    content += struct.pack(f"<{len(codes)}i", *offsets) + struct.pack(f"<{len(codes)}i", *codes) + b"".join(texts)
    return (
        b"<lbl>" + struct.pack("<i", len(content)) + v.name.encode().ljust(129, b"\0") + bytes(3) + content + b"</lbl>"
    )
