"""A result as tables for spreadsheet programs: one line a statement, nothing that a program would run."""

from __future__ import annotations

import io
from itertools import islice
from typing import TYPE_CHECKING

from persona.crosstables import letters
from persona.exporting.cells import csv_lines, xml_text
from persona.exporting.method import method
from persona.exporting.tables import quotes_table
from persona.exporting.words import OWN_FIELDS, called
from persona.messages import sentence
from persona.models.columns import ColumnRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from persona.exporting.method import Method
    from persona.models import Column, Evidence, GenerationResult
    from persona.models.crosstables import CrossTable

Cell = str | int | float
LONGEST = 32_767
"""Characters that a cell of Excel holds."""
MOST_PEOPLE = 200_000
"""Lines of respondents in a workbook; `assignments.csv` has all, however many."""
UNREAD = (ColumnRole.ID, ColumnRole.PERSONAL, ColumnRole.IGNORE)


def personas_table(result: GenerationResult) -> Iterator[tuple[Cell, ...]]:
    """One line a persona."""
    yield "persona", "name", "tagline", "summary", "people", "share"
    for persona in result.personas:
        yield persona.index, persona.name, persona.tagline, persona.summary, persona.size, round(persona.share, 4)


def statements_table(result: GenerationResult) -> Iterator[tuple[Cell, ...]]:
    """One line a statement, with its strongest quote and that quote's place."""
    yield "persona", "name", "kind", "statement", "support", "of", "strength", "quote", "source", "row", "column"
    for persona in result.personas:
        for statement in persona.statements:
            claim = statement.kind, statement.text, statement.support, statement.base, statement.strength
            yield persona.index, persona.name, *claim, *_place(statement.evidence)


def _place(evidence: Sequence[Evidence]) -> tuple[Cell, ...]:
    """The strongest quote that supports; what is only related is no proof."""
    return next(((e.quote, e.source, e.row, e.column) for e in evidence if e.counted), ("", "", "", ""))


def facts_table(result: GenerationResult) -> Iterator[tuple[Cell, ...]]:
    """One line a fact."""
    yield "persona", "name", "fact", "value", "everyone", "comparison", "column"
    for persona in result.personas:
        for fact in persona.facts:
            yield persona.index, persona.name, fact.label, fact.value, fact.everyone, fact.comparison, fact.column


def fields_table(result: GenerationResult) -> Iterator[tuple[Cell, ...]]:
    """One line a field that people gave a persona."""
    yield "persona", "name", "field", "text"
    for persona in result.personas:
        for own in persona.fields:
            yield persona.index, persona.name, own.name, own.text


def tables_table(tables: Sequence[CrossTable]) -> Iterator[tuple[Cell, ...]]:
    """One line an option or mean and persona; everyone is persona ""."""
    yield "column", "question", "option", "persona", "letter", "base", "count", "share", "mean", "higher_than"
    for table in tables:
        for line in table.lines:
            for cell in line.cells:
                who = ("", "") if cell.persona is None else (cell.persona, letters(cell.persona))
                numbers = ("" if value is None else value for value in (cell.count, cell.share, cell.mean))
                option = "mean" if line.option is None else line.option
                yield table.column, table.question, option, *who, cell.base, *numbers, cell.higher_than


def tables_csv(tables: Sequence[CrossTable]) -> str:
    """Cross-tables as CSV for people: all cells quoted, formulas disarmed."""
    header, *rows = tables_table(tables)
    return "".join(csv_lines([str(name) for name in header], rows, for_people=True))


def statements_csv(result: GenerationResult) -> str:
    """The statements as CSV for people: all cells quoted, formulas disarmed."""
    header, *rows = statements_table(result)
    return "".join(csv_lines([str(name) for name in header], rows, for_people=True))


def method_table(told: Method) -> Iterator[tuple[Cell, ...]]:
    """How the personas were made, a line for each step."""
    yield "step", "what was done"
    yield "Verdict", f"{told.verdict_title}. {told.verdict}" if told.verdict else ""
    yield from told.entries
    yield from (("How to read it", text) for _, text in told.reading)


def assignments_table(result: GenerationResult, people: Sequence[int]) -> Iterator[tuple[Cell, ...]]:
    """One line a respondent of the personas in `result`, by row over all sources, as in `assignments.csv`."""
    yield "row", "persona", "name"
    names = {persona.index: called(persona) for persona in result.personas}
    lines = ((row, each, names[each]) for row, each in enumerate(people, 1) if each in names)
    yield from islice(lines, MOST_PEOPLE)
    if sum(each in names for each in people) > MOST_PEOPLE:
        yield "", "", sentence("method_more_people", count=f"{MOST_PEOPLE:,}")


def codebook_table(result: GenerationResult) -> Iterator[tuple[Cell, ...]]:
    """One line a question: what it means, what it was used for, and which answers it has; none of personal data."""
    yield "column", "question", "kind", "use", "answered", "different answers", "answers"
    formed = {column.name for column in result.segmentation.columns if column.used}
    for column in result.columns:
        use = "left out" if column.role in UNREAD else "forms the groups" if column.name in formed else "describes them"
        kind = column.role.replace("_", " ")
        yield column.name, column.question, kind, use, column.filled, column.distinct, _answers(column)


def _answers(column: Column) -> str:
    """The options, or the scale with what its ends are called."""
    if column.role in UNREAD or column.personal:
        return ""
    if column.scale_words or column.role not in (ColumnRole.RATING, ColumnRole.NUMBER):
        return " | ".join(column.scale_words or column.options)
    low, high = column.scale or ("", "")
    ends = column.scale_ends or ("", "")
    places = (
        f"{place:g} ({end})" if end not in ("", f"{place:g}") else f"{place:g}"
        for place, end in zip((low, high), ends, strict=True)
        if place != ""
    )
    return " – ".join(places)


def workbook(
    result: GenerationResult,
    tables: Sequence[CrossTable] = (),
    day: date | None = None,
    *,
    people: Sequence[int] = (),
) -> bytes:
    """Personas, statements, facts and quotes as an Excel workbook, and the method; needs the `export` extra.

    Args:
        result: What the run found.
        tables: Cross-tables, a sheet of them where there are any.
        day: When it was made.
        people: The persona of each row of the data, 0 for whoever is no respondent.
    """
    import xlsxwriter

    file = io.BytesIO()
    # Strings stay strings: nothing in the data may become a formula or a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        parts = {
            "Personas": personas_table(result),
            "Statements": statements_table(result),
            "Facts": facts_table(result),
            "Quotes": quotes_table(result),
        }
        if any(persona.fields for persona in result.personas):
            parts[OWN_FIELDS] = fields_table(result)
        if tables:
            parts["Tables"] = tables_table(tables)
        if people:
            parts["Assignments"] = assignments_table(result, people)
        if result.columns:
            parts["Code book"] = codebook_table(result)
        parts["Method"] = method_table(method(result, day))
        for title, lines in parts.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(lines):
                sheet.write_row(number, 0, [_clean(cell) for cell in row])
            sheet.freeze_panes(1, 0)
            sheet.autofit(max_width=500)
    return file.getvalue()


def _clean(cell: Cell) -> Cell:
    """What a workbook can hold: of a text that is too long its beginning, else the whole cell would be empty."""
    if not isinstance(cell, str):
        return cell
    text = xml_text(cell)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
