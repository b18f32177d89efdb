"""Logs: no secrets in them, and a name for each failed request."""

from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest

from persona_web.logs import Masking, logging_settings


def formatted(text: str, **extra: object) -> str:
    record = logging.makeLogRecord({"msg": text, "levelname": "ERROR", "name": "persona", **extra})
    return Masking("%(levelname)s %(name)s: %(message)s").format(record)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("key sk-abcdef123456 refused", "ERROR persona: key sk-… refused"),
        ("Bearer pw_0123456789abcdef", "ERROR persona: Bearer pw_…"),
        ("whsec_c2VjcmV0c2VjcmV0", "ERROR persona: whsec_…"),
        ("sk-ant-api03-abcdef123456 and AIzaSyAbcdef123456", "ERROR persona: sk-… and AIza…"),
        ("a task-oriented pw_ reader", "ERROR persona: a task-oriented pw_ reader"),
    ],
)
def test_secrets_are_masked(said: str, written: str) -> None:
    assert formatted(said) == written


def test_secrets_in_tracebacks_are_masked() -> None:
    try:
        raise ValueError("sk-abcdef123456")
    except ValueError as error:
        text = formatted("broke", exc_info=(ValueError, error, error.__traceback__))

    assert text.endswith("ValueError: sk-…")


def test_a_failed_request_carries_the_reference_of_its_page() -> None:
    assert formatted("broke", request=SimpleNamespace(reference="K7QX-2941")) == "[K7QX-2941] ERROR persona: broke"


def test_levels() -> None:
    settings = logging_settings("INFO")

    assert (settings["root"]["level"], settings["loggers"]["django.request"]) == ("INFO", {"level": "ERROR"})
