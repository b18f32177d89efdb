"""The page on which the sections of a result are chosen and ordered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from core.pages.sections import SectionList
from generation.edits.forms import entry_of, seen_of
from generation.edits.models import EditEntry
from generation.edits.page import Line
from generation.edits.sections import KIND, chosen_for, sections_of
from generation.edits.services import edit as make_edit
from generation.runs.models import Run
from persona.edits import ArrangeSections, Reverted
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from django.http import HttpResponse

    from accounts.people.requests import Request
    from persona.edits import Action

OF_RUN = ("summary", "drawing", "verdict", "quality", "warnings")


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def sections(request: Request, run_id: UUID) -> HttpResponse:
    """Sections in a list: each button sends what is chosen so far, and only one of them saves it."""
    runs = Run.objects.visible_to(request.user).select_related("experiment__team").defer(*OF_RUN)
    run = get_object_or_404(runs, pk=run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    if request.method != "POST":
        return _page(request, run, SectionList.of(sections_of(run)))
    sent = SectionList.sent(request.POST)
    return _page(request, run, sent) if sent.is_moved else _saved(request, run, sent)


def _saved(request: Request, run: Run, sent: SectionList) -> HttpResponse:
    try:
        action = _action(request, run, sent)
        if action is not None:
            made = make_edit(request.user, run.pk, action, seen=seen_of(request.POST))
            if made.conflict is not None:
                return _page(request, made.run, sent, status=409, problem=made.conflict)
    except PersonaError as error:
        messages.error(request, f"{error.message} {error.hint}")
        return redirect("generation:sections", run.pk)
    if isinstance(action, Reverted):
        return redirect("generation:sections", run.pk)
    messages.success(request, "Saved. Pages, links and files show these sections from now on.")
    return redirect("generation:results", run.pk)


def _action(request: Request, run: Run, sent: SectionList) -> Action | None:
    """What the button asks for; None where nothing would change.

    Raises:
        EditError: what is to be undone is not there.
    """
    wanted, now = request.POST.get("do", ""), chosen_for(run)
    if wanted == "undo":
        return Reverted(edit=entry_of(request.POST, run.pk))
    if wanted == "team":
        return None if now is None else ArrangeSections(sections=None)
    return None if sent.sections == now else ArrangeSections(sections=sent.sections)


def _page(request: Request, run: Run, shown: SectionList, status: int = 200, **told: Any) -> HttpResponse:
    entries = EditEntry.objects.filter(run=run, kind=KIND).order_by("-sequence")
    context = {
        "run": run,
        "experiment": run.experiment,
        "list": shown,
        "seen": request.POST.get("seen", run.edited) if shown.is_moved else run.edited,
        "is_own": chosen_for(run) is not None,
        "lines": [Line(entry, request.user) for entry in entries],
    }
    return render(request, "generation/edits/sections.html", context | told, status=status)
