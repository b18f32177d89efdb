"""The door of the API: what passes, what is packed, and that whatever happens is told as a problem."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from core.http.fast_path import DOCS, GZIP, LONG_ENOUGH, POLICY, api_door
from core.http.problems import MEDIA_TYPE

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = HttpResponse(b"a page")
LONG = b"[" + b"1," * LONG_ENOUGH + b"1]"


def through(request: HttpRequest) -> HttpResponse:
    """The request at the door; what passes on becomes a page."""
    return api_door(lambda _: PAGE)(request)


@pytest.fixture
def operation(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[HttpRequest], HttpResponse]], None]:
    """Puts an operation behind every address."""

    def put(run: Callable[[HttpRequest], HttpResponse]) -> None:
        class Match:
            func, args, kwargs = staticmethod(run), (), {}

        monkeypatch.setattr("core.http.fast_path.resolve", lambda _: Match)

    return put


def told(response: HttpResponse) -> tuple[int, str, str]:
    assert response.headers["Content-Type"] == MEDIA_TYPE
    found = json.loads(response.content)
    return response.status_code, found["code"], found["hint"]


@pytest.mark.parametrize("path", ["/", "/experiments/", "/apis/", DOCS, "/static/api/x"])
def test_pages_pass_on_untouched(rf: RequestFactory, path: str) -> None:
    assert through(rf.get(path)) is PAGE


def test_an_address_that_is_not_there_is_a_problem(rf: RequestFactory) -> None:
    assert told(through(rf.get("/api/v1/nothing"))) == (404, "not_found", "Check the address and the ids in it.")


def test_a_way_that_is_not_possible_names_those_that_are(rf: RequestFactory, operation: Any) -> None:
    operation(lambda _: HttpResponse(status=405, headers={"Allow": "POST,  GET"}))

    response = through(rf.delete("/api/v1/experiments"))

    assert told(response) == (405, "not_allowed", "Possible: GET, POST.")
    assert response.headers["Allow"] == "GET, POST"


@pytest.mark.parametrize("address", ["/api/v1/a%00b", "/api/v1/a?name=x%00y"])
def test_zero_bytes_are_refused(rf: RequestFactory, address: str) -> None:
    response = through(rf.get(address))

    assert (response.status_code, json.loads(response.content)["detail"]) == (
        400,
        "An address cannot hold zero bytes.",
    )


def test_a_body_without_a_length_is_refused(rf: RequestFactory) -> None:
    request = rf.post("/api/v1/generate", headers={"Transfer-Encoding": "chunked"})
    del request.META["CONTENT_LENGTH"]

    assert told(through(request)) == (411, "length_required", "Send it whole, with Content-Length, not in chunks.")


def test_a_fault_of_ours_is_told_without_its_words(rf: RequestFactory, operation: Any) -> None:
    def broken(_: HttpRequest) -> HttpResponse:
        raise ZeroDivisionError("secret")

    operation(broken)

    response = through(rf.get("/api/v1/experiments"))

    assert (response.status_code, b"secret" in response.content) == (500, False)


def test_whoever_asks_for_the_head_is_answered_as_with_the_body(rf: RequestFactory, operation: Any) -> None:
    operation(lambda request: HttpResponse(f"{request.method}"))

    assert through(rf.head("/api/v1/experiments")).content == b"GET"


def test_every_answer_says_what_it_may_do_and_who_may_keep_it(rf: RequestFactory, operation: Any) -> None:
    operation(lambda _: HttpResponse(b"{}", content_type="application/json"))
    request = rf.get("/api/v1/experiments")
    request.reference = "2R6K-B8QE"  # type: ignore[attr-defined]

    headers = through(request).headers

    assert {name: headers[name] for name in headers} == {
        "Content-Type": "application/json",
        "X-Request-Id": "2R6K-B8QE",
        "Content-Security-Policy": POLICY,
        "Cache-Control": "private, no-cache",
        "Vary": "Authorization, Accept-Encoding",
        "Content-Length": "2",
    }


def test_what_an_operation_says_of_caches_stays(rf: RequestFactory, operation: Any) -> None:
    operation(lambda _: HttpResponse(b"{}", headers={"Cache-Control": "no-store"}))

    assert through(rf.get("/api/v1/experiments")).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("accepted", "content", "is_packed"),
    [
        ("gzip", LONG, True),
        ("br, gzip;q=0.5", LONG, True),
        ("gzip", LONG[: LONG_ENOUGH - 1], False),
        ("", LONG, False),
        ("br", LONG, False),
        ("gzip;q=0", LONG, False),
        ("gzip; q=0.0, br", LONG, False),
    ],
)
def test_long_answers_are_packed_for_who_can_unpack(
    rf: RequestFactory, operation: Any, accepted: str, content: bytes, is_packed: bool
) -> None:
    operation(lambda _: HttpResponse(content))

    response = through(rf.get("/api/v1/experiments", headers={"Accept-Encoding": accepted}))

    assert response.has_header("Content-Encoding") is is_packed
    assert (gzip.decompress(response.content) if is_packed else response.content) == content
    assert response.headers["Content-Length"] == str(len(response.content))


def test_the_same_answer_is_packed_into_the_same_bytes(rf: RequestFactory, operation: Any) -> None:
    operation(lambda _: HttpResponse(LONG))
    packed = {through(rf.get("/api/v1/experiments", headers={"Accept-Encoding": "gzip"})).content for _ in range(2)}

    assert len(packed) == 1


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [("gzip", True), ("x-gzip", True), ("gzip;q=0.1", True), ("gzip;q=0", False), ("gzip ; q=0.00", False)],
)
def test_who_refuses_is_heard(accepted: str, expected: bool) -> None:
    assert bool(GZIP.search(accepted)) is expected
