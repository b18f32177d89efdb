"""Tags: a team's webhooks, for the page of their account, which knows no app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from generation.webhooks.log import Hook, entries, trouble

if TYPE_CHECKING:
    from accounts.models import User

register = template.Library()
register.filter("trouble", trouble)


@register.simple_tag
def webhooks_of(user: User) -> list[Hook]:
    """Each of the team that they act in, with its last few deliveries; a team has twenty at most."""
    found = user.membership.team.webhooks.select_related("experiment")
    return [Hook(webhook, entries(webhook)) for webhook in found]
