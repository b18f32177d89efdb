"""Whoever knocks learns nothing of others, and keeps nobody out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import User
from persona_web.env import Env
from tests.factories import PASSWORD

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


def sign_in(email: str, password: str, address: str) -> bool:
    client = Client(REMOTE_ADDR=address)
    client.post(reverse("account_login"), {"login": email, "password": password})
    return "_auth_user_id" in client.session


def test_wrong_passwords_from_elsewhere_keep_nobody_out(alice: User) -> None:
    """Five from one address are enough for that address, and so on for twenty."""
    for number in range(100):
        assert not sign_in(alice.email, "wrong", f"203.0.113.{number // 5}")

    assert not sign_in(alice.email, PASSWORD, "203.0.113.1")
    assert sign_in(alice.email, PASSWORD, "198.51.100.7")


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
