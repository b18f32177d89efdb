"""Word-processor documents (.docx): their paragraphs, without opening anything outside the file."""

from __future__ import annotations

import re
import xml.parsers.expat
from typing import TYPE_CHECKING

from persona.messages import data_error, file_size
from persona.reading.talk.times import TIME
from persona.reading.talk.turns import Line
from persona.reading.transcript import LONGEST, read_lines
from persona.reading.unpacking import archive, check_unpacked

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.reading.job import Found, Job

MEMBER = "word/document.xml"
BLOCK = 1 << 20
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
TWICE = "Fallback"  # text boxes are there a second time for older programs
SHORT = 40  # a first cell of a table row up to this length is a speaker


def read_document(job: Job) -> Found:
    """Write the participants or paragraphs of a document into parts; a paragraph's number is its line."""
    sha256 = job.sha256()
    paragraphs = _Paragraphs()
    with archive(job.path, "Word") as opened:
        check_unpacked(opened)
        if opened.getinfo(MEMBER).file_size > LONGEST:
            raise data_error("unpacks_too_large", limit=file_size(LONGEST))
        with opened.open(MEMBER) as member:
            paragraphs.read(member.read)
    return read_lines(job, [line for line in paragraphs.lines if line.text.strip()], sha256)


class _Paragraphs:
    """Collects text while the XML goes by; rows of a table become one line each.

    A document type, and with it every entity, is refused: no office program writes one.
    """

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._texts: list[list[str]] = []  # of the paragraphs that are open: a text box stands inside another one
        self._cells: list[list[str]] = []  # of the table rows that are open
        self._is_text = False
        self._skipped = 0

    def read(self, more: Callable[[int], bytes]) -> None:
        parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = _refuse
        try:
            while block := more(BLOCK):
                parser.Parse(block)
            parser.Parse(b"", True)
        except xml.parsers.expat.ExpatError as exc:
            raise data_error("damaged", kind="Word") from exc

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        match name.rpartition(" ")[2]:
            case "p":
                self._texts.append([])
            case "t":
                self._is_text = True
            case "tr":
                self._cells.append([])
            case "tc" if self._cells:
                self._cells[-1].append("")
            case tag if tag == TWICE:
                self._skipped += 1
            case tag if tag in BREAKS and self._texts:
                self._texts[-1].append(BREAKS[tag])

    def _end(self, name: str) -> None:
        match name.rpartition(" ")[2]:
            case "p" if self._texts:
                self._paragraph("".join(self._texts.pop()))
            case "t":
                self._is_text = False
            case "tr" if self._cells:
                self._add(_table_row(self._cells.pop()))
            case tag if tag == TWICE:
                self._skipped -= 1

    def _characters(self, text: str) -> None:
        if self._is_text and self._texts and not self._skipped:
            self._texts[-1].append(text)

    def _paragraph(self, text: str) -> None:
        if self._cells and self._cells[-1]:
            self._cells[-1][-1] = f"{self._cells[-1][-1]}\n{text}".strip()
        elif not self._skipped:
            self._add(text)

    def _add(self, text: str) -> None:
        self.lines.append(Line(len(self.lines) + 1, text))


def _table_row(cells: list[str]) -> str:
    """`speaker: text` where a table holds the talk, its times left away."""
    filled = [cell for cell in cells if cell and not re.fullmatch(TIME, cell)]
    if len(filled) == 2 and len(filled[0]) <= SHORT and ":" not in filled[0]:
        return f"{filled[0]}: {filled[1]}"
    return " | ".join(filled)


def _refuse(*_declaration: object) -> None:
    raise data_error("damaged", kind="Word")
