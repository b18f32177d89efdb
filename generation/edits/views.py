"""Working on a persona: the page, what its forms do, and who did what when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.teams.access import for_roles
from accounts.teams.look_views import check_size
from accounts.teams.models import Role
from generation.edits.forms import MOVED, OWN, OWN_BUTTONS, WORDS, actions_of, chosen, seen_of
from generation.edits.page import Editing
from generation.edits.services import edit as make_edit
from generation.personas.models import Persona
from generation.personas.pictures import keep_picture
from persona.exceptions import PersonaError
from persona.exporting.pictures import LARGEST_FILE

if TYPE_CHECKING:
    from django.http import QueryDict

    from accounts.people.requests import Request
    from generation.edits.services import Made

OF_RUN = ("summary", "drawing", "verdict", "quality", "warnings")
BACK = {"history": "generation:persona-history", "edit": "generation:persona-edit"}
HELD = 422


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def edit(request: Request, persona_id: UUID) -> HttpResponse:
    """One persona to be worked on; each button is a form that is answered by the page, or by what it changed."""
    persona = persona_of(request, persona_id)
    if request.method == "POST":
        return _edited(request, persona)
    editing = Editing(persona, request.user, opened=request.GET.get("s", ""))
    return _page(request, editing)


@require_GET
def history(request: Request, persona_id: UUID) -> HttpResponse:
    """Every change of this persona, each to be taken back by itself."""
    persona = persona_of(request, persona_id)
    editing = Editing(persona, request.user)
    context = {"editing": editing, "persona": persona, "run": persona.run, "experiment": persona.run.experiment}
    return render(request, "generation/edits/history.html", context)


def persona_of(request: Request, persona_id: UUID) -> Persona:
    """The persona, hidden or not, with its run."""
    found = Persona.everything.visible_to(request.user).select_related("run__experiment")
    return get_object_or_404(found.defer(*(f"run__{name}" for name in OF_RUN)), pk=persona_id)


def _page(request: Request, editing: Editing, status: int = 200) -> HttpResponse:
    template = "generation/edits/locked.html" if editing.is_locked else "generation/edits/edit.html"
    return render(request, template, _context(editing), status=status)


def _context(editing: Editing) -> dict[str, Any]:
    run = editing.persona.run
    return {"editing": editing, "persona": editing.persona, "run": run, "experiment": run.experiment}


def _edited(request: Request, persona: Persona) -> HttpResponse:
    try:
        actions = actions_of(_with_picture(request, persona), persona)
        made = [make_edit(request.user, persona.run_id, action, seen=seen_of(request.POST)) for action in actions]
    except PersonaError as problem:
        return _refused(request, persona, problem)
    conflict = next((each for each in made if each.conflict), None)
    persona = persona_of(request, persona.pk)
    if conflict is not None:
        return _told_of_other(request, persona, conflict)
    if request.htmx:
        return _changed(request, persona)
    return redirect(_back(request, persona))


def _with_picture(request: Request, persona: Persona) -> QueryDict:
    """What was sent, with the name of the picture in place of one that was brought."""
    given = chosen(request.POST)
    if given.get("do") != "picture":
        return given
    check_size(request)
    if (file := request.FILES.get("file")) is None:
        return given
    taken = given.copy()
    taken["picture"] = keep_picture(persona.run.experiment, file.read(LARGEST_FILE + 1))
    return taken


def _back(request: Request, persona: Persona) -> str:
    """Where the form stood."""
    wanted = request.POST.get("do", "")
    if wanted == "approve" or (wanted == "open" and request.POST.get("next") == "persona"):
        return reverse("generation:persona", args=[persona.pk])
    if request.POST.get("next") == "quotes" and (said := request.POST.get("s")):
        return reverse("generation:persona-quotes", args=[persona.pk, said])
    page = reverse(BACK.get(request.POST.get("next", ""), BACK["edit"]), args=[persona.pk])
    if wanted in OWN_BUTTONS:
        return f"{page}#own"
    return f"{page}#st-{request.POST['s']}" if request.POST.get("s") else page


def _refused(request: Request, persona: Persona, problem: PersonaError) -> HttpResponse:
    """The library's words; what was typed stays where it was typed."""
    if request.htmx:
        context = {"problem": problem}
        return _part(request, "generation/edits/_problem.html", context, {"HX-Reswap": "none"})
    messages.error(request, f"{problem.message} {problem.hint}")
    given = {name: request.POST[name] for name in (*WORDS, *OWN, "text", "note") if name in request.POST}
    editing = Editing(persona, request.user, given, opened=request.POST.get("s", "") if "text" in given else "")
    return _page(request, editing, status=HELD)


def _told_of_other(request: Request, persona: Persona, made: Made) -> HttpResponse:
    """Both wordings, to choose from; what is chosen is saved by the very form that was sent."""
    left_out = ("csrfmiddlewaretoken", "seen", "choice", "field", "mine", "third", field := _field(request, made))
    context = _context(Editing(persona, request.user)) | {
        "conflict": made.conflict,
        "field": field,
        "kept": [(name, value) for name, value in request.POST.items() if name not in left_out],
    }
    if request.htmx:
        headers = {"HX-Retarget": "#conflict", "HX-Reswap": "innerHTML"}
        return _part(request, "generation/edits/_over.html", context, headers)
    return render(request, "generation/edits/conflict.html", context, status=409)


def _field(request: Request, made: Made) -> str:
    """The field with the wording that came too late; "" where it was a switch."""
    names = {
        "rename_persona": "label" if "label" in request.POST else "name",
        "rewrite_tagline": "tagline",
        "rewrite_summary": "summary",
        "rewrite_statement": "text",
        "set_field": "own-text",
    }
    return names.get(made.entry.kind, "")


def _changed(request: Request, persona: Persona) -> HttpResponse:
    """What a change left different: the statement, or all of them; beside it the history and what can be undone."""
    wanted = request.POST.get("do", "")
    editing = Editing(persona, request.user)
    if wanted in ("approve", "open"):
        return HttpResponse(headers={"HX-Redirect": _back(request, persona)})
    statement = next((said for said in editing.statements if str(said.pk) == request.POST.get("s")), None)
    context = _context(editing) | {"statement": statement, "wanted": wanted}
    headers: dict[str, str] = {}
    if wanted == "undo":
        headers = {"HX-Retarget": "#sheet", "HX-Reswap": "outerHTML"}
    elif wanted in MOVED or wanted.startswith("to-") or (wanted == "rewrite" and "kind" in request.POST):
        headers = {"HX-Retarget": "#statements", "HX-Reswap": "outerHTML"}
    elif statement is None:
        headers = {"HX-Reswap": "none"}
    context["part"] = headers.get("HX-Retarget", "statement" if statement else "")
    return _part(request, "generation/edits/_changed.html", context, headers)


def _part(request: Request, template: str, context: dict[str, Any], headers: dict[str, str]) -> HttpResponse:
    return HttpResponse(render_to_string(template, context, request), headers=headers)
