"""Which entry of the top bar is marked as the current one."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.urls import ResolverMatch, resolve

from core.pages.navigation import section


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "experiments"),
        ("/experiments/new/", "experiments"),
        ("/runs/00000000-0000-7000-8000-000000000000/", "experiments"),
        ("/help/", "help"),
        ("/account/", "account"),
        ("/account/password/change/", "account"),
        ("/account/webhooks/new/", "account"),
        ("/admin/", ""),
    ],
)
def test_section(rf: RequestFactory, path: str, name: str) -> None:
    request = rf.get(path)
    match: ResolverMatch = resolve(path)
    request.resolver_match = match

    assert section(request) == {"section": name}


def test_no_section_where_no_page_was_found(rf: RequestFactory) -> None:
    assert section(rf.get("/no/such/page/")) == {"section": ""}
