"""Signing out at the company, too: led on, never by force, and nothing of the token readable meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from django.urls import reverse
from django.utils.html import escape

from accounts.single_sign_on import openid_connect, signing_out
from core.security.sessions import SessionStore
from tests.accounts.single_sign_on.test_signing_in import LEA, arrive, company, employ, server
from tests.factories import PASSWORD

if TYPE_CHECKING:
    from django.test import Client, RequestFactory
    from pytest_django import Settings

    from accounts.models import User

__all__ = ["company", "server"]  # fixtures
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("single sign-on"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:authlib"),
]


def test_signing_out_here_leads_on_to_the_company(company: str, settings: Settings, client: Client) -> None:
    settings.ENV = settings.ENV.model_copy(
        update={"sso_sign_out": True, "public_url": "https://persona.supper.example"}
    )
    employ(company, "lea-12", **LEA)
    arrive(client, "lea-12")
    sealed = client.session["sso_sign_out"]

    left = client.post(reverse("account_logout"))
    page = client.get(left["Location"])
    away = page["Refresh"].removeprefix("0; url=")
    there = httpx.get(away)
    again = client.get(left["Location"])

    told = {name: values[0] for name, values in parse_qs(urlsplit(away).query).items()}
    assert (left["Location"], "_auth_user_id" in client.session) == ("/account/sso/out/", False)
    assert (away.partition("?")[0], there.status_code) == (f"{company}/oauth2/end_session", 200)
    assert told.pop("id_token_hint").count(".") == 2
    assert told == {"client_id": "persona", "post_logout_redirect_uri": "https://persona.supper.example/account/login/"}
    assert f'href="{escape(away)}"' in page.content.decode()
    assert (again.status_code, again["Location"]) == (302, reverse("account_login"))
    assert "." not in sealed  # sealed, or the token's three parts could be read


def test_signing_out_stays_here_where_nothing_else_is_said_or_a_password_was_used(
    company: str, settings: Settings, client: Client, alice: User
) -> None:
    employ(company, "lea-13", **LEA)
    arrive(client, "lea-13")
    silent = client.post(reverse("account_logout"))
    settings.ENV = settings.ENV.model_copy(update={"sso_sign_out": True})
    client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    by_password = client.post(reverse("account_logout"))

    assert [silent["Location"], by_password["Location"]] == [reverse("account_login")] * 2


@pytest.mark.parametrize("end", ["javascript:alert(1)", "data:text/html,x", "//else.example"])
def test_an_address_that_is_no_page_is_not_kept(rf: RequestFactory, end: str) -> None:
    request = rf.get("/")
    request.session = SessionStore()

    signing_out.keep(request, end)

    assert signing_out.kept(request) is None


@pytest.mark.parametrize(("length", "has_token"), [(100, True), (9_000, False)])
def test_a_token_that_fits_no_address_is_left_out(length: int, has_token: bool) -> None:
    address = openid_connect._address("https://login.supper.example/end?a=b", "persona", "x" * length)

    assert address.startswith("https://login.supper.example/end?a=b&client_id=persona&")
    assert ("id_token_hint" in address) == has_token
