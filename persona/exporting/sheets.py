"""A result as tables for spreadsheet programs: one line a statement, nothing that a program would run."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from persona.crosstables import letters
from persona.exporting.cells import csv_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.models import Evidence, GenerationResult
    from persona.models.crosstables import CrossTable

Cell = str | int | float
LONGEST = 32_767
"""Characters that a cell of Excel holds."""
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


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


def workbook(result: GenerationResult, tables: Sequence[CrossTable] = ()) -> bytes:
    """Personas, statements and facts as an Excel workbook, with cross-tables where given; needs the `export` extra."""
    import xlsxwriter

    file = io.BytesIO()
    # Strings stay strings: nothing in the data may become a formula or a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        parts = {
            "Personas": personas_table(result),
            "Statements": statements_table(result),
            "Facts": facts_table(result),
        }
        if tables:
            parts["Tables"] = tables_table(tables)
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
    text = _NOT_XML.sub("", cell)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
