"""The page of a team's look, and its stylesheet and logo as files of their own: no page holds styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.teams.access import for_roles
from accounts.teams.forms import LookForm
from accounts.teams.looks import change_look, changes_told, look_of, stylesheet
from accounts.teams.models import Role, Team
from core.pages.sections import SectionList
from persona.exceptions import PersonaError
from persona.exporting.pictures import LARGEST_FILE
from persona.messages import configuration_error, file_size
from persona.models import Sections

if TYPE_CHECKING:
    from uuid import UUID

    from accounts.people.requests import Request

KEPT = "private, max-age=31536000, immutable"
"""The address changes with the look, so a browser need not ask again."""


@for_roles(change=Role.OWNER)
@require_http_methods(["GET", "POST"])
def look(request: Request, team_id: UUID) -> HttpResponse:
    """A logo and two colours; members see them, owners change them."""
    team, kept = request.membership.team, look_of(request.membership.team)
    is_sent = request.method == "POST"
    form = LookForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        initial={"titles": kept.titles, "lines": kept.lines},
    )
    if form.is_valid():
        try:
            check_size(request)
            change_look(team=team, **form.changes())
        except PersonaError as error:
            form.add_error(form.field_of(error.code), f"{error.message} {error.hint}")
        else:
            messages.success(request, "Saved. Pages, links and files have this look from now on.")
            return redirect("teams:look", team_id)
    context = {"form": form, "kept": kept, "told": list(changes_told(kept))}
    return render(request, "teams/look.html", context, status=422 if form.errors else 200)


@for_roles(change=Role.OWNER)
@require_http_methods(["GET", "POST"])
def sections(request: Request, team_id: UUID) -> HttpResponse:
    """Which sections personas show, and in which order; each button sends the list, and one of them saves it."""
    team = request.membership.team
    if request.method != "POST":
        return render(request, "teams/sections.html", {"list": SectionList.of(look_of(team).sections)})
    sent = SectionList.sent(request.POST)
    if sent.is_moved:
        return render(request, "teams/sections.html", {"list": sent})
    change_look(team=team, sections=Sections() if request.POST.get("do") == "usual" else sent.sections)
    messages.success(request, "Saved. Results without sections of their own show these from now on.")
    return redirect("teams:look-sections", team_id)


@require_safe
def style(request: Request, team_id: UUID, version: str) -> HttpResponse:
    """The colours, for members."""
    return style_of(_team(request, team_id), version)


@require_safe
def logo(request: Request, team_id: UUID, version: str) -> HttpResponse:
    """The logo, for members."""
    return logo_of(_team(request, team_id), version)


def style_of(team: Team, version: str) -> HttpResponse:
    """The stylesheet of a team.

    Raises:
        Http404: it looks otherwise by now.
    """
    _check(team, version)
    return _file(stylesheet(look_of(team)), "text/css; charset=utf-8")


def logo_of(team: Team, version: str) -> HttpResponse:
    """The logo of a team.

    Raises:
        Http404: it has none, or looks otherwise by now.
    """
    _check(team, version)
    found = look_of(team).logo
    if not found:
        raise Http404
    return _file(found, "image/png")


def check_size(request: Request) -> None:
    """Files that are much too large are not even received, and would seem not to have been sent.

    Raises:
        ConfigurationError: somebody sent one.
    """
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    if size > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        raise configuration_error("picture_too_large", size=file_size(size), limit=file_size(LARGEST_FILE))


def _check(team: Team, version: str) -> None:
    if not team.look or team.look != version:
        raise Http404


def _file(content: str | bytes, media: str) -> HttpResponse:
    return HttpResponse(content, content_type=media, headers={"Cache-Control": KEPT})


def _team(request: Request, team_id: UUID) -> Team:
    return get_object_or_404(Team.objects.visible_to(request.user), pk=team_id)
