"""Signing in by the company with SAML, against a sign-in that signs for real: let in, refused, with what rights."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers import registry
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from accounts.audit.models import AuditEntry
from accounts.models import User
from accounts.single_sign_on import provider
from accounts.single_sign_on.saml import CompanySAML
from accounts.single_sign_on.urls import ANSWER_LETTERS
from accounts.teams.models import Membership, Role, Team
from accounts.tokens.models import ApiToken
from tests.accounts.single_sign_on.saml_company import EMAIL, FORMATS, HERE, MINUTE, SIGN_IN, Answer, describe, question
from tests.factories import PASSWORD, UserFactory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test.client import _MonkeyPatchedWSGIResponse as Response
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
START, BACK = "/account/sso/company/saml/", "/account/sso/company/saml/back/"
AGAIN = "Signing in with Supper Inc did not work this time. Start again from here."
NOT_VOUCHED = (
    "Supper Inc did not say that your e-mail address is yours, so you are not signed in. Ask the people who run it, or "
    "sign in with a password."
)


def browser() -> Client:
    """It says where it goes, as browsers do and Django's client does not."""
    return Client(HTTP_HOST="testserver")


@pytest.fixture
def client() -> Client:
    return browser()


@pytest.fixture(autouse=True)
def company(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """An installation that is told of it."""
    chosen = {"saml_metadata_url": describe(tmp_path), "sso_name": "Supper Inc", "sso_domains": "supper.example"}
    settings.ENV = settings.ENV.model_copy(update=chosen)
    for name, value in provider.settings(settings.ENV).items():
        setattr(settings, name, value)
    registry.register(CompanySAML)  # as the app does by itself where it is installed
    yield
    registry.provider_map.pop(CompanySAML.id)


def asked(client: Client, start: str = START) -> str:
    """Start here, and be sent to the company with a question: its id."""
    away = client.get(start)
    assert (away.status_code, away["Location"].partition("?")[0]) == (302, SIGN_IN), away.content
    return str(question(away["Location"]).get("ID"))


def bring(client: Client, answer: Answer | str, **more: str) -> Response:
    """What the company's page posts, and the browser's following."""
    told = answer if isinstance(answer, str) else answer.encoded()
    taken = client.post(BACK, {"SAMLResponse": told, **more})
    return client.get(taken["Location"]) if taken["Location"].startswith(START) else taken


def arrive(client: Client, *, start: str = START, **said: object) -> Response:
    return bring(client, Answer(asked(client, start)).but(**said))


def signed_in(client: Client) -> User | None:
    return User.objects.filter(pk=client.session.get("_auth_user_id")).first()


def messages(client: Client) -> list[str]:
    return [str(message) for message in client.get(reverse("account_login")).context["messages"]]


def test_whoever_the_company_sends_has_an_account_at_once(client: Client) -> None:
    told = {EMAIL: ("lea@supper.example",), "displayName": ("Lea Sommer",)}

    response = arrive(client, start=f"{START}?next=/experiments/new/", told=told)

    lea = User.objects.get(email="lea@supper.example")
    kept = SocialAccount.objects.get(user=lea)
    assert (response.status_code, response["Location"]) == (302, "/experiments/new/")
    assert (lea.name, lea.has_usable_password(), signed_in(client)) == ("Lea Sommer", False, lea)
    assert (kept.provider, kept.uid, kept.extra_data) == ("company-saml", "lea", {})
    assert AuditEntry.objects.get(action="signed_in", person=lea.pk).detail == {"step": "sso"}


@pytest.mark.parametrize(
    "said",
    [
        {"signs": "response"},
        {"form": f"{FORMATS}:transient", "person": "made-up"},
        {"form": "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress", "person": "lea@supper.example", "told": {}},
        {"told": {"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress": ("Lea@Supper.example",)}},
    ],
)
def test_companies_say_it_differently(said: dict[str, object]) -> None:
    ours, later = browser(), browser()

    arrive(ours, **said)
    arrive(later, **said)

    assert signed_in(ours) == signed_in(later) == User.objects.get(email="lea@supper.example")
    assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"signer": None},
        {"signer": "mallory"},
        {"signer": "mallory", "signs": "response"},
        {"audience": "https://else.example/metadata/"},
        {"audience": None},
        {"until": -5 * MINUTE},
        {"issuer": "https://login.else.example/saml"},
        {"recipient": "https://else.example/back/"},
        {"bound_to": None},
        {"bound_to": "_another"},
        {"to": None},
        {"to": "_another"},
        {"status": "Responder"},
        {"person": ""},
    ],
    ids=lambda wrong: "-".join(map(str, wrong)) + f"-{next(iter(wrong.values()))}"[:8],
)
def test_an_answer_that_is_not_good_signs_nobody_in(client: Client, wrong: dict[str, object]) -> None:
    arrive(client, **wrong)

    assert (signed_in(client), messages(client)) == (None, [AGAIN])
    assert not SocialAccount.objects.exists()
    assert AuditEntry.objects.filter(action="sign_in_failed", detail={"step": "sso"}).count() == 1


