"""What the command line prints does not command the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.cli.output import harmless, harmless_model
from persona.models import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Command


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("\x1b[2Jgone\x07", "\ufffd[2Jgone\ufffd"),
        ("\x9b31mred", "\ufffd31mred"),
        ("Zürich\n\t“ok” 👩‍🔬", "Zürich\n\t“ok” 👩‍🔬"),
        (["\x1b", ("\x1b", 7)], ["\ufffd", ("\ufffd", 7)]),
        ({"a": "\x1b"}, {"a": "\ufffd"}),
    ],
)
def test_harmless(value: object, expected: object) -> None:
    assert harmless(value) == expected


def test_harmless_model() -> None:
    problem = Problem(code="x", message="\x1b]0;title\x07", line=3)

    assert harmless_model(problem) == Problem(code="x", message="\ufffd]0;title\ufffd", line=3)


def test_column_names_cannot_clear_the_screen(command: Command, tmp_path: Path) -> None:
    rows = "".join(f"Ann {i},I like maps number {i}\n" for i in range(30))
    (tmp_path / "odd.csv").write_text(f"Name,What \x1b[2Jis it?\n{rows}", encoding="utf-8")

    said = command("inspect", "odd.csv")

    assert said.code == 0
    assert "\x1b[2J" not in said.out
    assert "[2Jis it?" in said.out
