"""What people do with teams: nothing that is made is lost, and no team is ever without an owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from accounts.models import ApiToken, Membership, ProviderKey, Team, User
from accounts.teams import services
from accounts.teams.models import Role, RoleMissing
from experiments.models import Experiment
from generation.webhooks.models import Webhook
from persona.exceptions import PersonaError
from tests.factories import ExperimentFactory, UserFactory, WebhookFactory

if TYPE_CHECKING:
    from pytest_django import DjangoCaptureOnCommitCallbacks

pytestmark = pytest.mark.django_db


def of(user: User, team: Team) -> Membership:
    return Membership.objects.get(user=user, team=team)


def roles(team: Team) -> dict[str, str]:
    return dict(team.memberships.values_list("user__name", "role"))


def test_everybody_has_a_team_of_their_own(alice: User) -> None:
    mine = Membership.objects.get(user=alice)

    assert (mine.team.name, mine.role, alice.membership, alice.team) == ("Alice Arden’s team", "owner", mine, mine.team)
    assert UserFactory(email="new@example.com").membership.team.name == "new’s team"


def test_who_is_in_no_team_gets_one_when_they_come(alice: User) -> None:
    Team.objects.all().delete()
    again = User.objects.get(pk=alice.pk)

    assert (again.membership.role, again.membership.team.name) == ("owner", "Alice Arden’s team")
    assert User.objects.get(pk=alice.pk).membership == again.membership


def test_what_is_made_belongs_to_the_team_that_one_works_in(alice: User, bob: User, team: Team) -> None:
    made = ExperimentFactory(owner=bob)

    assert made.team == team
    assert list(Experiment.objects.visible_to(alice)) == [made]


def test_a_new_team_is_worked_in_at_once_and_there_are_not_too_many(
    alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "MAX_TEAMS", 2)
    made = services.create_team(user=alice, name="Supper")

    assert User.objects.get(pk=alice.pk).membership == made
    with pytest.raises(PersonaError) as refused:
        services.create_team(user=alice, name="Lunch")
    assert refused.value.message == "You own 2 teams, as many as one person may."


@pytest.mark.parametrize("act", ["leave", "remove", "demote"])
def test_the_last_owner_stays(alice: User, team: Team, act: str) -> None:
    mine = of(alice, team)

    with pytest.raises(services.LastOwner) as refused:
        {
            "leave": lambda: services.leave_team(membership=mine),
            "remove": lambda: services.remove_member(membership=mine),
            "demote": lambda: services.change_role(membership=mine, role=Role.VIEWER),
        }[act]()

    assert refused.value.message == "“Alice Arden’s team” would have no owner any more."
    assert roles(team) == {"Alice Arden": "owner", "Bob Brook": "editor", "Vera Vale": "viewer"}


def test_a_team_is_handed_over_and_left(
    alice: User, bob: User, team: Team, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        services.hand_over(of=of(alice, team), to=of(bob, team))
    assert roles(team) == {"Alice Arden": "editor", "Bob Brook": "owner", "Vera Vale": "viewer"}
    assert [(message.to, message.subject) for message in mail.outbox] == [
        (["bob@example.com"], "You are owner in “Alice Arden’s team” now")
    ]

    services.leave_team(membership=of(alice, team))
    assert roles(team) == {"Bob Brook": "owner", "Vera Vale": "viewer"}


def test_a_team_is_handed_over_to_its_members_only(alice: User, charlie: User, team: Team) -> None:
    for other in (charlie.membership, of(alice, team)):
        with pytest.raises(PersonaError) as refused:
            services.hand_over(of=of(alice, team), to=other)
        assert refused.value.code == "hand_over_to_member"


def test_who_is_removed_leaves_what_they_made_and_nothing_acts_for_them(
    alice: User, bob: User, team: Team, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    made, hook = ExperimentFactory(owner=bob), WebhookFactory(owner=bob)
    ApiToken.objects.issue(bob, name="x", scopes=["read"])

    with django_capture_on_commit_callbacks(execute=True):
        services.remove_member(membership=of(bob, team))

    again = User.objects.get(pk=bob.pk)
    assert list(Experiment.objects.visible_to(alice)) == [made]
    assert not Experiment.objects.visible_to(again).exists()
    assert not ApiToken.objects.filter(owner=bob).exists()
    assert Webhook.objects.get(pk=hook.pk).disabled_by == "owner"
    assert again.membership.team != team
    assert [(message.to, message.subject) for message in mail.outbox] == [
        (["bob@example.com"], "You are no longer in “Alice Arden’s team”")
    ]


def test_who_was_removed_meanwhile_is_told_so(bob: User, team: Team) -> None:
    gone = of(bob, team)
    services.leave_team(membership=of(bob, team))

    with pytest.raises(PersonaError) as refused:
        services.change_role(membership=gone, role=Role.OWNER)
    assert refused.value.message == "This person is no longer in the team."


def test_with_an_account_goes_its_own_team_and_another_takes_over_a_shared_one(
    alice: User, bob: User, charlie: User, team: Team
) -> None:
    shared, own = ExperimentFactory(owner=alice), ExperimentFactory(owner=charlie)

    alice.delete()
    charlie.delete()

    assert roles(team) == {"Bob Brook": "owner", "Vera Vale": "viewer"}
    assert Experiment.objects.get(pk=shared.pk).owner is None
    assert not Experiment.objects.filter(pk=own.pk).exists()


def test_roles_say_who_may_do_it(alice: User, vera: User, team: Team) -> None:
    mine = of(vera, team)

    mine.demand(Role.VIEWER)
    with pytest.raises(RoleMissing) as edits:
        mine.demand(Role.EDITOR)
    with pytest.raises(RoleMissing) as owns:
        mine.demand(Role.OWNER)

    assert (edits.value.message, edits.value.hint) == (
        "You are a viewer in “Alice Arden’s team”: you may look at results, and change nothing.",
        "Ask Alice Arden to make you an editor.",
    )
    assert owns.value.message == "You are viewer in “Alice Arden’s team”, and only its owners may do this."


def test_a_person_is_in_a_team_once_with_a_role_that_is_known(bob: User, team: Team) -> None:
    for row in (Membership(team=team, user=bob, role="editor"), Membership(team=team, user=UserFactory(), role="boss")):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_a_key_serves_the_whole_team_and_no_other(alice: User, bob: User, charlie: User, team: Team) -> None:
    key = ProviderKey.objects.create(owner=alice, provider="openai", checked="2026-01-01T00:00Z")

    assert [list(ProviderKey.objects.visible_to(user)) for user in (alice, bob, charlie)] == [[key], [key], []]


def test_teams_are_found_by_name_or_id(alice: User, team: Team, charlie: User) -> None:
    assert services.team_named("Alice Arden’s team") == services.team_named(str(team.pk)) == team
    assert services.membership_in(alice, "") == alice.membership
    Team.objects.create(name=team.name)
    for name, code in ((team.name, "team_ambiguous"), ("Supper", "team_missing")):
        with pytest.raises(PersonaError) as refused:
            services.team_named(name)
        assert refused.value.code == code
    with pytest.raises(PersonaError):
        services.membership_in(charlie, str(team.pk))


def test_an_operator_who_puts_the_last_owner_elsewhere_is_refused(alice: User, bob: User, team: Team) -> None:
    with pytest.raises(services.LastOwner):
        services.add_member(team=team, user=alice, role=Role.VIEWER)
    made = services.add_member(team=team, user=bob, role=Role.OWNER)

    assert roles(team) == {"Alice Arden": "owner", "Bob Brook": "owner", "Vera Vale": "viewer"}
    assert (made.role, User.objects.get(pk=bob.pk).team) == ("owner", team)


def test_who_is_put_into_a_team_works_there(charlie: User, team: Team) -> None:
    made = services.add_member(team=team, user=charlie, role=Role.VIEWER)

    assert (User.objects.get(pk=charlie.pk).membership, made.role) == (made, "viewer")


def test_who_was_an_owner_a_moment_ago_hands_nothing_over(alice: User, bob: User, vera: User, team: Team) -> None:
    Membership.objects.filter(user=bob, team=team).update(role=Role.OWNER)
    stale = of(alice, team)
    services.change_role(membership=of(alice, team), role=Role.VIEWER)

    with pytest.raises(RoleMissing):
        services.hand_over(of=stale, to=of(vera, team))
    assert roles(team) == {"Alice Arden": "viewer", "Bob Brook": "owner", "Vera Vale": "viewer"}


def test_the_same_role_again_tells_nobody(
    bob: User, team: Team, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        services.change_role(membership=of(bob, team), role=Role.EDITOR)

    assert mail.outbox == []


def test_a_team_is_left_once(bob: User, team: Team) -> None:
    first, second = of(bob, team), of(bob, team)
    services.leave_team(membership=first)

    with pytest.raises(PersonaError) as refused:
        services.leave_team(membership=second)
    assert refused.value.code == "member_gone"
