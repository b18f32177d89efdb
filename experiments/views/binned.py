"""The bin: what was thrown away, put back or deleted for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from core.timeformat import moment
from experiments import binning
from experiments.list_filters import SORTS
from experiments.models import Experiment
from experiments.states import STATES

if TYPE_CHECKING:
    from typing import Any
    from uuid import UUID

    from django.http import HttpResponse

    from accounts.people.requests import Request
    from experiments.models import ExperimentQuerySet

PAGE = 50


@for_roles(read=Role.EDITOR)
@require_safe
def show_bin(request: Request) -> HttpResponse:
    """What waits in the bin of the team that the person works in, and how long."""
    paginator = Paginator(_bin_of(request).select_related("binned_by"), PAGE)
    chosen = paginator.get_page(request.GET.get("page"))
    now = timezone.localtime()
    context = {"page": chosen, "lines": [_line(each, request, now) for each in chosen.object_list]}
    return render(request, "experiments/bin.html", context)


@require_POST
def put_back(request: Request, experiment_id: UUID) -> HttpResponse:
    """Back to where it was."""
    experiment = get_object_or_404(Experiment.objects.in_bin_of(request.user), pk=experiment_id)
    binning.put_back(experiment=experiment)
    messages.success(request, f"“{experiment.name}” is back in the list.")
    return redirect("experiments:bin")


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def delete(request: Request, experiment_id: UUID) -> HttpResponse:
    """Ask, then delete for good what is in the bin."""
    experiment = get_object_or_404(Experiment.objects.in_bin_of(request.user), pk=experiment_id)
    if request.method == "POST":
        binning.delete_experiment(experiment=experiment)
        messages.success(request, f"“{experiment.name}” is deleted, with its data and personas.")
        return redirect("experiments:bin")
    return render(request, "experiments/delete.html", {"experiment": experiment})


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def empty(request: Request) -> HttpResponse:
    """Ask, then delete for good all that is in the bin."""
    found = _bin_of(request)
    if request.method == "POST":
        count = binning.empty(found)
        messages.success(request, f"The bin is empty: {count} experiment{'' if count == 1 else 's'} deleted.")
        return redirect("experiments:bin")
    return render(request, "experiments/bin_empty.html", {"count": found.count()})


def _bin_of(request: Request) -> ExperimentQuerySet:
    mine = Experiment.objects.in_bin_of(request.user).filter(team=request.membership.team)
    return mine.annotate(rows=SORTS["size"]).order_by("-binned", "-id")


def _line(experiment: Any, request: Request, now: Any) -> dict[str, Any]:
    by = experiment.binned_by
    who = "Nobody came back to it" if by is None else "You" if by == request.user else by.get_full_name()
    when = moment(experiment.binned, now)
    return {
        "experiment": experiment,
        "rows": experiment.rows,
        "word": STATES[experiment.state].word,
        "put": f"{who}, {when[0].lower()}{when[1:]}",
        "days": binning.days_left(experiment.binned),
    }
