"""Signatures: what a receiver's own library accepts, with the old secret too for a day after a change."""

from __future__ import annotations

import base64
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from core.security.encryption import encrypt
from generation.models import Webhook, WebhookDelivery
from generation.webhooks import services, signing
from tests.factories import SECRET, WebhookFactory

if TYPE_CHECKING:
    from accounts.models import User


def test_secrets_are_32_random_bytes() -> None:
    secrets = {signing.new_secret() for _ in range(100)}

    assert len(secrets) == 100
    assert {len(base64.b64decode(secret.removeprefix("whsec_"))) for secret in secrets} == {32}
    assert all(secret.startswith("whsec_") for secret in secrets)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_is_signed_is_accepted(payload: str) -> None:
    delivery = WebhookDelivery(webhook=Webhook(secret=encrypt(SECRET)), payload=payload)

    headers = signing.headers(delivery, timezone.now())

    Verifier(SECRET).verify(payload, headers, json_parse=False)
    with pytest.raises(WebhookVerificationError):
        Verifier(SECRET).verify(payload + " ", headers, json_parse=False)


@pytest.mark.django_db
def test_both_secrets_sign_for_a_day(alice: User) -> None:
    hook = WebhookFactory(owner=alice)
    new = services.rotate_secret(webhook=hook)
    hook.refresh_from_db()
    delivery = WebhookDelivery(webhook=hook, payload="{}")
    now = timezone.now()

    during = signing.headers(delivery, now)
    for secret in (SECRET, new):
        Verifier(secret).verify("{}", during)
    assert during["webhook-signature"].count("v1,") == 2
    after = signing.secrets_at(hook, now + timedelta(hours=24, seconds=1))
    assert after == [new]
    assert (hook.hint, SECRET in hook.old_secret, new in hook.secret) == (new.rstrip("=")[-4:], False, False)
