"""How large a workbook's sheets really are: all its XML is parsed before a reader allocates what it claims."""

from __future__ import annotations

import xml.parsers.expat
from array import array
from typing import TYPE_CHECKING

import numpy as np

from persona.messages import data_error, file_size
from persona.reading.failed import MOST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from persona.reading.failed import Failed

CELLS = 20_000_000  # of a sheet, which is held whole, empty cells between its corners as well
TEXT = 600_000_000  # characters of all cells: each holds a copy of the string that it shares
STRINGS = 10_000_000  # that can be shared
LONGEST_TOKEN = 2 << 20  # bytes of one tag or comment; the parser looks through an unfinished one again and again
LONGEST_ERROR = 20  # letters
LETTERS = 4  # of a column, one more than spreadsheet programs know
NO_MEMORY = 1  # expat's own code
MUST_BE_KNOWN = ("worksheet", "sharedStrings")  # ends of the types of relations that lead to what is read


class WorkbookXml:
    """Sums up the members of a workbook; what is a sheet or holds shared strings is told by its root, not its name."""

    def __init__(self) -> None:
        self.lengths = array("I")  # of the shared strings
        self.uses = array("I")  # how many cells show each of them
        self.failed: dict[str, Failed] = {}
        """By member: the cells in which a formula failed."""
        self.member = ""
        self._known: set[str] = set()
        self._others: set[str] = set()
        self._related: set[str] = set()

    def look(self, name: str, blocks: Iterator[bytes]) -> None:
        """Parse one member.

        Raises:
            DataError: its sheet or its strings are too large, or it is broken where it must not be.
        """
        self.member = name
        member = _Member(self)
        is_whole = member.parse(blocks)
        for _ in blocks:  # the rest is unpacked for its size
            pass
        if not is_whole and (member.root in ROOTS or name.lower().endswith(".rels")):
            raise _damaged()
        (self._known if member.root in ROOTS else self._others).add(_last(name))

    def relate(self, kind: str, target: str) -> None:
        """A relation to another member."""
        if kind.rpartition("/")[2] in MUST_BE_KNOWN:
            self._related.add(_last(target))

    def finish(self) -> None:
        """After the last member.

        Raises:
            DataError: the cells hold more text than can be unpacked, or a sheet is none.
        """
        if self._related & (self._others - self._known):
            raise _damaged()
        count = min(len(self.uses), len(self.lengths))
        text = np.asarray(self.uses[:count], np.uint64) @ np.asarray(self.lengths[:count], np.uint64)
        if int(text) > TEXT:
            raise data_error("unpacks_too_large", limit=file_size(TEXT))


class _Member:
    """One XML document; what is done with its elements depends on the first."""

    def __init__(self, book: WorkbookXml) -> None:
        self.root = ""
        self._book = book
        self._parser = xml.parsers.expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._first
        self._parser.StartDoctypeDeclHandler = _refuse  # and with it every entity: no office program writes one

    def parse(self, blocks: Iterator[bytes]) -> bool:
        """Whether it is well-formed XML of a kind that matters, or of another kind as far as its first element."""
        given = 0
        try:
            for block in blocks:
                if self.root and self.root not in ROOTS:
                    return True
                given += len(block)
                self._parser.Parse(block)
                if given - self._parser.CurrentByteIndex > LONGEST_TOKEN:
                    raise _damaged()
            if self.root in ROOTS:
                self._parser.Parse(b"", True)
        except xml.parsers.expat.ExpatError as error:
            if error.code == NO_MEMORY:
                raise MemoryError from error
            return False
        except ValueError as error:  # a number that is none
            raise _damaged() from error
        return True

    def _first(self, name: str, _attributes: dict[str, str]) -> None:
        self.root = _local(name)
        self._parser.StartElementHandler = None
        if self.root in ROOTS:
            ROOTS[self.root](self._parser, self._book)


