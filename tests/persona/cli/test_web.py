"""Commands that hand over to the web app; a stand-in for it tells what it was given."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from persona.cli import web

if TYPE_CHECKING:
    from .conftest import Command

ROOT = Path(__file__).resolve().parents[3]
STAND_IN = """
import json, os, sys
print(json.dumps([sys.argv[1:], {name: os.environ.get(name) for name in ("HOST", "PORT", "DATA_DIR")}]))
sys.exit(3)
"""
NOTHING = {"HOST": None, "PORT": None, "DATA_DIR": None}


def given(folder: Path, *arguments: str) -> object:
    """What the program that a command becomes was given."""
    (folder / "persona_web").mkdir()
    (folder / "persona_web" / "__init__.py").touch()
    (folder / "persona_web" / "__main__.py").write_text(STAND_IN, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name not in NOTHING}
    done = subprocess.run(
        [sys.executable, "-m", "persona", *arguments],
        cwd=folder,  # `-m` looks here first
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (3, "")
    return json.loads(done.stdout)


def test_serve_becomes_the_web_app(tmp_path: Path) -> None:
    assert given(tmp_path, "serve") == [[], NOTHING]


def test_serve_says_where_and_on_what(tmp_path: Path) -> None:
    options = ("--host", "0.0.0.0", "--port", "8123", "--data-dir", "study")

    assert given(tmp_path, "serve", *options) == [[], {"HOST": "0.0.0.0", "PORT": "8123", "DATA_DIR": "study"}]


def test_manage_hands_its_arguments_on(tmp_path: Path) -> None:
    assert given(tmp_path, "manage", "migrate", "--plan") == [["manage", "migrate", "--plan"], NOTHING]


@pytest.mark.parametrize(
    ("arguments", "handed"),
    [
        (("user", "create", "ana@a.example", "--name", "Ana B"), ["create_user", "ana@a.example", "--name", "Ana B"]),
        (("operator", "create", "o@a.example"), ["create_operator", "o@a.example", "--name", ""]),
        (
            ("token", "create", "ana@a.example", "--scope", "run", "--scope", "read", "--days", "7"),
            [
                "create_token",
                "ana@a.example",
                "--name",
                "Command line",
                "--days",
                "7",
                "--scope",
                "run",
                "--scope",
                "read",
            ],
        ),
    ],
)
def test_people_and_tokens_are_made_by_commands_of_the_web_app(
    arguments: tuple[str, ...], handed: list[str], tmp_path: Path
) -> None:
    assert given(tmp_path, *arguments) == [["manage", *handed], NOTHING]


WEB = [("serve",), ("manage", "migrate"), ("user", "create", "a@b.example"), ("token", "create", "a@b.example")]


@pytest.mark.parametrize("arguments", WEB, ids=" ".join)
def test_without_the_extra_it_says_how_to_get_it(
    arguments: tuple[str, ...], command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "WEB_SERVER", "no_such_library")

    assert command(*arguments) == (
        1,
        "",
        'Error: The web app needs an extra library.\n  Install it with: pip install "persona-web[web]".\n',
    )
