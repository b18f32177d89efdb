"""The command line as a whole: version, help, completion."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

import persona
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from .conftest import Command


def test_version(command: Command) -> None:
    assert command("--version") == (0, f"{persona.__version__}\n", "")


def test_help_names_every_command(command: Command) -> None:
    said = command("--help")

    names = ("demo", "inspect", "check", "generate", "compare", "export", "verify", "experiment")
    assert [name for name in names if f"\n  {name} " not in said.out] == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_can_be_shown(shell: str, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shellingham.detect_shell", lambda *_: (shell, shell))
    monkeypatch.setattr(sys.modules["__main__"], "__package__", None)  # else named by how pytest began

    assert "_PERSONA_COMPLETE" in command("--show-completion").out


def test_traceback_on_request(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERSONA_DEBUG", "1")

    with pytest.raises(PersonaError):
        command("inspect", "nope.csv")
