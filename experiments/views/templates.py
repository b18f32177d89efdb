"""Templates of the team: save one, begin from one, remove one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from experiments import templates
from experiments.forms import UploadKeyForm
from experiments.models import Experiment, Template
from persona.ids import uuid7

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

    from accounts.people.requests import Request


class NameForm(forms.Form):
    """What a template is called."""

    name = forms.CharField(
        label="Name of the template", max_length=120, help_text="A template of the same name is replaced."
    )


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def save(request: Request, experiment_id: UUID) -> HttpResponse:
    """Ask for a name, then keep question, settings and what was said of the questions of the data."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    form = NameForm(initial={"name": experiment.name})
    if request.method == "POST":
        form = NameForm(request.POST)
        if form.is_valid():
            made = templates.save_as_template(experiment=experiment, by=request.user, name=form.cleaned_data["name"])
            messages.success(request, f"“{made.name}” is a template of “{experiment.team.name}” now.")
            return redirect("experiments:templates")
    context = {"experiment": experiment, "form": form}
    return render(request, "experiments/template_save.html", context, status=422 if form.errors else 200)


@for_roles(read=Role.EDITOR)
@require_safe
def list_templates(request: Request) -> HttpResponse:
    """What experiments of the team can begin with."""
    mine = Template.objects.visible_to(request.user).filter(team=request.membership.team).select_related("owner")
    lines = [(each, uuid7(), len(each.wanted.get("questions", {}))) for each in mine]
    return render(request, "experiments/templates.html", {"lines": lines})


@require_POST
def begin(request: Request, template_id: UUID) -> HttpResponse:
    """An experiment that has what the template has; its name comes next."""
    template = get_object_or_404(Template.objects.visible_to(request.user), pk=template_id)
    form = UploadKeyForm(request.POST)
    key = form.cleaned_data["key"] if form.is_valid() else uuid7()
    made = templates.begin(template=template, by=request.user, key=key)
    return redirect("experiments:describe", made.pk)


@require_POST
def remove(request: Request, template_id: UUID) -> HttpResponse:
    """Forget a template; what began with it stays as it is."""
    template = get_object_or_404(Template.objects.visible_to(request.user), pk=template_id)
    template.delete()
    messages.success(request, f"The template “{template.name}” is gone. What began with it stays.")
    return redirect("experiments:templates")
