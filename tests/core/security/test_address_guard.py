"""The guard: hostile addresses are neither accepted nor connected to, whatever their names resolve to."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.security import address_guard
from generation.webhooks import posting
from generation.webhooks.answers import Trouble
from tests.generation.webhooks import hostile

if TYPE_CHECKING:
    from pytest_django import Settings

WRITTEN = [pytest.param(url, id=f"{trick}: {url[:60]!r}") for trick, urls in hostile.WRITTEN.items() for url in urls]
INNER = [ip_network(net) for net in ("0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "192.168.0.0/16")]


class World:
    """What the system would resolve and connect to."""

    def __init__(self) -> None:
        self.names: dict[str, list[str]] = {}
        self.asked: list[str] = []
        self.connected: list[tuple[str, int]] = []

    def resolve(self, host: str, port: int, **_: Any) -> list[tuple[Any, ...]]:
        self.asked.append(host)
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return [(None, None, None, "", (address, port)) for address in self.names[host]]

    def connect(self, address: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        self.connected.append(address)
        raise ConnectionRefusedError


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    world = World()
    monkeypatch.setattr(socket, "getaddrinfo", world.resolve)
    monkeypatch.setattr(socket, "create_connection", world.connect)
    return world


def test_there_are_enough_tricks() -> None:
    assert len(set(hostile.ALL)) >= 117


@pytest.mark.parametrize("url", WRITTEN)
def test_hostile_address_is_refused_as_it_is_written(url: str, world: World) -> None:
    with pytest.raises(address_guard.Refused):
        address_guard.read(url)
    assert posting.post(url, b"{}", {}).trouble is Trouble.REFUSED
    assert world.connected == []


@pytest.mark.parametrize("url", hostile.RESOLVED)
def test_name_that_points_inwards_is_not_connected_to(url: str, world: World) -> None:
    world.names[address_guard.read(url).host] = hostile.RESOLVED[url]

    answer = posting.post(url, b"{}", {})

    assert (answer.trouble, answer.text, world.connected) == (Trouble.REFUSED, "This address is not public.", [])


@pytest.mark.parametrize("names", [{}, {"nowhere.example.com": []}])
def test_name_without_an_address_is_no_delivery(world: World, names: dict[str, list[str]]) -> None:
    world.names = names

    assert posting.post("https://nowhere.example.com/", b"{}", {}).trouble is Trouble.NAME


def test_name_that_is_moved_inwards_is_not_connected_to(world: World) -> None:
    """Rebinding: public when the webhook is made, inner when something is sent."""
    target = address_guard.read("http://rebind.example.com/")
    world.names["rebind.example.com"] = ["93.184.215.14"]
    assert address_guard.reachable(target, 1) == ["93.184.215.14"]
    assert posting.post("http://rebind.example.com/", b"{}", {}).trouble is Trouble.CONNECTION
    world.names["rebind.example.com"] = ["127.0.0.1"]

    assert posting.post("http://rebind.example.com/", b"{}", {}).trouble is Trouble.REFUSED
    assert world.connected == [("93.184.215.14", 80)]


def test_the_name_is_resolved_once_and_the_checked_addresses_are_tried(world: World) -> None:
    """A second look could find another address than the one that was checked."""
    world.names["hooks.example.com"] = ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]

    assert posting.post("https://hooks.example.com/", b"{}", {}).trouble is Trouble.CONNECTION
    assert world.asked == ["hooks.example.com"]
    assert world.connected == [("93.184.215.14", 443), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", 443)]


def test_proxy_of_the_environment_is_not_used(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:3128")
    world.names["hooks.example.com"] = ["93.184.215.14"]

    posting.post("http://hooks.example.com/", b"{}", {})

    assert world.connected == [("93.184.215.14", 80)]


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://hooks.example.com", ("https", "hooks.example.com", 443, "/")),
        ("https://Hooks.Example.com:8443/a/b?c=d&e=%20", ("https", "hooks.example.com", 8443, "/a/b?c=d&e=%20")),
        ("http://hooks.example.com?x=1", ("http", "hooks.example.com", 80, "/?x=1")),
        ("https://xn--hooks-exmple-s8a.example/", ("https", "xn--hooks-exmple-s8a.example", 443, "/")),
        ("https://93.184.215.14/hook", ("https", "93.184.215.14", 443, "/hook")),
        ("https://[2606:2800:21f:cb07::1]:443/", ("https", "2606:2800:21f:cb07::1", 443, "/")),
        ("https://4chan.example.com/", ("https", "4chan.example.com", 443, "/")),
    ],
)
def test_public_address_is_taken_apart(url: str, parts: tuple[str, str, int, str]) -> None:
    target = address_guard.read(url)

    assert (target.scheme, target.host, target.port, target.path) == parts


@pytest.mark.parametrize(
    ("url", "authority"),
    [
        ("https://hooks.example.com:443/", "hooks.example.com"),
        ("http://hooks.example.com:443/", "hooks.example.com:443"),
        ("https://[2606:2800:21f:cb07::1]/", "[2606:2800:21f:cb07::1]"),
        ("https://[2606:2800:21f:cb07::1]:8443/", "[2606:2800:21f:cb07::1]:8443"),
    ],
)
def test_host_header(url: str, authority: str) -> None:
    assert address_guard.read(url).authority == authority


def test_production_wants_https(settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"production": True})

    with pytest.raises(address_guard.Refused, match="must start with https://"):
        address_guard.read("http://hooks.example.com/")


def test_operator_opens_one_port_of_one_host_and_nothing_else(settings: Settings, world: World) -> None:
    listed = "127.0.0.1:9000, hooks.internal:8080, 169.254.169.254:80, [64:ff9b::a9fe:a9fe]:80, moved.internal:80"
    settings.ENV = settings.ENV.model_copy(update={"webhook_hosts": listed})
    world.names = {"hooks.internal": ["10.0.0.7"], "moved.internal": ["169.254.169.254"]}

    tried = {
        url: posting.post(url, b"{}", {}).trouble
        for url in (
            "http://127.0.0.1:9000/",
            "http://hooks.internal:8080/",
            "http://127.0.0.1:9001/",
            "http://127.0.0.1/",
            "http://hooks.internal/",
            "http://other.internal:8080/",
            "http://user@127.0.0.1:9000/",
            "ftp://127.0.0.1:9000/",
            "http://169.254.169.254/",
            "http://[64:ff9b::a9fe:a9fe]/",
            "http://moved.internal/",
        )
    }

    assert [url for url, trouble in tried.items() if trouble is not Trouble.REFUSED] == [
        "http://127.0.0.1:9000/",
        "http://hooks.internal:8080/",
    ]
    assert world.connected == [("127.0.0.1", 9000), ("10.0.0.7", 8080)]


def test_resolving_has_no_more_time_than_there_is(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"webhook_seconds": 0.05})
    released = Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [released.wait(30)][:0])
    try:
        assert posting.post("http://slow.example.com/", b"{}", {}).trouble is Trouble.TIME
    finally:
        released.set()


@given(st.sampled_from(INNER), st.integers(0, 2**32 - 1))
def test_no_form_of_an_inner_address_is_public(network: Any, number: int) -> None:
    inner = int(network.network_address) | (number & int(network.hostmask))
    forms = [IPv4Address(inner)] + [
        IPv6Address(int(ip_address(prefix)) | inner)
        for prefix in ("::", "::ffff:0:0", "::ffff:0:0:0", "64:ff9b::", "64:ff9b:1::", "fe80::")
    ]
    forms.append(IPv6Address(int(ip_address("2002::")) | inner << 80))

    assert [form for form in forms if address_guard.is_public(form)] == []


@given(st.text(max_size=80) | st.from_regex(r"https?://[\w.:\[\]@%-]{1,40}(/\w*)?", fullmatch=True))
def test_whatever_is_read_is_refused_or_has_a_plain_host(url: str) -> None:
    try:
        target = address_guard.read(url)
    except address_guard.Refused:
        return
    literal = ":" in target.host or target.host.replace(".", "").isdigit()
    assert address_guard.is_public(ip_address(target.host)) if literal else target.host.isascii() and "." in target.host
    assert target.port in (80, 443, 8443)
