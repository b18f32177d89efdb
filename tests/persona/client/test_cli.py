"""`persona --server URL generate`: the same command, the same files, with the work done elsewhere."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from persona.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.persona.client.conftest import Server

    Command = Callable[..., tuple[int, str, str]]

FILES = ("result.json", "personas.md", "quotes.csv", "assignments.csv")


@pytest.fixture
def persona(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """`persona("generate", path)`: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["persona", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_the_same_files_as_on_this_computer(
    server: Server, answers: Path, persona: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PERSONA_TOKEN", server.token)
    book = tmp_path / "codes.csv"
    book.write_text("question,code,label\nReward,None,No reward\n", encoding="utf-8")
    said = ("--answer", "scale_direction=1_is_best", "--codebook", book)
    wanted = ("generate", answers, "--count", 2, "--seed", 5, "--ignore", "1", *said, "--out")

    here = persona(*wanted, tmp_path / "here")
    there = persona("--server", server.url, *wanted, tmp_path / "there")

    assert (here[0], there[0], there[1]) == (0, 0, "")
    assert there[2] == f"2 personas from 60 answers: {tmp_path / 'there'}\n"
    assert {name: (tmp_path / "here" / name).read_bytes() for name in FILES} == {
        name: (tmp_path / "there" / name).read_bytes() for name in FILES
    }


def test_result_as_json_and_where_it_can_be_seen(server: Server, answers: Path, persona: Command) -> None:
    code, out, err = persona(
        "--server", server.url, "--token", server.token, "generate", answers, "--json", "--count", 2
    )

    assert (code, len(json.loads(out)["personas"])) == (0, 2)
    assert err.startswith(f"2 personas from 60 answers: {server.url}/runs/")
    run = err.rsplit("/runs/", 1)[1].split("/")[0]
    code, again, _ = persona("--server", server.url, "--token", server.token, "generate", "--resume", run, "--json")
    assert (code, json.loads(again)) == (0, json.loads(out))


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--rename", "1=Cooks"), 1, "Error: “--rename” cannot be used on a server."),
        (("--dry-run",), 1, "Error: “--dry-run” cannot be used on a server."),
        (("--experiment", "other"), 2, "Give a file, or --experiment with a name."),
    ],
)
def test_what_a_server_cannot_do_is_told(
    answers: Path, persona: Command, arguments: tuple[str, ...], code: int, words: str
) -> None:
    ended, out, err = persona("--server", "http://127.0.0.1:9", "--token", "pw_x", "generate", answers, *arguments)

    assert (ended, out, words in err.replace("\n", " ")) == (code, "", True)


def test_a_server_makes_personas_and_nothing_else(answers: Path, persona: Command) -> None:
    code, _, err = persona("--server", "http://127.0.0.1:9", "--token", "pw_x", "check", answers)

    assert (code, "--server works with “generate”." in err) == (2, True)


def test_without_a_token_it_says_where_to_get_one(
    answers: Path, persona: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PERSONA_TOKEN", raising=False)
    code, _, err = persona("--server", "http://127.0.0.1:9", "generate", answers)

    assert (code, "A token is needed to speak with http://127.0.0.1:9." in err) == (1, True)


def test_the_token_of_the_environment_is_not_shown(persona: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PERSONA_TOKEN", "pw_secret")

    code, out, _ = persona("--help")

    assert (code, "pw_secret" in out, "PERSONA_TOKEN" in out) == (0, False, True)
