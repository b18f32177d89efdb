"""The image, built without an engine: the steps of its first stage, done in a folder of their own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from persona.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.long, pytest.mark.xdist_group("wheel")]  # minutes: all that an image has is installed
ROOT = Path(__file__).resolve().parent.parent.parent
MEGABYTE = 1_000_000
MOST = 700  # megabytes for /app; what is below it, Debian with Python, has some 130


def steps(dockerfile: str) -> Iterator[tuple[str, str]]:
    """The instructions of the first stage, each with what follows it."""
    text = re.sub(r"\\\n", " ", re.sub(r"^#.*\n", "", dockerfile, flags=re.MULTILINE))
    for line in text.strip().partition("\nFROM ")[0].splitlines():
        if line.strip():
            name, _, rest = line.partition(" ")
            yield name, rest.strip()


def context(folder: Path) -> None:
    """What `COPY . .` brings: the list of Dockerfile.dockerignore, and nothing else."""
    for line in (ROOT / "deploy" / "Dockerfile.dockerignore").read_text().splitlines():
        if line.startswith("!"):
            source, target = ROOT / line[1:], folder / line[1:]
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, target)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the image has as /app."""
    root = tmp_path_factory.mktemp("image")
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment = {**kept, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    (root / "source").mkdir()
    for name, rest in steps((ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")):
        match name, rest:
            case "RUN", _:
                command = re.sub(r"(?<![\w.])/(app|source)\b", rf"{root}/\1", rest)
                done = subprocess.run(
                    command,
                    shell=True,
                    cwd=root / "source",
                    env=environment,
                    capture_output=True,
                    text=True,
                    check=False,
                )
                assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
            case "COPY", _:
                context(root / "source")
            case _:
                assert (name, rest.split()[0]) in {("FROM", "python:3.12-slim-bookworm"), ("WORKDIR", "/source")}
    return root / "app"


def test_its_program_runs_and_finds_nothing_missing(image: Path, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [image / "bin" / "persona-web", "doctor", "--json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    found = {each["about"]: each["sentences"] for each in json.loads(done.stdout)}
    assert (found["versions"], found["storage"]) == ([], [])
    assert found["migrations"] == ["The database has no tables yet, or cannot be asked: run persona-web migrate."]


def test_its_list_of_parts_is_whole(image: Path) -> None:
    listed = json.loads((image / "sbom.cdx.json").read_text())
    parts = {part["name"]: part["version"] for part in listed["components"]}
    installed = {path.name.removesuffix(".dist-info") for path in image.glob("lib/python*/site-packages/*.dist-info")}

    assert (listed["bomFormat"], parts["persona-web"], len(parts)) == ("CycloneDX", __version__, len(installed))
    assert {"Django", "celery", "duckdb"} <= parts.keys()


def test_it_is_small_enough_and_holds_no_tests(image: Path) -> None:
    files = [path for path in image.rglob("*") if path.is_file() and not path.is_symlink()]

    assert sum(path.stat().st_size for path in files) < MOST * MEGABYTE
    assert [path for path in image.rglob("tests") if path.is_dir()] == []
