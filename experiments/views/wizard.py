"""The first steps to personas: describe, upload, or begin with sample data."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from experiments import limits, services, uploads
from experiments.forms import DescribeForm, UploadKeyForm
from experiments.models import Experiment
from persona.exceptions import ConfigurationError, PersonaError
from persona.ids import uuid7
from persona.messages import data_error
from persona.reading.folders import ENDINGS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from accounts.people.requests import Request


STATUS = {"too_large": 413, "disk_full": 507}


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def create(request: Request) -> HttpResponse:
    """Name a new experiment."""
    form = DescribeForm()
    if request.method == "POST":
        form = DescribeForm(request.POST)
        if form.is_valid():
            key = form.cleaned_data["key"] or uuid7()
            described = {name: form.cleaned_data[name] for name in Experiment.DESCRIBED}
            experiment = services.create_experiment(owner=request.user, key=key, **described)
            return redirect("experiments:upload", experiment.pk)
    return render(request, "experiments/describe.html", {"form": form}, status=422 if form.errors else 200)


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def describe(request: Request, experiment_id: UUID) -> HttpResponse:
    """Change name and question."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    form = DescribeForm(instance=experiment)
    if request.method == "POST":
        form = DescribeForm(request.POST, instance=experiment)
        if form.is_valid():
            changes = {field: form.cleaned_data[field] for field in form.Meta.fields}
            services.change_experiment(experiment=experiment, **changes)
            return redirect("experiments:check" if experiment.source else "experiments:upload", experiment.pk)
        experiment.refresh_from_db()
    context = {"form": form, "experiment": experiment}
    return render(request, "experiments/describe.html", context, status=422 if form.errors else 200)


@for_roles(read=Role.EDITOR)
@csrf_exempt  # looking for the token reads the body, so `_receive` does it once it is known where the body goes
@require_http_methods(["GET", "POST"])
def upload(request: Request, experiment_id: UUID) -> HttpResponse:
    """Choose a file; a body that is too large is refused before it is read."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    if request.method != "POST":
        return _upload_page(request, experiment)
    if (problem := uploads.announced_too_large(request)) is not None:
        return _upload_page(request, experiment, problem, status=413)
    handler = uploads.ToDisk(request)
    request.upload_handlers = [handler]
    try:
        return _receive(request, experiment, handler)
    finally:
        handler.discard()


@csrf_protect
def _receive(request: Request, experiment: Experiment, handler: uploads.ToDisk) -> HttpResponse:
    before = experiment.source
    try:
        upload = handler.together(request.FILES.getlist("file"))
        take = services.add_upload if request.POST.get("add") else services.take_upload
        source = take(experiment=experiment, upload=upload)
    except PersonaError as problem:
        return _upload_page(request, experiment, problem, status=STATUS.get(problem.code, 422))
    if source == before:
        messages.info(request, "This is the same file as before, so nothing has changed.")
    return redirect("experiments:check", experiment.pk)


def _upload_page(
    request: Request, experiment: Experiment, problem: PersonaError | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "experiment": experiment,
        "source": experiment.source,
        "is_fixed": experiment.is_data_fixed,
        "problem": problem,
        "limits": limits.of_reader(),
        "endings": ",".join(sorted(ENDINGS)),
        "too_large": uploads.too_large(),
        "cut_off": data_error("cut_off"),
    }
    return render(request, "experiments/upload.html", context, status=status)


@require_POST
def create_sample(request: Request, key: str) -> HttpResponse:
    """One click to an experiment with data in it."""
    form = UploadKeyForm(request.POST)
    once = form.cleaned_data["key"] if form.is_valid() else uuid7()
    try:
        experiment = services.create_sample(owner=request.user, key=once, sample_key=key)
    except ConfigurationError as exc:
        raise Http404 from exc
    except services.NoRoom as problem:
        messages.error(request, f"{problem.message} {problem.hint}")
        return redirect("experiments:list")
    return redirect("experiments:check", experiment.pk)
