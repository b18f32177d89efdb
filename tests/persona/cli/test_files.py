"""`persona inspect` and `persona check`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from persona.inspecting import Inspection, inspect
from persona.readiness import Readiness
from tests.tables import workbook

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Command

ANSWERS = "Name\tAge\tWhat [do] you miss?\nAnn\t31\tBetter maps\nBob\t42\nCleo\t27\tNight trains to the north\n"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.tsv"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


def test_inspect_prints_what_the_library_found(command: Command, answers: Path) -> None:
    said = command("inspect", answers, "--json")

    assert Inspection.model_validate_json(said.out) == inspect(answers)
    assert (said.code, said.err) == (0, "")


def test_inspect_prints_a_table_for_people(command: Command, answers: Path) -> None:
    said = command("inspect", answers)
    lines = [" ".join(line.split()) for line in said.out.splitlines()]

    assert (said.code, said.err) == (0, "")
    assert lines[0].startswith("answers.tsv: ")
    assert lines[2] == "3 respondents, 3 questions"
    assert lines[1] == "separated by tab · utf-8 · column names in line 1"
    assert [line for line in lines if "What [do] you miss?" in line] != []


def test_inspect_takes_a_persons_word(command: Command, answers: Path) -> None:
    said = command("inspect", answers, "--no-header", "--delimiter", ",", "--json")
    found = Inspection.model_validate_json(said.out)

    assert (found.sources[0].delimiter, found.sources[0].header_line) == (",", None)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook with two sheets."""
    path = tmp_path / "book.xlsx"
    many = [[f"P{n}", f"I like the list for day {n}"] for n in range(12)]
    few = [[f"P{n}", f"Day {n} is always too short"] for n in range(5)]
    path.write_bytes(workbook({"Likes": [["Who", "What?"], *many], "Dislikes": [["Who", "Why?"], *few]}))
    return path


def test_inspect_names_the_sheets_of_a_workbook(command: Command, book: Path) -> None:
    lines = command("inspect", book).out.splitlines()

    assert lines[:2] == [
        "book.xlsx: 12 rows",
        "Excel workbook, sheet “Likes” of 2, column names in row 1; the others: Dislikes",
    ]


@pytest.mark.parametrize("name", ["inspect", "check"])
def test_another_sheet_is_read_on_request(name: str, command: Command, book: Path) -> None:
    assert json.loads(command(name, book, "--sheet", "Dislikes", "--json").out)["rows"] == 5


def test_json_says_what_it_is(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"q": "I like it"}, {"q": "I do not"}, {"q": "Fine"}]', encoding="utf-8")

    assert command("inspect", "a.json").out.splitlines()[1] == "JSON, one object per row"


@pytest.mark.parametrize(("path", "here"), [(".", "study"), ("..", "study/inner")])
def test_a_folder_is_called_by_its_own_name(
    path: str, here: str, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "study" / "inner").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / here)

    said = command("inspect", path).err.split("\n  ")[0]
    assert said == "Error: The folder “study” holds no file that can be read."


def test_lines_left_out_are_told_with_their_reason(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("Name,Town\nAnn,Porto\nBob,Bergen, by the sea\nCleo,Arhus\n", encoding="utf-8")

    said = command("inspect", path)

    assert said.out.splitlines()[-2:] == ["1 line skipped", "  Line 3: 3 cells, but the table has 2 columns."]


@pytest.mark.parametrize("name", ["inspect", "check"])
@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "Error: There is no file named “data.csv”.\n  Check the name and the folder.\n"),
        (b"", "Error: The file is empty: there is nothing to read in it.\n"),
        (b"Name,Age\n", "Error: The file has column names but no answers below them.\n"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "Error: This is not a table but"),
    ],
)
def test_bad_file_is_one_line_and_a_hint(
    name: str, content: bytes | None, expected: str, command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "data.csv"
    if content is not None:
        path.write_bytes(content)

    said = command(name, path)

    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(expected)
    assert "Traceback" not in said.err


def test_error_for_programs_is_json(command: Command) -> None:
    said = command("inspect", "nope.csv", "--json")

    assert said.code == 1
    assert json.loads(said.out) == {
        "error": {
            "code": "missing_file",
            "message": "There is no file named “nope.csv”.",
            "hint": "Check the name and the folder.",
            "retryable": False,
            "problems": [],
        }
    }


def test_check_says_what_to_look_at(command: Command, answers: Path) -> None:
    said = command("check", answers)

    assert (said.code, said.out) == (0, "")
    assert said.err.startswith("answers.tsv: ")
    assert command("check", answers, "--strict").code == 1


def test_check_for_programs(command: Command, survey: Path) -> None:
    said = command("check", survey, "--json")

    assert Readiness.model_validate_json(said.out).rows == 80
