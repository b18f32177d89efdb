"""The theme cookie and its button."""

import pytest
from django.test import Client, RequestFactory

from core.pages.theme import theme


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_choose_sets_the_cookie_and_goes_back(client: Client, theme: str) -> None:
    response = client.post("/theme/", {"theme": theme, "next": "/help/?a=1"})

    cookie = response.cookies["theme"]
    assert (response.status_code, response["Location"]) == (302, "/help/?a=1")
    assert (cookie.value, cookie["samesite"], cookie["path"], cookie["secure"]) == (theme, "Lax", "/", "")


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_choose_never_leads_to_another_site(client: Client, elsewhere: str) -> None:
    response = client.post("/theme/", {"theme": "dark", "next": elsewhere})

    assert (response.status_code, response["Location"]) == (302, "/")


def test_choose_the_system_forgets_the_choice(client: Client) -> None:
    response = client.post("/theme/", {"theme": "system"})

    assert (response.cookies["theme"].value, response.cookies["theme"]["max-age"]) == ("", 0)


def test_choose_an_unknown_theme_sets_nothing(client: Client) -> None:
    response = client.post("/theme/", {"theme": "pink"})

    assert (response.status_code, dict(response.cookies)) == (302, {})


def test_choose_is_a_post(client: Client) -> None:
    assert client.get("/theme/").status_code == 405


@pytest.mark.parametrize(("cookie", "shown"), [("dark", "dark"), ("light", "light"), ("pink", ""), ('"><x', "")])
def test_the_page_shows_a_known_choice_only(rf: RequestFactory, cookie: str, shown: str) -> None:
    request = rf.get("/")
    request.COOKIES["theme"] = cookie

    assert theme(request) == {"theme": shown}