class _Sheet:
    """The cells of a sheet; one counts where it holds a value, as empty ones are not kept."""

    def __init__(self, parser: xml.parsers.expat.XMLParserType, book: WorkbookXml) -> None:
        self._book = book
        self._row = self._column = self._cells = 0
        self._first, self._last = (1 << 62, 1 << 62), (0, 0)
        self._is_shared = self._shows_shared = self._is_failed = False
        self._columns: dict[str, int] = {}
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name if ":" not in name else _local(name)
        if tag == "c":
            kind = attributes.get("t")
            self._is_shared, self._is_failed = kind == "s", kind == "e"
            self._place(attributes.get("r"))
        elif tag in ("v", "is", "f"):
            self._shows_shared = self._is_shared and tag == "v"
            self._add()
            if self._is_failed and tag == "v":
                self._fail()
        elif tag == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0

    def _place(self, place: str | None) -> None:
        if place is None:
            self._column += 1
            return
        letters = place.rstrip("0123456789")
        if (number := self._columns.get(letters)) is None:
            number = self._columns[letters] = _column(letters)
        self._column, self._row = number, int(place[len(letters) :])

    def _add(self) -> None:
        row, column = self._row, self._column
        self._cells += 1
        if self._cells > CELLS:
            raise data_error("sheet_too_large", limit=CELLS)
        if row < self._first[0] or column < self._first[1] or row > self._last[0] or column > self._last[1]:
            self._first = min(row, self._first[0]), min(column, self._first[1])
            self._last = max(row, self._last[0]), max(column, self._last[1])
            self._check_span()

    def _check_span(self) -> None:
        spanned = (self._last[0] - self._first[0] + 1) * (self._last[1] - self._first[1] + 1)
        if spanned > CELLS:
            raise data_error("sheet_too_large", limit=CELLS)

    def _fail(self) -> None:
        """What stands in the cell is told by the text that follows."""
        failed = self._book.failed.setdefault(self._book.member, {})
        if len(failed) < MOST:
            failed[self._row - 1, self._column - 1] = ""

    def _text(self, written: str) -> None:
        if self._is_failed and (failed := self._book.failed.get(self._book.member)):
            place = (self._row - 1, self._column - 1)
            if failed.get(place) == "" and written.startswith("#"):
                failed[place] = written.strip()[:LONGEST_ERROR]
        if self._shows_shared and (written := written.strip()):
            self._shows_shared = False
            number, uses = int(written), self._book.uses
            if not 0 <= number < STRINGS:
                raise _damaged()
            if number >= len(uses):
                uses.extend([0] * (number - len(uses) + 1))
            uses[number] += 1


def _strings(parser: xml.parsers.expat.XMLParserType, book: WorkbookXml) -> None:
    """Note how long each shared string is."""
    lengths = book.lengths

    def start(name: str, _attributes: dict[str, str]) -> None:
        if _local(name) == "si":
            if len(lengths) >= STRINGS:
                raise data_error("unpacks_too_large", limit=file_size(TEXT))
            lengths.append(0)

    def text(written: str) -> None:
        if lengths:
            lengths[-1] += len(written)

    parser.StartElementHandler = start
    parser.CharacterDataHandler = text


def _relations(parser: xml.parsers.expat.XMLParserType, book: WorkbookXml) -> None:
    def start(_name: str, attributes: dict[str, str]) -> None:
        book.relate(attributes.get("Type", ""), attributes.get("Target", ""))

    parser.StartElementHandler = start


ROOTS: dict[str, Callable[[xml.parsers.expat.XMLParserType, WorkbookXml], object]] = {
    "worksheet": _Sheet,
    "sst": _strings,
    "Relationships": _relations,
}


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    if not (letters.isascii() and letters.isalpha() and len(letters) <= LETTERS):
        raise _damaged()
    return number


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _last(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].lower()


def _damaged() -> Exception:
    return data_error("damaged", kind="Excel")


def _refuse(*_declaration: object) -> None:
    raise _damaged()
