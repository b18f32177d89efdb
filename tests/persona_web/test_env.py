"""The environment: values that cannot be are told, and their defaults stand in for them."""

from __future__ import annotations

import pytest

from persona_web.env import given


def test_what_cannot_be_is_told_and_its_default_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "70000")
    monkeypatch.setenv("MAX_ROWS", "500")

    env, sentences = given()

    assert (env.port, env.max_rows) == (8000, 500)
    assert sentences == ["PORT=70000: Input should be less than or equal to 65535"]
