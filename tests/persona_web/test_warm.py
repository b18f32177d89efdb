"""Warming up a worker: the first run finds everything imported that it can need."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from accounts.models import ProviderKey
from persona_web.warm import has_models

if TYPE_CHECKING:
    from pytest_django import Settings

    from accounts.models import User

CODE = """
import sys
from persona_web.warm import warm
warm(with_models={with_models})
print(sorted({{"duckdb", "scipy.sparse", "persona.pipeline", "persona.grouping", "pydantic_ai"}} & sys.modules.keys()))
"""
ALWAYS = ["duckdb", "persona.grouping", "persona.pipeline", "scipy.sparse"]
WORKERS_ONLY = {"duckdb", "httpcore", "numpy", "persona.writing.lexicon", "pydantic_ai", "scipy"}


@pytest.mark.parametrize(("with_models", "expected"), [(False, ALWAYS), (True, sorted([*ALWAYS, "pydantic_ai"]))])
def test_the_heavy_rooms_are_imported(with_models: bool, expected: list[str]) -> None:
    code = CODE.format(with_models=with_models)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert (done.stdout, done.stderr) == (f"{expected}\n", "")


def test_the_web_server_imports_nothing_that_only_workers_need() -> None:
    code = f"import sys, persona_web.wsgi; print(sorted({WORKERS_ONLY} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.django_db
def test_models_are_there_once_somebody_has_a_key(alice: User, settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"openai_api_key": None, "ollama_base_url": None})
    before = has_models()
    ProviderKey.objects.create(owner=alice, provider="openai", checked=timezone.now())

    assert (before, has_models()) == (False, True)
