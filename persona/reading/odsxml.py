"""How large an OpenDocument workbook really is: cells and rows say how often they are repeated."""

from __future__ import annotations

import xml.parsers.expat
from typing import TYPE_CHECKING, NamedTuple

from persona.messages import data_error, file_size
from persona.reading.failed import MOST, Failed
from persona.reading.sheetxml import CELLS, LONGEST_ERROR, LONGEST_TOKEN, TEXT
from persona.reading.unpacking import check_unpacked

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

OPEN_DOCUMENT = "content.xml"
SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
CELL = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
NO_MEMORY = 1  # expat's own code


HIDDEN = ("collapse", "filter")
MOST_REPEATED = 100_000  # rows of one element that are told one by one


class Seen(NamedTuple):
    """What parsing told of each sheet."""

    hidden: dict[str, frozenset[int]]
    """The numbers of the rows that are hidden and hold cells."""
    failed: dict[str, Failed]
    """The cells in which a formula failed."""


def check_open_document(opened: zipfile.ZipFile) -> Seen:
    """Parse what it holds before a reader allocates what it claims.

    Raises:
        DataError: it is no workbook, protected, damaged or too large.
    """
    kind = opened.read("mimetype") if "mimetype" in opened.namelist() else SPREADSHEET
    if not kind.strip().startswith(SPREADSHEET):
        raise data_error("not_a_table", kind="an OpenDocument file")
    sheets = _Sheets()
    check_unpacked(opened, sheets.look)
    return Seen({name: frozenset(rows) for name, rows in sheets.hidden.items()}, sheets.failed)


class _Sheets:
    """Counts cells with their repetitions, and the letters in them."""

    def __init__(self) -> None:
        self._rows = self._columns = self._spanned = 0
        self._row_times = self._times = 0
        self._text = self._letters = 0
        self._holds = self._is_hidden = self._row_holds = False
        self._hidden_here: set[int] = set()
        self.hidden: dict[str, set[int]] = {}
        self._failed_here: Failed = {}
        self._failed_text: str | None = None
        self.failed: dict[str, Failed] = {}

    def look(self, name: str, blocks: Iterator[bytes]) -> None:
        """Parse the member with the sheets; look into that which tells of passwords."""
        if name == OPEN_DOCUMENT:
            self._parse(blocks)
        elif name == "META-INF/manifest.xml" and b"encryption-data" in b"".join(blocks):
            raise data_error("protected")
        for _ in blocks:  # the rest is unpacked for its size
            pass

    def _parse(self, blocks: Iterator[bytes]) -> None:
        parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = _refuse
        given = 0
        try:
            for block in blocks:
                given += len(block)
                parser.Parse(block)
                if given - parser.CurrentByteIndex > LONGEST_TOKEN:
                    raise data_error("damaged", kind="OpenDocument")
            parser.Parse(b"", True)
        except xml.parsers.expat.ExpatError as error:
            if error.code == NO_MEMORY:
                raise MemoryError from error
            raise data_error("damaged", kind="OpenDocument") from error
        except ValueError as error:  # a number that is none
            raise data_error("damaged", kind="OpenDocument") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{TABLE}table":
            self._rows = self._columns = self._spanned = 0
            self._hidden_here = self.hidden.setdefault(attributes.get(f"{TABLE}name", ""), set())
            self._failed_here = self.failed.setdefault(attributes.get(f"{TABLE}name", ""), {})
        elif name == f"{TABLE}table-row":
            self._row_times = int(attributes.get(f"{TABLE}number-rows-repeated", 1))
            self._columns = 0
            self._is_hidden, self._row_holds = attributes.get(f"{TABLE}visibility") in HIDDEN, False
        elif name in CELL:
            self._times = int(attributes.get(f"{TABLE}number-columns-repeated", 1))
            self._holds = f"{OFFICE}value-type" in attributes or f"{TABLE}formula" in attributes
            self._text = 0
            self._failed_text = "" if attributes.get(f"{CALC}value-type") == "error" else None

    def _characters(self, text: str) -> None:
        self._text += len(text)
        if self._failed_text is not None:
            self._failed_text = f"{self._failed_text}{text}"[:LONGEST_ERROR]

    def _end(self, name: str) -> None:
        if name in CELL:
            if self._failed_text and self._times == self._row_times == 1 and len(self._failed_here) < MOST:
                self._failed_here[self._rows, self._columns] = self._failed_text.strip()
            self._columns += self._times
            if self._holds or self._text:
                self._spanned = max(self._spanned, self._columns)
                self._row_holds = True
                self._letters += self._text * self._times * self._row_times
                self._check(self._rows + self._row_times)
        elif name == f"{TABLE}table-row":
            if self._is_hidden and self._row_holds and self._row_times <= MOST_REPEATED:
                self._hidden_here.update(range(self._rows + 1, self._rows + self._row_times + 1))
            self._rows += self._row_times

    def _check(self, rows: int) -> None:
        if rows * self._spanned > CELLS:
            raise data_error("sheet_too_large", limit=CELLS)
        if self._letters > TEXT:
            raise data_error("unpacks_too_large", limit=file_size(TEXT))


def _refuse(*_declaration: object) -> None:
    raise data_error("damaged", kind="OpenDocument")
