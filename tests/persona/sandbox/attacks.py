"""Files made to do harm: each small as it comes, and large, endless or deadly when it is read without care."""

from __future__ import annotations

import gzip
import io
import json
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple

import duckdb

from tests.statistics_files import Variable, dta, sav
from tests.tables import workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

NUMBER = Variable("n", "How many?")
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ANSWERS = [["ID", "Comment"], [1, "Slow and dear"], [2, "Fine, thank you"]]
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def sheet(rows: str, *, before: str = "", prefix: str = "") -> str:
    """A sheet with these rows."""
    name = f"{prefix}:" if prefix else ""
    space = MAIN.replace("xmlns", f"xmlns:{prefix}") if prefix else MAIN
    head = f'<?xml version="1.0" encoding="UTF-8"?>{before}<{name}worksheet {space}>'
    return f"{head}<{name}sheetData>{rows}</{name}sheetData></{name}worksheet>"


def book(changes: dict[str, str | bytes], *, renamed: dict[str, str] | None = None) -> bytes:
    """A workbook with some of its members replaced or added, or under other names."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook({"A": ANSWERS}))) as source:
        members: dict[str, str | bytes] = {name: source.read(name) for name in source.namelist()}
    members |= changes
    for old, new in (renamed or {}).items():
        members[new] = members.pop(old)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return target.getvalue()


TWO_CORNERS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'


def related_elsewhere() -> bytes:
    """The sheet lies where its relation says, which is no usual place."""
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATED}/worksheet" Target="../somewhere/else.bin"/></Relationships>'
    )
    return book(
        {"xl/_rels/workbook.xml.rels": rels, "somewhere/else.bin": sheet(TWO_CORNERS)}, renamed={SHEET: "xl/unused.xml"}
    )


def shared_strings(length: int, cells: int) -> bytes:
    """Many cells that show one long string, which stands in the file once."""
    strings = f'<?xml version="1.0"?><sst {MAIN}><si><t>{"x" * length}</t></si></sst>'
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, cells + 1))
    return book({STRINGS: strings, SHEET: sheet(rows)})


BILLION_LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'


class Member(NamedTuple):
    """What stands in an archive, and how large it says it is."""

    data: bytes
    size: int


def deflated(data: bytes) -> Member:
    """Plain data, honestly told."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return Member(packer.compress(data) + packer.flush(), len(data))


def blanks(start: str, end: str, *, says: int | None = None) -> Member:
    """More than a gigabyte of blanks between two texts."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = packer.compress(start.encode()) + packer.flush(zlib.Z_FULL_FLUSH)
    megabyte = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    tail = packer.compress(end.encode()) + packer.flush()
    return Member(head + megabyte * 1100 + tail, 1100 << 20 if says is None else says)


def zipped(members: Iterable[tuple[str, Member]], *, overlap: bool = False) -> bytes:
    """An archive written by hand; with `overlap`, all of its list points to the first member."""
    data, entries, count = b"", b"", 0
    for called, member in members:
        count += 1
        name = called.encode()
        sizes = (0, len(member.data), member.size)
        place = 0 if overlap else len(data)
        if not data or not overlap:
            data += struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, *sizes, len(name), 0) + name + member.data
        kept = (len(name), 0, 0, 0, 0, 0, place)
        entries += struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 0, *sizes, *kept) + name
    return data + entries + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(entries), len(data), 0)


def book_with(name: str, member: Member) -> bytes:
    """A workbook with one member of this kind."""
    with zipfile.ZipFile(io.BytesIO(workbook({"A": ANSWERS}))) as source:
        members = {other: deflated(source.read(other)) for other in source.namelist()}
    return zipped((members | {name: member}).items())


def overlapping() -> bytes:
    """Five thousand entries that all show the same ten megabytes."""
    shown = deflated(bytes(10 << 20))._replace(size=100)
    return zipped([("xl/workbook.xml", shown)] * 5000, overlap=True)


def endless_directory() -> bytes:
    """A list of members as long as the file."""
    name = b"x"
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0) + name
    entries = entry * 1_000_000
    head = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0, 0, 0, 0, 1, 0) + name
    return head + entries + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 65535, 65535, len(entries), len(head), 0)


def document(body: str) -> bytes:
    """A word-processor document with this body."""
    target = io.BytesIO()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return target.getvalue()


def archive(members: dict[str, str]) -> bytes:
    """An archive with these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return target.getvalue()


def repeated_spreadsheet() -> bytes:
    """An OpenDocument table of one cell, repeated over all columns and rows."""
    table = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": table})


