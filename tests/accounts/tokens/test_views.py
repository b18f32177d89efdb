"""The pages of API tokens: made after a fresh sign-in, shown once, told by mail, revoked at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import ApiToken
from accounts.tokens.models import MAX_LIVE
from tests.api.conftest import Program
from tests.factories import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from accounts.models import User

pytestmark = pytest.mark.django_db

LIST, NEW = "/account/api/", "/account/api/new/"


@pytest.fixture
def alices(alice: User) -> Client:
    """Alice's browser, her password just typed."""
    client = Client()
    client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    return client


def filled(client: Client, **changes: object) -> dict[str, object]:
    key = client.get(NEW).context["form"]["key"].value()
    return {"key": key, "name": "Weekly report", "scopes": ["read", "run"], "days": 30} | changes


def shown(html: str) -> list[str]:
    return re.findall(r"pw_[A-Za-z0-9]{49}", html)


def test_a_token_is_made_shown_once_and_works(alices: Client) -> None:
    made = alices.post(NEW, filled(alices))

    (text,) = shown(made.content.decode())
    token = ApiToken.objects.get()
    assert (token.name, token.scopes, token.words) == ("Weekly report", ["read", "run"], ["Read", "Run"])
    assert "no-store" in made.headers["Cache-Control"]
    again = alices.get(LIST).content.decode()
    assert (shown(again), token.shown in again, "Weekly report" in again) == ([], True, True)
    assert Program(text).get("/experiments").status_code == 200
    assert "Never, new" in made.content.decode()


def test_its_owner_is_told_by_mail_without_its_text(alices: Client, alice: User) -> None:
    (text,) = shown(alices.post(NEW, filled(alices)).content.decode())

    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == ([alice.email], "A new API token was made for your account")
    assert "Weekly report" in letter.body
    assert LIST in letter.body
    assert text not in letter.body


def test_a_form_sent_twice_is_one_token(alices: Client) -> None:
    form = filled(alices)
    alices.post(NEW, form)

    again = alices.post(NEW, form)

    assert (again.status_code, again.headers["Location"], ApiToken.objects.count()) == (302, LIST, 1)


@pytest.mark.parametrize(
    "change", [{"name": " "}, {"scopes": []}, {"scopes": ["fly"]}, {"days": 9999}, {"key": "x"}], ids=str
)
def test_what_makes_no_sense_is_asked_again(alices: Client, change: dict) -> None:
    response = alices.post(NEW, filled(alices, **change))

    assert (response.status_code, ApiToken.objects.count(), len(mail.outbox)) == (422, 0, 0)


def test_after_twenty_there_is_no_other(alices: Client, alice: User) -> None:
    for _ in range(MAX_LIVE):
        ApiToken.objects.issue(alice, name="x", scopes=["read"])

    response = alices.post(NEW, filled(alices))

    assert (response.status_code, ApiToken.objects.count()) == (422, MAX_LIVE)
    assert "Revoke one" in response.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_old_sign_in_is_not_enough(client_of: Callable[[User], Client], alice: User, method: str) -> None:
    response = getattr(client_of(alice), method)(NEW)

    assert (response.status_code, response.headers["Location"]) == (
        302,
        f"{reverse('account_reauthenticate')}?next=%2Faccount%2Fapi%2Fnew%2F",
    )
    assert ApiToken.objects.count() == 0


def test_a_token_is_revoked_at_once(alices: Client) -> None:
    (text,) = shown(alices.post(NEW, filled(alices)).content.decode())
    token = ApiToken.objects.get()

    response = alices.post(f"{LIST}{token.pk}/revoke/")

    assert response.headers["Location"] == LIST
    assert Program(text).get("/experiments").status_code == 401
    assert "Weekly report" not in alices.get(LIST).context["tokens"].__str__()


def test_nobody_else_sees_or_revokes_it(
    alices: Client, client_of: Callable[[User], Client], charlie: User, alice: User
) -> None:
    token, _ = ApiToken.objects.issue(alice, name="Secret plan", scopes=["read"])
    charlies = client_of(charlie)

    assert "Secret plan" not in charlies.get(LIST).content.decode()
    assert charlies.post(f"{LIST}{token.pk}/revoke/").status_code == 404
    assert charlies.post(f"{LIST}{UUID(int=7)}/revoke/").status_code == 404
    assert ApiToken.objects.live().count() == 1


def test_a_token_stays_when_no_mail_can_leave(alices: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_server(*_: object, **__: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("core.mail.send_mail", no_server)

    assert len(shown(alices.post(NEW, filled(alices)).content.decode())) == 1


def test_the_docs_are_open_and_load_nothing_from_elsewhere(client: Client) -> None:
    page = client.get("/api/docs")
    html = page.content.decode()

    assert page.status_code == 200
    assert "'unsafe-inline'" not in page.headers["Content-Security-Policy"]
    assert re.findall(r"<script(?![^>]*src=)", html) == []
    assert [url for url in re.findall(r'(?:src|href|data-document)="([^"]+)"', html) if not url.startswith("/")] == []
    assert client.get(re.findall(r'data-document="([^"]+)"', html)[0]).json()["openapi"] == "3.1.0"
