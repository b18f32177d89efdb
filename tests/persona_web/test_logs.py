"""Logs: no secrets in them, and a name for each failed request."""

from __future__ import annotations

import json
import logging
from types import SimpleNamespace

import pytest

from core.context import bound
from persona_web.logs import JsonLines, Masking, logging_settings


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


def test_a_line_carries_what_it_belongs_to() -> None:
    with bound(request="K7QX-2941", run=7):
        assert formatted("read") == "[K7QX-2941 run=7] ERROR persona: read"


def test_lines_for_programs_are_objects_without_secrets() -> None:
    record = logging.makeLogRecord(
        {"msg": "key %s", "args": ("sk-abcdef123456",), "levelname": "INFO", "name": "persona", "created": 0.25}
    )
    with bound(task="t", person=3):
        line = json.loads(JsonLines().format(record))

    assert line == {
        "time": "1970-01-01T00:00:00.250+00:00",
        "level": "INFO",
        "logger": "persona",
        "message": "key sk-…",
        "task": "t",
        "person": "3",
    }


def test_tracebacks_stand_in_the_object_too() -> None:
    try:
        raise ValueError("sk-abcdef123456")
    except ValueError as error:
        record = logging.makeLogRecord({"msg": "broke", "exc_info": (ValueError, error, error.__traceback__)})

    text = JsonLines().format(record)
    assert (json.loads(text)["traceback"].splitlines()[-1], len(text.splitlines())) == ("ValueError: sk-…", 1)


def test_the_form_is_chosen() -> None:
    forms = [logging_settings("INFO", form)["handlers"]["console"]["formatter"] for form in ("plain", "json")]

    assert forms == ["plain", "json"]
