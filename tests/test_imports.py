"""Imports point one way: persona ← experiments ← generation ← persona_web; leaves of persona_web know no app."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# What each room may import of ours. The leaves of persona_web (pages, access, accounts …) are open to the apps.
LOWER = {
    "persona": set(),
    "experiments": {"persona", "persona_web"},
    "generation": {"persona", "persona_web", "experiments"},
    "persona_web": {"persona", "experiments", "generation"},
}
# The ends that join everything; nobody else in persona_web may know an app, and no app may know them.
JOINTS = {"persona_web.urls", "persona_web.settings", "persona_web.celery", "persona_web.api", "persona_web.wsgi"}
WEB = {"django", "ninja", "celery", "allauth", "kombu", "granian"}


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path) -> set[str]:
    """Full names of all modules that the file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def rooms(names: set[str]) -> set[str]:
    return {name.split(".")[0] for name in names}


def modules(room: str) -> list[Path]:
    return [path for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts]


@pytest.mark.parametrize("room", LOWER)
def test_rooms_import_only_from_below(room: str) -> None:
    upwards = {
        module(path): sorted(higher)
        for path in modules(room)
        if (higher := rooms(imported(path)) & (LOWER.keys() - LOWER[room] - {room}))
    }

    assert upwards == {}


def test_library_knows_nothing_of_the_web() -> None:
    assert {module(path): sorted(web) for path in modules("persona") if (web := rooms(imported(path)) & WEB)} == {}


def test_only_the_joints_of_the_project_know_the_apps() -> None:
    knowing = {module(path) for path in modules("persona_web") if rooms(imported(path)) & {"experiments", "generation"}}

    assert knowing - JOINTS == set()


def test_apps_use_only_the_leaves_of_the_project() -> None:
    joined = {
        module(path): sorted(known)
        for room in ("experiments", "generation")
        for path in modules(room)
        if (known := {name for name in imported(path) for joint in JOINTS if f"{name}.".startswith(f"{joint}.")})
    }

    assert joined == {}
