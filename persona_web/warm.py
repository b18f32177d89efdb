"""Warm-up: a worker imports what the first run will need before somebody waits for it."""

from __future__ import annotations

import logging
import pkgutil
from importlib import import_module

import persona

logger = logging.getLogger(__name__)

# Imported inside functions of the library, to keep its own import light.
HEAVY = ("chardet", "duckdb", "scipy.linalg", "scipy.sparse", "snowballstemmer")


def warm() -> None:
    """Import the heavy libraries and every room of ours; a missing one is the first run's to report."""
    rooms = [room.name for room in pkgutil.walk_packages(persona.__path__, "persona.")]
    for name in (*HEAVY, *(room for room in rooms if not room.endswith("__main__"))):
        try:
            import_module(name)
        except ImportError:
            logger.warning("Could not warm up %s", name, exc_info=True)
