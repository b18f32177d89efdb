"""Links of a result, for those who share it: make one, see all, close one, open it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.people.confirmation import confirmed_address_required
from accounts.teams.access import for_roles
from accounts.teams.models import Role
from generation.edits.log import edited
from generation.runs.models import Run
from generation.shares import services
from generation.shares.forms import ShareForm, chosen_of, suggested
from generation.shares.models import ShareLink
from generation.shares.reading import Rules, shown
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from accounts.people.requests import Request
    from persona.models import Column

OF_RUN = ("summary", "drawing", "verdict", "warnings")
editors_only = for_roles(read=Role.EDITOR)


@editors_only
@never_cache
@require_http_methods(["GET", "POST"])
@confirmed_address_required
def share(request: Request, run_id: UUID) -> HttpResponse:
    """A new link, whose address is on the answer, once; and all links of the run."""
    runs = Run.objects.visible_to(request.user).select_related("experiment__team").defer(*OF_RUN)
    run = get_object_or_404(runs, pk=run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    try:
        columns = edited(run).applied.result.columns
    except PersonaError as problem:
        return _page(request, run, problem=problem, status=422)
    if request.method == "GET":
        return _page(request, run, ShareForm(columns=columns))
    return _made(request, run, columns)


def _made(request: Request, run: Run, columns: Sequence[Column]) -> HttpResponse:
    given = request.POST.copy()
    if "again" in given:
        given["password"] = suggested()
    form = ShareForm(given, columns=columns)
    if "look" in given or "again" in given:
        return _page(request, run, form, looked=True)
    if not form.is_valid():
        return _page(request, run, form, status=422)
    chosen = form.cleaned_data
    try:
        with transaction.atomic():
            made = services.share(request.user, run, **chosen)
    except IntegrityError:  # of its key: the form was sent twice, perhaps at once
        messages.info(request, "This link was made before, and its address is not shown again.")
        return redirect("generation:share", run.pk)
    except PersonaError as problem:
        form.add_error(None, f"{problem.message} {problem.hint}")
        return _page(request, run, form, status=422)
    return _page(request, run, ShareForm(columns=columns), made=made, password=chosen["password"])


def _page(
    request: Request, run: Run, form: ShareForm | None = None, *, status: int = 200, looked: bool = False, **told: Any
) -> HttpResponse:
    links = ShareLink.objects.visible_to(request.user).filter(run__experiment=run.experiment_id)
    rules = Rules(*chosen_of(request.POST)) if looked or status == 422 else Rules()
    if form is not None and not form.is_bound:
        rules = Rules(hidden=tuple(sorted(form.initial["hidden"])))
    if made := told.get("made"):
        rules = Rules.of(made.link)
    context = {
        "run": run,
        "experiment": run.experiment,
        "form": form,
        "links": links.select_related("run", "made_by"),
        "people": run.experiment.team.memberships.count(),
        "seen": shown(run, rules) if form is not None else None,
        "rules": rules,
        "looked": looked,
        **told,
    }
    return render(request, "generation/shares/share.html", context, status=status)


@editors_only
@require_POST
def close(request: Request, link_id: UUID) -> HttpResponse:
    """From now on it shows nothing."""
    link = _link(request, link_id)
    services.close(link)
    messages.success(request, f"“{link.name}” is closed. Whoever opens it sees nothing of the study.")
    return redirect("generation:share", link.run_id)


@editors_only
@require_POST
def open_again(request: Request, link_id: UUID) -> HttpResponse:
    """The same address shows the result again."""
    link = _link(request, link_id)
    try:
        services.open_again(link)
    except PersonaError as problem:
        messages.error(request, f"{problem.message} {problem.hint}")
    else:
        messages.success(request, f"“{link.name}” is open again, with the same address.")
    return redirect("generation:share", link.run_id)


def _link(request: Request, link_id: UUID) -> ShareLink:
    return get_object_or_404(ShareLink.objects.visible_to(request.user).select_related("run"), pk=link_id)
