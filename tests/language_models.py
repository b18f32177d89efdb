"""Language models in tests: none is ever asked, but a server of ours where a test says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic_ai import models

from tests.fake_llm import FakeLLM

if TYPE_CHECKING:
    from collections.abc import Iterator

models.ALLOW_MODEL_REQUESTS = False


@pytest.fixture
def models_may_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests whose models stand on this computer."""
    monkeypatch.setattr(models, "ALLOW_MODEL_REQUESTS", True)


@pytest.fixture
def fake_llm(models_may_be_asked: None) -> Iterator[FakeLLM]:
    """A server that speaks as OpenAI does, on a free port; `fake_llm.options` change what it does."""
    with FakeLLM() as server:
        yield server
