"""`persona demo` and `persona generate`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from persona import Experiment, GenerationResult, PersonaGenerator
from persona.exporting.words import judged, next_steps
from persona.models import ColumnRole, QuestionChoice, QuestionKind
from persona.outputs import Output
from tests.tables import workbook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.persona.conftest import Finished

    from .conftest import Command

OUTPUTS = (
    "assignments.csv", "manifest.json", "personas.md", "placements.csv", "quotes.csv", "result.json", "themes.csv",
)  # fmt: skip


def judgement(result: GenerationResult) -> str:
    """The verdict and what to do about it, as they are said."""
    return "".join(f"{line}\n" for line in (judged(result), *(f"→ {step}" for step in next_steps(result))))


def test_generate_writes_the_four_files(command: Command, survey: Path, tmp_path: Path) -> None:
    said = command("generate", survey, "--count", 2, "--seed", 7, "--out", "o")

    output = Output.open(tmp_path / "o")
    assert said == (0, "", f"2 personas from 80 answers: o\n{judgement(output.result())}")
    assert sorted(path.name for path in (tmp_path / "o").iterdir() if path.name[0] != ".") == list(OUTPUTS)
    assert (output.result().config.count, output.result().config.seed) == (2, 7)
    assert output.result().experiment == "survey"


def test_generate_for_programs_prints_the_result(command: Command, survey: Path, tmp_path: Path) -> None:
    said = command("generate", survey, "--count", 1, "--out", "o", "--json")

    assert GenerationResult.model_validate_json(said.out) == Output.open(tmp_path / "o").result()


def test_generate_from_an_experiment_keeps_the_result_in_its_run(command: Command, survey: Path) -> None:
    experiment = Experiment.create("my-exp", [survey])

    said = command("generate", "--experiment", "my-exp", "--count", 1)

    (run,) = experiment.runs()
    result = run.result()
    assert result is not None
    assert said == (0, "", f"1 persona from 80 answers: {run.path}\n{judgement(result)}")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "Error: The file is empty: there is nothing to read in it.\n"),
        ("Name,What?\nAnn,I like maps\n", "Error: There are fewer than three answers in the whole data"),
    ],
)
def test_bad_file_leaves_no_folder(content: str, expected: str, command: Command, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text(content)

    said = command("generate", "bad.csv", "--out", "o")

    assert (said.code, [path.name for path in tmp_path.iterdir()]) == (1, ["bad.csv"])
    assert said.err.startswith(expected)


def test_bad_data_does_not_touch_a_result(command: Command, finished: Finished, tmp_path: Path) -> None:
    folder = shutil.copytree(finished.output.path, tmp_path / "o")
    before = (folder / "result.json").read_bytes()
    (tmp_path / "bad.csv").write_text("Name,What?\nAnn,I like maps\n")

    assert command("generate", "bad.csv", "--out", "o").code == 1
    assert Output.open(folder).result() == finished.output.result()
    assert (folder / "result.json").read_bytes() == before
    assert len(Experiment.list(folder / ".persona")) == 1


def test_columns_are_chosen_by_options(command: Command, survey: Path, tmp_path: Path) -> None:
    options = ["--basis", "17-21", "--describe", "I feel*", "--ignore", "Reward", "--role", "Country=open_answer"]
    command("generate", survey, "--count", 1, "--out", "o", *options)

    result = Output.open(tmp_path / "o").result()
    columns = {column.name: column for column in result.columns}
    assert [name for name, column in columns.items() if column.basis] == [
        "I enjoy learning new software",
        "Price matters more to me than features",
        "I would rather plan on my phone than on a computer",
        "Other people need to see my plans",
    ]
    assert (columns["Reward"].role, columns["Country"].role) == (ColumnRole.IGNORE, ColumnRole.OPEN)
    assert result.config.questions["reward"] == QuestionChoice(kind=QuestionKind.UNUSED)


def test_a_folder_and_a_file_become_one_result(command: Command, tmp_path: Path) -> None:
    talks = tmp_path / "talks"
    talks.mkdir()
    for name in ("ann", "bob"):
        (talks / f"{name}.txt").write_text(f"Interviewer: How?\n{name}: On paper.\nInterviewer: Why?\n{name}: Quick.\n")
    (tmp_path / "more.txt").write_text("Interviewer: How?\nCy: By phone.\nInterviewer: Why?\nCy: It is always there.\n")

    said = command("generate", "talks", "more.txt", "--count", 1, "--out", "o")

    result = Output.open(tmp_path / "o").result()
    assert (said.code, result.experiment, result.rows) == (0, "talks", 3)
    assert [source.name for source in result.sources] == ["ann.txt", "bob.txt", "more.txt"]


def test_the_folder_one_is_in_has_a_name(command: Command, tmp_path: Path) -> None:
    for name in ("ann", "bob", "cy"):
        (tmp_path / f"{name}.txt").write_text(
            f"Interviewer: How?\n{name}: On paper.\nInterviewer: Why?\n{name}: It is quick.\n"
        )

    said = command("generate", ".", "--count", 1, "--out", tmp_path.parent / f"{tmp_path.name}-o")

    assert said.code == 0, said.err
    assert Output.open(tmp_path.parent / f"{tmp_path.name}-o").experiment.name == tmp_path.name


def test_another_sheet_is_other_data(command: Command, tmp_path: Path) -> None:
    sheets = {
        name: [["Who", "Why?"], *([f"P{n}", f"{name} {n} is what I want"] for n in range(count))]
        for name, count in (("Large", 9), ("Small", 4))
    }
    (tmp_path / "book.xlsx").write_bytes(workbook(sheets))

    for options, rows in (([], 13), (["--sheet", "Small"], 4), (["--sheet", "Large"], 9)):
        assert command("generate", "book.xlsx", "--count", 1, "--out", "o", *options).code == 0
        assert Output.open(tmp_path / "o").result().rows == rows


def test_interrupted_run_goes_on_with_the_same_command(
    command: Command, survey: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(PersonaGenerator, "generate", interrupt)
        stopped = command("generate", survey, "--count", 2, "--out", "o")
    done = command("generate", survey, "--count", 2, "--out", "o")

    assert stopped == (130, "", "Stopped. 0 personas kept; give the same command again to go on.\n")
    assert done.code == 0
    assert len(Output.open(tmp_path / "o").experiment.runs()) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--count", 13], "less than or equal to 12"),
        (["--role", "Country"], "should read"),
        (["--role", "Country=nonsense"], "should read"),
        (["--detail", "endless"], "endless"),
        (["--experiment", "my-exp"], "Give files, or --experiment with a name."),
    ],
)
def test_wrong_usage_is_exit_code_2(options: list[object], words: str, command: Command, survey: Path) -> None:
    said = command("generate", survey, "--out", "o", *options)

    assert said.code == 2
    assert words in " ".join(said.err.split())


def test_unknown_column_is_told(command: Command, survey: Path) -> None:
    said = command("generate", survey, "--out", "o", "--basis", "Shoe size")

    assert said.code == 1
    assert said.err.startswith("Error: There is no column “Shoe size”.\n  The columns are: Respondent, ")


def test_file_in_the_place_of_the_folder(command: Command, survey: Path) -> None:
    said = command("generate", survey, "--out", survey)

    assert said.err.startswith("Error: “survey.csv” is a file, and results need a folder.\n")


def test_demo_prints_personas_and_keeps_nothing(command: Command, tmp_path: Path) -> None:
    said = command("demo", "--count", 2)

    assert said.code == 0
    assert said.err.startswith("Planning the week (invented): 300 invented answers")
    assert said.out.count("╭─") == 2
    assert "100 % found word for word in the data" in said.out
    assert list(tmp_path.iterdir()) == []


def test_demo_with_out_keeps_a_result(command: Command, tmp_path: Path) -> None:
    said = command("demo", "--count", 1, "--sample", "r-users", "--out", "o", "--json")

    assert GenerationResult.model_validate_json(said.out) == Output.open(tmp_path / "o").result()


def test_demo_with_unknown_sample(command: Command) -> None:
    assert command("demo", "--sample", "nope").err.startswith("Error: There is no sample named “nope”.\n")
