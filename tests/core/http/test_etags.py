"""ETags: the same version is not sent twice, and any other one is."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from core.http.etags import NotModified, etag, not_modified, unless_known

TAG = etag("run", 7)


def test_a_tag_is_weak_short_and_of_its_parts_in_order() -> None:
    assert re.fullmatch(r'W/"[0-9a-f]{24}"', TAG)
    assert etag("run", 7) == TAG
    assert len({TAG, etag("run", 8), etag(7, "run"), etag("run7"), etag("ru", "n7"), etag()}) == 6


def asked(rf: RequestFactory, known: str | None) -> tuple[str | None, HttpResponse]:
    """The tag of an answer that is sent, and the answer; or the answer that says: you have it."""
    headers = {} if known is None else {"If-None-Match": known}
    response = HttpResponse(b"{}", content_type="application/json", headers={"Cache-Control": "private, no-cache"})
    try:
        return unless_known(rf.get("/", headers=headers), response, "run", 7), response
    except NotModified as error:
        return None, not_modified(error)


@pytest.mark.parametrize("known", [None, "", '"other"', 'W/"other", "another"', TAG.strip('W/"'), "nonsense"])
def test_who_has_another_version_gets_this_one(rf: RequestFactory, known: str | None) -> None:
    tag, response = asked(rf, known)

    assert (tag, response.status_code, response.headers["ETag"], response.content) == (TAG, 200, TAG, b"{}")


@pytest.mark.parametrize("known", [TAG, TAG.removeprefix("W/"), f'"other", {TAG}', "*"])
def test_who_has_this_version_gets_nothing_but_its_headers(rf: RequestFactory, known: str) -> None:
    tag, response = asked(rf, known)

    assert (tag, response.status_code, response.content) == (None, 304, b"")
    assert dict(response.headers) == {"Cache-Control": "private, no-cache", "ETag": TAG}
