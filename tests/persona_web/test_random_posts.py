"""Random posts to every page, with the headers that htmx sends: whatever comes, no answer is our fault."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from generation.models import Run
from generation.shares.services import share
from tests.api.world import make_world
from tests.factories import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from accounts.models import User

POSTS = 2_000
NAMED = re.compile(r'name="([^"]+)"')
PLACE = re.compile(r"<(?:\w+:)?(\w+)>")
OFTEN = ("next", "key", "role-0", "role-99", "basis-0", "email", "password1", "model", "events", "url", "page")
VALUES = (
    "", "0", "-1", "yes", "on", "1", "null", "None", "true", "[]", "{}", "%00", "\0", "\ud7ff", "=1+1", "'", '"><b>',
    "http://[::1", "http://[::1]:99999999/", "//evil.example/", "javascript:alert(1)", "https://", "/\\evil", "ſ",
    "9" * 5_000, "-" + "9" * 400, "1e999", "nan", "inf", "1" * 30, "x" * 70_000, "../../etc/passwd", "\u202e", "🙂" * 9,
    "00000000-0000-0000-0000-000000000000", "alice@example.com", PASSWORD, "openai:gpt", "role-99", "2026-02-31",
    "１２３", "٣", "²", "role-²", "-", "a-b-c", "builtin", "5", "0.5", "run.finished",
)  # fmt: skip
HTMX = ("HX-Target", "HX-Trigger", "HX-Trigger-Name", "HX-Current-URL", "HX-Prompt", "Referer", "X-Forwarded-For")
FLAGS = ("HX-Boosted", "HX-History-Restore-Request")
TARGETS = ("reading", "estimate", "sent", "run", "more-quotes", "result-list", "key-test")


def pages(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """Every address of a page, by its route."""
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLResolver):
            yield from pages(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route


class Poster:
    """Posts what nobody would type, signed in or not; what that changes is taken back."""

    def __init__(self, seed: int, user: User | None) -> None:
        self.random = random.Random(seed)
        self.client = Client(raise_request_exception=False)
        if user:
            self.client.force_login(user)
        self.cookies = self.client.cookies.output(header="", sep=";")

    def post(self, address: str, names: list[str]) -> int:
        if self.cookies != self.client.cookies.output(header="", sep=";"):
            self.client.cookies.clear()
            self.client.cookies.load(self.cookies)
        cache.clear()  # answers of "too many" would hide the others
        with transaction.atomic():
            query = {"next": self._value()} if self.random.random() < 0.3 else None
            fields, headers = self._fields(names), self._headers()
            status = self.client.post(address, fields, headers=headers, query_params=query).status_code
            transaction.set_rollback(True)
        return status

    def _fields(self, names: list[str]) -> dict[str, object]:
        chosen = self.random.sample([*names, *OFTEN], k=self.random.randint(0, min(8, len(names) + 2)))
        found: dict[str, object] = {name: self._value() for name in chosen}
        if self.random.random() < 0.1:
            found["file"] = SimpleUploadedFile("a.csv", self._value().encode("utf-8", "replace"))
        return found

    def _headers(self) -> dict[str, str]:
        found = {name: self._header() for name in HTMX if self.random.random() < 0.5}
        found |= {name: "true" for name in FLAGS if self.random.random() < 0.1}
        return found | ({"HX-Request": "true"} if self.random.random() < 0.8 else {})

    def _value(self) -> str:
        return self.random.choice(VALUES)

    def _header(self) -> str:
        text = self.random.choice([*VALUES, *TARGETS, *OFTEN])[:4_000]
        return text.encode("utf-8").decode("latin-1").translate({10: None, 13: None, 0: None})


@pytest.mark.django_db
def test_random_posts_to_every_page_are_never_our_fault(alice: User, data_dir: Path) -> None:
    world = make_world(alice)
    ids = {**world.ids, "provider_id": "openai", "token_id": world.ids["run_id"], "key": "meals"}
    made = share(alice, Run.objects.get(pk=world.ids["run_id"]), name="Client", comments=True, hosts=["www.notion.so"])
    ids |= {"number": "1", "secret": made.address.split("/")[-2]}
    ids |= {"team_id": alice.membership.team_id, "member_id": alice.membership.pk}
    routes = {route for route in pages(get_resolver()) if not route.startswith(("/api/", "/admin/"))}
    addresses = sorted({PLACE.sub(lambda place: str(ids.get(place[1], "x")), route) for route in routes} | {"/admin/"})
    posters = [Poster(7, alice), Poster(8, None)]
    pages_of_alice = {address: b"".join(posters[0].client.get(address)) for address in addresses}

    faults = []
    for number in range(POSTS):
        address = addresses[number // 2 % len(addresses)]
        if (status := posters[number % 2].post(address, _names(pages_of_alice[address]))) >= 500:
            faults.append((number, address, status))

    assert len(addresses) > 40
    assert faults == []


def _names(page: bytes) -> list[str]:
    """What the forms of a page would send."""
    return sorted(
        set(NAMED.findall(page.decode(errors="replace"))) - {"csrfmiddlewaretoken", "viewport", "htmx-config"}
    )