def old_workbook() -> bytes:
    """A sector list that leads back to itself."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<L", header, 44, 1)  # sectors of the table
    struct.pack_into("<L", header, 48, 1)  # first of the directory
    struct.pack_into("<LLLLL", header, 56, 4096, 2, 1, 0xFFFFFFFE, 0)
    struct.pack_into("<109L", header, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128L", 0xFFFFFFFD, 1, 2, *[0xFFFFFFFF] * 125)  # sectors 1 and 2 follow themselves
    return bytes(header) + table + bytes(1024)


def endless_tables() -> bytes:
    """An old workbook that says its list of sectors goes on for ever."""
    made = bytearray(old_workbook())
    struct.pack_into("<LL", made, 68, 0, 0xFFFFFFF0)
    return bytes(made)


def columnar(query: str, folder: Path, options: str = "") -> bytes:
    """A Parquet file with what the query gives."""
    path = folder / "made.parquet"
    with duckdb.connect() as database:
        database.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet, COMPRESSION zstd{options})")
    return path.read_bytes()


def with_footer(change: Callable[[bytes], bytes], folder: Path) -> bytes:
    """A Parquet file whose own description was changed."""
    data = columnar("SELECT i AS id, 'Slow' AS words FROM range(100) t(i)", folder)
    length = int.from_bytes(data[-8:-4], "little")
    footer = change(data[-8 - length : -8])
    return data[: -8 - length] + footer + len(footer).to_bytes(4, "little") + b"PAR1"


SHEET_ENDS = (f"<worksheet {MAIN}><sheetData>", "</sheetData></worksheet>")
ATTACKS: dict[str, tuple[str, Callable[[Path], bytes]]] = {
    # -- a sheet with far corners
    "two cells in far corners": ("sheet_too_large", lambda _: book({SHEET: sheet(TWO_CORNERS)})),
    "far corner, quoted otherwise": (
        "sheet_too_large",
        lambda _: book({SHEET: sheet(TWO_CORNERS.replace('"', "'"))}),
    ),
    "far corner, other prefix": (
        "sheet_too_large",
        lambda _: book({SHEET: sheet(TWO_CORNERS.replace("<", "<x:").replace("<x:/", "</x:"), prefix="x")}),
    ),
    "far corner, letters as references": (
        "sheet_too_large",
        lambda _: book({SHEET: sheet(TWO_CORNERS.replace("XFD1048576", "&#88;F&#x44;104&#56;576"))}),
    ),
    "far corner, line breaks in tags": (
        "sheet_too_large",
        lambda _: book({SHEET: sheet(TWO_CORNERS.replace("<c r=", "<c\n\t r\n=\n"))}),
    ),
    "far corner, in UTF-16": (
        "sheet_too_large",
        lambda _: book({SHEET: sheet(TWO_CORNERS).replace("UTF-8", "UTF-16").encode("utf-16")}),
    ),
    "far corner, small letters": (
        "sheet_too_large",
        lambda _: book({SHEET: sheet(TWO_CORNERS.replace("XFD", "xfd"))}),
    ),
    "far corner, by rows without names for cells": (
        "sheet_too_large",
        lambda _: book(
            {
                SHEET: sheet(
                    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">' + "<c><v>1</v></c>" * 21 + "</row>"
                )
            }
        ),
    ),
    "far corner, where only the relation leads": ("sheet_too_large", lambda _: related_elsewhere()),
    "far corner, beyond every program's columns": (
        "sheet_too_large",
        lambda _: book({SHEET: sheet(TWO_CORNERS.replace("XFD1048576", "ZZZZ4294967295"))}),
    ),
    "far corner, in another case of the name": (
        "sheet_too_large",
        lambda _: book({SHEET: sheet(TWO_CORNERS)}, renamed={SHEET: "XL/Worksheets/SHEET1.XML"}),
    ),
    "far corner, then broken": ("damaged", lambda _: book({SHEET: sheet("<c>").replace("</", "<")})),
    "endless column name": (
        "damaged",
        lambda _: book({SHEET: sheet(f'<row r="1"><c r="{"A" * 1000}1"><v>1</v></c></row>')}),
    ),
    # -- what stands once and is shown often, or unpacks to more than it is
    "one shared string in many cells": ("unpacks_too_large", lambda _: shared_strings(32_000, 100_000)),
    "endless strings of nothing": (
        "unpacks_too_large",
        lambda _: book({STRINGS: f"<sst {MAIN}>{'<si/>' * 12_000_000}</sst>"}),
    ),
    "billion laughs": (
        "damaged",
        lambda _: book({SHEET: sheet("<row><c><v>&j;</v></c></row>", before=BILLION_LAUGHS)}),
    ),
    "a file from outside": (
        "damaged",
        lambda _: book({STRINGS: f"{OUTSIDE}<sst {MAIN}><si><t>&secret;</t></si></sst>"}),
    ),
    "one endless tag": ("damaged", lambda _: book({SHEET: sheet(f'<row a="{"x" * 50_000_000}"/>')})),
    "tags inside tags": ("empty", lambda _: book({SHEET: sheet("<a>" * 3_000_000 + "</a>" * 3_000_000)})),
    "a sheet of blanks": ("unpacks_too_large", lambda _: book_with(SHEET, blanks(*SHEET_ENDS))),
    "a member that says less than it holds": (
        "unpacks_too_large",
        lambda _: book_with(SHEET, blanks(*SHEET_ENDS, says=900)),
    ),
    "members that overlap": ("unpacks_too_large", lambda _: overlapping()),
    "a million members": ("unpacks_too_large", lambda _: endless_directory()),
    "two kinds in one archive": (
        "not_a_table",
        lambda _: book({"content.xml": repeated_spreadsheet(), "xl/workbook.xml": "<nothing/>"}),
    ),
    "OpenDocument, all cells repeated": ("sheet_too_large", lambda _: repeated_spreadsheet()),
    "binary workbook": ("not_a_table", lambda _: archive({"xl/workbook.bin": "\x80" * 100})),
    "old workbook that leads back to itself": ("reader_memory", lambda _: old_workbook()),
    "old workbook, cut off behind its head": ("damaged", lambda _: old_workbook()[:512]),
    "old workbook, sectors listed without end": ("damaged", lambda _: endless_tables()),
    "ZIP, a table of blanks that says less than it holds": (
        "unpacks_too_large",
        lambda _: zipped([("a.csv", blanks("a,b\n1,2\n", "", says=900))]),
    ),
    "ZIP, an archive that calls itself a table": (
        "damaged",
        lambda _: archive({"a.csv": archive({"b.csv": "a,b"}).decode("latin-1")}),
    ),
    "SPSS, two billion labels": ("damaged", lambda _: sav([NUMBER], [[1]])[:-12] + struct.pack("<2i", 3, 2**31 - 1)),
    "SPSS, a text of two gigabytes": (
        "damaged",
        lambda _: sav([NUMBER], [[1]])[:176] + struct.pack("<6i", 2, 2**31 - 1, 1, 0, 5, 5) + b"x" * 200,
    ),
    "Stata, rows without end": (
        "damaged",
        lambda _: dta([NUMBER], [[1]]).replace(b"<N>" + struct.pack("<Q", 1), b"<N>" + struct.pack("<Q", 2**40)),
    ),
    "Stata, columns without end": (
        "damaged",
        lambda _: dta([NUMBER], [[1]]).replace(b"<K>\1\0", b"<K>\xff\xff"),
    ),
    "archive in an archive": ("bundle_without_tables", lambda _: archive({"inner.zip": "PK\3\4" * 100})),
    "gzip of blanks": (
        "unpacks_too_large",
        lambda _: b"\x1f\x8b\x08" + bytes(6) + b"\xff" + blanks("a,b\n1,2\n", "").data + bytes(8),
    ),
    "gzip in gzip": ("not_a_table", lambda _: gzip.compress(gzip.compress(bytes(5_000_000)))),
    # -- documents
    "document, billion laughs": (
        "damaged",
        lambda _: archive({"word/document.xml": f"{BILLION_LAUGHS}<document>&j;</document>"}),
    ),
    "document, paragraphs inside paragraphs": ("empty", lambda _: document("<w:p>" * 900_000 + "</w:p>" * 900_000)),
    "document of blanks": (
        "unpacks_too_large",
        lambda _: zipped([("word/document.xml", blanks("<document>", "</document>", says=900))]),
    ),
    # -- JSON
    "lists inside lists": ("broken_json", lambda _: b"[" * 100_000),
    "lists inside lists, closed": ("broken_json", lambda _: b"[" * 100_000 + b"]" * 100_000),
    "objects inside objects": ("broken_json", lambda _: b'{"a":' * 100_000 + b"1" + b"}" * 100_000),
    "a number of a million digits": ("one_column", lambda _: b'[{"a": ' + b"9" * 1_000_000 + b"}]"),
    "one object of many keys": (
        "too_many_columns",
        lambda _: json.dumps([{f"k{n}": n for n in range(300_000)}]).encode(),
    ),
    "a text without end": ("broken_json", lambda _: b'[{"a": "' + b"x" * 40_000_000),
    # -- text
    "a line without end": ("line_too_long", lambda _: b"a,b\n" + b"x" * 100_000_000),
    "zeros": ("not_a_table", lambda _: bytes(50_000_000)),
    "twenty thousand columns": (
        "too_many_columns",
        lambda _: b",".join(b"c%d" % n for n in range(20_000)) + b"\n1,2\n",
    ),
    # -- Parquet
    "one long answer, shown by every row": (
        "reader_memory",
        lambda folder: columnar(
            "FROM (SELECT repeat('Slow and dear. ', 7000) AS words), range(12000) SELECT words", folder
        ),
    ),
    "one answer, thirty million times": (
        "too_many_rows",
        lambda folder: columnar("SELECT 'Slow' AS words FROM range(30000000)", folder, ", ROW_GROUP_SIZE 30000000"),
    ),
    "one list of many": (
        "reader_memory",
        lambda folder: columnar("SELECT range(5000000) AS words FROM range(4)", folder),
    ),
    "a description that is none": ("damaged", lambda folder: with_footer(lambda footer: b"\xff" * len(footer), folder)),
    "a list of two thousand million in the description": (
        "reader_memory",
        lambda folder: with_footer(lambda footer: footer[:2] + b"\x19\xfc\xff\xff\xff\xff\x07" + footer[4:], folder),
    ),
}
