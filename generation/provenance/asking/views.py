"""The page that answers: a question stands in its address, so that it can be kept, sent and gone back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from core.pages.rendering import page
from experiments.quote_filters import FilterForm, closed_questions
from generation.provenance.asking import services
from generation.provenance.asking.models import SavedQuestion
from generation.provenance.asking.page import shown
from generation.runs.models import Run
from persona.exceptions import PersonaError
from persona.models.asking import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpResponse, QueryDict

    from accounts.people.requests import Request
    from persona.models import Column

SHOWN, MORE, MOST = 10, 20, 200
TRIED = 3


@require_http_methods(["GET", "POST"])
def ask(request: Request, run_id: UUID) -> HttpResponse:
    """Ask by address; a post keeps a question, or lets it go."""
    run = get_object_or_404(Run.objects.visible_to(request.user).select_related("experiment"), pk=run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    if request.method == "POST":
        return _keep(request, run)
    question = request.GET.get("q", "").strip()[: LONGEST + 1]
    context: dict[str, Any] = {
        "run": run,
        "experiment": run.experiment,
        "question": question,
        "saved": list(SavedQuestion.objects.filter(experiment=run.experiment).select_related("saved_by")),
        "longest": LONGEST,
    }
    try:
        if services.is_ready(run):
            context |= _answered(request.GET, run, question, context["saved"])
        else:
            context["is_reading"] = True
    except PersonaError as problem:
        context["problem"] = problem
    return page(request, "generation/ask.html", context, partials=["answer"])


def _answered(query: QueryDict, run: Run, question: str, saved: list[SavedQuestion]) -> dict[str, Any]:
    """The answer, the form of its filter, and what may be asked else."""
    from persona.asking.answering import LANGUAGES

    study = services.study(run)
    personas = list(run.personas.order_by("position"))
    form = FilterForm.read(query, closed_questions(study.table.columns))
    context: dict[str, Any] = {
        "form": form,
        "personas": personas,
        "languages": {code: LANGUAGES.get(code, code) for code in study.index.languages},
        "tries": _tries(study.table.columns),
    }
    if not question:
        return context
    limit = _limit(query.get("show", ""))
    try:
        answer = services.ask(run, question, form.wanted, limit=limit)
    except PersonaError as problem:
        return context | {"problem": problem}
    kept = next((one for one in saved if one.text == answer.question), None)
    plain = form.wanted.is_empty
    return context | {
        "shown": shown(run, answer, personas),
        "kept": kept,
        "before": kept if kept is not None and plain and kept.run_number < run.number else None,
        "chips": form.chips(("q", question)),
        "more": f"{form.query(('q', question))}&show={limit + MORE}",
    }


def _keep(request: Request, run: Run) -> HttpResponse:
    question = request.POST.get("q", "").replace("\0", "")
    if request.POST.get("do") == "forget":
        services.forget(run, question)
    else:
        try:
            services.save(run, question, request.user)
        except PersonaError as problem:
            messages.error(request, problem.message)
    return redirect(f"{reverse('generation:ask', args=[run.pk])}?{urlencode({'q': question})}")


def _tries(columns: Iterable[Column]) -> list[str]:
    """Questions that this study can answer: what it asked in words of people's own."""
    questions = dict.fromkeys(column.question for column in columns if column.role == "open_answer")
    return [question for question in questions if len(question) <= LONGEST][:TRIED]


def _limit(text: str) -> int:
    return min(MOST, max(SHOWN, int(text))) if text.isascii() and text.isdigit() and len(text) < 4 else SHOWN
