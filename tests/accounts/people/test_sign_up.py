"""Who may make an account: the rule, by pages, and that it tells nobody who has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from pydantic import ValidationError

from accounts.models import User
from accounts.teams import invitations
from accounts.teams.models import Role
from persona_web.checks import choices
from persona_web.env import Env
from tests.accounts.teams.test_invitations import secret
from tests.factories import UserFactory

if TYPE_CHECKING:
    from pytest_django import Settings

    from accounts.models import Team

pytestmark = pytest.mark.django_db
NEW = "supper is at seven today"
OFFER = "Create an account"


@pytest.fixture
def team(alice: User) -> Team:
    return alice.membership.team


@pytest.fixture
def rule(settings: Settings, request: pytest.FixtureRequest) -> str:
    settings.ENV = settings.ENV.model_copy(update={"sign_up": request.param})
    return str(request.param)


def sign_up(client: Client, email: str) -> str:
    """The page that says why not; empty where an account was made."""
    response = client.post(reverse("account_signup"), {"email": email, "password1": NEW, "name": ""})
    return "" if response.status_code == 302 else response.content.decode()


def invited(team: Team, email: str, by: User) -> Client:
    """Somebody who has opened the link of an invitation and goes on to sign up."""
    invitations.invite(team=team, emails=[email], role=Role.VIEWER, by=by)
    client = Client()
    client.post(f"/team/join/{secret()}/", {"sign-up": ""})
    return client


@pytest.mark.parametrize("rule", ["closed"], indirect=True)
def test_closed_lets_nobody_in_whom_operators_do_not_know(rule: str, team: Team, alice: User) -> None:
    guest = invited(team, "lea@supper.example", alice)

    pages = [sign_up(Client(), "new@supper.example"), sign_up(guest, "lea@supper.example")]

    assert ["Accounts are made by operators" in page for page in pages] == [True, True]
    assert OFFER not in Client().get(reverse("account_login")).content.decode()
    assert list(User.objects.all()) == [alice]


@pytest.mark.parametrize("rule", ["invited"], indirect=True)
def test_invited_lets_in_who_was_with_that_address(rule: str, team: Team, alice: User) -> None:
    guest = invited(team, "lea@supper.example", alice)

    assert "Accounts are made by invitation" in sign_up(Client(), "lea@supper.example")
    assert sign_up(guest, "lea@supper.example") == ""
    assert User.objects.get(email="lea@supper.example").memberships.filter(team=team).exists()


@pytest.mark.parametrize("rule", ["invited"], indirect=True)
def test_an_invitation_that_was_taken_back_opens_nothing(rule: str, team: Team, alice: User) -> None:
    guest = invited(team, "lea@supper.example", alice)
    invitations.take_back(invitation=team.invitations.get())

    assert "Accounts are made by invitation" in sign_up(guest, "lea@supper.example")


@pytest.mark.parametrize("rule", ["supper.example,uni.example"], indirect=True)
def test_domains_let_in_their_people_and_who_was_invited(rule: str, team: Team, alice: User) -> None:
    guest = invited(team, "kim@agency.example", alice)

    assert sign_up(Client(), "lea@Supper.example") == ""
    assert sign_up(guest, "kim@agency.example") == ""
    refused = [sign_up(Client(), email) for email in ("max@agency.example", "x@supper.example.evil.example")]
    assert ["Accounts here are for addresses at supper.example or uni.example." in page for page in refused] == [
        True,
        True,
    ]
    assert OFFER in Client().get(reverse("account_login")).content.decode()


@pytest.mark.parametrize("rule", ["supper.example"], indirect=True)
def test_a_refusal_is_the_same_for_addresses_with_an_account(rule: str) -> None:
    UserFactory(email="max@agency.example")

    pages = [sign_up(Client(), f"{name}@agency.example") for name in ("max", "nobody")]

    assert "Accounts here are for addresses at supper.example." in pages[0]
    assert pages[0].count("agency.example") == pages[1].count("agency.example")
    assert ("account with this" in pages[0]) is False


@pytest.mark.parametrize("rule", ["closed"], indirect=True)
def test_who_has_an_account_joins_all_the_same(rule: str, team: Team, alice: User, bob: User) -> None:
    guest = invited(team, bob.email, alice)
    guest.force_login(bob)
    page = Client().get(f"/team/join/{secret()}/").content.decode()

    guest.post(f"/team/join/{secret()}/")

    assert "Make an account and join" not in page
    assert bob.memberships.filter(team=team).exists()


@pytest.mark.parametrize(
    ("given", "rule", "domains"),
    [
        ("open", "open", ()),
        ("invited", "invited", ()),
        (" Example.com, @uni.example ", "example.com,uni.example", ("example.com", "uni.example")),
    ],
)
def test_the_rule_is_read(given: str, rule: str, domains: tuple[str, ...]) -> None:
    env = Env(sign_up=given)

    assert (env.sign_up, env.sign_up_domains) == (rule, domains)


@pytest.mark.parametrize("given", ["anybody", "example", "a@example.com", ","])
def test_what_is_no_rule_stops_the_start(given: str) -> None:
    with pytest.raises(ValidationError, match="open, invited, closed, or domains"):
        Env(sign_up=given)


@pytest.mark.parametrize(
    ("given", "troubles"),
    [
        ({"sign_up": "example.com"}, 1),
        ({"sign_up": "example.com", "email_url": "smtps://mail.example.com"}, 0),
        ({"sign_up": "invited"}, 0),
    ],
)
def test_domains_need_confirmed_addresses(given: dict[str, str], troubles: int) -> None:
    assert len(list(choices.sign_up(Env(**given)))) == troubles
