"""The list of experiments, deleting one, and help."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from core.pages.rendering import page
from experiments import experiment_list, services
from experiments.models import Experiment
from experiments.states import shown
from persona import judging
from persona.ids import uuid7
from persona.samples import SAMPLES
from persona.terms import TERMS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from accounts.people.requests import Request

PAGE = 20
WORDS = ("persona", "statement", "evidence", "segment", "respondent", "theme", "basis")
"""Terms that the page of help explains."""


@require_safe
def list_experiments(request: Request) -> HttpResponse:
    """All experiments of the team that the person works in, searched and filtered; without any, how to begin."""
    mine = Experiment.objects.visible_to(request.user).filter(team=request.user.membership.team)
    counts = experiment_list.counts(mine)
    samples = [(sample, uuid7()) for sample in SAMPLES]
    if not counts["all"]:
        return render(request, "experiments/welcome.html", {"samples": samples})
    text, show = request.GET.get("q", "").strip(), request.GET.get("show", "all")
    found = mine.matching(text)
    if states := shown(show):
        found = found.filter(state__in=states)
    paginator = Paginator(found, PAGE)
    if not text:
        paginator.count = counts.get(show, counts["all"])  # they are counted already
    chosen = paginator.get_page(request.GET.get("page"))
    context = {
        "page": chosen,
        "cards": experiment_list.cards(chosen.object_list),
        "counts": counts,
        "text": text,
        "show": show,
        "samples": samples,
    }
    return page(request, "experiments/list.html", context, partials=["list"])


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def delete(request: Request, experiment_id: UUID) -> HttpResponse:
    """Ask, then delete."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    if request.method == "POST":
        services.delete_experiment(experiment=experiment)
        messages.success(request, f"“{experiment.name}” is deleted, with its data and personas.")
        return redirect("experiments:list")
    return render(request, "experiments/delete.html", {"experiment": experiment})


@require_safe
def help_page(request: Request) -> HttpResponse:
    """How results are judged and statements read, how it works, how a file should look."""
    context = {
        "samples": [(sample, uuid7()) for sample in SAMPLES],
        "titles": judging.titles(),
        "levels": [(row, list(zip(judging.titles(), row.cells, strict=True))) for row in judging.levels()],
        "caps": judging.caps(),
        "words": [term for term in TERMS if term.term in WORDS],
    }
    return render(request, "experiments/help.html", context)
