"""Which quotes count for a statement, and statements made of quotes found in the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from generation.edits.finding import Answers, Passage
from generation.edits.page import Editing
from generation.edits.views import persona_of
from generation.personas.models import Evidence, Persona, Statement
from persona.exceptions import PersonaError
from persona.kinds import KINDS

if TYPE_CHECKING:
    from accounts.people.requests import Request
    from persona import models as library

LONGEST = 200


@dataclass(frozen=True)
class Search:
    """What somebody looks for in the answers, and what was found."""

    text: str
    passages: list[Passage]
    problem: PersonaError | None = None


@for_roles(read=Role.EDITOR)
@require_GET
def quotes(request: Request, persona_id: UUID, statement_id: UUID) -> HttpResponse:
    """The quotes of a statement, each with a button that says whether it counts; others are found by their words."""
    persona = persona_of(request, persona_id)
    found = Statement.everything.filter(persona=persona, pk=statement_id).first()
    if found is None or found.count:
        raise Http404
    rows = list(Evidence.objects.filter(statement=found))
    search = _search(request, persona)
    search.passages[:] = [each for each in search.passages if not any(_shares(each.evidence, row) for row in rows)]
    context = _context(request, persona) | {
        "statement": found,
        "counted": [row for row in rows if row.counted],
        "near": [row for row in rows if not row.counted],
        "search": search,
    }
    return render(request, "generation/edits/quotes.html", context)


@for_roles(read=Role.EDITOR)
@require_GET
def add(request: Request, persona_id: UUID) -> HttpResponse:
    """Choose quotes for a new statement."""
    persona = persona_of(request, persona_id)
    context = _context(request, persona) | {
        "kinds": [(kind, about.heading) for kind, about in KINDS.items()],
        "kind": request.GET.get("kind", ""),
        "search": _search(request, persona),
    }
    return render(request, "generation/edits/add.html", context)


def _shares(found: library.Evidence, row: Evidence) -> bool:
    """Whether words that were found are among those of the statement: to the library they are one quote."""
    is_same_cell = (found.source, found.row, found.column) == (row.source, row.row, row.column)
    return is_same_cell and found.start < row.end and row.start < found.end


def _search(request: Request, persona: Persona) -> Search:
    text = request.GET.get("q", "").strip()[:LONGEST]
    if not text:
        return Search("", [])
    try:
        return Search(text, Answers(persona).find(text))
    except (PersonaError, OSError) as problem:
        return Search(text, [], problem if isinstance(problem, PersonaError) else None)


def _context(request: Request, persona: Persona) -> dict[str, object]:
    editing = Editing(persona, request.user)
    return {"editing": editing, "persona": persona, "run": persona.run, "experiment": persona.run.experiment}
