"""What becomes of somebody's teams when their account goes: told before, and then done so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from accounts.teams.models import Membership, Role, Team

if TYPE_CHECKING:
    from accounts.people.models import User


@dataclass(frozen=True)
class Fate:
    """A team, who owns it afterwards where that changes, and how many experiments are in it."""

    team: Team
    heir: User | None
    is_deleted: bool
    experiments: int


def heir_of(team: Team, leaving: User) -> Membership | None:
    """Who takes over where this person is the last owner: an editor before a viewer, the longest there first."""
    others = Membership.objects.filter(team=team).exclude(user=leaving.pk).select_related("user")
    return others.filter(role=Role.EDITOR).first() or others.first()


def has_other_owner(team: Team, leaving: User) -> bool:
    return Membership.objects.filter(team=team).owners().exclude(user=leaving.pk).exists()


def fates_of(user: User) -> list[Fate]:
    """Of each team that they are in."""
    return [_fate(team, user) for team in Team.objects.filter(memberships__user=user.pk)]


def _fate(team: Any, user: User) -> Fate:
    heir = heir_of(team, user)
    stays = has_other_owner(team, user)
    return Fate(
        team=team,
        heir=heir.user if heir and not stays else None,
        is_deleted=heir is None,
        experiments=team.experiments.count(),
    )
