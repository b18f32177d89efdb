"""Changing what a file is understood as: one click at a time, all with a button, many at once, one on its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from experiments import check_page, questions
from experiments.forms import CodebookForm
from experiments.models import DataSource, Experiment
from experiments.question_forms import NotOffered, choice_of, wanted_of
from experiments.question_lines import KIND_CHOICES, lines_of
from experiments.questionnaires import questionnaire_of
from persona.exceptions import PersonaError
from persona.models import QuestionChoice

if TYPE_CHECKING:
    from accounts.people.requests import Request

NAMED = 10  # questions of a code book that are not there
ALL_AT_ONCE = {"accept": questions.accept_guesses, "restart": questions.start_again, "undo": questions.undo}


@require_POST
def update_questions(request: Request, experiment_id: UUID) -> HttpResponse:
    """A changed answer, kind or use: one for htmx, which is told what else changed; all of them for the button."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    source = experiment.source
    if source is None or not source.is_ready:
        return redirect("experiments:check", experiment.pk)
    if (name := next((name for name in ALL_AT_ONCE if name in request.POST), None)) is not None:
        ALL_AT_ONCE[name](source=source)
        return redirect("experiments:check", experiment.pk)
    try:
        changed = _change(request, source)
    except NotOffered:
        return HttpResponse(status=422)
    except PersonaError as refused:
        return _refused(request, experiment, refused)
    if changed.pk != source.pk:  # the file is read anew
        return _to(request, reverse("experiments:check", args=[experiment.pk]))
    if not request.htmx:
        return redirect("generation:settings" if "next" in request.POST else "experiments:check", experiment.pk)
    context = check_page.changed_context(experiment, source, changed, used=request.htmx.trigger_name)
    return render(request, "experiments/_changed.html", context)


def _change(request: Request, source: DataSource) -> DataSource:
    found = questionnaire_of(source)
    wanted = wanted_of(request.POST, found, is_single=bool(request.htmx))
    questions.check_answers(wanted.answers, found.doubts)
    if wanted.is_nothing:
        return source
    return questions.change(source=source, answers=wanted.answers, questions=wanted.questions, words=wanted.words)


def _refused(request: Request, experiment: Experiment, refused: PersonaError) -> HttpResponse:
    """The library's words, where the person is; the page is told anew, for what it showed is not there any more."""
    messages.error(request, f"{refused.message} {refused.hint}")
    return _to(request, reverse("experiments:check", args=[experiment.pk]))


def _to(request: Request, address: str) -> HttpResponse:
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


@for_roles(read=Role.EDITOR)
@require_POST
def use_codebook(request: Request, experiment_id: UUID) -> HttpResponse:
    """Words for codes, many questions at once."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    source = experiment.source
    form = CodebookForm(request.POST, request.FILES)
    if source is not None and source.is_ready and form.is_valid():
        try:
            changed, unused = questions.use_codebook(source=source, text=form.text())
        except PersonaError as refused:
            return _refused(request, experiment, refused)
        words = "The code book was used." if changed.version > source.version else "The code book changed nothing."
        rest = f" The data has no question {', '.join(f'“{key}”' for key in unused[:NAMED])}." if unused else ""
        messages.success(request, f"{words}{rest}")
    return redirect("experiments:check", experiment.pk)


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def question(request: Request, experiment_id: UUID, question_id: str) -> HttpResponse:
    """One question: its text, answers, scale and columns, each to be changed in place."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    source = experiment.source
    if source is None or not source.is_ready:
        return redirect("experiments:check", experiment.pk)
    found = questionnaire_of(source)
    order = [each.id for each in found.questions]
    if question_id not in order:
        raise Http404
    status = 200
    if request.method == "POST":
        try:
            return _saved(request, experiment, source, question_id)
        except NotOffered:
            status = 422
        except PersonaError as refused:
            messages.error(request, f"{refused.message} {refused.hint}")
            status = 422
    at = order.index(question_id)
    [line] = lines_of(found, [found.questions[at]])
    context = {
        "experiment": experiment,
        "line": line,
        "question": line.question,
        "options": check_page.option_rows(line.question),
        "kinds": KIND_CHOICES,
        "before": found.questions[at - 1] if at else None,
        "after": found.questions[at + 1] if at + 1 < len(order) else None,
        "others": [each for each in found.questions if each.id != question_id],
        "notes": [note.sentence for note in found.notes if note.about == question_id],
        "saved": check_page.saved_of(source),
    }
    return render(request, "experiments/question.html", context, status=status)


def _saved(request: Request, experiment: Experiment, source: DataSource, question_id: str) -> HttpResponse:
    found = questionnaire_of(source)
    asked = found.question(question_id)
    before = questions.said_of(source).questions.get(question_id, QuestionChoice())
    choice = choice_of(request.POST, asked, before, found)
    if choice.model_fields_set:
        changed = questions.choose(source=source, questions={question_id: choice}, words=f"{asked.names[0]}: changed")
        found = questionnaire_of(changed)
    there = question_id in {each.id for each in found.questions}
    address = [experiment.pk, question_id] if there else [experiment.pk]
    return redirect("experiments:question" if there else "experiments:check", *address)
