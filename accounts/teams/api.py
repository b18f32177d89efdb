"""Teams over HTTP: where a token acts, and who else is there. Members are invited and removed in the pages."""

from __future__ import annotations

from ninja import Router

from accounts.api.authentication import Call, needs
from accounts.teams.models import Membership
from accounts.teams.schemas import MembersOut, TeamsOut

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
