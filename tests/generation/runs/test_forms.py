"""The form of settings: who writes, with which model, at most for how much."""

from __future__ import annotations

from typing import Any

import pytest

from generation.providers.registry import WriterOption
from generation.runs.forms import SettingsForm, WayOnForm
from persona.models import PersonaConfig
from persona.providers import PROVIDERS

ENGINES = (
    WriterOption("builtin", "Built-in", "nobody", is_private=True),
    WriterOption("openai", "OpenAI", "own", is_private=False, models=PROVIDERS["openai"].models),
    WriterOption("google", "Gemini", None, is_private=False, models=PROVIDERS["google"].models),
)
COMMON = {"count": "3", "detail": "short"}
BY_MODEL = COMMON | {
    "model": "openai",
    "name_openai": "gpt-5.4",
    "budget_usd": "1.50",
    "template": "ux",
    "verify": "on",
}


def form(**posted: Any) -> SettingsForm:
    return SettingsForm(ENGINES, posted)


def test_the_builtin_writer_keeps_nothing_of_what_models_need() -> None:
    found = form(**COMMON, model="builtin", budget_usd="2", verify="on")

    assert found.is_valid()
    assert found.chosen == {"count": 3, "model": "builtin", "detail": "short"}


def test_a_model_is_kept_with_limit_template_and_second_look() -> None:
    found = form(**BY_MODEL)

    assert found.is_valid()
    chosen = {"count": 3, "model": "openai:gpt-5.4", "detail": "short"}
    assert found.chosen == chosen | {"budget_usd": 1.5, "template": "ux", "verify": True}
    assert PersonaConfig.model_validate(found.chosen)


def test_another_model_is_taken_by_its_name() -> None:
    found = form(**BY_MODEL | {"name_openai": "", "other_openai": " o9-mini "})

    assert found.is_valid()
    assert found.chosen["model"] == "openai:o9-mini"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"model": "google", "name_google": "gemini-3.5-flash"}, "model"),  # there is no key
        ({"name_openai": ""}, "other_openai"),
        ({"name_openai": "made-up"}, "name_openai"),
        ({"budget_usd": "-1"}, "budget_usd"),
        ({"budget_usd": "plenty"}, "budget_usd"),
        ({"template": "../../etc/passwd"}, "template"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(changes: dict[str, str], field: str) -> None:
    assert field in form(**BY_MODEL | changes).errors


@pytest.mark.parametrize(
    ("config", "shown"),
    [
        ({"model": "openai:gpt-5.4", "budget_usd": 2}, ("openai", "gpt-5.4", "", "2.00")),
        ({"model": "openai:o9", "budget_usd": 0.0055}, ("openai", "", "o9", "0.0055")),
        ({"model": "openai:o9", "budget_usd": None}, ("openai", "", "o9", "")),
        ({"model": "google:gone"}, ("builtin", None, None, "")),
        ({}, ("builtin", None, None, None)),
    ],
)
def test_the_form_opens_as_it_was_left(config: dict[str, Any], shown: tuple[str | None, ...]) -> None:
    found = SettingsForm.showing(PersonaConfig(**config), ENGINES).initial

    names = ("model", "name_openai", "other_openai", "budget_usd")
    assert tuple(found.get(name) for name in names) == shown


def test_ways_on_change_only_what_they_say() -> None:
    changes = []
    for posted in ({}, {"how": "again"}, {"how": "raise", "budget_usd": "3"}, {"how": "builtin", "budget_usd": "9"}):
        found = WayOnForm(posted)
        assert found.is_valid()
        changes.append(found.changes)

    assert changes == [{}, {}, {"budget_usd": 3.0}, {"model": "builtin", "budget_usd": None}]
