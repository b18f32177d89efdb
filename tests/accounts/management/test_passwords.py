"""A password typed at a terminal: a real one, whose other end the test holds."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
from accounts.management.passwords import ask_password
from persona.exceptions import ConfigurationError
try:
    print("given:", ask_password())
except ConfigurationError as error:
    print("refused:", error.code)
"""


def typed(*lines: str) -> str:
    """What the program prints last, when a person types these lines, each after it was asked for."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        stdin=theirs,
        stderr=theirs,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    os.close(theirs)
    for prompt, line in zip((b"Password: ", b"Once more: "), lines, strict=True):
        shown = b""
        while not shown.endswith(prompt):
            shown += os.read(ours, 1024)
        os.write(ours, f"{line}\n".encode())
    told = process.communicate(timeout=60)[0]
    os.close(ours)
    return told.decode().splitlines()[-1]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("four words in a row", "four words in a row"), "given: four words in a row"),
        (("four words in a row", "four words in a roe"), "refused: passwords_differ"),
        (("", ""), "refused: no_password"),
    ],
)
def test_it_is_asked_for_twice(lines: tuple[str, ...], told: str) -> None:
    assert typed(*lines) == told


@pytest.mark.parametrize(
    ("given", "told"), [("a longer secret\r\nrest\n", "given: a longer secret"), ("", "refused: no_password")]
)
def test_another_program_sends_it_as_the_first_line(given: str, told: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, input=given.encode(), capture_output=True, check=True
    )

    assert done.stdout.decode().splitlines() == [told]
