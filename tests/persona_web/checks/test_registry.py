"""The registry: what a start refuses is what the doctor finds, and a check that breaks hides no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona_web.checks import registry
from persona_web.checks.kinds import Check, Finding, Weight
from persona_web.env import Env

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest


def breaks(_env: Env) -> Iterator[str]:
    yield "This is said."
    raise ZeroDivisionError


def test_a_check_that_breaks_says_so_and_the_next_one_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    checks = (
        Check("first", Weight.WRONG, breaks),
        Check("second", Weight.TOLD, lambda _env: ["Known."]),
        Check("third", Weight.WRONG, lambda _env: []),
    )
    monkeypatch.setattr(registry, "CHECKS", checks)

    assert list(registry.examine(Env())) == [
        Finding("first", Weight.WRONG, ("This could not be looked at: ZeroDivisionError.",)),
        Finding("second", Weight.TOLD, ("Known.",)),
        Finding("third", Weight.WRONG, ()),
    ]
    assert [found.is_trouble for found in registry.examine(Env())] == [True, False, False]


def test_a_start_is_refused_by_what_the_doctor_finds_too() -> None:
    env = Env(production=True, public_url="http://persona.example.com")
    found = [text for each in registry.examine(env) if each.weight is Weight.REFUSED for text in each.sentences]

    assert found == registry.refusals(env)
    assert len(found) == 6


def test_every_check_has_a_name_of_its_own() -> None:
    names = [check.about for check in registry.CHECKS]

    assert sorted(set(names)) == sorted(names)
