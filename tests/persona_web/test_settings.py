"""The settings as they come out of an environment, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SAFE = {
    "PRODUCTION": "1",
    "SECRET_KEY": "Jv3mX9qLz0RtY7bWc5NnKf2HsUe8GdPa1MiTo6QxBrZyCkVj4wEl",
    "ENCRYPTION_KEYS": "pO5sYb1Xn8QvTz3LrKd7Mf0WgHcJ2eUa9iRt6NqB",
    "PUBLIC_URL": "https://persona.example",
    "TRUSTED_PROXIES": "1",
    "EMAIL_URL": "smtps://mail.example",
    "SINGLE_HOST": "1",
}


def manage(tmp_path: Path, *arguments: str, **values: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment = {**kept, "DATA_DIR": str(tmp_path), **values}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def values(tmp_path: Path, *names: str, **environment: str) -> dict[str, Any]:
    code = "import json; from django.conf import settings as found; "
    code += f"print(json.dumps({{name: getattr(found, name) for name in {names}}}))"
    done = manage(tmp_path, "shell", "--no-imports", "-c", code, **environment)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_production_passes_the_checks_for_deployment(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **SAFE)

    assert (done.returncode, done.stdout) == (0, "System check identified no issues (2 silenced).\n"), done.stderr


def test_production_refuses_to_start_with_what_is_unsafe(tmp_path: Path) -> None:
    done = manage(tmp_path, "check", **SAFE, DEBUG="1")

    sentence = "PRODUCTION and DEBUG exclude each other: turn DEBUG off.\n"
    assert (done.returncode, done.stderr, list(tmp_path.iterdir())) == (1, sentence, [])


COOKIES = (
    "SESSION_COOKIE_NAME",
    "CSRF_COOKIE_NAME",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_SSL_REDIRECT",
)


BROKER = ("CELERY_BROKER_URL", "CELERY_BROKER_TRANSPORT_OPTIONS", "CELERY_BEAT_SCHEDULE", "CELERY_TASK_TIME_LIMIT")


class Found(NamedTuple):
    """What the settings are, and the data folder that was not there before."""

    folder: Path
    values: dict[str, Any]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """As on a person's own computer."""
    folder = tmp_path_factory.mktemp("embedded") / "data"
    return Found(folder, values(folder, *COOKIES, *BROKER, SWEEP_SECONDS="5"))


def test_https_binds_the_cookies(tmp_path: Path) -> None:
    assert list(values(tmp_path, *COOKIES, **SAFE).values()) == ["__Host-session", "__Host-csrf", True, True, True]


def test_plain_http_on_this_machine_works_without(embedded: Found) -> None:
    assert [embedded.values[name] for name in COOKIES] == ["persona-session", "persona-csrf", False, False, False]


def test_a_folder_carries_messages_where_no_redis_is_given(embedded: Found) -> None:
    url, options, schedule, _ = (embedded.values[name] for name in BROKER)

    assert url == "filesystem://localhost/"
    assert options == {
        "data_folder_in": f"{embedded.folder}/queue/msg",
        "data_folder_out": f"{embedded.folder}/queue/msg",
        "control_folder": f"{embedded.folder}/queue/ctl",
        "processed_folder": f"{embedded.folder}/queue/done",
        "polling_interval": 0.1,
    }
    assert schedule == {
        name: {"task": name, "schedule": 5.0, "options": {"expires": 5.0}}
        for name in (
            "accounts.sweep_key_tests",
            "accounts.sweep_own_data",
            "experiments.sweep",
            "generation.sweep",
            "generation.sweep_segments",
            "generation.sweep_webhooks",
        )
    }


def test_redis_waits_longer_than_any_task_runs(tmp_path: Path) -> None:
    url, options, _, longest = values(tmp_path, *BROKER, REDIS_URL="redis://queue.example:6379/0").values()

    assert (url, options["visibility_timeout"] > longest) == ("redis://queue.example:6379/0", True)


def test_what_lies_in_the_data_folder_is_for_its_owner(embedded: Found) -> None:
    folders = [embedded.folder, *(path for path in embedded.folder.rglob("*") if path.is_dir())]

    assert len(folders) > 1
    assert {oct(folder.stat().st_mode & 0o777) for folder in folders} == {"0o700"}
