"""What kind of file it is, by its first bytes; its name says nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.messages import data_error
from persona.reading.survey import MARKS
from persona.reading.unpacking import archive

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 4096
GZIP = b"\x1f\x8b"
OPEN_DOCUMENT = "open document"
SPSS = (b"$FL2", b"$FL3", b"\xc6\xd3\xf2")  # the last one in EBCDIC
STATA = b"<stata_dta>"
OLD_STATA = re.compile(rb"[\x69-\x73][\x01\x02]\x01\x00", re.DOTALL)
ZIP = b"PK\x03\x04"
PARQUET = b"PAR1"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
IN_ARCHIVE = (  # a member that tells what the archive is
    ("xl/workbook.xml", "workbook", ""),
    ("xl/workbook.bin", "", "a binary workbook"),
    ("word/document.xml", "document", ""),
    ("ppt/presentation.xml", "", "a presentation"),
    ("content.xml", OPEN_DOCUMENT, ""),
)
OTHERS = (
    (b"%PDF", "a PDF document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a word-processor document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x1cENCRYPTEDSAV", "an SPSS file with a password"),
    (b"\x15ENCRYPTEDSAV", "an SPSS file with a password"),
    (b"RDX", "an R data file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"RIFF", "a sound or video file"),
)
JSON = re.compile(
    rb'\{\s*["}]|\[\s*(?:[\[{]|null\b|\]\s*$)'  # objects and lists, or nothing
    rb'|\[\s*"(?:[^"\\\r\n]|\\.)*"\s*[,\]][^\r\n]*\]\s*[\r\n]+\[|\[\s*"(?:[^"\\\r\n]|\\.)*"\s*\]\s*[\r\n]+\['  # names
)
MARKUP = (
    (b"<?xml", "an XML document"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<head", "a web page"),
    (b"<body", "a web page"),
    (b"<table", "a web page"),
)


def kind_of(path: Path) -> str:
    """`text`, `gzip`, `workbook`, `document`, `parquet`, `json`, `sav`, `dta` or `bundle`.

    Raises:
        DataError: it is a file of a kind that cannot be read, which the message names.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(GZIP):
        return "gzip"
    if head.startswith(OLD_OFFICE):
        return "workbook"
    if head.startswith(PARQUET):
        return "parquet"
    if head.startswith(SPSS):
        return "sav"
    if head.startswith(STATA) or OLD_STATA.match(head):
        return "dta"
    if head.startswith(ZIP):
        return _kind_of_archive(path)
    for signature, kind in OTHERS:
        if head.startswith(signature):
            raise data_error("not_a_table", kind=kind)
    if wide := next((name for mark, name in MARKS if head.startswith(mark) and name != "utf-8"), None):
        head = head.decode(wide, "ignore").encode()
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    _refuse_markup(text.lower())
    return "json" if JSON.match(text) else "text"


def _kind_of_archive(path: Path) -> str:
    with archive(path, "ZIP") as opened:
        names = {name.lower() for name in opened.namelist()}
    kinds = [kind for member, kind, _ in IN_ARCHIVE if member in names]
    if OPEN_DOCUMENT in kinds and len(kinds) == 1:
        return "workbook"
    if OPEN_DOCUMENT in kinds:
        raise data_error("not_a_table", kind="an OpenDocument file")
    # Refused ones first: the library for workbooks would try an archive that is two things as the other one too.
    for member, kind, refused in sorted(IN_ARCHIVE, key=lambda entry: entry[1]):
        if member in names and kind:
            return kind
        if member in names:
            raise data_error("not_a_table", kind=refused)
    return "bundle"


def _refuse_markup(head: bytes) -> None:
    for start, kind in MARKUP:
        if head.startswith(start):
            raise data_error("not_a_table", kind=kind)
