"""What stands in a source file, for the tests that look at code; what several of them ask is kept."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def nodes(path: Path) -> Iterator[ast.AST]:
    """Every node of the file, in the order of `ast.walk`; not kept, for all trees together fill the memory."""
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


@cache
def imported(path: Path) -> frozenset[str]:
    """Full names of everything that a file imports, at its top, in functions and for types; imports are absolute."""
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)
