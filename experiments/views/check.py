"""The data check: wait while a file is read, see what was found or what is wrong, have it read in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from accounts.teams.prepared import PreparedFor
from core.pages.rendering import page
from core.spreadsheets import csv_download
from experiments import check_page, data_report, files, services
from experiments.forms import DialectForm
from experiments.models import DataSource, Experiment
from experiments.question_lines import SHOWN, Filter
from experiments.samples import attribution
from persona.dialects import encoding_word
from persona.exceptions import PersonaError
from persona.messages import note
from persona.models import SourceReport
from persona.source import Source

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpResponseBase

    from accounts.models import User
    from accounts.people.requests import Request


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def check(request: Request, experiment_id: UUID) -> HttpResponse:
    """What the reader found; a POST has the file read in another way, or goes on without it."""
    experiment = _experiment.or_404(request.user, experiment_id)
    source = experiment.source
    if source is None:
        return redirect("experiments:upload", experiment.pk)
    if request.method == "POST":
        return _reread(request, source)
    if source.is_being_read:
        return _waiting_page(request, experiment, source)
    if request.htmx.target == "reading":
        return redirect("experiments:check", experiment.pk)  # the wait is over: a page of its own
    return _checked_page(request, experiment, source) if source.is_ready else _failed_page(request, experiment, source)


def _reread(request: Request, source: DataSource) -> HttpResponse:
    if "without" in request.POST:
        services.do_without(source=source)
        return redirect("experiments:check", source.experiment_id)
    form = DialectForm(request.POST, **_written(source))
    if form.is_valid() and not source.is_being_read:
        try:
            services.reread(source=source, dialect=form.dialect())
        except PersonaError as problem:
            messages.error(request, f"{problem.message} {problem.hint}")
    return redirect("experiments:check", source.experiment_id)


def _written(source: DataSource) -> dict[str, Any]:
    """What kind of file it is, as far as the reader found out; one that could not be read is what its name says."""
    named = "xlsx" if source.name.lower().endswith((".xlsx", ".xls")) else "csv"
    report = source.report or {"kind": named, "sheets": ()}
    return {"kind": report["kind"], "sheets": report.get("sheets", ())}


def _waiting_page(request: Request, experiment: Experiment, source: DataSource) -> HttpResponse:
    seen = f"{source.status}-{source.progress}"
    if request.htmx.target == "reading" and request.GET.get("seen") == seen:
        return HttpResponse(status=204)
    context = {"experiment": experiment, "source": source, "seen": seen}
    return page(request, "experiments/reading.html", context, partials=["reading"])


def _failed_page(request: Request, experiment: Experiment, source: DataSource) -> HttpResponse:
    context = {
        "experiment": experiment,
        "source": source,
        "error": source.error,
        "dialect": DialectForm.of(source.choices, **_written(source)),
        "can_reread": data_report.may_help_to_reread(source),
        "is_added": experiment.sources.count() > 1,
    }
    return render(request, "experiments/unreadable.html", context)


def _checked_page(request: Request, experiment: Experiment, source: DataSource) -> HttpResponse:
    report = SourceReport.model_validate(source.report)
    begun = list(experiment.runs.values_list("created", flat=True))
    show = request.GET.get("show", "all")
    wanted = Filter(request.GET.get("q", "").strip()[:200], show if show in SHOWN else "all")
    context = {
        **check_page.page_context(experiment, source, wanted),
        "report": report,
        "groups": data_report.left_out_groups(report),
        "notes": [note(code, count) for code, count in sorted(report.notes.items())],
        "dialect": DialectForm.of(source.choices, **_written(source)),
        "dialect_words": data_report.dialect_in_words(report),
        "encoding_word": encoding_word(report.encoding),
        "is_fixed": any(source.created <= moment for moment in begun),
        "has_runs": bool(begun),
        "twin": _twin(request, source),
        "attribution": attribution(source),
    }
    return page(request, "experiments/check.html", context, partials=["questions"])


def _twin(request: Request, source: DataSource) -> Experiment | None:
    """Another experiment of the same team with the very same file: told, never merged."""
    return _twins.first(request.user, source.experiment.team_id, source.experiment_id, source.sha256, source.status)


def _by_id(user: User, pk: UUID) -> QuerySet[Experiment]:
    return Experiment.objects.visible_to(user).filter(pk=pk)


def _of_file(user: User, team: UUID, but: UUID, sha256: str, status: str) -> QuerySet[Experiment]:
    others = Experiment.objects.visible_to(user).filter(team=team, is_sample=False).exclude(pk=but)
    return others.filter(sources__sha256=sha256, sources__status=status)[:1]


_experiment = PreparedFor(_by_id, UUID)
_twins = PreparedFor(_of_file, UUID, UUID, str, str)


@for_roles(read=Role.EDITOR)
@require_safe
def skipped_lines(request: Request, experiment_id: UUID) -> HttpResponseBase:
    """All lines that did not become rows, as a file for a spreadsheet."""
    experiment = get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
    source = experiment.source
    if source is None or not source.is_ready:
        raise Http404
    rows = (
        (str(left.line), left.message, left.text)
        for left in Source(files.source(experiment.pk, source.pk)).skipped_lines()
    )
    return csv_download("skipped-lines.csv", ("line", "reason", "text"), rows)
