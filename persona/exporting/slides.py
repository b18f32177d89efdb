"""PowerPoint: text and charts that can be edited, of all personas, of each one, and of how they were made."""

from __future__ import annotations

import io
from math import ceil
from typing import TYPE_CHECKING, Any

from persona.exporting.cells import xml_text
from persona.exporting.look import OURS, Look
from persona.exporting.method import method, told_day
from persona.exporting.paper.colours import colour
from persona.exporting.paper.scripts import runs_from_right
from persona.exporting.paper.sheet import sheet
from persona.exporting.words import judged, overview

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from persona.exporting.method import Method
    from persona.exporting.paper.sheet import Beside, Group, Own, Sheet, Words
    from persona.models import GenerationResult

Place = tuple[float, float, float, float]
"""From the left, from the top, width and height, in inches."""
WIDE, HIGH, EDGE = 13.333, 7.5, 0.6
"""Of a slide, in inches: 16 to 9."""
COLUMN_LETTERS, COLUMN_LINES = 44, 21
"""What a column of statements holds at its size of type: letters in a line, and lines."""
OWN_LETTERS, OWN_LINES = 100, 18
"""The same of a slide of people's own fields."""
ENTRIES = 5
"""Lines of the method on a slide."""
TITLE_ONLY, TITLE = 5, 0


def slides(result: GenerationResult, day: date | None = None, look: Look = OURS) -> bytes:
    """All personas as a presentation. What a slide has no room for is left out by rank, as on sheets."""
    deck = _Deck(look)
    told = method(result, day)
    deck.first(result.experiment, [overview(result), judged(result), told_day(day)])
    sheets = [sheet(persona, result) for persona in result.personas]
    if len(sheets) > 1:
        deck.shares(sheets[0].shares)
    for each in sheets:
        deck.persona(each)
        if each.own:
            deck.own(each)
        if each.quotes:
            deck.quotes(each)
    deck.method(told)
    return deck.saved(result.experiment)


