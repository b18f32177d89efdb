"""What the recipes share: a copy of the tree that a recipe may change, and the checks that run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SKIPPED = shutil.ignore_patterns("__pycache__", "build", "var", "node_modules", "images", ".*")
SKIPPED_OF_TESTS = shutil.ignore_patterns("__pycache__", "data", ".*")
TREES = (
    "persona",
    "core",
    "accounts",
    "experiments",
    "generation",
    "persona_web",
    "templates",
    "static",
    "docs",
    "tests",
)
FILES = ("manage.py", "pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md")


@dataclass
class Copy:
    """A copy of the tree; `touched` are the files that the recipe wrote by hand."""

    path: Path
    touched: set[str] = field(default_factory=set)

    def edit(self, name: str, old: str, new: str) -> None:
        """Put `new` in the place of `old`, which must stand there once."""
        file = self.path / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name} holds {text.count(old)} times: {old}"
        file.write_text(text.replace(old, new), encoding="utf-8")
        self.touched.add(name)

    def write(self, name: str, text: str) -> None:
        assert not (self.path / name).exists()
        (self.path / name).write_text(text, encoding="utf-8")
        self.touched.add(name)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """A command in the copy."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
        environment |= {"PYTHONPATH": str(self.path), "OMP_NUM_THREADS": "1", "DATA_DIR": str(self.path / "var")}
        return subprocess.run(
            command, cwd=self.path, env=environment, capture_output=True, text=True, check=False, timeout=600
        )

    def generate_documents(self) -> set[str]:
        """Let `scripts/schema` and `scripts/openapi` write what they write; the documents that have changed."""
        before = {file: file.read_bytes() for file in (self.path / "docs").rglob("*.json")}
        for script in ("schema", "openapi"):
            done = self.run("sh", f"scripts/{script}")
            assert done.returncode == 0, done.stderr
        return {file.relative_to(self.path).as_posix() for file, old in before.items() if file.read_bytes() != old}

    def check(self, *tests: str) -> None:
        """Run tests of the copy against the copy."""
        done = self.run(
            sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-n", "0", "--nomigrations", *tests
        )
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def tree(tmp_path: Path) -> Copy:
    for name in TREES:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=SKIPPED_OF_TESTS if name == "tests" else SKIPPED)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    for name in FILES:
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / ".venv").symlink_to(sys.prefix)
    return Copy(tmp_path)
