"""Everybody has a team: of their own from the start, and no team is left without an owner when an account goes."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver

from accounts.own_data.fates import has_other_owner, heir_of
from accounts.people.models import User
from accounts.teams.models import Membership, Role, Team


@receiver(post_save, sender=User, dispatch_uid="found_own_team")
def found_own_team(instance: User, *, created: bool, raw: bool = False, **_: Any) -> None:
    """Whoever signs up, however, works in a team of their own at first."""
    if created and not raw:
        instance.membership = instance.found_team()


@receiver(pre_delete, sender=User, dispatch_uid="leave_teams_behind")
def leave_teams_behind(instance: User, **_: Any) -> None:
    """With an account go the teams of which nobody else is a member; another takes over where it was the last owner."""
    for team in Team.objects.filter(memberships__user=instance):
        heir = heir_of(team, instance)
        if heir is None:
            team.delete()
        elif not has_other_owner(team, instance):
            Membership.objects.filter(pk=heir.pk).update(role=Role.OWNER)
