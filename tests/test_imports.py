"""Imports point one way: persona ← core ← accounts ← experiments ← generation ← persona_web, without exceptions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.source_trees import imported

ROOT = Path(__file__).resolve().parent.parent
# From the bottom up: each may import those before it.
ROOMS = ("persona", "core", "accounts", "experiments", "generation", "persona_web")
WEB = {"django", "ninja", "celery", "allauth", "kombu", "granian"}


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def rooms(names: frozenset[str]) -> set[str]:
    return {name.split(".")[0] for name in names}


def modules(room: str) -> list[Path]:
    return [path for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts]


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_import_only_from_below(room: str) -> None:
    above = set(ROOMS[ROOMS.index(room) + 1 :])

    assert {module(path): sorted(higher) for path in modules(room) if (higher := rooms(imported(path)) & above)} == {}


def test_library_knows_nothing_of_the_web() -> None:
    assert {module(path): sorted(web) for path in modules("persona") if (web := rooms(imported(path)) & WEB)} == {}
