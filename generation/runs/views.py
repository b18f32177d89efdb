"""Runs: follow one while it works, stop it, go on with it, and the list of an experiment's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRefresh

from accounts.people.reauthentication import ask_again, signed_in_recently
from accounts.teams.models import Role, RoleMissing
from core.pages.rendering import page
from experiments.models import Experiment
from generation.runs import services
from generation.runs.forms import WayOnForm
from generation.runs.history import RunEntry, spent
from generation.runs.models import Run
from generation.runs.outcomes import Ending
from generation.runs.progress import RunProgress
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from accounts.people.requests import Request


@require_GET
def run(request: Request, run_id: UUID) -> HttpResponse:
    """One run while it works; asked again every second by its own page, it answers only when there is news."""
    found = _run(request, run_id)
    if request.htmx.target == "run":
        if found.is_finished:
            return redirect("generation:results", found.pk) if _is_done(found) else HttpResponseClientRefresh()
        if request.GET.get("seen") == RunProgress(found, ()).mark:
            return HttpResponse(status=204)
    if request.htmx.target == "key-test":
        return _asked_for_test(found)
    context = {"run": found, "experiment": found.experiment, "progress": RunProgress(found, list(found.personas.all()))}
    if found.is_finished and not _is_done(found):
        return _ended(request, found)
    context["asks_to_stop"] = "stop" in request.GET
    context["seen_personas"] = request.GET.get("personas")
    return page(request, "generation/run.html", context, partials=["run"])


@require_POST
def cancel(request: Request, run_id: UUID) -> HttpResponse:
    """Stop a run; what is finished stays."""
    services.cancel_run(run=_run(request, run_id))
    return redirect("generation:run", run_id)


@sensitive_post_parameters("key")
@require_POST
def resume(request: Request, run_id: UUID) -> HttpResponse:
    """Go on with a run that failed or was stopped: as it was, with more money, another key, or the built-in writer."""
    found = _run(request, run_id)
    form = WayOnForm(request.POST)
    if not form.is_valid():
        return _ended(request, found, problem=form.problem)
    try:
        if form.secret:
            request.membership.demand(Role.OWNER)
            if not signed_in_recently(request):
                return ask_again(reverse("generation:run", args=[run_id]))
            services.resume_with_key(run=found, secret=form.secret, by=request.user)
        else:
            services.resume_run(run=found, by=request.user, **form.changes)
    except RoleMissing:
        raise
    except services.TooManyRuns as error:
        messages.error(request, f"{error.message} {error.hint}")
    except PersonaError as error:
        return _ended(request, found, problem=error)
    return redirect("generation:run", run_id)


def _ended(request: Request, run: Run, *, problem: PersonaError | None = None) -> HttpResponse:
    """A run that stopped before its end, and the ways on."""
    personas = list(run.personas.all())
    context = {
        "run": run,
        "experiment": run.experiment,
        "progress": RunProgress(run, personas),
        "ending": Ending(run, personas),
        "is_recent": signed_in_recently(request),
        "problem": problem or (run.awaits_key.error if run.awaits_key else None),
        "is_testing": run.awaits_key is not None and run.awaits_key.is_unfinished,
        "budget": request.POST.get("budget_usd"),
    }
    return render(request, "generation/run_ended.html", context, status=422 if problem else 200)


def _asked_for_test(run: Run) -> HttpResponse:
    """What the page of an ended run asks while a key is tested: nothing new, or load me again."""
    is_waiting = run.is_finished and run.awaits_key is not None and run.awaits_key.is_unfinished
    return HttpResponse(status=204) if is_waiting else HttpResponseClientRefresh()


@require_GET
def runs(request: Request, experiment_id: UUID) -> HttpResponse:
    """All runs of an experiment, newest first."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    found = list(experiment.runs.annotate(persona_count=Count("personas")).order_by("-number"))
    context = {
        "experiment": experiment,
        "runs": [RunEntry(each) for each in found],
        "total": spent(found),
        "latest": next((each for each in found if _is_done(each)), None),
    }
    return render(request, "generation/runs.html", context)


def _run(request: Request, run_id: UUID) -> Run:
    return get_object_or_404(Run.objects.visible_to(request.user).select_related("experiment", "awaits_key"), pk=run_id)


def _is_done(found: Run) -> bool:
    return found.status == Run.Status.DONE
