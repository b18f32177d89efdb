"""The last two steps to a run: settings, and the review where the groups are not looked at first."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from core import figures
from core.pages.rendering import page
from experiments.models import Experiment
from generation.billing import budget
from generation.billing.estimate import estimate_run, prices
from generation.providers.registry import terms_of, writer_options, writer_words
from generation.runs import prompt_preview, services, tasks
from generation.runs.drafts import looks_first, next_config, save_draft
from generation.runs.forms import DETAILS, TEMPLATES, SettingsForm, StartForm
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from accounts.people.requests import Request


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def settings(request: Request, experiment_id: UUID) -> HttpResponse:
    """Choose how many personas and how detailed; each change is kept and estimated at once."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    if (not_yet := _if_not_ready(request, experiment)) is not None:
        return not_yet
    writers = writer_options(experiment.team)
    form = SettingsForm.showing(next_config(experiment), writers)
    form.initial["look"] = looks_first(experiment)
    if request.method == "POST":
        form = SettingsForm(writers, request.POST)
        if form.is_valid():
            look = form.cleaned_data["look"]
            save_draft(experiment=experiment, look=look, **form.chosen)
            if request.htmx.target != "estimate":
                return redirect("generation:groups-look" if look else "generation:review", experiment.pk)
        elif request.htmx.target == "estimate":
            return HttpResponse(status=204)  # still being typed: the button says what is missing
    config = next_config(experiment)
    context = {
        "experiment": experiment,
        "source": experiment.source,
        "form": form,
        "last_step": "groups" if form["look"].value() else "review",
        "missing": [option for option in writers if not option.is_ready],
        "prices": prices(experiment, config, writers),
        "left": figures.money(float(budget.left(experiment.team, request.user))),
        "estimated": estimate_run(experiment, config, terms_of(writers, config.model)),
    }
    status = 422 if form.errors else 200
    return page(request, "generation/settings.html", context, partials=["estimate"], status=status)


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def review(request: Request, experiment_id: UUID) -> HttpResponse:
    """Have a last look; a POST starts the run."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    if (not_yet := _if_not_ready(request, experiment)) is not None:
        return not_yet
    if request.method == "POST":
        return _start(request, experiment)
    # The key makes a second click, or a reload of the answer, the same run.
    return _last_look(
        request, experiment, StartForm(initial={"request_key": uuid4(), "notify": request.user.mail_when_done})
    )


@for_roles(read=Role.EDITOR)
@require_GET
def sent(request: Request, experiment_id: UUID) -> HttpResponse:
    """What would be sent to the model that is chosen, word for word; made by a worker, and nothing is sent."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    if (not_yet := _if_not_ready(request, experiment)) is not None:
        return not_yet
    config = next_config(experiment)
    preview = prompt_preview.found(experiment, config)
    if preview is None and prompt_preview.is_new(experiment, config):
        tasks.make_preview.delay(str(experiment.pk))
    if preview is None and request.htmx.target == "sent":
        return HttpResponse(status=204)
    context = {
        "experiment": experiment,
        "config": config,
        "writer": writer_words(config.model),
        "preview": preview,
    }
    return page(request, "generation/sent.html", context, partials=["sent"])


def _start(request: Request, experiment: Experiment) -> HttpResponse:
    form = StartForm(request.POST)
    if not form.is_valid():
        return _last_look(request, experiment, form)
    try:
        run = services.start_run(
            experiment=experiment,
            config=next_config(experiment),
            notify=form.cleaned_data["notify"],
            by=request.user,
            request_key=str(form.cleaned_data["request_key"]),
        )
    except PersonaError as error:
        return _last_look(request, experiment, form, error)
    return redirect("generation:run", run.pk)


def _last_look(
    request: Request, experiment: Experiment, form: StartForm, problem: PersonaError | None = None
) -> HttpResponse:
    config = next_config(experiment)
    writers = writer_options(experiment.team)
    context = {
        "experiment": experiment,
        "source": experiment.source,
        "config": config,
        "option": next((each for each in writers if each.id == config.model.partition(":")[0]), None),
        "writer": writer_words(config.model),
        "detail": dict(DETAILS)[config.detail],
        "limit": "None" if config.budget_usd is None else figures.money(config.budget_usd),
        "template": dict(TEMPLATES)[config.template or ""],
        "form": form,
        "problem": problem,
        "estimated": estimate_run(experiment, config, terms_of(writers, config.model)),
    }
    return page(request, "generation/review.html", context, status=422 if problem or form.errors else 200)


def _if_not_ready(request: Request, experiment: Experiment) -> HttpResponse | None:
    """Back to the data while there is none that can be used."""
    source = experiment.source
    if source is not None and source.is_ready:
        return None
    error = services.DataNotReady()
    messages.warning(request, f"{error.message} {error.hint}")
    return redirect("experiments:check" if source else "experiments:upload", experiment.pk)
