"""Whoever knocks learns nothing of others, and keeps nobody out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User
from accounts.people import sign_in_pace
from persona_web.env import Env
from tests.factories import PASSWORD, UserFactory

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r"\b[A-Za-z0-9]{64}\b")  # of a form, another each time


def sign_up(email: str) -> tuple[int, str, str]:
    """Status, where it leads, and what that page says."""
    client = Client()
    answer = client.post(reverse("account_signup"), {"email": email, "password1": "plum-orbit-castle-77"})
    told = client.get(answer.headers["Location"]).content.decode()
    return answer.status_code, answer.headers["Location"], TOKEN.sub("token", told).replace(email, "…")


def test_sign_up_says_the_same_whether_there_is_an_account(alice: User, settings: Settings) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"

    new, known = sign_up("new@example.com"), sign_up(alice.email)

    assert new == known
    assert [message.to for message in mail.outbox] == [["new@example.com"], [alice.email]]
    assert User.objects.filter(email=alice.email).count() == 1


def test_a_reset_says_the_same_whether_there_is_an_account(alice: User) -> None:
    answers = [
        Client().post(reverse("account_reset_password"), {"email": email}) for email in (alice.email, "no@example.com")
    ]

    assert len({(answer.status_code, answer.headers["Location"]) for answer in answers}) == 1


def sign_in(email: str, password: str, address: str, device: str = "") -> bool:
    client = Client(REMOTE_ADDR=address)
    if device:
        client.cookies[sign_in_pace.cookie_name()] = device
    client.post(reverse("account_login"), {"login": email, "password": password})
    return "_auth_user_id" in client.session


def known_device(email: str) -> str:
    """What a browser keeps once somebody has signed in with it."""
    client = Client(REMOTE_ADDR="192.0.2.1")
    client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    return client.cookies[sign_in_pace.cookie_name()].value


def guess(email: str, times: int) -> None:
    """Wrong passwords, each from another address."""
    for number in range(times):
        assert not sign_in(email, "wrong", f"203.0.{number // 250}.{number % 250}")


def test_wrong_passwords_from_elsewhere_keep_nobody_out(alice: User) -> None:
    """Five from one address are enough for that address, and so on for twenty."""
    for number in range(25):
        assert not sign_in(alice.email, "wrong", f"203.0.113.{number // 5}")

    assert not sign_in(alice.email, PASSWORD, "203.0.113.1")
    assert sign_in(alice.email, PASSWORD, "198.51.100.7")


def test_an_account_under_attack_grants_an_unknown_address_one_try(alice: User, bob: User) -> None:
    guess(alice.email, 20)

    assert sign_in(alice.email, PASSWORD, "198.51.100.1")
    assert not sign_in(alice.email, "slip", "198.51.100.2")
    assert not sign_in(alice.email, PASSWORD, "198.51.100.2")
    assert not sign_in(bob.email, "slip", "198.51.100.2")
    assert sign_in(bob.email, PASSWORD, "198.51.100.2")


@pytest.mark.parametrize(("wrong", "rate"), [(19, []), (20, ["1/5m/key"]), (100, ["1/h/key"]), (1000, ["1/d/key"])])
def test_the_more_wrong_passwords_the_longer_the_wait(
    alice: User, rf: RequestFactory, wrong: int, rate: list[str]
) -> None:
    for _ in range(wrong):
        sign_in_pace.count_wrong(rf.post("/"), alice.email)

    assert sign_in_pace.step_of(alice.email) == rate


def test_a_device_that_is_known_is_counted_by_itself(alice: User) -> None:
    device = known_device(alice.email)
    guess(alice.email, 20)

    for _ in range(4):
        assert not sign_in(alice.email, "slip", "203.0.0.1", device)
    assert sign_in(alice.email, PASSWORD, "203.0.0.1", device)
    assert not sign_in(alice.email, "slip", "203.0.0.1", device)
    assert not sign_in(alice.email, PASSWORD, "203.0.0.1", device)


def test_slips_on_a_known_device_slow_down_nobody(alice: User) -> None:
    for device in [known_device(alice.email) for _ in range(4)]:
        for _ in range(5):
            sign_in(alice.email, "slip", "198.51.100.1", device)

    assert sign_in_pace.step_of(alice.email) == []


def test_a_device_is_known_to_its_own_accounts_only(alice: User, bob: User) -> None:
    device = known_device(bob.email)
    guess(alice.email, 20)

    for forged in (device, "x" + device, device.replace(":", ".more:", 1)):
        sign_in(alice.email, "slip", "198.51.100.1", forged)
        assert not sign_in(alice.email, PASSWORD, "198.51.100.1", forged)


def test_a_shared_browser_knows_its_last_five_accounts(alice: User) -> None:
    client = Client()
    for email in (alice.email, *(UserFactory().email for _ in range(5)), alice.email, alice.email):
        client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
        client.post(reverse("account_logout"))

    cookie = client.cookies[sign_in_pace.cookie_name()]
    assert (cookie.value.count("."), cookie["httponly"], cookie["samesite"]) == (4, True, "Lax")
    assert alice.email not in cookie.value


def test_a_new_password_by_mail_opens_the_address_again(alice: User) -> None:
    guess(alice.email, 20)
    sign_in(alice.email, "slip", "198.51.100.1")
    client = Client(REMOTE_ADDR="198.51.100.1")
    client.post(reverse("account_reset_password"), {"email": alice.email})
    [link] = re.findall(r"/account/password/reset/key/\S+", mail.outbox[-1].body)
    page = client.get(link, follow=True)

    client.post(page.request["PATH_INFO"], {"password1": "another-long-pass-phrase"})

    assert sign_in(alice.email, "another-long-pass-phrase", "198.51.100.1")


@pytest.mark.parametrize(
    ("given", "mode"),
    [
        ({}, "optional"),
        ({"email_url": "smtps://mail.example.com"}, "mandatory"),
        ({"email_url": "smtps://mail.example.com", "email_verification": "none"}, "none"),
    ],
)
def test_addresses_are_confirmed_where_mail_is_sent(given: dict[str, str], mode: str) -> None:
    assert Env(**given).verification == mode
