"""Next steps of a verdict, taken with one click: what is said of questions is kept, and the next run starts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid5

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from experiments import questions
from experiments.questionnaires import questionnaire_of
from generation.providers.registry import BUILTIN
from generation.runs import services
from generation.runs.drafts import save_draft, with_columns
from generation.runs.models import Run
from persona.exceptions import PersonaError
from persona.models import PersonaConfig, Verdict
from persona.next_steps import choices_of, is_by_hand, settings_after

if TYPE_CHECKING:
    from uuid import UUID

    from accounts.people.requests import Request
    from persona.models import NextStep

OF_A_RUN = ("count", "model", "detail", "budget_usd", "template", "verify", "seed", "redact")
"""Settings that the next run takes over; what is said of questions stands with the data."""


@require_POST
def take(request: Request, run_id: UUID) -> HttpResponse:
    """Do what a button below a verdict says; a run that costs money is only made ready, with its price."""
    run = get_object_or_404(Run.objects.visible_to(request.user).select_related("experiment"), pk=run_id)
    step = _step(run, request.POST.get("step", ""))
    config = _said(run, step)
    if config.model != BUILTIN:
        save_draft(experiment=run.experiment, **config.model_dump(mode="json", include=set(OF_A_RUN)))
        return redirect("generation:review", run.experiment_id)
    try:
        # The key makes a second click on the same button the same run.
        key = str(uuid5(run.pk, step.label))
        made = services.start_run(experiment=run.experiment, config=config, request_key=key, by=request.user)
    except PersonaError as error:
        messages.warning(request, f"{error.message} {error.hint}")
        return redirect("generation:results", run.pk)
    return redirect("generation:run", made.pk)


def _step(run: Run, action: str) -> NextStep:
    reasons = Verdict.model_validate(run.verdict).reasons if run.verdict else ()
    steps = [reason.step for reason in reasons if reason.step and reason.step.action == action]
    if not steps or is_by_hand(steps[0]):
        raise Http404
    return steps[0]


def _said(run: Run, step: NextStep) -> PersonaConfig:
    """The settings of the next run; answers and uses of questions are kept with the data, where they can be undone."""
    source = run.experiment.source
    before = PersonaConfig.model_validate(run.config)
    if source is None or not source.is_ready:
        return settings_after(step, before)  # to start it says what is missing
    found = questionnaire_of(source)
    choices = choices_of(step, found)
    if step.answers or choices:
        source = questions.change(source=source, answers=step.answers, questions=choices, words=step.label)
    chosen = settings_after(step, before, found).model_dump(mode="json", include=set(OF_A_RUN))
    return with_columns(chosen, source)