class _Deck:
    """A presentation whose master places every title, so that one change there changes all slides."""

    def __init__(self, look: Look = OURS) -> None:
        from pptx import Presentation
        from pptx.util import Inches, Pt

        self._look = look
        self._inches, self._pt = Inches, Pt
        self._deck: Any = Presentation()
        self._deck.slide_width, self._deck.slide_height = Inches(WIDE), Inches(HIGH)
        places: list[Any] = [self._deck.slide_master, self._deck.slide_layouts[TITLE_ONLY]]
        for place in places:
            for shape in place.placeholders:
                if shape.placeholder_format.type == 1:  # the title
                    self._put(shape, EDGE, 0.4, WIDE - 2 * EDGE, 0.9)
                elif place is self._deck.slide_master and shape.placeholder_format.type == 2:  # the text
                    self._put(shape, EDGE, 1.5, WIDE - 2 * EDGE, HIGH - 2.2)
                else:  # day, foot and number of the page
                    shape.element.getparent().remove(shape.element)
        for shape, top, high in zip(self._deck.slide_layouts[TITLE].placeholders, (2.2, 3.9), (1.5, 1.8), strict=False):
            self._put(shape, EDGE, top, WIDE - 2 * EDGE, high)

    def first(self, title: str, lines: Sequence[str]) -> None:
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[TITLE])
        slide.shapes.title.text = xml_text(title)
        slide.placeholders[1].text = "\n".join(xml_text(line) for line in lines if line)
        for paragraph in slide.placeholders[1].text_frame.paragraphs:
            paragraph.font.size = self._pt(18)
        self._dress(slide, (EDGE, 0.5, 1.0))

    def shares(self, groups: Sequence[Group]) -> None:
        slide = self._titled("Who they are")
        names = [group.title.text for group in groups]
        self._bars(slide, names, {"Percent of people": [group.bar for group in groups]}, (EDGE, 1.5, 11.5, 5.3), 1)

    def persona(self, told: Sheet) -> None:
        slide = self._titled(told.title.text, told.number)
        if (portrait := self._look.portraits.get(told.number)) is not None:
            corner = (self._inches(inch) for inch in (WIDE - EDGE - 1.4, 0.35, 1.4, 1.4))
            slide.shapes.add_picture(io.BytesIO(portrait), *corner)
        head = [(told.tagline.text, 16, False), (f"{told.figure} {told.of}", 16, True)]
        self._text(slide, (EDGE, 1.25, WIDE - 2 * EDGE, 0.9), head)
        for column, lines in enumerate(_columns(told)):
            self._text(slide, (EDGE + 4.1 * column, 2.3, 3.9, 4.7), lines)
        facts = [fact for fact in told.compared if fact.bar is not None][:5]
        place = (8.8, 2.2, 4.0, 4.8)
        if facts:
            self._bars(slide, [fact.label.text for fact in facts], _beside(facts), place, told.number)
        else:
            self._text(slide, place, [(" ".join(told.story), 14, False)])
        slide.notes_slide.notes_text_frame.text = xml_text(" ".join([*told.story, *(u.text for u in told.unlike)]))

    def own(self, told: Sheet) -> None:
        """What people added, on as many slides as it fills."""
        for fields in _slidefuls(told.own):
            slide = self._titled(f"{told.title.text}: {told.own_title.lower()}", told.number)
            lines = [line for own in fields for line in ((own.name.text, 14, True), (own.text.text, 14, False))]
            self._text(slide, (EDGE, 1.5, WIDE - 2 * EDGE, 5.4), lines)

    def quotes(self, told: Sheet) -> None:
        slide = self._titled(f"{told.title.text}: in their words", told.number)
        lead = [(f"“{told.lead.text}”", 20, False)] if told.lead else []
        said = [
            line for quote in told.quotes for line in ((f"“{quote.said.text}”", 18, False), (quote.place, 11, False))
        ]
        self._text(slide, (EDGE, 1.5, WIDE - 2 * EDGE, 5.4), [*lead, *said][:13])

    def method(self, told: Method) -> None:
        """As many slides as its lines need: a table of the personas, then what each step did."""
        slide = self._titled(told.title)
        head = ("Persona", "People", "Share", "Statements", "Points either way")
        rows = [(row.title, row.people, row.share, row.statements, row.margin) for row in told.rows]
        verdict = f"{told.verdict_title}. {told.verdict}" if told.verdict else ""
        self._table(slide, (EDGE, 1.5), [head, *rows], (6.5, 1.2, 1.2, 1.5, 1.7))
        foot = [(line, 12, False) for line in (verdict, *told.measures, told.foot) if line]
        self._text(slide, (EDGE, 2.2 + 0.4 * len(rows), WIDE - 2 * EDGE, 1.5), foot)
        entries = (*told.entries, ("How to read it", " ".join(text for _, text in told.reading)))
        for start in range(0, len(entries), ENTRIES):
            slide = self._titled(told.title)
            self._table(slide, (EDGE, 1.5), entries[start : start + ENTRIES], (3.0, 9.1))

    def saved(self, title: str) -> bytes:
        core = self._deck.core_properties
        core.title, core.author = xml_text(title)[:255], ""
        file = io.BytesIO()
        self._deck.save(file)
        return file.getvalue()

    def _titled(self, title: str, number: int | None = None) -> Any:
        from pptx.dml.color import RGBColor

        slide = self._deck.slides.add_slide(self._deck.slide_layouts[TITLE_ONLY])
        slide.shapes.title.text = xml_text(title)
        (paragraph, *_) = slide.shapes.title.text_frame.paragraphs
        paragraph.font.size, paragraph.alignment = self._pt(30 if len(title) < 60 else 22), 1
        if number is not None:
            paragraph.font.color.rgb = RGBColor.from_string(colour(number))
        self._dress(slide, (WIDE - 1.6, HIGH - 0.6, 0.4))
        return slide

    def _dress(self, slide: Any, place: tuple[float, float, float]) -> None:
        """A logo at a place and of a height, a line at the top, and the title in a colour of one's own."""
        from pptx.dml.color import RGBColor

        look, (left, top, high) = self._look, place
        if look.logo:
            picture = slide.shapes.add_picture(io.BytesIO(look.logo), *map(self._inches, (left, top)))
            scale = min(self._inches(high) / picture.height, self._inches(3 * high) / picture.width)
            picture.width, picture.height = int(picture.width * scale), int(picture.height * scale)
        if look.lines:
            line = slide.shapes.add_shape(1, 0, 0, self._deck.slide_width, self._inches(0.09))
            line.fill.solid()
            line.fill.fore_color.rgb = RGBColor.from_string(look.line_ink[1:].upper())
            line.line.fill.background()
        font = slide.shapes.title.text_frame.paragraphs[0].font
        if look.titles and font.color.type is None:
            font.color.rgb = RGBColor.from_string(look.title_ink[1:].upper())

    def _text(
        self, slide: Any, place: tuple[float, float, float, float], lines: Iterable[tuple[str, int, bool]]
    ) -> None:
        box = slide.shapes.add_textbox(*(self._inches(inch) for inch in place))
        box.text_frame.word_wrap = True
        for number, (text, size, is_bold) in enumerate(lines):
            paragraph = box.text_frame.paragraphs[0] if number == 0 else box.text_frame.add_paragraph()
            paragraph.text = xml_text(text)
            paragraph.font.size, paragraph.font.bold = self._pt(size), is_bold
            paragraph.space_after = self._pt(3)
            if runs_from_right(text):
                paragraph._p.get_or_add_pPr().set("rtl", "1")  # noqa: SLF001 -- python-pptx has no name for it

    def _bars(
        self,
        slide: Any,
        names: Sequence[str],
        series: dict[str, Sequence[float | None]],
        place: Place,
        number: int,
    ) -> None:
        from pptx.chart.data import CategoryChartData
        from pptx.dml.color import RGBColor
        from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION

        data = CategoryChartData(number_format='0"\u00a0%"')
        data.categories = [xml_text(name) for name in names]
        for name, values in series.items():
            data.add_series(name, values)
        inches = (self._inches(inch) for inch in place)
        chart = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *inches, data).chart
        chart.has_legend = len(series) > 1
        chart.has_title = False
        if chart.has_legend:
            chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.font.size = self._pt(11)
        chart.category_axis.reverse_order = True
        chart.category_axis.format.line.fill.background()
        chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
        chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 100
        plot = chart.plots[0]
        plot.gap_width, plot.has_data_labels = 60, True
        for at, drawn in enumerate(plot.series):
            drawn.format.fill.solid()
            drawn.format.fill.fore_color.rgb = RGBColor.from_string(colour(number) if at == 0 else "A39B8E")

    def _table(
        self, slide: Any, place: tuple[float, float], rows: Sequence[Sequence[str]], widths: Sequence[float]
    ) -> None:
        left, top = place
        size = (self._inches(inch) for inch in (left, top, sum(widths), 0.4 * len(rows)))
        table = slide.shapes.add_table(len(rows), len(widths), *size).table
        for at, width in enumerate(widths):
            table.columns[at].width = self._inches(width)
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                cell = table.cell(at, column)
                cell.text = xml_text(text)
                for paragraph in cell.text_frame.paragraphs:
                    paragraph.font.size = self._pt(12)

    def _put(self, shape: Any, left: float, top: float, width: float, height: float) -> None:
        shape.left, shape.top = self._inches(left), self._inches(top)
        shape.width, shape.height = self._inches(width), self._inches(height)


