"""What kind of file it is, by its first bytes; its name says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.messages import data_error

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 4096
GZIP = b"\x1f\x8b"
OTHERS = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a word-processor document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"$FL2", "an SPSS file"),
    (b"$FL3", "an SPSS file"),
    (b"<stata_dta>", "a Stata file"),
    (b"RDX", "an R data file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"RIFF", "a sound or video file"),
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
    """`text` or `gzip`.

    Raises:
        DataError: it is a file of a kind that cannot be read, which the message names.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(GZIP):
        return "gzip"
    for signature, kind in OTHERS:
        if head.startswith(signature):
            raise data_error("not_a_table", kind=kind)
    _refuse_markup(head.lstrip(b"\xef\xbb\xbf \t\r\n").lower())
    return "text"


def _refuse_markup(head: bytes) -> None:
    for start, kind in MARKUP:
        if head.startswith(start):
            raise data_error("not_a_table", kind=kind)
    if head.startswith((b"{", b"[")) and b'":' in head.replace(b'" :', b'":') and b"\n" not in head[:1].strip():
        raise data_error("not_a_table", kind="a JSON file")
