"""One person's answers: what they wrote, what they chose, and which statements rest on their words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from core.pages.rendering import page
from generation.personas.assigning import finished
from generation.personas.models import Evidence, Statement
from generation.provenance.asking.page import Mark
from generation.runs.models import Run
from persona.crosstables import CLOSED
from persona.exceptions import PersonaError
from persona.models import ColumnRole
from persona.recoding.cells import SEPARATOR
from persona.text.languages import language_of
from persona.writers.llm.masking import Mask

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpResponse

    from accounts.people.requests import Request
    from persona.finished import Finished
    from persona.table import Row

FITS, OTHERWISE = ((0.8, "fits well"), (0.6, "fits")), "could be another"


@dataclass(frozen=True)
class Piece:
    """A stretch of an answer; `used` where a statement rests on it."""

    text: str
    used: bool


@dataclass(frozen=True)
class Written:
    """One open question with what this person wrote."""

    question: str
    pieces: list[Piece]
    statements: list[Statement]


@for_roles(read=Role.EDITOR)
@require_safe
def person(request: Request, run_id: UUID, row: int) -> HttpResponse:
    """Everything one person answered; personal data is hidden, as in the run."""
    run = get_object_or_404(Run.objects.visible_to(request.user).select_related("experiment"), pk=run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    context: dict[str, Any] = {"run": run, "experiment": run.experiment, "row": row}
    try:
        context |= _answers(run, finished(run), row)
    except PersonaError as problem:
        context["problem"] = problem
    return page(request, "generation/person.html", context)


def _answers(run: Run, found: Finished, row: int) -> dict[str, Any]:
    table = found.rows
    if not 1 <= row <= table.rows:
        raise Http404
    (cells,) = table.rows_at([row])
    source, own, _ = table.table.locate(row)
    segmentation = found.segmentation()
    position = int(segmentation.assignments[row - 1])
    persona = run.personas.filter(position=position).first()
    fit = float(segmentation.fit[row - 1])
    evidence = list(
        Evidence.objects.filter(statement__in=Statement.objects.filter(persona__run=run, persona__shown=True))
        .filter(source=source, row=own)
        .select_related("statement__persona")
        .order_by("start")
    )
    mask = Mask(active=found.run.config.redact)
    written = list(_written(found, cells, evidence, mask))
    return {
        "mark": Mark(persona) if persona else None,
        "fits": next((words for least, words in FITS if fit >= least), OTHERWISE),
        "source": source,
        "own": own,
        "language": language_of(" ".join(piece.text for one in written for piece in one.pieces)),
        "written": written,
        "chosen": list(_chosen(found, cells, mask)),
        "earlier": row - 1 if row > 1 else None,
        "later": row + 1 if row < table.rows else None,
        "questions": len(table.columns),
    }


def _written(found: Finished, cells: Row, evidence: Sequence[Evidence], mask: Mask) -> Iterator[Written]:
    by_column: defaultdict[str, list[Evidence]] = defaultdict(list)
    for passage in evidence:
        by_column[passage.column].append(passage)
    for column in found.rows.columns:
        if column.role is ColumnRole.OPEN:
            used = by_column[column.name]
            statements = {passage.statement_id: passage.statement for passage in used}
            pieces = list(_pieces(cells.cells[column.name], used, mask))
            yield Written(column.question, pieces, list(statements.values()))


def _pieces(cell: str, used: Sequence[Evidence], mask: Mask) -> Iterator[Piece]:
    """The answer with what statements rest on marked; a passage within another is marked with it."""
    at = 0
    for passage in used:
        if passage.start >= at and passage.end <= len(cell):
            if passage.start > at:
                yield Piece(mask(cell[at : passage.start]), used=False)
            yield Piece(mask(cell[passage.start : passage.end]), used=True)
            at = passage.end
    if at < len(cell):
        yield Piece(mask(cell[at:]), used=False)


def _chosen(found: Finished, cells: Row, mask: Mask) -> Iterator[tuple[str, str]]:
    """Questions with options, and what was chosen; who wrote an option of their own may have said who they are."""
    for column in found.rows.columns:
        if column.role in CLOSED and (chosen := [part for part in cells.cells[column.name].split(SEPARATOR) if part]):
            yield column.question, mask(", ".join(chosen))
