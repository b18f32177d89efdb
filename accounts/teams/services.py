"""What people do with teams. Each is one transaction, used by pages, API and commands alike."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal

from accounts.audit.services import record
from accounts.people.models import User
from accounts.teams import mail
from accounts.teams.models import Invitation, Membership, Role, Team
from persona.exceptions import PersonaError
from persona.messages import configuration_error, hint, sentence

MAX_TEAMS = 20
"""How many teams one person may own."""

member_left = Signal()
"""Sent with `user` and `team` in the same transaction: whoever keeps more that acts for them there ends it too."""


class LastOwner(PersonaError):
    """A team has an owner at all times."""

    code = "last_owner"

    def __init__(self, team: Team) -> None:
        super().__init__(sentence("last_owner", team=team.name), hint=hint("last_owner"))


@transaction.atomic
def create_team(*, user: User, name: str) -> Membership:
    """A new team with this person as its owner, who works in it from now on.

    Raises:
        ConfigurationError: they own as many as one may.
    """
    User.objects.select_for_update().get(pk=user.pk)  # one at a time, so that the limit holds
    if Membership.objects.filter(user=user).owners().count() >= MAX_TEAMS:
        raise configuration_error("too_many_teams", limit=MAX_TEAMS)
    made = Membership.objects.create(team=Team.objects.create(name=name), user=user, role=Role.OWNER)
    switch_team(user=user, membership=made)
    return made


def switch_team(*, user: User, membership: Membership) -> None:
    """Work in this team from now on."""
    user.team, user.membership = membership.team, membership
    User.objects.filter(pk=user.pk).update(team=membership.team)


@transaction.atomic
def add_member(*, team: Team, user: User, role: Role) -> Membership:
    """Put somebody into a team without asking them, as whoever runs the installation may; they work in it then.

    Raises:
        LastOwner: they are in it already, and nobody else would own it.
    """
    made, is_new = Membership.objects.get_or_create(team=team, user=user, defaults={"role": role})
    if not is_new:
        change_role(membership=made, role=role)
    switch_team(user=user, membership=made)
    record("member_joined", team=team.pk, about=user, role=str(role))
    return made


def team_named(name: str) -> Team:
    """The team with this name or id.

    Raises:
        ConfigurationError: there is none, or there are several of this name.
    """
    found = list(Team.objects.filter(_called(name))[:2])
    if len(found) != 1:
        raise configuration_error("team_ambiguous" if found else "team_missing", name=name)
    return found[0]


def membership_in(user: User, name: str) -> Membership:
    """How somebody belongs to the team with this name or id; to the one they work in where none is named.

    Raises:
        ConfigurationError: they are in no such team, or in several of this name.
    """
    if not name:
        return user.membership
    found = list(user.memberships.filter(_called(name, "team__")).select_related("team")[:2])
    if len(found) != 1:
        raise configuration_error("team_ambiguous" if found else "team_missing", name=name)
    return found[0]


def _called(name: str, path: str = "") -> Q:
    by_name = Q(**{f"{path}name": name})
    try:
        return by_name | Q(**{f"{path}pk": UUID(name)})
    except ValueError:
        return by_name


def rename_team(*, team: Team, name: str) -> None:
    """Another name; one that is too long is the form's to refuse."""
    team.name = name
    team.save(update_fields=["name"])


@transaction.atomic
def change_role(*, membership: Membership, role: Role) -> None:
    """Let a member do more or less.

    Raises:
        LastOwner: nobody else is one.
    """
    locked = _locked(membership)
    if locked.role == role:
        return
    _check_owner_stays(locked)
    Membership.objects.filter(pk=locked.pk).update(role=role)
    record("role_changed", team=locked.team_id, about=membership.user, before=str(locked.role), now=str(role))
    membership.role = role
    transaction.on_commit(partial(mail.tell_of_role, membership))


@transaction.atomic
def hand_over(*, of: Membership, to: Membership) -> None:
    """Make another member an owner in one's own place, and be an editor from then on.

    Raises:
        RoleMissing: one is no owner any more.
        ConfigurationError: the other one is no other member of the team.
    """
    if of.pk == to.pk or of.team_id != to.team_id:
        raise configuration_error("hand_over_to_member")
    _locked(of).demand(Role.OWNER)
    locked = _locked(to)
    Membership.objects.filter(pk=locked.pk).update(role=Role.OWNER)
    Membership.objects.filter(pk=of.pk).update(role=Role.EDITOR)
    to.role, of.role = Role.OWNER, Role.EDITOR
    record("handed_over", team=of.team_id, about=to.user)
    transaction.on_commit(partial(mail.tell_of_role, to))


@transaction.atomic
def leave_team(*, membership: Membership) -> None:
    """What the person made stays with the team; their tokens there end, as do links and letters that let others in.

    Raises:
        LastOwner: hand the team over first.
    """
    locked = _locked(membership)
    _check_owner_stays(locked)
    user, team = membership.user, membership.team
    member_left.send(Team, user=user, team=team)
    Invitation.objects.open().filter(team=team, invited_by=user).delete()
    User.objects.filter(pk=user.pk, team=team).update(team=None)
    locked.delete()
    record("member_left", team=team.pk, about=user)


@transaction.atomic
def remove_member(*, membership: Membership) -> None:
    """Somebody is in the team no more, as if they had left it, and hears of it.

    Raises:
        LastOwner: nobody else is an owner.
    """
    user, team = membership.user, membership.team
    leave_team(membership=membership)
    record("member_removed", team=team.pk, about=user)
    transaction.on_commit(partial(mail.tell_of_removal, user, team))


def _locked(membership: Membership) -> Membership:
    """The membership as it is now, in a team that nobody else changes until the end of the transaction.

    Raises:
        ConfigurationError: it has ended meanwhile.
    """
    Team.objects.select_for_update().get(pk=membership.team_id)
    found = Membership.objects.filter(pk=membership.pk).first()
    if found is None:
        raise configuration_error("member_gone")
    return found


def _check_owner_stays(leaving: Membership) -> None:
    others = Membership.objects.filter(team=leaving.team_id).owners().exclude(pk=leaving.pk)
    if leaving.role == Role.OWNER and not others.exists():
        raise LastOwner(leaving.team)
