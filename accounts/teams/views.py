"""The pages of teams: who is in, inviting, roles, leaving, and in which team one works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.people.confirmation import confirmed_address_required
from accounts.teams import invitations, services
from accounts.teams.access import for_anybody, for_roles
from accounts.teams.forms import InviteForm, NameForm, RoleForm
from accounts.teams.models import Invitation, Membership, Role
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from django.http import HttpResponse

    from accounts.people.requests import Request

owners_only = for_roles(read=Role.OWNER, change=Role.OWNER)


@require_safe
def team(request: Request, team_id: UUID | None = None) -> HttpResponse:  # noqa: ARG001 -- `Roles` has looked it up
    """Who is in the team, who is invited, and all teams of this person."""
    return _page(request)


@for_anybody
@require_http_methods(["GET", "POST"])
def create(request: Request) -> HttpResponse:
    """A new team with the person as its owner."""
    form = NameForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = services.create_team(user=request.user, name=form.cleaned_data["name"])
        except PersonaError as error:
            form.add_error(None, f"{error.message} {error.hint}")
        else:
            messages.success(request, f"You work in “{made.team.name}” now. Invite who shall work with you.")
            return redirect("teams:mine")
    return render(request, "teams/create.html", {"form": form}, status=422 if form.errors else 200)


@for_anybody
@require_POST
def switch(request: Request, member_id: UUID) -> HttpResponse:
    """Work in another of one's teams."""
    chosen = get_object_or_404(Membership.objects.select_related("team"), pk=member_id, user=request.user.pk)
    services.switch_team(user=request.user, membership=chosen)
    messages.success(request, f"You work in “{chosen.team.name}” now.")
    return redirect("experiments:list")


@owners_only
@require_POST
def rename(request: Request, team_id: UUID) -> HttpResponse:
    """Another name."""
    form = NameForm(request.POST)
    if not form.is_valid():
        return _page(request, name_form=form)
    services.rename_team(team=request.membership.team, name=form.cleaned_data["name"])
    messages.success(request, "Saved.")
    return redirect("teams:of", team_id)


@owners_only
@require_POST
@confirmed_address_required
def invite(request: Request, team_id: UUID) -> HttpResponse:
    """Mail a link to each address."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form)
    chosen, of = form.cleaned_data, request.membership.team
    try:
        sent = invitations.invite(team=of, emails=chosen["emails"], role=Role(chosen["role"]), by=request.user)
    except PersonaError as error:
        form.add_error("emails", f"{error.message} {error.hint}")
        return _page(request, form=form)
    who = sent[0].email if len(sent) == 1 else f"{len(sent)} people"
    messages.success(request, f"An invitation went to {who}. It can be accepted for 7 days.")
    return redirect("teams:of", team_id)


@owners_only
@require_POST
@confirmed_address_required
def send_again(request: Request, invitation_id: UUID) -> HttpResponse:
    """A new link to the same address."""
    found = _invitation(invitation_id)
    said = f"A new link went to {found.email}; the one before opens nothing any more."
    return _done(request, lambda: invitations.send_again(invitation=found, by=request.user), said)


@owners_only
@require_POST
def take_back(request: Request, invitation_id: UUID) -> HttpResponse:
    """The link is worth nothing any more."""
    invitations.take_back(invitation=_invitation(invitation_id))
    messages.success(request, "The invitation is taken back. Its link opens nothing any more.")
    return _to_team(request)


@owners_only
@require_POST
def role(request: Request, member_id: UUID) -> HttpResponse:
    """Let a member do more or less."""
    form = RoleForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose one of the three roles.")
        return _to_team(request)
    member, chosen = _member(member_id), Role(form.cleaned_data["role"])
    said = f"{member.user.get_full_name()} is {chosen.label.lower()} now."
    return _done(request, lambda: services.change_role(membership=member, role=chosen), said)


@owners_only
@require_http_methods(["GET", "POST"])
def remove(request: Request, member_id: UUID) -> HttpResponse:
    """Ask, then end somebody's membership."""
    member = _member(member_id)
    if request.method == "GET":
        return render(request, "teams/remove.html", {"member": member})
    said = f"{member.user.get_full_name()} is no longer in “{member.team.name}”."
    return _done(request, lambda: services.remove_member(membership=member), said)


@owners_only
@require_http_methods(["GET", "POST"])
def hand_over(request: Request, member_id: UUID) -> HttpResponse:
    """Ask, then make somebody an owner in one's own place."""
    member = _member(member_id)
    if request.method == "GET":
        return render(request, "teams/hand_over.html", {"member": member})
    said = f"{member.user.get_full_name()} owns “{member.team.name}” now, and you are an editor."
    return _done(request, lambda: services.hand_over(of=_member(request.membership.pk), to=member), said)


@for_roles(change=Role.VIEWER)
@require_http_methods(["GET", "POST"])
def leave(request: Request, team_id: UUID) -> HttpResponse:  # noqa: ARG001 -- `Roles` has looked it up
    """Ask, then end one's own membership."""
    mine = _member(request.membership.pk)
    if request.method == "GET":
        return render(request, "teams/leave.html", {"member": mine})
    try:
        services.leave_team(membership=mine)
    except PersonaError as error:
        return render(request, "teams/leave.html", {"member": mine, "problem": error}, status=422)
    messages.success(request, f"You have left “{mine.team.name}”.")
    return redirect("experiments:list")


def _page(request: Request, *, form: InviteForm | None = None, name_form: NameForm | None = None) -> HttpResponse:
    """The page of a team; a form that is not valid comes back as it was sent."""
    of = request.membership.team
    context: dict[str, Any] = {
        "members": of.memberships.select_related("user"),
        "invited": of.invitations.open().select_related("invited_by") if request.membership.may_manage else [],
        "teams": Membership.objects.filter(user=request.user.pk).select_related("team").order_by("team__name"),
        "roles": Role.choices,
        "form": form or InviteForm(),
        "name_form": name_form or NameForm(instance=of),
    }
    return render(request, "teams/team.html", context, status=422 if form or name_form else 200)


def _done(request: Request, act: Callable[[], object], said: str) -> HttpResponse:
    """Do it and say so, or say why not; either way back to the team."""
    of = request.membership.team_id
    try:
        act()
    except PersonaError as error:
        messages.error(request, f"{error.message} {error.hint}")
    else:
        messages.success(request, said)
    return redirect("teams:of", of)


def _to_team(request: Request) -> HttpResponse:
    return redirect("teams:of", request.membership.team_id)


def _member(member_id: UUID) -> Membership:
    """One whose team the person asks about: `Roles` has made sure of it."""
    return get_object_or_404(Membership.objects.select_related("team", "user"), pk=member_id)


def _invitation(invitation_id: UUID) -> Invitation:
    return get_object_or_404(Invitation.objects.select_related("team"), pk=invitation_id)
