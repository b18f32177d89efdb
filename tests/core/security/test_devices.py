"""Devices and addresses in words: what browsers really send, what programs send, and what is nonsense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.security.devices import BROWSERS, SYSTEMS, device_of, shortened

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
AGENTS = {
    f"Mozilla/5.0 (Linux; Android 16; Pixel 9) {WEBKIT} Chrome/138.0.0.0 Mobile Safari/537.36": "Chrome on Android",
    f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WEBKIT} Chrome/138.0.0.0 Safari/537.36": "Chrome on ChromeOS",
    f"Mozilla/5.0 (Macintosh; Mac OS X 10_15) {WEBKIT} Chrome/138.0.0.0 Safari/537.36 OPR/122.0": "Opera on a Mac",
    "Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1": "Safari on an iPad",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) FxiOS/140.0 Mobile Safari/605.1": "Firefox on an iPhone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) CriOS/138.0 Mobile Safari/604.1": "Chrome on an iPhone",
    "Mozilla/5.0 (Windows NT 10.0) Safari/537.36 EdgA/138.0": "Edge on Windows",
    "python-httpx/0.28": "A program",
    "": "A program",
    "Firefox": "A program",
    "Firefox/": "Firefox",
    "Windows": "Windows",
}


@pytest.mark.parametrize("number", range(len(AGENTS)))
def test_a_device_is_named_by_what_its_browser_sends(number: int) -> None:
    agent, words = list(AGENTS.items())[number]

    assert device_of(agent) == words


@given(st.text())
def test_whatever_is_sent_only_our_words_are_shown(agent: str) -> None:
    browsers, systems = [name for name, _ in BROWSERS], [name for name, _ in SYSTEMS]
    both = [f"{browser} on {system}" for browser in browsers for system in systems]

    assert device_of(agent) in {"A program", *browsers, *systems, *both}


@given(st.ip_addresses(v=4))
def test_of_four_numbers_three_are_shown(address: object) -> None:
    assert shortened(str(address)) == ".".join([*str(address).split(".")[:3], "x"])


@given(st.ip_addresses(v=6))
def test_of_the_long_ones_the_network_is_shown(address: object) -> None:
    shown = shortened(str(address))

    assert (shown.endswith(":…"), len(shown), str(address) in shown) == (True, 16, False)


@pytest.mark.parametrize("text", ["", "localhost", "198.51.100", "198.51.100.7:80", "::g"])
def test_what_is_no_address_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="does not appear to be an IPv4 or IPv6 address"):
        shortened(text)
