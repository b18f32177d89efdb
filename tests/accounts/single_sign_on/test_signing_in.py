"""Signing in by the company, against a provider of OpenID Connect that runs here: let in, refused, with what rights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers import registry
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.test import Client
from django.urls import reverse
from oidc_provider_mock import run_server_in_thread
from pydantic import SecretStr

from accounts.audit.models import AuditEntry
from accounts.models import User
from accounts.single_sign_on import provider
from accounts.teams.models import Membership, Role, Team
from accounts.tokens.models import ApiToken
from tests.factories import PASSWORD, UserFactory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.test.client import _MonkeyPatchedWSGIResponse as Response
    from pytest_django import Settings

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("single sign-on"),  # one server
    pytest.mark.filterwarnings("ignore::DeprecationWarning:authlib"),
]
START = "/account/sso/company/"
LEA = {"email": "lea@supper.example", "email_verified": True, "name": "Lea Sommer"}

NOT_VOUCHED = (
    "Supper Inc did not say that your e-mail address is yours, so you are not signed in. Ask the people who run it, or "
    "sign in with a password."
)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The company's sign-in."""
    with run_server_in_thread() as running:
        yield f"http://localhost:{running.server_port}"


@pytest.fixture
def company(server: str, settings: Settings) -> Iterator[str]:
    """An installation that is told of it."""
    chosen = {
        "oidc_url": server,
        "oidc_client_id": "persona",
        "oidc_client_secret": SecretStr("secret"),
        "sso_name": "Supper Inc",
    }
    settings.ENV = settings.ENV.model_copy(update=chosen)
    for name, value in provider.settings(settings.ENV).items():
        setattr(settings, name, value)
    registry.register(OpenIDConnectProvider)  # as the app does by itself where it is installed
    yield server
    registry.provider_map.pop(OpenIDConnectProvider.id)


def employ(server: str, sub: str, **claims: Any) -> None:
    httpx.put(f"{server}/users/{sub}", json={"sub": sub, **claims}).raise_for_status()


def arrive(client: Client, sub: str | None, *, start: str = START, **changed: str) -> Response:
    """Start here, be let in (or, without a name, refused) by the company, and come back."""
    away = client.get(start)
    assert away.status_code == 302, away.content
    answer = httpx.post(away["Location"], data={"sub": sub} if sub else {"action": "deny"})
    back = urlsplit(answer.headers["Location"])
    asked = parse_qs(urlsplit(away["Location"]).query)
    told = {"state": asked["state"], **parse_qs(back.query)}  # this one leaves the state out where it refuses
    query = {name: values[0] for name, values in told.items()} | changed
    return client.get(back.path, query)


def said(client: Client) -> list[str]:
    return [str(message) for message in client.get(reverse("account_login")).context["messages"]]


def test_whoever_the_company_sends_has_an_account_at_once(company: str, client: Client) -> None:
    employ(company, "lea-1", **LEA)

    response = arrive(client, "lea-1", start=f"{START}?next=/experiments/new/")

    lea = User.objects.get(email="lea@supper.example")
    assert (response.status_code, response["Location"]) == (302, "/experiments/new/")
    assert (lea.name, lea.has_usable_password(), lea.membership.team.name) == ("Lea Sommer", False, "Lea Sommer’s team")
    assert client.session["_auth_user_id"] == str(lea.pk)
    kept = SocialAccount.objects.get(user=lea)
    assert (kept.uid, kept.extra_data) == ("lea-1", {})
    assert list(EmailAddress.objects.filter(user=lea).values_list("email", "verified")) == [(lea.email, True)]
    signed_in = AuditEntry.objects.get(action="signed_in", person=lea.pk)
    assert signed_in.detail == {"step": "sso"}


def test_the_second_time_it_is_the_same_person_whatever_their_address_is_by_now(company: str) -> None:
    employ(company, "lea-2", **LEA)
    arrive(Client(), "lea-2")
    employ(company, "lea-2", **{**LEA, "email": "lea.sommer@supper.example"})

    client = Client()
    arrive(client, "lea-2")

    lea = User.objects.get(email="lea@supper.example")
    assert client.session["_auth_user_id"] == str(lea.pk)
    assert not User.objects.filter(email="lea.sommer@supper.example").exists()


def test_who_has_an_account_with_that_address_keeps_it(company: str, alice: User) -> None:
    employ(company, "alice", email=alice.email.upper(), email_verified=True, name="Somebody")

    before = alice.name
    client = Client()
    arrive(client, "alice")

    alice.refresh_from_db()
    assert client.session["_auth_user_id"] == str(alice.pk)
    assert alice.has_usable_password()
    assert alice.name == before


