"""What the command line prints does not command the terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from persona.cli.output import SHOWN_PROBLEMS, console, harmless, harmless_model, print_json, tell_error
from persona.exceptions import PersonaError
from persona.messages import data_error, problem
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


def test_an_error_is_one_line_its_places_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    problems = [problem("padded", line=line, found=2, width=4) for line in range(1, 8)]

    tell_error(data_error("too_many_rows", limit=1_000, problems=problems), as_json=False)

    assert capsys.readouterr() == (
        "",
        "Error: The file has more than 1,000 rows.\n"
        + "".join(f"  Line {n}: 2 of 4 cells; the others are taken as empty.\n" for n in range(1, SHOWN_PROBLEMS + 1))
        + "  Split it into smaller files, or take a sample of the rows.\n",
    )


def test_for_a_program_an_error_lists_every_place(capsys: pytest.CaptureFixture[str]) -> None:
    problems = [problem("padded", line=line, found=2, width=4) for line in range(1, 8)]

    tell_error(data_error("too_many_rows", limit=1_000, problems=problems), as_json=True)

    told = json.loads(capsys.readouterr().out)["error"]
    assert (told["code"], told["retryable"]) == ("too_many_rows", False)
    assert told["problems"] == [one.model_dump() for one in problems]


def test_an_error_without_a_hint_ends_with_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    tell_error(PersonaError("It rained \x1b[2Jall day."), as_json=False)

    assert capsys.readouterr().err == "Error: It rained \ufffd[2Jall day.\n"


def test_json_keeps_letters_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    print_json([{"city": "Zürich", "rows": None}])
    print_json(Problem(code="x", message="Grüße"))

    listed, _, model = capsys.readouterr().out.partition("]\n")
    assert json.loads(f"{listed}]") == [{"city": "Zürich", "rows": None}]
    assert Problem.model_validate_json(model) == Problem(code="x", message="Grüße")
    assert "Zürich" in listed
    assert "Grüße" in model


@pytest.mark.parametrize("words", [False, True])
def test_a_piped_table_is_as_wide_as_its_columns_need(words: bool, capsys: pytest.CaptureFixture[str]) -> None:
    console(words=words).print("x" * 110, markup=False)

    out, err = capsys.readouterr()
    assert (out, err)[words] == "x" * 110 + "\n"
    assert (out, err)[not words] == ""
