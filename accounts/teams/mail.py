"""Mails of teams: an invitation, and what somebody should hear who was not there."""

from __future__ import annotations

from smtplib import SMTPException
from typing import TYPE_CHECKING

from django.urls import reverse

from accounts.people.notices import tell
from core.links import absolute
from core.mail import send_text
from persona.messages import configuration_error

if TYPE_CHECKING:
    from accounts.people.models import User
    from accounts.teams.models import Invitation, Membership, Team


def send_invitation(invitation: Invitation, secret: str, *, by: User) -> None:
    """The link that lets whoever reads this mail join.

    Raises:
        ConfigurationError: the mail could not be sent, so that the caller's transaction is undone.
    """
    context = {"invitation": invitation, "by": by, "address": absolute(reverse("teams:join", args=(secret,)))}
    try:
        send_text("teams/mail/invitation.txt", context, invitation.email)
    except (SMTPException, OSError) as error:
        raise configuration_error("mail_not_sent", email=invitation.email) from error


def tell_of_role(membership: Membership) -> None:
    """That somebody may do more or less than before."""
    context = {"membership": membership, "address": absolute(reverse("teams:of", args=(membership.team_id,)))}
    tell(membership.user, "teams/mail/role.txt", context)


def tell_of_removal(user: User, team: Team) -> None:
    """That somebody is no longer in a team."""
    tell(user, "teams/mail/removed.txt", {"team": team, "address": absolute("/")})
