"""Posting: what comes of one request, over real sockets, in every way that receivers fail."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import ssl
import time
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from generation.webhooks.answers import Answer, Trouble
from generation.webhooks.posting import post
from tests.services import free_port

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from tests.generation.webhooks.conftest import Receive

BODY = b'{"type":"webhook.test"}'


def outcome(answer: Answer) -> tuple[int | None, Trouble | None]:
    return answer.status, answer.trouble


def test_request_is_posted_as_it_is_signed(receive: Receive) -> None:
    receiver = receive()

    answer = post(f"{receiver.url}?a=b%20c", BODY, {"webhook-id": "m1", "content-type": "application/json"})

    (message,) = receiver.messages
    assert (outcome(answer), answer.text, answer.is_success) == ((200, None), "thank", True)
    assert (message.line, message.body) == ("POST /hook?a=b%20c HTTP/1.1", BODY)
    assert message.headers == {
        "host": receiver.name,
        "content-length": str(len(BODY)),
        "content-type": "application/json",
        "webhook-id": "m1",
        "connection": "close",
    }


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("error", (500, None)),
        ("busy", (429, None)),
        ("redirect", (302, None)),
        ("moved", (308, None)),
        ("gone", (410, None)),
        ("huge", (500, None)),
        ("slow body", (200, None)),
        ("silent", (None, Trouble.TIME)),
        ("drip", (None, Trouble.TIME)),
        ("reset", (None, Trouble.CONNECTION)),
        ("garbage", (None, Trouble.GARBAGE)),
        ("half", (None, Trouble.GARBAGE)),
        ("headers", (None, Trouble.GARBAGE)),
    ],
)
def test_every_way_to_fail_is_told_apart(
    receive: Receive, way: str, expected: tuple[int | None, Trouble | None]
) -> None:
    receiver = receive(way=lambda message, tries: way)
    begin = time.monotonic()

    answer = post(receiver.url, BODY, {})

    assert outcome(answer) == expected
    assert receiver.connections == 1  # no redirect is followed, nothing is tried twice
    assert time.monotonic() - begin < 2


def test_the_answer_is_shown_in_200_plain_letters(receive: Receive) -> None:
    receiver = receive(way=lambda message, tries: "huge")

    assert post(receiver.url, BODY, {}).text == "a" * 200


def test_retry_after_is_heard(receive: Receive) -> None:
    receiver = receive(way=lambda message, tries: "busy")

    assert post(receiver.url, BODY, {}).wait == datetime.timedelta(seconds=120)


def test_closed_port(settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"webhook_hosts": f"127.0.0.1:{(port := free_port())}"})

    assert post(f"http://127.0.0.1:{port}/", BODY, {}).trouble is Trouble.CONNECTION


def test_tls_asked_of_a_receiver_without(receive: Receive) -> None:
    receiver = receive(way=lambda message, tries: "error")

    assert post(receiver.url.replace("http", "https"), BODY, {}).trouble is Trouble.TLS


def test_limit_of_time_holds_for_the_greeting_of_tls(receive: Receive, settings: Settings) -> None:
    receive()
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        name = f"127.0.0.1:{deaf.getsockname()[1]}"
        settings.ENV = settings.ENV.model_copy(update={"webhook_hosts": name})

        assert post(f"https://{name}/", BODY, {}).trouble is Trouble.TIME


def certified(tmp_path: Path, *names: x509.GeneralName) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """TLS for a receiver with these names, and for a sender that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "receiver")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    (tmp_path / "pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, *form) + pem)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(tmp_path / "pem")
    return server, ssl.create_default_context(cadata=pem.decode())


def test_tls_asks_for_the_host_by_its_name_and_connects_to_the_checked_address(
    receive: Receive, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, trusting = certified(tmp_path, x509.DNSName("hooks.internal"))
    asked = []
    server.sni_callback = lambda line, name, context: asked.append(name)
    receiver = receive(context=server)
    host = f"hooks.internal:{receiver.port}"
    settings.ENV = settings.ENV.model_copy(update={"webhook_hosts": host})
    resolve = socket.getaddrinfo
    # Only our look at the name finds this machine: a second one, by the library, would find nothing.
    answers = {"hooks.internal": "127.0.0.1", "127.0.0.1": "127.0.0.1"}
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: resolve(answers.pop(host), *rest, **more))

    answer = post(f"https://{host}/hook", BODY, {}, context=trusting)

    assert (outcome(answer), asked) == ((200, None), ["hooks.internal"])
    assert receiver.messages[0].headers["host"] == host


@pytest.mark.parametrize("is_trusted", [True, False])
def test_certificate_that_is_wrong_or_unknown_ends_the_try(
    receive: Receive, tmp_path: Path, *, is_trusted: bool
) -> None:
    name = x509.DNSName("other.example") if is_trusted else x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    server, trusting = certified(tmp_path, name)
    receiver = receive(context=server)

    answer = post(f"https://{receiver.name}/", BODY, {}, context=trusting if is_trusted else None)

    assert (outcome(answer), receiver.messages) == ((None, Trouble.TLS), [])
