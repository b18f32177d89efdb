"""Invitations: accepted once, in time, by whom they were sent to; everybody else hears why not."""

from __future__ import annotations

import re
from smtplib import SMTPException
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import Invitation, Membership
from accounts.teams import invitations
from accounts.teams.models import LASTS, Role
from accounts.teams.services import remove_member
from persona.exceptions import PersonaError
from tests.factories import UserFactory

if TYPE_CHECKING:
    from collections.abc import Callable

    from accounts.models import Team, User

pytestmark = pytest.mark.django_db
LINK = re.compile(r"/team/join/(\S+)/")


def secret() -> str:
    """What the link of the newest mail holds."""
    found = LINK.search(str(mail.outbox[-1].body))
    assert found
    return found[1]


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(PersonaError) as refused:
        act()
    return str(refused.value.message)


@pytest.fixture
def invited(team: Team, alice: User) -> Invitation:
    return invitations.invite(team=team, emails=["Lea@Supper.example"], role=Role.EDITOR, by=alice)[0]


def test_a_mail_says_who_invites_to_what_and_its_secret_is_not_kept(invited: Invitation) -> None:
    (message,) = mail.outbox

    assert (message.to, message.subject) == (["lea@supper.example"], "Alice Arden invites you to “Alice Arden’s team”")
    assert str(message.body).startswith(
        "Alice Arden (alice@example.com) invites you to work in the team “Alice Arden’s team” as editor."
    )
    assert invited.hash == invitations.digest(secret())
    assert secret() not in str(Invitation.objects.values().get())


def test_who_accepts_is_in_and_works_there(invited: Invitation, team: Team) -> None:
    lea = UserFactory(email="lea@supper.example")

    made = invitations.accept(secret=secret(), user=lea)

    assert (made.team, made.role, lea.membership, lea.team) == (team, "editor", made, team)


def test_an_invitation_is_accepted_once(invited: Invitation, team: Team) -> None:
    lea = UserFactory(email="lea@supper.example")
    invitations.accept(secret=secret(), user=lea)
    Membership.objects.get(team=team, user=lea).delete()

    assert refusal(lambda: invitations.accept(secret=secret(), user=lea)) == "This invitation was accepted already."
    assert not Membership.objects.filter(team=team, user=lea).exists()


def test_what_has_ended_was_taken_back_or_is_for_another_opens_nothing(
    invited: Invitation, team: Team, charlie: User
) -> None:
    lea = UserFactory(email="lea@supper.example")

    assert refusal(lambda: invitations.accept(secret=secret(), user=charlie)) == (
        "This invitation is for lea@supper.example, and you are signed in as charlie@example.com."
    )
    Invitation.objects.update(expires=timezone.now())
    assert refusal(lambda: invitations.accept(secret=secret(), user=lea)) == (
        "This invitation to “Alice Arden’s team” has ended: they last 7 days."
    )
    invitations.take_back(invitation=invited)
    assert refusal(lambda: invitations.accept(secret=secret(), user=lea)).startswith("This invitation is not known")
    assert team.memberships.count() == 3


def test_who_is_in_already_hears_it_and_keeps_their_role(team: Team, alice: User, vera: User) -> None:
    vera_in = Membership.objects.get(team=team, user=vera)
    vera_in.delete()
    invitations.invite(team=team, emails=[vera.email], role=Role.EDITOR, by=alice)
    Membership.objects.create(team=team, user=vera, role=Role.VIEWER)

    assert refusal(lambda: invitations.accept(secret=secret(), user=vera)) == "You are in “Alice Arden’s team” already."
    assert Membership.objects.get(team=team, user=vera).role == "viewer"


def test_sent_again_the_old_link_opens_nothing_and_the_new_one_lasts_anew(invited: Invitation, alice: User) -> None:
    old = secret()
    assert refusal(lambda: invitations.send_again(invitation=invited, by=alice)) == (
        "The mail to lea@supper.example was sent a moment ago."
    )
    Invitation.objects.update(expires=timezone.now())

    invitations.send_again(invitation=invited, by=alice)

    assert refusal(lambda: invitations.found(old)).startswith("This invitation is not known")
    assert invitations.found(secret()).expires > timezone.now() + LASTS / 2


@pytest.mark.parametrize(
    ("emails", "message"),
    [
        (["new@x.example", "bob@example.com"], "bob@example.com is in “Alice Arden’s team” already."),
        (["new@x.example", "lea@supper.example"], "lea@supper.example is invited already."),
        ([f"{number}@x.example" for number in range(invitations.MAX_OPEN)], "A team has 50 open invitations at most."),
    ],
)
def test_all_are_invited_or_nobody(
    invited: Invitation, team: Team, alice: User, emails: list[str], message: str
) -> None:
    assert refusal(lambda: invitations.invite(team=team, emails=emails, role=Role.VIEWER, by=alice)) == message
    assert list(team.invitations.values_list("email", flat=True)) == ["lea@supper.example"]
    assert len(mail.outbox) == 1


def test_where_no_mail_leaves_nobody_is_invited(team: Team, alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise SMTPException

    monkeypatch.setattr("accounts.teams.mail.send_text", refuse)

    assert refusal(
        lambda: invitations.invite(team=team, emails=["a@x.example"], role=Role.VIEWER, by=alice)
    ).startswith("The mail to a@x.example could not be sent")
    assert not team.invitations.exists()


def test_letters_of_who_has_left_let_nobody_in(team: Team, alice: User, bob: User) -> None:
    Membership.objects.filter(team=team, user=bob).update(role=Role.OWNER)
    invitations.invite(team=team, emails=["own@bob.example"], role=Role.OWNER, by=bob)
    letter = secret()
    kept = invitations.invite(team=team, emails=["lea@supper.example"], role=Role.VIEWER, by=alice)
    remove_member(membership=Membership.objects.get(team=team, user=bob))

    again = UserFactory(email="own@bob.example")
    assert refusal(lambda: invitations.accept(secret=letter, user=again)).startswith("This invitation is not known")
    assert list(team.invitations.open()) == kept


def test_who_is_invited_twice_in_one_letter_gets_one_mail(team: Team, alice: User) -> None:
    made = invitations.invite(team=team, emails=[" Lea@x.example", "lea@X.example "], role=Role.VIEWER, by=alice)

    assert ([each.email for each in made], len(mail.outbox)) == (["lea@x.example"], 1)


def test_what_was_accepted_or_taken_back_is_not_sent_again(invited: Invitation, alice: User) -> None:
    Invitation.objects.update(accepted=timezone.now())
    assert refusal(lambda: invitations.send_again(invitation=invited, by=alice)) == (
        "This invitation was accepted already."
    )
    invitations.take_back(invitation=invited)  # too late: it stays as the letter that let somebody in

    assert Invitation.objects.count() == 1


def test_an_address_may_be_invited_again_after_it_was_accepted_and_left(invited: Invitation, alice: User) -> None:
    lea = UserFactory(email="lea@supper.example")
    made = invitations.accept(secret=secret(), user=lea)
    remove_member(membership=made)
    invitations.invite(team=invited.team, emails=[lea.email], role=Role.VIEWER, by=alice)

    assert invitations.accept(secret=secret(), user=lea).role == "viewer"