def test_an_account_that_a_stranger_made_with_that_address_is_theirs_no_more(company: str, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # where addresses can be confirmed
    stranger = UserFactory(email="lea@supper.example", is_confirmed=False)
    token, _ = ApiToken.objects.issue(stranger, name="mine", scopes=["read"])
    employ(company, "lea-3", **LEA)

    arrive(Client(), "lea-3")

    stranger.refresh_from_db()
    token.refresh_from_db()
    assert not stranger.has_usable_password()
    assert token.revoked is not None


def test_whoever_only_asked_to_change_to_that_address_is_somebody_else(company: str, alice: User) -> None:
    EmailAddress.objects.create(user=alice, email="lea@supper.example", verified=False, primary=False)
    employ(company, "lea-4", **LEA)

    client = Client()
    arrive(client, "lea-4")

    assert User.objects.get(pk=client.session["_auth_user_id"]).email == "lea@supper.example"
    assert not SocialAccount.objects.filter(user=alice).exists()


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "lea@supper.example"},
        {"email": "lea@supper.example", "email_verified": False},
        {"name": "Lea"},
        {"email": "not an address", "email_verified": True},
    ],
)
def test_an_address_that_nobody_vouches_for_lets_nobody_in(company: str, claims: dict[str, object]) -> None:
    UserFactory(email="lea@supper.example")
    employ(company, "vague", **claims)
    client = Client()

    response = arrive(client, "vague")

    assert (response.status_code, response["Location"]) == (302, reverse("account_login"))
    assert said(client) == [NOT_VOUCHED]
    assert not SocialAccount.objects.exists()
    assert AuditEntry.objects.filter(action="sign_in_failed", detail={"step": "sso"}).count() == 1


def test_domains_that_the_company_vouches_for_need_no_further_word(company: str, settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"sso_domains": "supper.example"})
    settings.SOCIALACCOUNT_PROVIDERS = provider.settings(settings.ENV)["SOCIALACCOUNT_PROVIDERS"]
    employ(company, "lea-5", email="lea@supper.example")
    employ(company, "mallory", email="mallory@else.example")
    ours, strange = Client(), Client()

    arrive(ours, "lea-5")
    arrive(strange, "mallory")

    assert User.objects.get(pk=ours.session["_auth_user_id"]).email == "lea@supper.example"
    assert "_auth_user_id" not in strange.session


def test_closed_sign_up_is_for_passwords(company: str, settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"sign_up": "closed"})
    employ(company, "lea-6", **LEA)
    client = Client()

    arrive(client, "lea-6")

    assert "_auth_user_id" in client.session


def test_an_account_that_is_switched_off_stays_so(company: str) -> None:
    UserFactory(email="lea@supper.example", is_active=False)
    employ(company, "lea-7", **LEA)
    client = Client()

    response = arrive(client, "lea-7")

    assert response["Location"] == reverse("account_inactive")
    assert "_auth_user_id" not in client.session


def test_no_is_told_in_a_sentence(company: str, client: Client) -> None:
    response = arrive(client, None)

    assert response["Location"] == reverse("account_login")
    assert said(client) == ["Supper Inc did not let you in. Try again, or ask the people who run it."]


@pytest.mark.parametrize("changed", [{"state": "forged"}, {"code": "forged"}])
def test_an_answer_that_was_not_asked_for_signs_nobody_in(
    company: str, client: Client, changed: dict[str, str]
) -> None:
    employ(company, "lea-8", **LEA)

    arrive(client, "lea-8", **changed)

    assert said(client) == ["Signing in with Supper Inc did not work this time. Start again from here."]
    assert "_auth_user_id" not in client.session


def test_a_company_that_does_not_answer_is_a_sentence(company: str, client: Client, settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"oidc_url": "http://localhost:9"})
    settings.SOCIALACCOUNT_PROVIDERS = provider.settings(settings.ENV)["SOCIALACCOUNT_PROVIDERS"]

    response = client.get(START)

    assert response["Location"] == reverse("account_login")
    assert said(client) == ["Signing in with Supper Inc did not work this time. Start again from here."]


