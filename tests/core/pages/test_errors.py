"""Pages for what went wrong."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError
from django.test import Client, RequestFactory
from django.urls import path
from pytest_django import Settings

from core.pages import errors
from persona_web import urls


def broken(_request: object) -> None:
    raise RuntimeError("sk-abcdef123456")


urlpatterns = [path("broken/", broken, name="healthz"), *urls.urlpatterns]
handler429, handler500 = urls.handler429, urls.handler500


@pytest.fixture
def answer(settings: Settings) -> Client:
    """A client that gets the page instead of the exception; its `/broken/` is public."""
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


def heading(html: str) -> str:
    [found] = re.findall(r"<h1>(.*?)</h1>", html)
    return found


def test_not_found_offers_the_way_in(client: Client) -> None:
    response = client.get("/no/such/page/")

    assert (response.status_code, heading(response.content.decode())) == (404, "We looked, but it is not here")
    assert 'href="/account/login/"' in response.content.decode()


def test_a_fault_shows_the_reference_that_the_log_has(answer: Client, caplog: pytest.LogCaptureFixture) -> None:
    answer.cookies["theme"] = "dark"
    response = answer.get("/broken/?a=1")
    html = response.content.decode()

    [reference] = re.findall(r"Mention “([2-9A-Z]{4}-[2-9A-Z]{4})”", html)
    [record] = [record for record in caplog.records if record.name == "django.request"]
    assert (response.status_code, heading(html)) == (500, "Something broke on our side")
    assert record.request.reference == reference
    assert 'data-theme="dark"' in html
    assert 'href="/broken/?a=1"' in html


def test_a_fault_asks_no_database(answer: Client) -> None:
    assert answer.get("/broken/").status_code == 500


def test_a_fault_while_sending_is_not_sent_again_by_a_link(answer: Client) -> None:
    assert 'href="/broken/' not in answer.post("/broken/").content.decode()


def test_a_foreign_form_is_refused_in_words() -> None:
    response = Client(enforce_csrf_checks=True).post("/theme/", {"theme": "dark"})

    assert (response.status_code, heading(response.content.decode())) == (403, "This page was open for too long")


def test_too_many_requests(rf: RequestFactory) -> None:
    request = rf.get("/account/login/")
    request.user, request.resolver_match = AnonymousUser(), None
    response = errors.too_many_requests(request)

    assert (response.status_code, heading(response.content.decode())) == (429, "Too many tries")


def away(_request: object) -> None:
    raise OperationalError("connection to db.internal refused")


def test_a_database_that_is_away_is_no_fault_and_says_when_to_come_back(
    answer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(urlpatterns[0], "callback", away)
    response = answer.get("/broken/")

    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    assert heading(response.content.decode()) == "We will be back in a moment"
    assert "internal" not in response.content.decode()
