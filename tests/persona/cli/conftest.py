"""How tests talk to the command line: arguments in; exit code, stdout and stderr out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from persona.cli import main

if TYPE_CHECKING:
    from pathlib import Path


class Said(NamedTuple):
    code: int
    out: str
    err: str


class Command(Protocol):
    def __call__(self, *arguments: object) -> Said: ...


def exit_code() -> int:
    try:
        main()
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """`command("inspect", path)`, in an empty working folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["persona", *map(str, arguments)])
        code = exit_code()
        return Said(code, *capsys.readouterr())

    return run
