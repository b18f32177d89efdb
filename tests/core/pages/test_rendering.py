"""The whole page, or the one listed part that htmx asks for."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django_htmx.middleware import HtmxMiddleware
from pytest_django import Settings

from core.pages.rendering import page

TEMPLATE = (
    "whole {% partialdef list inline %}list{% endpartialdef %} {% partialdef secret inline %}s{% endpartialdef %}"
)


@pytest.fixture(autouse=True)
def template(settings: Settings) -> None:
    [engine] = settings.TEMPLATES
    options = {key: value for key, value in engine["OPTIONS"].items() if key != "context_processors"}
    memory = ("django.template.loaders.locmem.Loader", {"page.html": TEMPLATE})
    options["loaders"] = [("template_partials.loader.Loader", [memory])]
    settings.TEMPLATES = [{**engine, "APP_DIRS": False, "OPTIONS": options}]


@pytest.fixture
def ask(rf: RequestFactory) -> object:
    def asked(**headers: str) -> str:
        def view(request: HttpRequest) -> HttpResponse:
            return page(request, "page.html", {}, partials=("list",), status=422)

        response = HtmxMiddleware(view)(rf.get("/", headers={name.replace("_", "-"): v for name, v in headers.items()}))
        assert (response.status_code, response.headers["Vary"]) == (422, "HX-Request, HX-Target")
        return response.content.decode()

    return asked


WHOLE = "whole list s"


def test_a_plain_request_gets_the_page(ask) -> None:  # type: ignore[no-untyped-def]
    assert ask() == WHOLE


def test_htmx_gets_the_part_it_will_replace(ask) -> None:  # type: ignore[no-untyped-def]
    assert ask(HX_Request="true", HX_Target="list") == "list"


@pytest.mark.parametrize("target", ["secret", "no-such-part"])
def test_only_listed_parts_can_be_had_alone(ask, target: str) -> None:  # type: ignore[no-untyped-def]
    assert ask(HX_Request="true", HX_Target=target) == WHOLE


@pytest.mark.parametrize("header", ["HX_Boosted", "HX_History_Restore_Request"])
def test_navigation_gets_the_page(ask, header: str) -> None:  # type: ignore[no-untyped-def]
    assert ask(HX_Request="true", HX_Target="list", **{header: "true"}) == WHOLE
