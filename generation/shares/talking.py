"""What members say about personas, what they did, and what readers think: pages for the whole team."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from experiments.models import Experiment
from generation.personas.models import Persona
from generation.runs.models import Run
from generation.shares import comments, feedback
from generation.shares.activity import done_in, parsed
from generation.shares.models import Comment
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from accounts.people.requests import Request

everybody = for_roles(read=Role.VIEWER, change=Role.VIEWER)


@everybody
@require_POST
def comment(request: Request, persona_id: UUID) -> HttpResponse:
    """Say something about a persona or a statement; whoever is mentioned gets a mail."""
    mine = Persona.objects.visible_to(request.user).select_related("run__experiment")
    persona = get_object_or_404(mine, pk=persona_id)
    answered = request.POST.get("answers", "")
    answering = None
    if answered:
        known = Comment.objects.visible_to(request.user).filter(run=persona.run_id, persona=persona.position)
        answering = next((each for each in known if str(each.pk) == answered), None)
    try:
        comments.say(
            request.user,
            persona.run,
            persona,
            request.POST.get("text", ""),
            request.POST.get("statement", "")[:200],
            answering,
        )
    except PersonaError as problem:
        messages.error(request, f"{problem.message} {problem.hint}")
    return _back(persona)


@everybody
@require_POST
def resolve(request: Request, comment_id: UUID) -> HttpResponse:
    """Dealt with, or with `do=open` not after all; sent twice it is the same."""
    found = _comment(request, comment_id)
    comments.resolve(found, request.user, is_done=request.POST.get("do") != "open")
    return _back(_persona_of(request, found))


@everybody
@require_POST
def delete(request: Request, comment_id: UUID) -> HttpResponse:
    """Take back what one said; editors also what others did."""
    found = _comment(request, comment_id)
    if not comments.may_delete(found, request.membership):
        raise Http404  # a viewer cannot delete it, as if it were not there
    persona = _persona_of(request, found)
    found.delete()
    messages.success(request, "The comment is deleted.")
    return _back(persona)


def _comment(request: Request, comment_id: UUID) -> Comment:
    return get_object_or_404(Comment.objects.visible_to(request.user), pk=comment_id)


def _persona_of(request: Request, comment: Comment) -> Persona:
    mine = Persona.everything.visible_to(request.user)
    return get_object_or_404(mine, run=comment.run_id, position=comment.persona)


def _back(persona: Persona) -> HttpResponse:
    return redirect(f"{reverse('generation:persona', args=[persona.pk])}#talk")


@require_safe
def activity(request: Request, experiment_id: UUID) -> HttpResponse:
    """Who did what when: runs, edits, links, comments; the newest first."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    found = done_in(experiment, before=parsed(request.GET.get("before", "")))
    done = experiment.runs.filter(status=Run.Status.DONE).order_by("-number").first()
    context = {"experiment": experiment, "found": found, "run": done}
    return render(request, "generation/shares/activity.html", context)


@require_safe
def judged(request: Request, run_id: UUID) -> HttpResponse:
    """What readers think of each persona."""
    runs = Run.objects.visible_to(request.user).select_related("experiment")
    run = get_object_or_404(runs.defer("summary", "drawing", "verdict", "warnings"), pk=run_id)
    found = feedback.results(run)
    personas = [(persona, found.get(persona.position)) for persona in run.personas.all()]
    context = {
        "run": run,
        "experiment": run.experiment,
        "personas": personas,
        "form": feedback.FORM,
        "least": feedback.LEAST,
    }
    return render(request, "generation/shares/feedback.html", context)
