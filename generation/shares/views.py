"""What readers of a link see: the personas, one of them, the proof of a statement, how they were made, files, a frame.

Each page is there twice: for readers by the secret of a link, and for its makers by its id, as a preview.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from csp.decorators import csp_replace
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_safe

from accounts.teams.access import for_anybody
from accounts.teams.look_views import logo_of, style_of
from accounts.teams.looks import Addresses
from core.pages.theme import choose
from generation.personas.counts import CountDrawer
from generation.personas.exports import can_draw, download_headers, drawn_sheet
from generation.personas.pictures import dressed, picture_of
from generation.runs.models import Run
from generation.shares import doors
from generation.shares.comments import comments_for, say_as_reader
from generation.shares.doors import Door, for_preview, for_readers, only_posted
from generation.shares.feedback import FORM, has_judged, judge
from generation.shares.models import ShareLink
from generation.shares.reading import FILES, Rules, Shown, shown
from persona.exceptions import PersonaError
from persona.exporting.formats import FORMATS

if TYPE_CHECKING:
    from accounts.people.requests import Request
    from generation.personas.models import Statement
    from generation.personas.page import Portrait

OF_RUN = ("summary", "drawing", "verdict", "warnings")
"""Fields of a run that are large, and of no use here."""


def _told(door: Door) -> dict[str, Any]:
    """What every page of a door needs."""
    return {"door": door, "shown": door.shown, "look": door.look, "pictures_at": door.pictures_at}


@require_safe
def _overview(request: Request, door: Door) -> HttpResponse:
    if not door.is_preview and request.method == "GET":
        door.link.note_view()
    return render(request, "generation/shares/overview.html", _told(door))


@require_safe
def _persona(request: Request, door: Door, number: int) -> HttpResponse:
    return _page(request, door, number)


def _page(request: Request, door: Door, number: int, status: int = 200, **told: Any) -> HttpResponse:
    """A persona; `?e=` opens the drawer of a statement."""
    portrait = _portrait(door.shown, number)
    statement = _opened(portrait, request.GET.get("e", ""))
    context = {
        **_told(door),
        "persona": portrait.persona,
        "portrait": portrait,
        "open": statement,
        "prints": can_draw(),
        **_drawer(door.shown, portrait, statement),
        "comments": comments_for(door.link, number, portrait.statements) if door.link.comments else None,
        "form": FORM,
        "has_judged": has_judged(request, door.link, number),
        **told,
    }
    return render(request, "generation/shares/persona.html", context, status=status)


def _portrait(found: Shown, number: int) -> Portrait:
    portrait = found.portrait(number)
    if portrait is None:
        raise Http404
    return portrait


def _opened(portrait: Portrait, wanted: str) -> Statement | None:
    return next((said for said in portrait.statements if str(said.pk) == wanted), None)


def _drawer(found: Shown, portrait: Portrait, statement: Statement | None) -> dict[str, Any]:
    if statement is None:
        return {}
    if statement.count:
        return {"drawer": CountDrawer(statement, portrait.persona, found.personas)}
    return {"quotes": found.evidence(statement) if found.rules.quotes else None}


@require_safe
def _method(request: Request, door: Door) -> HttpResponse:
    return render(request, "generation/shares/method.html", _told(door))


@require_safe
def _slide(request: Request, door: Door, number: int) -> HttpResponse:
    told = {"look": door.look, "pictures_at": door.pictures_at}
    return _slides(request, door.shown, (f"{door.base}present/", door.base), number, told)


def _slides(request: Request, found: Shown, ways: tuple[str, str], number: int, told: dict[str, Any]) -> HttpResponse:
    """Slide 0 is the title; then one persona a slide, in the order of the page."""
    if not 0 <= number <= len(found.personas):
        raise Http404
    base, back = ways
    last = len(found.personas)
    context = {"shown": found, "base": base, "back": back, "number": number, "last": last, **told}
    if number:
        context["portrait"] = _portrait(found, found.personas[number - 1].position)
        context["persona"] = found.personas[number - 1]
    return render(request, "generation/shares/slide.html", context)


@require_safe
def _file(request: Request, door: Door, kind: str) -> HttpResponse:  # noqa: ARG001 -- as all pages of a door
    """A file with what the pages show; no page where the link allows none."""
    format_ = next((name for name in FILES if name == kind), None)
    if format_ is None or not door.link.downloads:
        raise Http404
    run = door.link.run
    data = door.shown.file(format_, dressed(run, door.pictures))
    name = FORMATS[format_].download(run.experiment.name, run.number, door.shown.day())
    return HttpResponse(data, content_type=FORMATS[format_].media, headers=download_headers(name))


@require_safe
def _sheet(request: Request, door: Door, number: int) -> HttpResponse:  # noqa: ARG001 -- as all pages of a door
    """The sheet of a persona with what the pages show: what its page prints."""
    link, run = door.link, door.link.run
    key = (run.pk, run.finished, run.edited, run.experiment.name, run.experiment.team.look, Rules.of(link), number)
    return drawn_sheet(key, door.shown, number, dressed(run, door.pictures))


@require_safe
def _style(request: Request, door: Door, version: str) -> HttpResponse:  # noqa: ARG001 -- as all pages of a door
    return style_of(door.link.run.experiment.team, version)


@require_safe
def _logo(request: Request, door: Door, version: str) -> HttpResponse:  # noqa: ARG001 -- as all pages of a door
    return logo_of(door.link.run.experiment.team, version)


@require_safe
def _picture(request: Request, door: Door, key: str) -> HttpResponse:  # noqa: ARG001 -- as all pages of a door
    if key not in door.pictures.values():
        raise Http404
    return picture_of(door.link.run.experiment_id, key)


@only_posted("personas/{number}/")
def _comment(request: Request, door: Door, number: int) -> HttpResponse:
    if not door.may_comment:
        raise Http404
    portrait = _portrait(door.shown, number)
    try:
        say_as_reader(request, door.link, number, portrait.statements)
    except PersonaError as problem:
        said = {"name": request.POST.get("name", ""), "text": request.POST.get("text", "")}
        return _page(request, door, number, status=422, problem=problem, said=said)
    return HttpResponseRedirect(f"{door.base}personas/{number}/#talk")


@only_posted("personas/{number}/")
def _judge(request: Request, door: Door, number: int) -> HttpResponse:
    if not door.may_judge:
        raise Http404
    _portrait(door.shown, number)
    response = HttpResponseRedirect(f"{door.base}personas/{number}/?thanks=1#judge")
    try:
        judge(request, response, door, number)
    except PersonaError as problem:
        return _page(request, door, number, status=422, judging=problem, given=request.POST)
    return response


@only_posted("")
def _unlock(request: Request, door: Door) -> HttpResponse:
    return doors.unlock(request, door)


@only_posted("")
def _theme(request: Request, door: Door) -> HttpResponse:  # noqa: ARG001 -- every page has a door
    """Light or dark without JavaScript: by an address that no foreign form is kept from."""
    return choose(request)


overview, preview = for_readers(_overview), for_preview(_overview)
persona, preview_persona = for_readers(_persona), for_preview(_persona)
method, preview_method = for_readers(_method), for_preview(_method)
slide, preview_slide = for_readers(_slide), for_preview(_slide)
file, preview_file = for_readers(_file), for_preview(_file)
sheet, preview_sheet = for_readers(_sheet), for_preview(_sheet)
style, preview_style = for_readers(_style), for_preview(_style)
logo, preview_logo = for_readers(_logo), for_preview(_logo)
picture, preview_picture = for_readers(_picture), for_preview(_picture)
comment = for_readers(_comment)
feedback = for_readers(_judge)
unlock = for_readers(_unlock, opens=False)
theme = for_readers(_theme, opens=False)


@for_anybody
@sensitive_variables("secret")
@require_safe
def embed(request: Request, secret: str) -> HttpResponse:
    """All personas on one page that the sites named by the link may show in a frame; it needs no cookie or script."""
    link = ShareLink.objects.opened_by(secret)
    if link is None or not link.hosts:
        return doors.unseen(doors.ended(request))
    door = Door(link, reverse("generation:shared", args=[secret]))
    if link.audience == ShareLink.Audience.ANYONE:
        response = _framed(request, door)
    else:
        response = render(request, "generation/shares/embed_closed.html", {"door": door})
    policy = {"frame-ancestors": link.hosts, "script-src": ["'none'"], "form-action": ["'none'"]}
    answer = xframe_options_exempt(csp_replace(policy)(lambda *_: response))
    answer(request)
    return doors.unseen(response)


def _framed(request: Request, door: Door) -> HttpResponse:
    try:
        response = render(request, "generation/shares/embed.html", _told(door))
    except PersonaError:
        return doors.gone(request)
    if request.method == "GET":
        door.link.note_view()
    return response


@require_safe
def present(request: Request, run_id: UUID, number: int = 0) -> HttpResponse:
    """The slides for members of the team."""
    runs = Run.objects.visible_to(request.user).select_related("experiment__team").defer(*OF_RUN)
    run = get_object_or_404(runs, pk=run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    base, back = reverse("generation:present", args=[run.pk]), reverse("generation:results", args=[run.pk])
    team = run.experiment.team
    look = Addresses.of(team, reverse("teams:look", args=[team.pk]))
    try:
        return _slides(request, shown(run, Rules()), (base, back), number, {"look": look})
    except PersonaError as problem:
        messages.warning(request, f"{problem.message} {problem.hint}")
        return redirect(back)
