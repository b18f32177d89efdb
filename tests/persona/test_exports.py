"""The public surface is what `persona.__all__` says, typed as it is imported, and light."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import persona

ROOT = Path(__file__).resolve().parents[2]


def promised_to_type_checkers() -> set[str]:
    """Names imported in the TYPE_CHECKING block of `persona/__init__.py`."""
    tree = ast.parse((ROOT / "persona" / "__init__.py").read_text(encoding="utf-8"))
    blocks = [node for node in tree.body if isinstance(node, ast.If)]
    imports = [node for block in blocks for node in block.body if isinstance(node, ast.ImportFrom)]
    return {alias.name for node in imports for alias in node.names}


def test_all_is_sorted_and_without_repeats() -> None:
    assert persona.__all__ == sorted(set(persona.__all__))


def test_type_checkers_see_what_is_exported() -> None:
    assert promised_to_type_checkers() | {"__version__"} == set(persona.__all__)


@pytest.mark.parametrize("name", persona.__all__)
def test_every_public_name_is_importable(name: str) -> None:
    assert getattr(persona, name) is not None
    assert name in dir(persona)


def test_public_names_are_those_of_their_modules() -> None:
    for module, names in persona._HOMES.items():
        for name in names:
            assert getattr(persona, name) is getattr(import_module(module), name)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'persona' has no attribute 'nope'"):
        _ = persona.nope  # type: ignore[attr-defined]


def test_version_is_the_newest_of_the_changelog() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.findall(r"^## (\d+\.\d+\.\d+)", changes, re.MULTILINE)[:1] == [persona.__version__]


@pytest.mark.parametrize(
    ("command", "forbidden"),
    [
        (["-c", "import persona"], {"pydantic", "numpy", "typer", "asyncio"}),
        (["-m", "persona", "--help"], {"pydantic", "numpy", "rich", "asyncio"}),
        (["-c", "import persona.experiment, persona.generator"], {"numpy", "sklearn", "scipy", "duckdb", "rich"}),
    ],
    ids=["import persona", "persona --help", "experiment and generator"],
)
def test_heavy_libraries_wait_until_they_are_used(command: list[str], forbidden: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *command], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = {line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}

    assert loaded & forbidden == set()
