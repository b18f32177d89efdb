"""A team of three: Alice owns it, Bob edits, and Vera may look; Charlie is somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accounts.models import Membership
from accounts.teams.models import Role
from accounts.teams.services import switch_team
from tests.factories import UserFactory

if TYPE_CHECKING:
    from accounts.models import Team, User


def join(user: User, team: Team, role: Role) -> Membership:
    """A member who works in the team."""
    made = Membership.objects.create(team=team, user=user, role=role)
    switch_team(user=user, membership=made)
    return made


@pytest.fixture
def team(alice: User, bob: User, vera: User) -> Team:
    found = alice.membership.team
    join(bob, found, Role.EDITOR)
    join(vera, found, Role.VIEWER)
    return found


@pytest.fixture
def vera(db: None) -> User:
    return UserFactory(email="vera@example.com", name="Vera Vale")