def test_what_was_changed_after_it_was_signed_is_refused(client: Client) -> None:
    xml = Answer(asked(client)).xml().replace("lea@supper.example", "ana@supper.example")

    bring(client, b64encode(xml.encode()).decode())

    assert (signed_in(client), messages(client)) == (None, [AGAIN])


@pytest.mark.parametrize("nonsense", ["", "not base64!", "PGE+PC9hPg==", "bm90IHhtbA=="])
def test_nonsense_is_a_sentence(client: Client, nonsense: str) -> None:
    asked(client)

    bring(client, nonsense)

    assert (signed_in(client), messages(client)) == (None, [AGAIN])


def test_an_answer_is_good_once_and_in_one_browser() -> None:
    first, thief = browser(), browser()
    answer = Answer(asked(first)).encoded()
    asked(thief)

    bring(thief, answer)
    stolen = signed_in(thief)
    bring(first, answer)
    lea = signed_in(first)
    first.post(reverse("account_logout"))
    bring(first, answer)

    assert stolen is None
    assert lea is not None
    assert signed_in(first) is None
    assert messages(first)[-1] == AGAIN


def test_an_answer_that_is_in_no_envelope_of_its_own_is_refused() -> None:
    """Somebody else's signed words with an envelope that names our question."""
    lea, thief = browser(), browser()
    theirs, ours = asked(lea), asked(thief)

    bring(thief, Answer(ours).but(bound_to=theirs))
    bring(thief, Answer(asked(thief)).but(bound_to=None))

    assert signed_in(thief) is None


@pytest.mark.parametrize("elsewhere", ["https://else.example/", "//else.example/", "/experiments/new/"])
def test_where_to_go_is_ours_to_say(client: Client, elsewhere: str) -> None:
    question_id = asked(client, f"{START}?next={elsewhere}")
    home = "/experiments/new/" if elsewhere.startswith("/e") else "/"

    response = bring(client, Answer(question_id), RelayState="https://else.example/")

    assert (response.status_code, response["Location"]) == (302, home)


