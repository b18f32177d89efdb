from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from core.http.refused_bodies import KEY, Refusal
from persona_web.intake.bodies import Arrivals, Pace
from persona_web.intake.server import FORM, Intake
from tests.persona_web.intake.test_bodies import sender
from tests.persona_web.intake.test_wsgi_bridge import SCOPE

if TYPE_CHECKING:
    from pathlib import Path

    from persona_web.intake.bodies import Receive

BIG = 5_000_000
# Whoever should be heard has time, however busy the machine is; who should be refused has hardly any.
PATIENT, FAST = Pace(60, 1_000_000), Pace(0.2, 1_000_000)


class Seen:
    """An application that tells what it was given."""

    def __init__(self) -> None:
        self.body: bytes | None = None
        self.refusal: Refusal | None = None

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        self.refusal, self.body = environ.get(KEY), environ["wsgi.input"].read()
        start_response("200 OK", [])
        return [b"done"]


def sent(seen: Seen, receive: Receive, folder: Path, length: int, **options: Any) -> list[dict[str, Any]]:
    headers = [(b"content-length", str(length).encode()), *options.pop("headers", [])]
    told: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        told.append(message)

    intake = Intake(seen, folder=folder, limit=BIG, **{"pace": PATIENT} | options)
    asyncio.run(intake({**SCOPE, "headers": headers}, receive, send))
    return told


def test_the_application_is_asked_when_all_is_there(tmp_path: Path) -> None:
    seen = Seen()

    told = sent(seen, sender(b"ab", b"c", every=0.01), tmp_path, 3)

    assert (seen.body, seen.refusal) == (b"abc", None)
    assert told == [
        {"type": "http.response.start", "status": 200, "headers": []},
        {"type": "http.response.body", "body": b"done", "more_body": True},
        {"type": "http.response.body", "body": b"", "more_body": False},
    ]


def test_a_slow_one_is_told_and_its_line_closed(tmp_path: Path) -> None:
    seen = Seen()

    told = sent(seen, sender(*[b"x"] * 100, every=0.05), tmp_path, 100, pace=FAST)

    assert (seen.body, seen.refusal, told[0]["headers"]) == (b"", Refusal.TOO_SLOW, [(b"connection", b"close")])


def test_who_has_gone_costs_no_thread(tmp_path: Path) -> None:
    seen = Seen()

    assert sent(seen, sender(b"x", ends=False), tmp_path, 100) == []
    assert seen.body is None


@pytest.mark.parametrize(
    ("length", "headers"),
    [(BIG + 1, [(b"cookie", b"persona-session=x")]), (FORM + 1, [])],
    ids=["larger than anything", "a file from nobody"],
)
def test_what_is_refused_by_its_headers_is_not_read(tmp_path: Path, length: int, headers: list) -> None:
    seen = Seen()

    sent(seen, never, tmp_path, length, headers=headers)

    assert (seen.body, seen.refusal) == (b"", None)


async def never() -> dict[str, Any]:
    raise AssertionError("nothing is to be read")


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, b"9.9.9.9", "10.0.0.9"),
        (1, b"forged, 9.9.9.9", "9.9.9.9"),
        (2, b"forged, 9.9.9.9, 8.8.8.8", "9.9.9.9"),
        (2, b"9.9.9.9", "9.9.9.9"),
        (1, b"", "10.0.0.9"),
    ],
)
def test_bodies_count_for_the_address_that_our_proxy_saw(
    tmp_path: Path, proxies: int, forwarded: bytes, address: str
) -> None:
    seen, arrivals = Seen(), Arrivals(from_one=1)
    headers = [(b"x-forwarded-for", forwarded)]

    with arrivals.one_more(address):
        sent(seen, never, tmp_path, 1, headers=headers, proxies=proxies, arrivals=arrivals)

    assert seen.refusal is Refusal.TOO_MANY
