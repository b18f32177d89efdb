"""A data folder as the first start makes it: made once for all processes of tests, copied for each server."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the folder is: to look at and to copy, never to work in."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "prepared-data"
    with (shared / "prepared-data.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "prepared").exists():
            kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
            variables = {**kept, "DJANGO_SETTINGS_MODULE": "persona_web.settings", "DATA_DIR": str(folder)}
            subprocess.run([sys.executable, "-m", "persona_web.prepare"], cwd=ROOT, env=variables, check=True)
    return folder


def copy_of(prepared: Path, folder: Path) -> Path:
    """A data folder of one's own with the tables and pages of `prepared`, and no secrets of another's."""
    shutil.copytree(prepared, folder, ignore=shutil.ignore_patterns("secret-key", "encryption-key"))
    return folder
