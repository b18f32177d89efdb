"""What the company's groups give: members come, change their role and go each time they sign in."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from allauth.account.signals import user_logged_in
from django.conf import settings
from django.db import transaction
from django.dispatch import receiver

from accounts.single_sign_on.rules import roles_for
from accounts.teams.models import Membership, Role, Team
from accounts.teams.services import add_member, change_role, leave_team
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from allauth.socialaccount.models import SocialAccount, SocialLogin

    from accounts.people.models import User

logger = logging.getLogger(__name__)


@receiver(user_logged_in, dispatch_uid="roles_of_single_sign_on")
def _signed_in(user: User, sociallogin: SocialLogin | None = None, **_: Any) -> None:
    """Give and take roles, then forget what the company said of the person: nothing here needs it twice."""
    if sociallogin is None:
        return
    follow(user, groups_in(sociallogin.account.extra_data))
    account: SocialAccount = sociallogin.account
    account.extra_data = {}
    account.save(update_fields=["extra_data"])


def groups_in(told: Mapping[str, Any]) -> list[str]:
    """The person's groups, from what the provider tells with its token or when asked about them; both count."""
    nested = [told.get("userinfo"), told.get("id_token")]  # OpenID Connect; SAML tells it all flat
    claims = [*(each for each in nested if isinstance(each, dict)), told]
    found = [claim[settings.ENV.sso_groups] for claim in claims if claim.get(settings.ENV.sso_groups)]
    if not found:
        return []
    return [found[0]] if isinstance(found[0], str) else [str(group) for group in found[0]]


def follow(user: User, groups: Iterable[str]) -> None:
    """Let somebody be in the teams that settings name for these groups, with the role they give, and in no other of
    those that settings name. Teams that are not named are people's own matter.

    What cannot be (no such team, nobody else would own it) stays as it is and is written to the log.
    """
    for team, role in roles_for(groups, settings.ENV.sso_grants).items():
        try:
            _set(user, team, Role(role) if role else None)
        except (PersonaError, Team.DoesNotExist) as error:
            logger.warning("SSO_TEAMS, team %s: %s", team, error)


@transaction.atomic
def _set(user: User, team: UUID, role: Role | None) -> None:
    found = Membership.objects.filter(user=user, team=team).select_related("team", "user").first()
    if found is None and role is not None:
        add_member(team=Team.objects.get(pk=team), user=user, role=role)
    elif found is not None and role is not None:
        change_role(membership=found, role=role)
    elif found is not None:
        leave_team(membership=found)
    user.__dict__.pop("membership", None)  # it may be another one, or another role