@pytest.mark.parametrize("address", [START, f"{START}back/", "/account/sso/other/", "/account/sso/other/back/"])
def test_without_the_setting_there_is_no_such_page(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_accounts_are_not_connected_by_hand(company: str, alice: User, client_of: Callable[[User], Client]) -> None:
    alice_client = client_of(alice)

    assert alice_client.get(f"{START}?process=connect").status_code == 404
    assert alice_client.get("/account/sso/other/").status_code == 404


def test_the_page_of_signing_in_offers_it_and_keeps_where_to_go(company: str, client: Client) -> None:
    page = client.get(reverse("account_login"), {"next": "/experiments/new/"}).content.decode()

    assert f'href="{START}?next=%2Fexperiments%2Fnew%2F"' in page
    assert "Sign in with Supper Inc" in page


def teams_of(user: User) -> dict[str, str]:
    return dict(Membership.objects.filter(user=user).values_list("team__name", "role"))


def test_groups_give_roles_and_take_them_at_each_sign_in(company: str, settings: Settings, alice: User) -> None:
    insights, design = Team.objects.create(name="Insights"), Team.objects.create(name="Design")
    for team in (insights, design):
        Membership.objects.create(team=team, user=alice, role=Role.OWNER)
    rules = f"research=editor@{insights.pk};leads=owner@{insights.pk};all=viewer@{design.pk}"
    settings.ENV = settings.ENV.model_copy(update={"sso_teams": rules})
    own = {"Lea Sommer’s team": "owner"}

    seen = []
    for groups in (["research", "all"], ["leads", "research", "other"], ["all"], [], "research"):
        employ(company, "lea-9", **LEA, groups=groups)
        arrive(Client(), "lea-9")
        seen.append(teams_of(User.objects.get(email="lea@supper.example")))

    assert seen == [
        own | {"Insights": "editor", "Design": "viewer"},
        own | {"Insights": "owner"},
        own | {"Design": "viewer"},
        own,
        own | {"Insights": "editor"},
    ]
    assert AuditEntry.objects.filter(action="member_joined", team=insights.pk).count() == 2


def test_what_groups_cannot_do_is_left_and_written_to_the_log(
    company: str, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    gone = "00000000-0000-7000-8000-000000000000"
    lea = UserFactory(email="lea@supper.example")
    alone = Team.objects.create(name="Alone")
    Membership.objects.create(team=alone, user=lea, role=Role.OWNER)
    settings.ENV = settings.ENV.model_copy(update={"sso_teams": f"a=viewer@{alone.pk};a=editor@{gone}"})
    employ(company, "lea-10", **LEA, groups=["a"])

    arrive(Client(), "lea-10")

    assert teams_of(lea)["Alone"] == "owner"
    assert [record.getMessage().partition(":")[0] for record in caplog.records if "SSO" in record.getMessage()] == [
        f"SSO_TEAMS, team {alone.pk}",
        f"SSO_TEAMS, team {gone}",
    ]


def test_only_by_the_company_leaves_passwords_to_operators(company: str, settings: Settings, client: Client) -> None:
    settings.ENV = settings.ENV.model_copy(update={"sso_only": True})
    UserFactory(email="ana@supper.example")
    UserFactory(email="root@supper.example", is_staff=True)
    words = {"password": PASSWORD}
    root = Client()

    refused = client.post(reverse("account_login"), {"login": "ana@supper.example", **words})
    root.post(reverse("account_login"), {"login": "root@supper.example", **words})

    assert refused["Location"] == reverse("account_login")
    assert said(client) == ["Sign in with Supper Inc: passwords are not used here."]
    assert ("_auth_user_id" in client.session, "_auth_user_id" in root.session) == (False, True)
    assert "Create an account" not in client.get(reverse("account_login")).content.decode()


def test_who_has_no_password_signs_in_again_before_what_needs_it_and_can_leave(company: str, client: Client) -> None:
    employ(company, "lea-11", **LEA)
    arrive(client, "lea-11")
    session = client.session
    session["account_authentication_methods"] = [
        {**method, "at": method["at"] - 3600} for method in session["account_authentication_methods"]
    ]
    session.save()

    asked = client.get(reverse("account_delete"))
    page = client.get(asked["Location"]).content.decode()
    again = f"{START}?next=%2Faccount%2Fdata%2Fdelete%2F&amp;auth_params=prompt%3Dlogin"
    assert again in page
    arrive(client, "lea-11", start=again.replace("&amp;", "&"))

    form = client.get(reverse("account_delete")).content.decode()
    wrong = client.post(reverse("account_delete"), {"email": "else@supper.example"})
    left = client.post(reverse("account_delete"), {"email": "Lea@supper.example "})

    assert 'name="password"' not in form
    assert wrong.status_code == 422
    assert "This is not the address of your account." in wrong.content.decode()
    assert left["Location"] == reverse("account_deleted")
    assert not User.objects.get(email="lea@supper.example").is_active
