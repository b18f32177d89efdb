"""What pages of accounts show by filters and tags of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest
from django.template import Context, Template

from persona_web.env import Env

if TYPE_CHECKING:
    from django.test import RequestFactory
    from pytest_django import Settings


def rendered(template: str, **context: Any) -> str:
    return Template(template).render(Context(context))


@pytest.mark.parametrize(
    ("code", "shown"),
    [("", ""), ("ABCD", "ABCD"), ("ABCDE", "ABCD E"), ("ABCDEFGHIJKL", "ABCD EFGH IJKL")],
)
def test_a_long_code_is_typed_in_fours(code: str, shown: str) -> None:
    assert rendered("{% load second_factor %}{{ code|in_groups }}", code=code) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"challenge": 'a"b'}, "{&quot;challenge&quot;: &quot;a\\&quot;b&quot;}"),
        (["</script>", 1, None], "[&quot;&lt;/script&gt;&quot;, 1, null]"),
    ],
)
def test_what_a_script_reads_cannot_leave_its_attribute(value: object, shown: str) -> None:
    assert rendered("{% load second_factor %}{{ value|as_json }}", value=value) == shown


@pytest.mark.parametrize(
    ("rule", "offered"), [("open", True), ("invited", False), ("closed", False), ("example.org", True)]
)
def test_a_page_offers_an_account_where_somebody_may_make_one(
    rule: str, offered: bool, rf: RequestFactory, settings: Settings
) -> None:
    settings.ENV = Env.model_validate({**settings.ENV.model_dump(), "sign_up": rule})
    request = rf.get("/")
    request.session = {}  # type: ignore[assignment]

    tags = "{% load sign_up %}{% sign_up_is_open as open %}{{ open }} {% sign_up_rule %}"
    assert rendered(tags, request=request) == f"{offered} {rule}"


SSO = {"oidc_url": "https://sign-in.example.com", "sso_name": "Supper Inc"}


@pytest.mark.parametrize(
    ("changes", "name", "passwords"),
    [
        ({}, "", "True"),
        ({"sso_name": "Supper Inc"}, "", "True"),
        (SSO, "Supper Inc", "True"),
        (SSO | {"sso_only": True}, "Supper Inc", "False"),
        ({"saml_metadata_url": "file:///company.xml", "sso_name": "Supper Inc"}, "Supper Inc", "True"),
        (SSO | {"sso_name": "<b>Supper</b>"}, "&lt;b&gt;Supper&lt;/b&gt;", "True"),
    ],
)
def test_a_page_names_the_sign_in_of_the_company_where_there_is_one(
    changes: dict[str, object], name: str, passwords: str, settings: Settings
) -> None:
    settings.ENV = settings.ENV.model_copy(update=changes)

    tags = "{% load single_sign_on %}{% single_sign_on %}|{% passwords_are_used %}"
    assert rendered(tags) == f"{name}|{passwords}"


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ("", {}),
        ("back", {"next": ["/help/?q=a&b"]}),
        ("'' again=True", {"auth_params": ["prompt=login"]}),
        ("back again=True", {"next": ["/help/?q=a&b"], "auth_params": ["prompt=login"]}),
    ],
)
def test_its_address_comes_back_to_the_page_and_asks_again_where_it_must(
    arguments: str, asked: dict[str, list[str]]
) -> None:
    tags = (
        f"{{% load single_sign_on %}}{{% autoescape off %}}{{% single_sign_on_url {arguments} %}}{{% endautoescape %}}"
    )
    address, _, query = rendered(tags, back="/help/?q=a&b").partition("?")

    assert (address, parse_qs(query)) == ("/account/sso/company/", asked)
