"""Passkeys, made and used by a device that is written here: what a browser would send, and what nobody should."""

from __future__ import annotations

import hashlib
import html
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from accounts.second_factor.factors import Factors, factors_of, has_second_factor
from tests.factories import PASSWORD

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db
HOST = "localhost"  # passkeys belong to names that browsers take for safe
FLAG = AuthenticatorData.FLAG
WRONG = "This code is not right. A new one comes every 30 seconds; each works once."


class Device:
    """Makes passkeys and signs with them, as a phone or laptop does."""

    def __init__(self, number: int = 1, flags: AuthenticatorData.FLAG = FLAG.UP | FLAG.UV) -> None:
        self.id = bytes([number]) * 16
        self.flags = flags
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.handle = ""
        self.host = hashlib.sha256(HOST.encode()).digest()

    def make(self, options: dict[str, Any], origin: str = f"https://{HOST}") -> str:
        asked = options["publicKey"]
        self.handle = asked["user"]["id"]
        public = AttestedCredentialData.create(Aaguid.NONE, self.id, ES256.from_cryptography_key(self.key.public_key()))
        data = AuthenticatorData.create(self.host, self.flags | FLAG.AT, 1, public)
        client = CollectedClientData.create("webauthn.create", asked["challenge"], origin)
        answer = {"attestationObject": websafe_encode(AttestationObject.create("none", data, {}))}
        return self._said(client, answer, {"credProps": {"rk": True}})

    def sign(self, options: dict[str, Any], origin: str = f"https://{HOST}", handle: str = "") -> str:
        data = AuthenticatorData.create(self.host, self.flags, 2)
        client = CollectedClientData.create("webauthn.get", options["publicKey"]["challenge"], origin)
        signature = self.key.sign(data + client.hash, ec.ECDSA(SHA256()))
        answer = {"authenticatorData": websafe_encode(data), "signature": websafe_encode(signature)}
        return self._said(client, answer | {"userHandle": handle or self.handle}, {})

    def _said(self, client: CollectedClientData, answer: dict[str, str], results: dict[str, Any]) -> str:
        said = {"id": websafe_encode(self.id), "rawId": websafe_encode(self.id), "type": "public-key"}
        whole = {"clientDataJSON": websafe_encode(client), **answer}
        return json.dumps({**said, "response": whole, "clientExtensionResults": results})


def browser() -> Client:
    return Client(SERVER_NAME=HOST, HTTP_HOST=HOST, headers={"x-forwarded-proto": "https"})


def signed_in(user: User) -> Client:
    client = browser()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def asked_on(client: Client, name: str) -> dict[str, Any]:
    """What the page hands to the browser."""
    found = re.search(r'data-options="(.*?)"', client.get(reverse(name)).content.decode())
    assert found
    options: dict[str, Any] = json.loads(html.unescape(found[1]))
    return options


def add(client: Client, device: Device, **fields: str) -> int:
    options = asked_on(client, "mfa_add_webauthn")
    said = {"credential": device.make(options), "passwordless": "on"}
    return client.post(reverse("mfa_add_webauthn"), said | fields).status_code


def begin(client: Client) -> dict[str, Any]:
    """Ask for a challenge, as the sign-in page's script does."""
    headers = {"x-requested-with": "XMLHttpRequest", "accept": "application/json"}
    return client.get(reverse("mfa_login_webauthn"), headers=headers).json()["request_options"]


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


@pytest.fixture
def device(alice: User) -> Device:
    made = Device()
    assert add(signed_in(alice), made, name="Phone") == 302
    return made


def test_a_passkey_signs_in_alone(device: Device, alice: User) -> None:
    client = browser()

    done = client.post(reverse("mfa_login_webauthn"), {"credential": device.sign(begin(client))})

    assert (done.status_code, done.headers["Location"], is_in(client)) == (302, "/", True)
    assert client.get("/account/").wsgi_request.user == alice


def test_it_is_told_by_mail_and_brings_codes_on_paper(device: Device, alice: User) -> None:
    found = factors_of(alice)

    assert [(row.type, name) for row, name in found.passkeys] == [("webauthn", "Phone")]
    assert (found.app, found.paper.type, found.is_on, has_second_factor(alice)) == (None, "recovery_codes", True, True)
    assert [message.subject for message in mail.outbox] == ["A passkey was added"]
    assert (has_second_factor(None), Factors().is_on) == (False, False)


def test_after_the_password_it_is_the_second_step(device: Device, alice: User) -> None:
    client = browser()
    client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    before = is_in(client)
    options = asked_on(client, "mfa_authenticate")

    client.post(reverse("mfa_authenticate"), {"credential": device.sign(options)})

    assert (before, is_in(client)) == (False, True)


def test_a_challenge_works_once_and_in_its_own_browser(device: Device) -> None:
    client, other = browser(), browser()
    said = device.sign(begin(client))
    begin(other)

    assert other.post(reverse("mfa_login_webauthn"), {"credential": said}).headers["Location"] == "/account/login/"
    client.post(reverse("mfa_login_webauthn"), {"credential": said})
    client.post(reverse("account_logout"))
    client.post(reverse("mfa_login_webauthn"), {"credential": said})

    assert (is_in(other), is_in(client)) == (False, False)


