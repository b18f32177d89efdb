"""Personas: the results of a run, and one persona with the words behind its statements."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from core.pages.rendering import page
from generation.personas.counts import CountDrawer
from generation.personas.models import Persona
from generation.personas.page import Portrait
from generation.personas.persistence import LISTS, TOLD
from generation.personas.quotes import ORDERS, STEP, Drawer, data_address, open_drawer
from generation.personas.results import Results
from generation.runs.models import Run

if TYPE_CHECKING:
    from accounts.people.requests import Request

RECENT = 8


@require_GET
def results(request: Request, run_id: UUID) -> HttpResponse:
    """All personas of a finished run, and how far to believe them."""
    run = get_object_or_404(Run.objects.visible_to(request.user).select_related("experiment"), pk=run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    done = run.experiment.runs.filter(status=Run.Status.DONE).annotate(persona_count=Count("personas"))
    context = {
        "run": run,
        "experiment": run.experiment,
        "results": Results(run, list(run.personas.defer(*LISTS, *TOLD).prefetch_related("statements"))),
        "recent": done.only("number", "finished", "experiment").order_by("-number")[:RECENT],
    }
    return render(request, "generation/results.html", context)


@require_GET
def persona(request: Request, persona_id: UUID) -> HttpResponse:
    """One persona; `?e=` opens the drawer with the quotes of a statement."""
    mine = Persona.objects.visible_to(request.user).select_related("run__experiment")
    found = get_object_or_404(mine.defer("run__summary", "run__drawing"), pk=persona_id)
    statements = list(found.statements.all())
    others = list(found.run.personas.only("pk", "name", "label", "position", "run_id"))
    portrait = Portrait(found, statements, others)
    context = {
        "portrait": portrait,
        "persona": found,
        "run": found.run,
        "experiment": found.run.experiment,
        "drawer": _drawer(request, portrait),
    }
    if portrait.lead is not None:
        context["lead_address"] = data_address(found.run, portrait.lead)
    return page(request, "generation/persona.html", context, partials=["evidence", "more-quotes"])


def _drawer(request: Request, portrait: Portrait) -> Drawer | CountDrawer | None:
    statement = portrait.find(_uuid(request.GET.get("e", "")))
    if statement is None:
        return None
    if statement.count:
        return CountDrawer(statement, portrait.persona, portrait.others)
    order = request.GET.get("sort", "")
    shown = request.GET.get("show", "")
    last = int(shown) if shown.isdecimal() and len(shown) < 6 else STEP
    # htmx adds to what is there; without it the page shows everything up to here.
    first = max(last - STEP, 0) if request.htmx.target == "more-quotes" else 0
    known = order if order in ORDERS else "strongest"
    return open_drawer(portrait.persona, statement, order=known, first=first, last=last)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
