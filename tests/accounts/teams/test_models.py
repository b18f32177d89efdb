"""Roles, teams and letters as rows: what each may do, what must hold, and who sees which."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Invitation, Membership, Team
from accounts.teams.models import Role, RoleMissing, within
from experiments.models import Experiment
from tests.factories import ExperimentFactory, UserFactory

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db
HOLDS = {
    (Role.OWNER, Role.OWNER): True,
    (Role.OWNER, Role.EDITOR): True,
    (Role.OWNER, Role.VIEWER): True,
    (Role.EDITOR, Role.OWNER): False,
    (Role.EDITOR, Role.EDITOR): True,
    (Role.EDITOR, Role.VIEWER): True,
    (Role.VIEWER, Role.OWNER): False,
    (Role.VIEWER, Role.EDITOR): False,
    (Role.VIEWER, Role.VIEWER): True,
}


@pytest.mark.parametrize(("has", "needed"), HOLDS, ids=lambda role: role.value)
def test_a_role_holds_those_below_it(has: Role, needed: Role, alice: User) -> None:
    mine = Membership(team=alice.membership.team, user=alice, role=has)

    assert (has.holds(needed), mine.may(needed)) == (HOLDS[has, needed],) * 2
    assert (mine.may_edit, mine.may_manage) == (HOLDS[has, Role.EDITOR], HOLDS[has, Role.OWNER])
    if HOLDS[has, needed]:
        mine.demand(needed)
    else:
        with pytest.raises(RoleMissing):
            mine.demand(needed)


def test_whom_to_ask_is_the_owner_who_was_there_first_and_nobody_where_there_is_none(alice: User) -> None:
    team = alice.membership.team
    for number in range(2):
        Membership.objects.create(team=team, user=UserFactory(name=f"Owner {number}"), role=Role.OWNER)
    viewer = Membership.objects.create(team=team, user=UserFactory(), role=Role.VIEWER)
    asked = RoleMissing(viewer, Role.EDITOR).hint
    team.memberships.filter(role=Role.OWNER).delete()

    assert asked == "Ask Alice Arden to make you an editor."
    assert "None" not in RoleMissing(viewer, Role.EDITOR).hint


def letter(team: Team, **fields: object) -> Invitation:
    told = {"email": "lea@example.com", "role": Role.EDITOR, "hash": "x", "expires": timezone.now() + timedelta(1)}
    return Invitation.objects.create(**{"team": team} | told | fields)


def test_an_address_has_one_open_letter_of_a_team_and_any_number_that_were_accepted(alice: User) -> None:
    team = alice.membership.team
    letter(team, accepted=timezone.now())
    letter(team, accepted=timezone.now(), hash="y")
    open_one = letter(team, hash="z")
    with pytest.raises(IntegrityError), transaction.atomic():
        letter(team, hash="w")

    assert list(team.invitations.open()) == [open_one]
    assert str(open_one) == "lea@example.com to Alice Arden’s team"


@pytest.mark.parametrize("fields", [{"role": "boss"}, {"role": ""}])
def test_a_letter_has_a_role_that_is_known(alice: User, fields: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        letter(alice.membership.team, **fields)


@pytest.mark.parametrize(("seconds", "ended"), [(60, False), (-1, True), (0, True)])
def test_a_letter_ends_at_its_time(alice: User, seconds: int, ended: bool) -> None:
    assert Invitation(expires=timezone.now() + timedelta(seconds=seconds)).has_ended == ended


def test_teams_members_and_letters_are_seen_by_those_who_are_in(
    team: Team, bob: User, vera: User, charlie: User
) -> None:
    letter(team)
    seen = {
        who.email: (
            team in Team.objects.visible_to(who),
            Membership.objects.visible_to(who).filter(team=team).count(),
            Invitation.objects.visible_to(who).count(),
        )
        for who in (bob, vera, charlie)
    }

    assert seen == {bob.email: (True, 3, 1), vera.email: (True, 3, 1), charlie.email: (False, 0, 0)}


def test_a_token_looks_into_its_team_alone(alice: User, bob: User, team: Team) -> None:
    own = ExperimentFactory(owner=UserFactory(), name="Elsewhere")
    Membership.objects.create(team=own.team, user=bob, role=Role.EDITOR)
    here = ExperimentFactory(owner=alice, name="Here")
    assert set(Experiment.objects.filter(within(bob))) == {own, here}
    bob.only_team = team.pk

    assert list(Experiment.objects.filter(within(bob))) == [here]


def test_what_is_made_in_a_team_that_is_named_stays_there(alice: User, charlie: User) -> None:
    made = ExperimentFactory(owner=alice, team=charlie.membership.team)

    assert made.team == charlie.membership.team
