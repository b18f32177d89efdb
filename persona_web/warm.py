"""Warm-up: a worker imports what the first run will need before somebody waits for it."""

from __future__ import annotations

import logging
import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError

import persona

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

logger = logging.getLogger(__name__)

# Imported inside functions of the library, to keep its own import light.
MODELS = "persona.writers.llm"
# The terminal, the way to other servers, and what only pages and programs ask for are never a worker's. Questions to a
# result are: but few workers ever get one, and the first waits no longer for it than for the answer.
OTHERS = (
    "persona.__main__",
    "persona.annotating",
    "persona.asking",
    "persona.assigning",
    "persona.cli",
    "persona.client",
    "persona.codebooks",
    "persona.comparing",
    "persona.exporting",
    "persona.inspecting",
    "persona.notebook",
    "persona.outputs",
    "persona.readiness",
    "persona.verifying",
)
HEAVY = ("duckdb", "scipy.linalg", "scipy.sparse", "snowballstemmer")


def warm(*, with_models: bool) -> None:
    """Import the heavy libraries and every room of ours; a missing one is the first run's to report."""
    for name in (*HEAVY, *_rooms(with_models)):
        try:
            import_module(name)
        except ImportError:
            logger.warning("Could not warm up %s", name, exc_info=True)


def _rooms(with_models: bool) -> list[str]:
    """Every room of the library; those of language models take as long as all others, and only some can use them."""
    left_out = OTHERS if with_models else (*OTHERS, MODELS)
    return list(_below(persona.__path__, "persona.", left_out))


def _below(path: Iterable[str], prefix: str, left_out: tuple[str, ...]) -> Iterator[str]:
    """Names of modules, packages before what is in them; a package that is left out is not imported to look inside."""
    for module in pkgutil.iter_modules(path, prefix):
        if module.name in left_out:
            continue
        yield module.name
        if module.ispkg:
            yield from _below(import_module(module.name).__path__, f"{module.name}.", left_out)


def has_models() -> bool:
    """Whether the operator or somebody else has a key or an address of a language model."""
    from accounts.models import ProviderKey

    env = settings.ENV
    given = (env.openai_api_key, env.anthropic_api_key, env.google_api_key, env.openai_base_url, env.ollama_base_url)
    try:
        return any(given) or ProviderKey.objects.exists()
    except DatabaseError:  # a worker may start before the tables are there
        return False