def _slidefuls(fields: Sequence[Own]) -> list[list[Own]]:
    """Fields parted so that the lines of each part fit on a slide; one that is longer stands alone."""
    parts: list[list[Own]] = [[]]
    used = 0
    for own in fields:
        lines = 1 + sum(ceil(max(len(line), 1) / OWN_LETTERS) for line in own.text.text.split("\n"))
        if parts[-1] and used + lines > OWN_LINES:
            parts.append([])
            used = 0
        parts[-1].append(own)
        used += lines
    return parts


def _beside(facts: Sequence[Beside]) -> dict[str, Sequence[float | None]]:
    lines = [fact.line for fact in facts]
    series: dict[str, Sequence[float | None]] = {"This persona": [fact.bar for fact in facts]}
    return series if None in lines else series | {"Everyone": lines}


def _columns(told: Sheet) -> list[list[tuple[str, int, bool]]]:
    """As many statements as both columns hold, the first by rank; each section in the column with more room."""
    for count in range(len(told.ranked), 0, -1):
        columns: list[list[tuple[str, int, bool]]] = [[], []]
        used = [0, 0]
        chosen = set(told.ranked[:count])
        for number, section in enumerate(told.sections):
            lines = [line for at, line in enumerate(section.lines) if (number, at) in chosen]
            if not lines:
                continue
            shorter = used.index(min(used))
            columns[shorter].append((section.title, 13, True))
            columns[shorter] += [(f"{line.said.text} ({line.chip})", 12, False) for line in lines]
            used[shorter] += 1 + sum(_height(line.said, line.chip) for line in lines)
        if max(used) <= COLUMN_LINES:
            return [column for column in columns if column]
    return []


def _height(said: Words, chip: str) -> int:
    letters = sum(2 if ord(letter) > 0x2E80 else 1 for letter in said.text) + len(chip) + 3
    return ceil(letters / COLUMN_LETTERS)