def test_an_account_that_a_stranger_made_with_that_address_is_theirs_no_more(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # where addresses can be confirmed
    stranger = UserFactory(email="lea@supper.example", is_confirmed=False)
    token, _ = ApiToken.objects.issue(stranger, name="mine", scopes=["read"])

    arrive(browser())

    stranger.refresh_from_db()
    token.refresh_from_db()
    assert not stranger.has_usable_password()
    assert token.revoked is not None


def test_who_has_an_account_with_that_address_keeps_it(alice: User, settings: Settings) -> None:
    domain = alice.email.partition("@")[2]
    settings.ENV = settings.ENV.model_copy(update={"sso_domains": domain})
    settings.SOCIALACCOUNT_PROVIDERS = provider.settings(settings.ENV)["SOCIALACCOUNT_PROVIDERS"]
    client = browser()

    arrive(client, told={EMAIL: (alice.email.upper(),)})

    assert signed_in(client) == alice
    assert alice.has_usable_password()


@pytest.mark.parametrize("told", [{EMAIL: ("lea@else.example",)}, {EMAIL: ("not an address",)}, {}])
def test_an_address_that_nobody_vouches_for_lets_nobody_in(client: Client, told: dict[str, object]) -> None:
    UserFactory(email="lea@else.example")

    arrive(client, told=told)

    assert (signed_in(client), messages(client)) == (None, [NOT_VOUCHED])
    assert not SocialAccount.objects.exists()


def test_an_account_that_is_switched_off_stays_so(client: Client) -> None:
    UserFactory(email="lea@supper.example", is_active=False)

    response = arrive(client)

    assert (signed_in(client), response["Location"]) == (None, reverse("account_inactive"))


def test_groups_give_roles_and_take_them_at_each_sign_in(settings: Settings) -> None:
    insights = Team.objects.create(name="Insights")
    Membership.objects.create(team=insights, user=UserFactory(), role=Role.OWNER)
    rules = f"research=editor@{insights.pk};leads=owner@{insights.pk}"
    settings.ENV = settings.ENV.model_copy(update={"sso_teams": rules, "sso_groups": "urn:groups"})

    seen = []
    for groups in (("research", "all"), ("leads", "research"), ("all",), ()):
        arrive(browser(), told={EMAIL: ("lea@supper.example",), "urn:groups": groups})
        role = Membership.objects.filter(team=insights, user__email="lea@supper.example").values_list("role", flat=True)
        seen.append(list(role))

    assert seen == [["editor"], ["owner"], [], []]


def test_only_by_the_company_leaves_passwords_to_operators(settings: Settings, client: Client) -> None:
    settings.ENV = settings.ENV.model_copy(update={"sso_only": True})
    UserFactory(email="ana@supper.example")
    by_company = browser()

    client.post(reverse("account_login"), {"login": "ana@supper.example", "password": PASSWORD})
    arrive(by_company)

    assert (signed_in(client), messages(client)) == (None, ["Sign in with Supper Inc: passwords are not used here."])
    assert signed_in(by_company) == User.objects.get(email="lea@supper.example")


def test_the_page_of_signing_in_offers_it(client: Client) -> None:
    page = client.get(reverse("account_login"), {"next": "/experiments/new/"}).content.decode()

    assert f'href="{START}?next=%2Fexperiments%2Fnew%2F"' in page


@pytest.mark.parametrize(("start", "fresh"), [(START, None), (f"{START}?auth_params=prompt%3Dlogin", "true")])
def test_before_what_needs_it_the_company_is_asked_afresh(client: Client, start: str, fresh: str | None) -> None:
    assert question(client.get(start)["Location"]).get("ForceAuthn") == fresh


def test_the_metadata_says_who_we_are_and_where_to_come_back_to(client: Client, settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"saml_metadata_url": "http://localhost:9/"})  # not up yet
    md = "{urn:oasis:names:tc:SAML:2.0:metadata}"

    response = client.get(f"{START}metadata/")

    told = ElementTree.fromstring(response.content)
    [us] = told
    assert (response["Content-Type"], told.get("entityID")) == ("text/xml", f"{HERE}/metadata/")
    assert us.get("WantAssertionsSigned") == "true"
    assert [each.get("Location") for each in us.iter(f"{md}AssertionConsumerService")] == [f"{HERE}/back/"]
    assert list(us.iter(f"{md}SingleLogoutService")) == []


@pytest.mark.parametrize("url", ["http://localhost:9/", "file:///no/such/file.xml", "file:///etc/hostname"])
def test_a_company_that_does_not_answer_is_a_sentence(client: Client, settings: Settings, url: str) -> None:
    settings.ENV = settings.ENV.model_copy(update={"saml_metadata_url": url})
    settings.SOCIALACCOUNT_PROVIDERS = provider.settings(settings.ENV)["SOCIALACCOUNT_PROVIDERS"]

    response = client.get(START)

    assert (response["Location"], messages(client)) == (reverse("account_login"), [AGAIN])


def test_strangers_can_leave_little_here_and_not_for_long(client: Client) -> None:
    long = client.post(BACK, {"SAMLResponse": "x" * ANSWER_LETTERS})
    none = Session.objects.count()
    short = client.post(BACK, {"SAMLResponse": "x"})

    [kept] = [each for each in Session.objects.all() if "request" in each.get_decoded()]
    assert (long["Location"], none, short["Location"]) == (reverse("account_login"), 0, f"{START}in/")
    assert kept.get_decoded()["_session_expiry"] == 300
    assert short.cookies["saml-acs-session"]["httponly"]
    assert client.get(BACK).status_code == 405


@pytest.mark.parametrize("page", ["", "back/", "in/", "out/", "metadata/"])
def test_without_the_setting_there_is_no_such_page(client: Client, settings: Settings, page: str) -> None:
    other = [client.get(f"/account/sso/other/saml/{page}"), client.post(f"/account/sso/other/saml/{page}")]
    settings.ENV = settings.ENV.model_copy(update={"saml_metadata_url": None})

    seen = [*other, client.get(START + page), client.post(START + page)]

    assert [each.status_code for each in seen] == [404 if page != "back/" else 405, 404, 404, 404]


def test_accounts_are_not_connected_by_hand(client: Client) -> None:
    assert client.get(f"{START}?process=connect").status_code == 404
    assert client.get(f"{START}out/").status_code == 404
