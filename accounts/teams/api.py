"""Teams over HTTP: where a token acts, who else is there, how its results look. Members come and go in the pages."""

from __future__ import annotations

from base64 import b64encode

from ninja import Router

from accounts.api.authentication import Call, needs
from accounts.teams.looks import change_look, look_of
from accounts.teams.models import Membership, Role, Team
from accounts.teams.schemas import LookIn, LookOut, MembersOut, TeamsOut
from persona.exporting.pictures import from_base64
from persona.models import Sections

router = Router()


@router.get("/teams", response=TeamsOut, auth=needs("read"), operation_id="list_teams", summary="List teams")
def list_teams(request: Call) -> object:
    """The team that the token acts in: a token acts in one."""
    mine = request.user.membership
    return {"items": [{"id": mine.team_id, "name": mine.team.name, "role": mine.role, "created": mine.team.created}]}


@router.get(
    "/teams/members",
    response=MembersOut,
    auth=needs("read"),
    operation_id="list_members",
    summary="List members",
)
def list_members(request: Call) -> object:
    """Everybody in the token's team, those who joined first before the others."""
    found = Membership.objects.visible_to(request.user).select_related("user")
    return {
        "items": [
            {"name": each.user.get_full_name(), "email": each.user.email, "role": each.role, "joined": each.joined}
            for each in found
        ]
    }


@router.get("/teams/look", response=LookOut, auth=needs("read"), operation_id="get_look", summary="Read the look")
def get_look(request: Call) -> object:
    """The logo, the colours and the sections of the token's team."""
    return _told(request.user.membership.team)


@router.put(
    "/teams/look",
    response=LookOut,
    auth=needs("write", Role.OWNER),
    operation_id="change_look",
    summary="Change the look",
)
def change_the_look(request: Call, payload: LookIn) -> object:
    """Another logo or other colours; a colour that could not be read is shown darker or lighter, as far as it takes."""
    logo = None if payload.logo is None else from_base64(payload.logo)
    team = request.user.membership.team
    change_look(team=team, titles=payload.titles, lines=payload.lines, logo=logo, sections=payload.sections)
    return _told(team)


def _told(team: Team) -> dict[str, object]:
    look = look_of(team)
    return {
        "titles": look.titles,
        "lines": look.lines,
        "titles_on_paper": look.title_ink,
        "lines_on_paper": look.line_ink,
        "logo": b64encode(look.logo or b"").decode(),
        "sections": look.sections or Sections(),
    }
