"""`persona-web`: what the doctor prints, what each command becomes, and that none starts without its tables."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from persona_web import commands
from persona_web.checks.kinds import Finding, Weight
from persona_web.env import Env

if TYPE_CHECKING:
    from pathlib import Path

FINDINGS = [
    Finding("disk", Weight.WRONG, ("The disk is full.",)),
    Finding("room left", Weight.TOLD, ("The disk is 95% full.",)),
    Finding("database", Weight.WRONG, ()),
]


@pytest.fixture
def became(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """The programs that commands became, on a folder whose tables are there."""
    found: list[list[str]] = []
    monkeypatch.setattr(commands, "read", lambda: Env(data_dir=tmp_path, log_level="INFO"))
    monkeypatch.setattr(commands, "migrations", lambda _env: [])
    monkeypatch.setattr(commands, "_become", found.append)
    return found


def test_the_doctor_says_what_is_wrong_and_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "examine", lambda _env: FINDINGS)
    monkeypatch.setenv("PORT", "eighty")

    done = CliRunner().invoke(commands.app, ["doctor"])

    assert done.exit_code == 1
    assert done.output.splitlines() == [
        "setting: PORT=eighty: Input should be a valid integer, unable to parse string as an integer",
        "disk: The disk is full.",
        "room left (to know): The disk is 95% full.",
        "In order: database.",
    ]


def test_what_is_only_told_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "examine", lambda _env: FINDINGS[1:])

    done = CliRunner().invoke(commands.app, ["doctor", "--json"])

    assert (done.exit_code, json.loads(done.output)) == (
        0,
        [
            {"about": "room left", "weight": "told", "sentences": ["The disk is 95% full."]},
            {"about": "database", "weight": "wrong", "sentences": []},
        ],
    )


def test_a_worker_serves_what_it_is_told_and_has_no_schedule(became: list[list[str]]) -> None:
    CliRunner().invoke(commands.app, ["worker", "--queues", "reading, exports"])
    CliRunner().invoke(commands.app, ["worker"])

    assert [command[command.index("-m") :] for command in became] == [
        ["-m", "persona_web.worker", "INFO", "--no-beat", "--queues=reading,exports"],
        ["-m", "persona_web.worker", "INFO", "--no-beat"],
    ]


def test_the_web_process_lets_requests_end(became: list[list[str]]) -> None:
    CliRunner().invoke(commands.app, ["web"])

    [command] = became
    assert (command[:3], command[-2:]) == ([sys.executable, "-m", "granian"], ["--workers-kill-timeout", "30"])


def test_an_operator_is_made_by_the_command_of_django(became: list[list[str]]) -> None:
    CliRunner().invoke(commands.app, ["createoperator", "olga@example.com", "--name", "Olga"])

    assert became == [
        [sys.executable, "-m", "persona_web", "manage", "create_operator", "olga@example.com", "--name", "Olga"]
    ]


@pytest.mark.parametrize("command", ["web", "worker", "beat"])
def test_nothing_starts_without_tables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str) -> None:
    monkeypatch.setattr(commands, "read", lambda: Env(data_dir=tmp_path, database_url=None))

    done = CliRunner().invoke(commands.app, [command])

    sentence = "The database has no tables yet, or cannot be asked: run persona-web migrate."
    assert (done.exit_code, str(done.exception)) == (1, sentence)
