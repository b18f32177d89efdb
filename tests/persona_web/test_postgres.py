"""The same code on PostgreSQL: what the apps' tests ask of a database, asked once more of a real one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = (
    "models",
    "services",
    "ingest",
    "tasks",
    "lease",
    "recorder",
    "experiment_list",
    "prepared",
    "races",
    "once",
    "throttling",
    "outbox",
    "sending",
    "triggers",
    "old_code_serves",
    "log.py",
)


@pytest.mark.integration
def test_apps_pass_their_tests_on_postgres(postgres_url: str) -> None:
    rooms = " or ".join(f"test_{room}" for room in ROOMS)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not integration", "-k", rooms]
    command += ["tests/experiments", "tests/generation", "tests/api", "tests/accounts", "tests/core"]
    command += ["tests/persona_web/test_old_code_serves.py"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}

    done = subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env={**environment, "DATABASE_URL": postgres_url},
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stdout
