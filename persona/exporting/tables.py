"""Tables as CSV: who is in which segment, every quote with its place, and where new people were placed."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from persona.exporting.cells import FORMULA, csv_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from persona.grouping import Segmentation
    from persona.models import Evidence, GenerationResult
    from persona.models.assigning import Assigned
    from persona.models.brought import BroughtPlaces

ASSIGNED_COLUMNS = ("row", "persona", "sure", "next", "answered")
BROUGHT_COLUMNS = ("row", "persona", "name", "clear")
QUOTE_COLUMNS = ("persona", "kind", "statement", "row", "column", "start", "end", "quote")


def assignments_csv(segmentation: Segmentation) -> str:
    """`row, segment`: one line a row, both from 1; the segment of a row that is no respondent is empty."""
    rows = ((row, segment or "") for row, segment in enumerate(segmentation.assignments.tolist(), 1))
    return _csv(("row", "segment"), rows)


def quotes_csv(result: GenerationResult) -> str:
    """Every quote of every persona with its place; `row` counts over all sources, as in `assignments.csv`.

    Quotes stay verbatim. One that begins like a formula is shown from its first harmless character on, with `start`
    moved along.
    """
    return _csv(QUOTE_COLUMNS, _quotes(result))


def quotes_table(result: GenerationResult) -> Iterator[tuple[str | int | float, ...]]:
    """The same for a workbook, which knows texts from formulas."""
    yield QUOTE_COLUMNS
    for persona in result.personas:
        for statement in persona.statements:
            for said in filter(attrgetter("counted"), statement.evidence):
                yield persona.index, statement.kind, statement.text, *_whole(said)
        for said in persona.quotes:
            yield persona.index, "quote", "", *_whole(said)


def _whole(said: Evidence) -> tuple[str | int | float, ...]:
    return said.row, said.column, said.start, said.end, said.quote


def assigned_csv(found: Assigned) -> str:
    """`row, persona, sure, next, answered`: who could not be placed has no persona."""
    rows = ((each.row, each.persona or "", each.sure, each.next or "", each.answered) for each in found.assignments)
    return _csv(ASSIGNED_COLUMNS, rows)


def brought_csv(found: BroughtPlaces) -> str:
    """`row, persona, name, clear`: who is in none of the personas brought has none."""
    names = [persona.name for persona in found.personas]
    rows = (
        (each.row, each.persona or "", names[each.persona - 1] if each.persona else "", "yes" if each.clear else "no")
        for each in found.assignments
    )
    return _csv(BROUGHT_COLUMNS, rows)


def first_rows(result: GenerationResult) -> dict[str, int]:
    """How many rows stand before each source."""
    before, count = {}, 0
    for report in result.sources:
        before[report.name] = count
        count += report.rows
    return before


def _quotes(result: GenerationResult) -> Iterator[Sequence[object]]:
    before = first_rows(result)

    def place(evidence: Evidence) -> tuple[object, ...]:
        skipped = found.end() if (found := FORMULA.match(evidence.quote)) else 0
        start, quote = evidence.start + skipped, evidence.quote[skipped:]
        return before.get(evidence.source, 0) + evidence.row, evidence.column, start, evidence.end, quote

    for persona in result.personas:
        for statement in persona.statements:
            for evidence in filter(attrgetter("counted"), statement.evidence):
                yield persona.index, statement.kind, statement.text, *place(evidence)
        for quote in persona.quotes:
            yield persona.index, "quote", "", *place(quote)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    return "".join(csv_lines(columns, rows, for_people=False))
