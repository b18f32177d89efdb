"""The app is a few rooms that lean on each other in few ways; what grows beyond that wants another room."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from tests.test_import_circles import ROOMS, ROOT, imports, modules

APP = "generation"
MOST_ROOMS, MOST_ARROWS, LEAST_LINES = 16, 45, 30
DJANGOS = {"generation.models", "generation.apps", "generation.urls", "generation.admin"}  # it imports them by name

REGISTERS = "generation.apps"
"""Tells other apps of modules that nobody here calls, each a thing of its own."""

KNOWN = modules(ROOT, ROOMS)


@cache
def all_imports() -> dict[str, set[str]]:
    return {name: imports(path, KNOWN) for name, path in KNOWN.items()}


def room(module: str) -> str:
    """`generation.runs` of `generation.runs.worker`; a loose module is a room of its own."""
    return ".".join(module.split(".")[:2])


def inside(module: str) -> bool:
    return module.startswith(f"{APP}.")


def test_the_app_has_few_rooms() -> None:
    assert 1 < len({room(name) for name in KNOWN if inside(name)}) <= MOST_ROOMS


def test_few_arrows_lead_from_room_to_room() -> None:
    arrows = {
        (room(name), room(other))
        for name in filter(inside, KNOWN)
        for other in filter(inside, all_imports()[name])
        if room(name) != room(other)
    }

    assert 1 < len(arrows) <= MOST_ARROWS


def test_no_module_is_a_scrap_of_the_only_one_that_uses_it() -> None:
    users = defaultdict(set)
    for name, found in all_imports().items():
        for other in found:
            users[other].add(name)
    lines = {name: path.read_bytes().count(b"\n") for name, path in KNOWN.items() if path.name != "__init__.py"}

    short = [name for name, count in lines.items() if inside(name) and count < LEAST_LINES]
    scraps = [name for name in short if len(users[name]) == 1 and users[name] != {REGISTERS}]
    assert set(scraps) - DJANGOS == set()
