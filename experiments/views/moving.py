"""Moving an experiment to another of one's teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from accounts.models import Membership, Team
from accounts.teams.access import for_roles
from accounts.teams.models import Role
from experiments import services
from experiments.models import Experiment
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from typing import Any
    from uuid import UUID

    from django.http import HttpResponse

    from accounts.people.requests import Request


class MoveForm(forms.Form):
    """Another team in which the person may edit."""

    team = forms.ModelChoiceField(
        label="To which team?",
        queryset=Team.objects.none(),
        empty_label=None,
        error_messages={"invalid_choice": "Choose a team in which you may edit.", "required": "Choose a team."},
    )

    def __init__(self, *args: Any, request: Request, experiment: Experiment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = Membership.objects.filter(user=request.user.pk).exclude(role=Role.VIEWER).values("team")
        found = Team.objects.filter(pk__in=mine).exclude(pk=experiment.team_id)
        self.fields["team"].queryset = found  # type: ignore[attr-defined]


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def move(request: Request, experiment_id: UUID) -> HttpResponse:
    """Ask where to, then move."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    given = request.POST if request.method == "POST" else None
    form = MoveForm(given, request=request, experiment=experiment)
    if form.is_valid():
        team = form.cleaned_data["team"]
        try:
            services.move_experiment(experiment=experiment, team=team)
        except PersonaError as error:
            form.add_error(None, f"{error.message} {error.hint}")
        else:
            messages.success(request, f"“{experiment.name}” is in “{team.name}” now.")
            return redirect("experiments:list")
    return render(
        request, "experiments/move.html", {"experiment": experiment, "form": form}, status=422 if form.errors else 200
    )
