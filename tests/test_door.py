"""Services are the door: pages, the API and the administration change nothing in the database by themselves."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.source_trees import nodes

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("accounts", "experiments", "generation", "persona_web")
DOORS = {"views", "api", "admin", "schemas"}
"""Modules that people and programs come in by, or packages of them."""
INFRASTRUCTURE = {"accounts/api/idempotency.py", "accounts/api/idempotency_records.py"}
"""What makes a request happen once: no user's object is changed there."""
WRITES = {
    "save",
    "asave",
    "create",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
    "add",
    "clear",
    "delete",
    "update",
}
OF_ROWS = {"objects", "filter", "visible_to", "get_object_or_404", "get"}
"""What stands in a chain that leads to rows; `set.add` and `dict.update` have none of it."""


def writes(path: Path) -> list[str]:
    """Calls that write rows: any save or create, and others on what was looked up in the database."""
    found = []
    for node in nodes(path):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            chain = {each.attr for each in ast.walk(node.func.value) if isinstance(each, ast.Attribute)}
            chain |= {each.id for each in ast.walk(node.func.value) if isinstance(each, ast.Name)}
            is_any = node.func.attr not in ("add", "clear", "delete", "update")
            if "services" not in chain and (is_any or chain & OF_ROWS):
                found.append(f"{path.name}:{node.lineno} .{node.func.attr}()")
    return found


def doors() -> list[Path]:
    paths = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return [path for path in paths if DOORS & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}]


def test_doors_write_nothing() -> None:
    found = {str(path.relative_to(ROOT)): writes(path) for path in doors()}

    assert len(found) > 20
    assert {name: calls for name, calls in found.items() if calls and name not in INFRASTRUCTURE} == {}


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("experiment.save(update_fields=['name'])", 1),
        ("Run.objects.filter(pk=1).update(status='done')", 1),
        ("get_object_or_404(Run, pk=1).delete()", 1),
        ("Draft.objects.create(experiment=1)", 1),
        ("services.delete_experiment(experiment=1)", 0),
        ("headers.update(more)", 0),
    ],
)
def test_what_writes_is_found(tmp_path: Path, line: str, count: int) -> None:
    (tmp_path / "views.py").write_text(line)

    assert len(writes(tmp_path / "views.py")) == count
