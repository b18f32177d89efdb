"""Personas of a run side by side, and what changed since another run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from generation.personas.compare.beside import MOST, Beside, chosen_of
from generation.personas.compare.changes import Changes, earlier_runs
from generation.personas.compare.found import beside, changes
from generation.runs.models import Run
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from accounts.people.requests import Request

NOT_NEEDED = ("summary", "drawing", "verdict", "warnings")


@require_GET
def compare(request: Request, run_id: UUID) -> HttpResponse:
    """Two to four personas, chosen by `?persona=`; the first three where none is."""
    run = _run(request, run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    personas = list(run.personas.prefetch_related("statements"))
    chosen = chosen_of(personas, request.GET.getlist("persona"))
    context: dict[str, Any] = {"run": run, "experiment": run.experiment, "personas": personas, "chosen": chosen}
    context |= {"only_differences": "differences" in request.GET, "most": MOST}
    if len(chosen) >= 2:
        try:
            found = beside(run, [persona.position for persona in chosen])
            context["beside"] = Beside(chosen, found, only_differences=context["only_differences"])
        except PersonaError as problem:
            context["problem"] = problem
    return render(request, "generation/compare.html", context)


@require_GET
def changed(request: Request, run_id: UUID) -> HttpResponse:
    """What changed from the run `?from=`, of this or another experiment, to this one; without it, which to choose."""
    run = _run(request, run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    others = earlier_runs(request.user, run)
    context: dict[str, Any] = {"run": run, "experiment": run.experiment, "others": others}
    if wanted := request.GET.get("from"):
        first = next((other for other in others.all if str(other.pk) == wanted), None)
        context["first"] = first = first or _run(request, _uuid(wanted))
        try:
            if first.status == Run.Status.DONE:
                context["changes"] = Changes(first, run, changes(first, run), inside=request.GET.get("inside"))
        except PersonaError as problem:
            context["problem"] = problem
    return render(request, "generation/changed.html", context)


def _run(request: Request, run_id: UUID) -> Run:
    runs = Run.objects.visible_to(request.user).select_related("experiment").defer(*NOT_NEEDED)
    return get_object_or_404(runs, pk=run_id)


def _uuid(text: str) -> UUID:
    """An id that nothing has where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
