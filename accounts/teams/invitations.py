"""Inviting people by mail, and what becomes of the letter: accepted once, by whom it was sent to, in time."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from accounts.audit.services import record
from accounts.people.models import User
from accounts.teams import mail
from accounts.teams.models import LASTS, Invitation, Membership, Role, Team
from accounts.teams.services import switch_team
from persona.messages import configuration_error

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_OPEN = 50
"""How many invitations of a team may be open: mails go to strangers in our name."""
PAUSE = timedelta(minutes=1)
BYTES = 24


@transaction.atomic
def invite(*, team: Team, emails: Sequence[str], role: Role, by: User) -> list[Invitation]:
    """Mail a link to each address; all of them, or none when one cannot be invited.

    Raises:
        ConfigurationError: somebody is in the team, or invited already, too many are, or a mail was not sent.
    """
    Team.objects.select_for_update().get(pk=team.pk)
    addresses = list(dict.fromkeys(User.objects.normalize_email(email.strip()) for email in emails))
    members = set(Membership.objects.filter(team=team, user__email__in=addresses).values_list("user__email", flat=True))
    invited = set(team.invitations.open().values_list("email", flat=True))
    for email in addresses:
        if email in members:
            raise configuration_error("member_already", email=email, team=team.name)
        if email in invited:
            raise configuration_error("invited_already", email=email)
    if len(invited) + len(addresses) > MAX_OPEN:
        raise configuration_error("too_many_invitations", limit=MAX_OPEN)
    return [_send(Invitation(team=team, email=email, role=role), by=by) for email in addresses]


@transaction.atomic
def send_again(*, invitation: Invitation, by: User) -> None:
    """A new link that lasts anew; the one before is worth nothing from now on.

    Raises:
        ConfigurationError: it was sent a moment ago, was accepted meanwhile, or the mail was not sent.
    """
    now = Invitation.objects.select_for_update().open().filter(pk=invitation.pk).first()
    if now is None:
        raise configuration_error("invitation_used")
    if now.expires - LASTS + PAUSE > timezone.now():
        raise configuration_error("invited_just_now", email=now.email)
    _send(now, by=by)


def take_back(*, invitation: Invitation) -> None:
    """Its link is worth nothing from now on."""
    record("invitation_taken_back", team=invitation.team_id, about=invitation)
    Invitation.objects.open().filter(pk=invitation.pk).delete()


def found(secret: str) -> Invitation:
    """The invitation of a link, as long as it can be accepted.

    Raises:
        ConfigurationError: it cannot, and why.
    """
    invitation = Invitation.objects.filter(hash=digest(secret)).select_related("team", "invited_by").order_by().first()
    if invitation is None:
        raise configuration_error("invitation_unknown")
    if invitation.accepted is not None:
        raise configuration_error("invitation_used")
    if invitation.has_ended:
        raise configuration_error("invitation_ended", team=invitation.team.name)
    return invitation


@transaction.atomic
def accept(*, secret: str, user: User) -> Membership:
    """Become a member, and work in the team from now on.

    Raises:
        ConfigurationError: the link is worth nothing, was for another address, or the person is in the team already.
    """
    invitation = found(secret)
    Team.objects.select_for_update().get(pk=invitation.team_id)
    check_reader(invitation, user)
    if not Invitation.objects.open().filter(pk=invitation.pk).update(accepted=timezone.now()):
        raise configuration_error("invitation_used")
    made = Membership.objects.create(team=invitation.team, user=user, role=invitation.role)
    switch_team(user=user, membership=made)
    record("member_joined", team=made.team_id, about=user, person=user.pk, role=str(made.role))
    return made


def check_reader(invitation: Invitation, user: User) -> None:
    """Whether this person may accept it.

    Raises:
        ConfigurationError: it was for another address, or they are in the team already.
    """
    if invitation.email != user.email:
        raise configuration_error("invitation_for_another", email=invitation.email, own=user.email)
    if Membership.objects.filter(team=invitation.team, user=user).exists():
        raise configuration_error("member_yourself", team=invitation.team.name)


def digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _send(invitation: Invitation, *, by: User) -> Invitation:
    secret = secrets.token_urlsafe(BYTES)
    invitation.hash, invitation.invited_by = digest(secret), by
    invitation.expires = timezone.now() + LASTS
    invitation.save()
    mail.send_invitation(invitation, secret, by=by)
    record("invited", team=invitation.team_id, about=invitation, person=by.pk, role=str(invitation.role))
    return invitation
