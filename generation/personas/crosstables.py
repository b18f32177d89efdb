"""Cross-tables: every closed question beside all personas, a page of questions at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from core import figures
from core.pages.kept import Kept
from generation.personas.assigning import finished
from generation.runs.models import Run
from persona.crosstables import CLOSED, TESTED_BASE, letters
from persona.exceptions import PersonaError
from persona.questionnaire.names.asking import plainly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from accounts.people.requests import Request
    from persona.finished import Finished
    from persona.models import Column
    from persona.models.crosstables import Cell, CrossTable

QUESTIONS = 12
_kept: Kept[str] = Kept()


@dataclass(frozen=True)
class ShownCell:
    """One persona, or everyone, in one line."""

    figure: str
    letters: str
    count: int | None
    base: int


@dataclass(frozen=True)
class ShownLine:
    """An option, or the mean."""

    option: str | None
    cells: list[ShownCell]


@dataclass(frozen=True)
class ShownTable:
    """One question; where each option has the same base in a persona, it stands once below."""

    question: str
    lines: list[ShownLine]
    bases: list[int]


@require_GET
def tables(request: Request, run_id: UUID) -> HttpResponse:
    """Bases, shares, means and letters of tests of a dozen questions; counted anew from the rows."""
    run = get_object_or_404(Run.objects.visible_to(request.user).select_related("experiment"), pk=run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    context = {"run": run, "experiment": run.experiment, "tested": TESTED_BASE}
    try:
        found = finished(run)
        columns = [column for column in found.columns if column.role in CLOSED]
        chosen = Paginator(columns, QUESTIONS).get_page(request.GET.get("page"))
        context |= {
            "page": chosen,
            "body": _kept.get(
                (run.pk, run.finished, run.edited, chosen.number), lambda: _drawn(run, found, list(chosen))
            ),
        }
    except PersonaError as problem:
        context["problem"] = problem
    return render(request, "generation/tables.html", context)


def _drawn(run: Run, rows: Finished, columns: Sequence[Column]) -> str:
    personas = list(run.personas.only("pk", "position", "name", "label", "size", "run_id"))
    found = [_shown(table) for table in rows.cross_tables([column.name for column in columns])]
    heads = [(persona, letters(persona.position)) for persona in personas]
    return render_to_string("generation/_tables.html", {"tables": found, "heads": heads})


def _shown(table: CrossTable) -> ShownTable:
    lines = [ShownLine(line.option, [_cell(cell) for cell in line.cells]) for line in table.lines]
    return ShownTable(plainly(table.question), lines, [cell.base for cell in table.lines[0].cells])


def _cell(cell: Cell) -> ShownCell:
    if cell.count is None:
        figure = "–" if cell.mean is None else f"{cell.mean:,.1f}"
    else:
        figure = "–" if cell.share is None else figures.percent(cell.share)
    return ShownCell(figure, cell.higher_than, cell.count, cell.base)
