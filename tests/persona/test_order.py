"""Inside the library, too, imports point one way."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import persona

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(persona.__file__).parent
# Each room may use what stands before it; names in one line do not use each other.
ORDER = (
    (
        "_deprecated",
        "version",
        "notebook",
        "exceptions",
        "ids",
        "numerals",
        "files",
        "filekinds",
        "database",
        "terms",
        "remembering",
        "weights",
    ),
    ("kinds", "dialects", "providers", "run_states"),
    ("models",),
    ("events", "messages", "sections"),
    ("reading",),
    ("table",),
    ("questionnaire",),
    ("text",),
    ("evidence", "recoding"),
    ("grouping",),
    ("writers.base",),
    ("writing",),
    ("counted",),
    ("narrative",),
    ("next_steps", "assigning", "edits"),
    ("checking", "crosstables", "verdict"),
    ("proving", "judging"),
    ("writers.llm",),
    ("store", "samples", "column_overrides", "estimate", "progress"),
    ("segments", "sandbox"),
    ("source", "pipeline"),
    ("experiment", "interviews"),
    ("asking",),
    ("codebooks", "finished"),
    ("generator", "inspecting", "exporting"),
    ("outputs", "readiness"),
    ("comparing", "verifying", "regrouping", "annotating", "client", "quality_gate"),
    ("cli",),
)
# The interface of writers stands below those who write, the writers that ask a model above them.
PARTED = {"writers"}
PLACE = {room: place for place, rooms in enumerate(ORDER) for room in rooms}


class Imports(ast.NodeVisitor):
    """Modules of ours that are imported when the code runs; imports for type checkers do not count."""

    def __init__(self, path: Path) -> None:
        self.found: set[str] = set()
        self.visit(ast.parse(path.read_text(encoding="utf-8")))

    def visit_If(self, node: ast.If) -> None:
        if not (isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"):
            self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        self.found |= {alias.name for alias in node.names}

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        self.found |= {f"{node.module}.{alias.name}" for alias in node.names}


def room_of(path: Path) -> str:
    return named(path.relative_to(ROOT).with_suffix("").parts)


def named(parts: Sequence[str]) -> str:
    return ".".join(parts[: 2 if parts[0] in PARTED else 1])


def uses() -> dict[str, set[str]]:
    """Which rooms each room imports from; `persona` itself only holds the version."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in ROOT.rglob("*.py"):
        names = {named(name.split(".")[1:]) for name in Imports(path).found if name.startswith("persona.")}
        found[room_of(path)] |= {name for name in names if name in PLACE} - {room_of(path)}
    return found


def test_every_room_has_its_place() -> None:
    assert {room_of(path) for path in ROOT.rglob("*.py")} - {"__init__", "__main__", "writers.__init__"} == set(PLACE)


def test_rooms_use_only_what_stands_before_them() -> None:
    wrong = {
        (room, used) for room, found in uses().items() for used in found if room in PLACE and PLACE[used] >= PLACE[room]
    }

    assert wrong == set()
