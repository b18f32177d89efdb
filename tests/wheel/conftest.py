"""The package as people get it: built from this checkout, installed in an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
UV = Path(sys.executable).parent / "uv"
# Whatever of this checkout an installed package could find by accident.
OURS = ("PYTHONPATH", "DATA_DIR", "DJANGO_SETTINGS_MODULE", "DATABASE_URL", "REDIS_URL", "VIRTUAL_ENV")


def run(*command: str | Path, cwd: Path = ROOT, given: str = "", **settings: str) -> str:
    """What a program prints; that it fails is a failure here."""
    environment = {name: value for name, value in os.environ.items() if name not in OURS} | settings
    done = subprocess.run(command, cwd=cwd, env=environment, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel that was made from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(UV, "build", "--quiet", "--no-build-isolation", "--python", sys.executable, "--out-dir", folder)
    return folder


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def sdist(built: Path) -> Path:
    (found,) = built.glob("*.tar.gz")
    return found


@dataclass(frozen=True)
class Installed:
    """An environment with the package in it, and nothing of this checkout."""

    folder: Path
    added: frozenset[str]  # what the package put at the top of site-packages

    def program(self, name: str) -> Path:
        return self.folder / "bin" / name


def site_packages(folder: Path) -> Path:
    (found,) = folder.glob("lib/python*/site-packages")
    return found


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel with its extra `web`, over the locked requirements."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    install = (UV, "pip", "install", "--quiet", "--python", folder / "bin" / "python")
    run(*install, "--require-hashes", "-r", "requirements/web.txt")
    before = {path.name for path in site_packages(folder).iterdir()}
    # Offline: the extra must ask for nothing that the lock has not brought.
    run(*install, "--offline", "--compile-bytecode", f"persona-web[web] @ {wheel.as_uri()}")
    after = {path.name for path in site_packages(folder).iterdir()}
    return Installed(folder, frozenset(after - before))
