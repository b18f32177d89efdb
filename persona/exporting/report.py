"""Word: a report with every persona, statement and its strongest quotes, and how they were made."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from persona.exporting.cells import xml_text
from persona.exporting.look import OURS, Look
from persona.exporting.method import method
from persona.exporting.paper.colours import colour
from persona.exporting.paper.scripts import runs_from_right
from persona.exporting.words import OWN_FIELDS, beside, called, capital, judged, name_hint, overview, people, wordings
from persona.kinds import KINDS
from persona.sections import filled, title_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from persona.exporting.method import Method
    from persona.kinds import StatementKind
    from persona.models import GenerationResult, Persona, SectionId, Sections


def report(result: GenerationResult, day: date | None = None, look: Look = OURS) -> bytes:
    """The whole result as a document on A4."""
    made = _Report()
    made.dress(look)
    made.first(result)
    for persona in result.personas:
        made.persona(persona, result.sections)
    made.method(method(result, day))
    return made.saved(result.experiment)


class _Report:
    """A Word document with its own styles, which one change each gives another look."""

    def __init__(self) -> None:
        from docx import Document
        from docx.shared import Mm, Pt

        self._document: Any = Document()
        self._portraits: Mapping[int, bytes] = {}
        (section,) = self._document.sections
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(24)
        self._document.styles["Normal"].font.size = Pt(10.5)

    def dress(self, look: Look) -> None:
        """A logo above all, and titles and the line below them in colours of one's own."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        self._portraits = look.portraits
        if look.logo:
            self._picture(look.logo, 14)
        title = self._document.styles["Title"]
        if look.titles:
            for style in (title, self._document.styles["Heading 2"]):
                style.font.color.rgb = RGBColor.from_string(look.title_ink[1:].upper())
        if look.lines:
            ends = title.element.get_or_add_pPr()
            for old in ends.findall(qn("w:pBdr")):
                ends.remove(old)
            lines, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
            for name, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", look.line_ink[1:].upper())):
                line.set(qn(f"w:{name}"), value)
            lines.append(line)
            ends.insert_element_before(lines, "w:shd", "w:tabs", "w:spacing", "w:contextualSpacing", "w:rPr")

    def first(self, result: GenerationResult) -> None:
        self._paragraph(result.experiment, "Title")
        self._paragraph(overview(result))
        if judged(result):
            self._paragraph(judged(result), "IntenseQuote")
        for warning in result.warnings:
            self._paragraph(warning, "ListBullet")

    def persona(self, persona: Persona, sections: Sections | None) -> None:
        from docx.shared import RGBColor

        self._document.add_page_break()
        heading = self._heading(capital(called(persona)), 1)
        heading.runs[0].font.color.rgb = RGBColor.from_string(colour(persona.index))
        if (portrait := self._portraits.get(persona.index)) is not None:
            self._picture(portrait, 30)
        self._paragraph(people(persona))
        if name_hint(persona):
            self._paragraph(name_hint(persona))
        self._paragraph(persona.tagline, "Subtitle")
        parts = filled(persona, sections)
        leads = bool(parts) and parts[0][1] == "story"
        if leads:
            self._story(persona)
        for warning in persona.warnings:
            self._paragraph(warning, "ListBullet")
        for part, section in parts[leads:]:
            if part:
                self._heading(part, 2)
            self._section(persona, section)

    def _section(self, persona: Persona, section: SectionId) -> None:
        """One section with its heading."""
        if section == "facts":
            self._facts(persona)
        elif section == "fields":
            self._own(persona)
        elif section == "story":
            self._heading(title_of(section), 2)
            self._story(persona)
        elif section == "unlike":
            self._heading(title_of(section), 2)
            for contrast in persona.unlike:
                self._paragraph(contrast.text, "ListBullet")
        elif section == "quotes":
            self._heading(title_of(section), 2)
            for quote, rows in wordings(persona.quotes):
                self._paragraph(f"“{quote.quote}” ({rows}, {quote.column})", "Quote")
        else:
            self._statements(persona, section)

    def _story(self, persona: Persona) -> None:
        for part in persona.summary.split("\n\n"):
            self._paragraph(part)

    def _facts(self, persona: Persona) -> None:
        self._heading("In numbers" if persona.is_everyone else "Compared with everyone", 2)
        told = [(f.label, f.value, beside(f, of_everyone=persona.is_everyone)) for f in persona.facts]
        self._table(told)

    def _own(self, persona: Persona) -> None:
        self._heading(OWN_FIELDS, 2)
        for own in persona.fields:
            self._heading(own.name, 3)
            for line in own.text.splitlines():
                self._paragraph(line)

    def _statements(self, persona: Persona, kind: StatementKind) -> None:
        self._heading(KINDS[kind].heading, 3 if KINDS[kind].part else 2)
        for said in (statement for statement in persona.statements if statement.kind == kind):
            paragraph = self._paragraph(capital(said.text), "ListBullet")
            paragraph.runs[0].bold = True
            paragraph.add_run(xml_text(f" ({said.note})"))
            for passage, rows in wordings(said.evidence):
                self._paragraph(f"“{passage.quote}” ({rows}, {passage.column})", "Quote")

    def method(self, told: Method) -> None:
        self._document.add_page_break()
        self._heading(told.title, 1)
        if told.verdict:
            self._paragraph(f"{told.verdict_title}. {told.verdict}")
        for measure in told.measures:
            self._paragraph(measure, "ListBullet")
        rows = [(row.title, row.people, row.share, row.statements, row.margin) for row in told.rows]
        self._table([("Persona", "People", "Share", "Statements", "Points either way"), *rows])
        self._document.add_paragraph()
        self._table(told.entries)
        self._heading("How to read it", 2)
        for _, text in told.reading:
            self._paragraph(text, "ListBullet")
        self._paragraph(told.foot)

    def saved(self, title: str) -> bytes:
        core = self._document.core_properties
        core.title, core.author, core.comments = xml_text(title)[:255], "", ""
        file = io.BytesIO()
        self._document.save(file)
        return file.getvalue()

    def _picture(self, data: bytes, high: float) -> None:
        from docx.shared import Mm

        self._document.add_picture(io.BytesIO(data), height=Mm(high))

    def _heading(self, text: str, level: int) -> Any:
        return self._paragraph(text, f"Heading{level}")

    def _paragraph(self, text: str, style: str = "") -> Any:
        """A paragraph in the style with this id; by its name the library would look through all styles each time."""
        from docx.oxml import OxmlElement

        paragraph = self._document.add_paragraph(xml_text(text))
        element = paragraph._p  # noqa: SLF001 -- python-docx has no name for what follows
        if style:
            element.style = style
        if runs_from_right(text):
            element.get_or_add_pPr().append(OxmlElement("w:bidi"))
            for run in element.r_lst:
                run.get_or_add_rPr().append(OxmlElement("w:rtl"))
        return paragraph

    def _table(self, rows: Sequence[Sequence[str]]) -> None:
        table = self._document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = xml_text(text)
