"""The link of an invitation, for people with an account and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from accounts.models import Membership, User
from accounts.teams import invitations
from accounts.teams.models import Role
from tests.accounts.teams.test_invitations import secret
from tests.factories import PASSWORD, UserFactory

if TYPE_CHECKING:
    from collections.abc import Callable

    from accounts.models import Team

pytestmark = pytest.mark.django_db
EMAIL = "lea@supper.example"
NEW = "supper is at seven today"


@pytest.fixture
def link(team: Team, alice: User) -> str:
    invitations.invite(team=team, emails=[EMAIL], role=Role.VIEWER, by=alice)
    return f"/team/join/{secret()}/"


def role_of(team: Team) -> str | None:
    return Membership.objects.filter(team=team, user__email=EMAIL).values_list("role", flat=True).first()


def test_who_has_no_account_signs_up_and_is_in(link: str, team: Team) -> None:
    browser = Client()

    page = browser.get(link)
    on = browser.post(link, {"sign-up": ""})
    answer = browser.post(on.url, {"name": "Lea Lund", "email": EMAIL, "password1": NEW})

    assert (page.status_code, on.url, answer.status_code) == (200, "/account/signup/", 302)
    assert "Alice Arden invites you as viewer" in page.content.decode()
    lea = User.objects.get(email=EMAIL)
    assert (role_of(team), lea.membership.team, lea.memberships.count()) == ("viewer", team, 2)
    assert EmailAddress.objects.get(user=lea).verified  # they have read its mail
    assert "You are in “Alice Arden’s team” now" in browser.get("/").content.decode()


def test_whatever_is_typed_the_account_has_the_address_that_was_invited(link: str, team: Team) -> None:
    browser = Client()
    browser.post(link, {"sign-up": ""})

    assert f'value="{EMAIL}"' in browser.get("/account/signup/").content.decode()
    browser.post("/account/signup/", {"name": "Lea", "email": "max@supper.example", "password1": NEW})

    assert (role_of(team), User.objects.filter(email="max@supper.example").exists()) == ("viewer", False)


def test_who_has_an_account_signs_in_and_is_in(link: str, team: Team) -> None:
    UserFactory(email=EMAIL)
    browser = Client()

    assert browser.post(link, {"sign-in": ""}).url == "/account/login/"
    browser.post("/account/login/", {"login": EMAIL, "password": PASSWORD})

    assert role_of(team) == "viewer"


def test_who_is_signed_in_joins_with_one_button(link: str, team: Team, client_of: Callable[[User], Client]) -> None:
    browser = client_of(UserFactory(email=EMAIL))

    assert "Join the team" in browser.get(link).content.decode()
    assert role_of(team) is None  # looking changes nothing
    browser.post(link)

    assert role_of(team) == "viewer"


def test_a_link_that_is_worth_nothing_says_so(
    link: str, charlie: User, team: Team, client_of: Callable[[User], Client]
) -> None:
    for browser, address in ((client_of(charlie), link), (Client(), "/team/join/nothing/")):
        for answer in (browser.get(address), browser.post(address)):
            assert answer.status_code == 422
            assert "This invitation cannot be accepted" in answer.content.decode()
    assert team.memberships.count() == 3