def test_of_another_site_device_or_person_it_opens_nothing(device: Device, alice: User, bob: User) -> None:
    stranger = Device(1)
    stranger.handle = device.handle
    theirs = Device(2)
    add(signed_in(bob), theirs)
    tried = {
        "another site": lambda asked: device.sign(asked, origin="https://evil.example"),
        "another key": stranger.sign,
        "another person": lambda asked: device.sign(asked, handle=theirs.handle),
        "nobody": lambda asked: device.sign(asked, handle=websafe_encode(b"00000000-0000-7000-8000-000000000000")),
    }

    for words, say in tried.items():
        client = browser()
        done = client.post(reverse("mfa_login_webauthn"), {"credential": say(begin(client))}, follow=True)
        assert (is_in(client), WRONG in done.content.decode()) == (False, True), words


NOISE = (
    "",
    "null",
    "[]",
    "1",
    '"x"',
    "{}",
    "{",
    '{"response": 5}',
    '{"response": {"userHandle": null}}',
    '{"id": "!"}',
    "[" * 5_000,
    f'{{"id": "{"x" * 20_000}"}}',
)
PARTS = ("rawId", "response", "clientDataJSON", "authenticatorData", "signature", "userHandle")
BYTES = (b"", b"{}", b"[]", b"\xff" * 40, b"\x81" * 400, b'{"type": 1, "challenge": 2, "origin": null}')
VALUES = (None, 7, "x", [], {}, *(websafe_encode(value) for value in BYTES))


@pytest.mark.parametrize("number", range(len(NOISE)))
def test_noise_is_refused_in_words(device: Device, bob: User, number: int) -> None:
    client, other = browser(), signed_in(bob)
    begin(client)
    asked_on(other, "mfa_add_webauthn")

    alone = client.post(reverse("mfa_login_webauthn"), {"credential": NOISE[number]})
    made = other.post(reverse("mfa_add_webauthn"), {"credential": NOISE[number]})

    assert (alone.status_code, alone.headers["Location"], is_in(client)) == (302, "/account/login/", False)
    assert (made.status_code in (200, 422), Authenticator.objects.filter(type="webauthn").count()) == (True, 1)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_something_else_or_missing_is_refused(device: Device, part: str) -> None:
    client = browser()
    for value in VALUES:
        said = json.loads(device.sign(begin(client)))
        parts = said["response"] if part in said["response"] else said
        missing = {name: each for name, each in parts.items() if name != part}
        for changed in (missing, parts | {part: value}):
            cache.clear()  # tries are counted
            whole = said | {"response": changed} if parts is said["response"] else changed
            done = client.post(reverse("mfa_login_webauthn"), {"credential": json.dumps(whole)})
            assert (done.status_code, done.headers["Location"], is_in(client)) == (302, "/account/login/", False), value


def test_after_the_password_and_for_what_asks_again_noise_is_refused_too(device: Device, alice: User) -> None:
    half, whole = browser(), browser()
    half.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    whole.post(reverse("mfa_login_webauthn"), {"credential": device.sign(begin(whole))})

    for said in ("{}", '{"id": "!"}', '{"rawId": "AA", "response": {}}'):
        answers = [
            client.post(reverse(name), {"credential": said}).status_code
            for client, name in ((half, "mfa_authenticate"), (whole, "mfa_reauthenticate_webauthn"))
        ]
        assert [answer < 500 for answer in answers] == [True, True]
    assert (is_in(half), is_in(whole)) == (False, True)


def test_each_has_a_name_that_can_be_changed_by_its_owner_alone(device: Device, alice: User, bob: User) -> None:
    client = signed_in(bob)
    add(client, Device(2))
    add(client, Device(3))
    mine, theirs = (
        Authenticator.objects.filter(user=bob, type="webauthn"),
        Authenticator.objects.get(user=alice, type="webauthn"),
    )

    renamed = client.post(reverse("mfa_edit_webauthn", args=[mine[0].pk]), {"name": "Laptop"})
    others = [
        client.post(reverse(name, args=[theirs.pk]), {"name": "Mine"}).status_code
        for name in ("mfa_edit_webauthn", "mfa_remove_webauthn")
    ]

    assert (renamed.status_code, others) == (302, [404, 404])
    assert [name for _, name in factors_of(bob).passkeys] == ["Laptop", "Passkey 2"]
    assert [name for _, name in factors_of(alice).passkeys] == ["Phone"]


def test_with_the_last_one_the_codes_on_paper_go(device: Device, alice: User) -> None:
    client = browser()
    client.post(reverse("mfa_login_webauthn"), {"credential": device.sign(begin(client))})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    client.post(reverse("mfa_remove_webauthn", args=[factors_of(alice).passkeys[0][0].pk]))

    assert (factors_of(alice), mail.outbox[-1].subject) == (Factors(), "A passkey was removed")
