"""Where one is signed in: every session with its device, and signing out there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from core.security.devices import device_of, shortened
from tests.factories import PASSWORD

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 "
    "Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 "
    "Safari/537.36 Edg/138.0.0.0"
)


def device(email: str, agent: str, address: str = "198.51.100.7") -> Client:
    client = Client(HTTP_USER_AGENT=agent, REMOTE_ADDR=address)
    client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    return client


def shown(client: Client) -> list[str]:
    return re.findall(r'<th scope="row">(.*?)<br>', client.get(reverse("mfa_index")).content.decode())


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_each_device_is_listed_this_one_first(alice: User, bob: User) -> None:
    phone, desk = device(alice.email, IPHONE), device(alice.email, FIREFOX)
    device(bob.email, EDGE)

    assert (shown(phone)[0], shown(desk)) == ("Safari on an iPhone", ["Firefox on Windows", "Safari on an iPhone"])
    assert "198.51.100.x" in desk.get(reverse("mfa_index")).content.decode()


def test_signing_out_there(alice: User) -> None:
    phone, desk = device(alice.email, IPHONE), device(alice.email, FIREFOX)
    row = UserSession.objects.get(user_agent=IPHONE)

    desk.post(reverse("account_session_end", args=[row.pk]))

    assert (is_in(phone), is_in(desk), shown(desk)) == (False, True, ["Firefox on Windows"])


def test_signing_out_everywhere_else(alice: User) -> None:
    others = [device(alice.email, IPHONE), device(alice.email, EDGE)]
    desk = device(alice.email, FIREFOX)

    page = desk.post(reverse("account_sessions_end"), follow=True).content.decode()

    assert ([is_in(other) for other in others], is_in(desk)) == ([False, False], True)
    assert "You are signed out on 2 other devices." in page


def test_nobody_signs_out_others_or_oneself_so(alice: User, charlie: User) -> None:
    theirs, mine = device(alice.email, IPHONE), device(charlie.email, FIREFOX)
    for row in UserSession.objects.all():
        assert mine.post(reverse("account_session_end", args=[row.pk])).status_code == 404

    assert (is_in(theirs), is_in(mine)) == (True, True)


def test_a_session_from_before_they_were_listed_is_listed(alice: User) -> None:
    client = Client(HTTP_USER_AGENT=FIREFOX)
    client.force_login(alice)

    assert shown(client) == ["Firefox on Windows"]


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (FIREFOX, "Firefox on Windows"),
        (IPHONE, "Safari on an iPhone"),
        (EDGE, "Edge on Windows"),
        ("curl/8.1", "A program"),
        ("Mozilla/5.0 (X11; Linux x86_64)", "Linux"),
    ],
)
def test_devices_in_words(agent: str, words: str) -> None:
    assert device_of(agent) == words


@pytest.mark.parametrize(("address", "words"), [("91.198.4.17", "91.198.4.x"), ("2001:db8::1", "2001:0db8:0000:…")])
def test_no_whole_address_is_shown(address: str, words: str) -> None:
    assert shortened(address) == words
