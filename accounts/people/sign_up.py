"""Who may make an account, by one setting: anybody, people of some domains, whoever was invited, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from accounts.teams import invitations
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from django.http import HttpRequest

    from accounts.teams.models import Invitation

KEPT = "invitation"
"""Where the session keeps the secret of a link while its reader signs in or up."""


def is_open(request: HttpRequest) -> bool:
    """Whether whoever asks may begin; which address they give is another question."""
    if settings.ENV.sso_only:
        return False
    if settings.ENV.sign_up == "open" or settings.ENV.sign_up_domains:
        return True
    return settings.ENV.sign_up == "invited" and invitation_of(request) is not None


def refusal(request: HttpRequest, email: str) -> str:
    """Why nobody may make an account with this address; empty where one may. It says nothing of who has one."""
    if settings.ENV.sign_up == "open":
        return ""
    invitation = invitation_of(request)
    if invitation is not None and settings.ENV.sign_up != "closed" and invitation.email == email.lower():
        return ""
    domains = settings.ENV.sign_up_domains
    if email.rpartition("@")[2].lower() in domains:
        return ""
    if domains:
        return f"Accounts here are for addresses at {_any_of(domains)}."
    return f"Your invitation is for {invitation.email}." if invitation else "Accounts here are made by invitation."


def invitation_of(request: HttpRequest) -> Invitation | None:
    """The one whose link led here, as long as it can be accepted."""
    secret = request.session.get(KEPT)
    if secret is None:
        return None
    try:
        return invitations.found(secret)
    except PersonaError:
        return None


def help_of_address() -> str:
    """What the field of the address says of it."""
    domains = settings.ENV.sign_up_domains
    return f"At {_any_of(domains)}." if domains else ""


def _any_of(domains: tuple[str, ...]) -> str:
    return " or ".join((", ".join(domains[:-1]), domains[-1])) if len(domains) > 1 else domains[0]
