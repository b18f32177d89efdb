"""Addresses of models: public ones, the operator's, and this computer where it is nobody else's."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from pytest_django import Settings

from accounts.provider_keys.addresses import AddressRefused, check


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names lead where the test says, without the network."""
    known = {"models.example.com": "93.184.216.34", "inside.example.com": "10.0.0.7"}

    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        if host not in known:
            raise socket.gaierror(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (known[host], port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


def refuses(url: str) -> str:
    try:
        check(url)
    except AddressRefused as error:
        return error.message
    return ""


@pytest.mark.parametrize("url", ["https://models.example.com/v1", "http://127.0.0.1:8702/v1", "http://localhost:1/v1"])
def test_public_places_and_ones_own_computer_can_be_asked(url: str) -> None:
    assert refuses(url) == ""


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://inside.example.com/v1", "This address is not public."),
        ("http://10.0.0.7/v1", "This address is not public."),
        ("http://169.254.169.254/latest", "This address is not public."),
        ("https://nowhere.example.com/v1", "The name in this address could not be found."),
        ("ftp://models.example.com", "The address must start with https:// or http://."),
        ("https://models.example.com:6379/", "Use port 443, 8443 or 80."),
    ],
)
def test_other_places_are_refused_with_the_reason(url: str, why: str) -> None:
    assert refuses(url) == why


def test_in_production_this_computer_is_not_a_persons_own(settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"production": True})

    assert refuses("http://127.0.0.1:11434/v1") != ""
    assert refuses("http://models.example.com/v1") == "The address must start with https://."


def test_what_the_operator_lists_can_be_asked(settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"production": True, "model_hosts": "10.0.0.7:8080"})

    assert (refuses("http://10.0.0.7:8080/v1"), refuses("http://10.0.0.7:8081/v1") != "") == ("", True)
