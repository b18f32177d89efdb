"""A result is proved, and one changed character is found."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from persona import verify
from persona.edits import RenamePersona, Reverted
from persona.exceptions import ConfigurationError
from persona.outputs import Output, experiment_for, publish, run_for

if TYPE_CHECKING:
    from pathlib import Path

    from persona.verifying import Verification

    from .conftest import Finished

DATA = "The data is as it was"
RESULT, QUOTES = "Every quote of result.json is in the data", "Every quote of quotes.csv is in the data"
COUNTS = "Every count and mean of result.json is that of the data"
NAMES = ("result.json", "personas.md", "assignments.csv", "quotes.csv", "themes.csv", "placements.csv")
BYTES = [f"{name}, byte for byte" for name in NAMES]


@pytest.fixture
def folder(finished: Finished, tmp_path: Path) -> Path:
    """A copy of the output folder: it holds all that is needed to prove it."""
    return shutil.copytree(finished.output.path, tmp_path / "moved")


def wrong(found: Verification) -> list[str]:
    return [finding.what for finding in found.findings if not finding.is_right]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def a_quote(folder: Path) -> str:
    return Output.open(folder).result().personas[0].statements[0].evidence[0].quote


def test_result_that_was_moved_is_proved(folder: Path) -> None:
    found = verify(folder)

    assert found.is_right
    whats = [finding.what for finding in found.findings]
    assert (whats[:4], sorted(whats[4:])) == ([DATA, RESULT, QUOTES, COUNTS], sorted(BYTES))


def test_folder_of_a_run_is_proved(finished: Finished) -> None:
    found = verify(finished.output.run.path)

    assert [(finding.what, finding.is_right) for finding in found.findings] == [
        (DATA, True),
        (RESULT, True),
        (COUNTS, True),
        (BYTES[0], True),
        (BYTES[4], True),
        (BYTES[5], True),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("result.json", [RESULT, BYTES[0]]),
        ("quotes.csv", [QUOTES, BYTES[3]]),
        ("personas.md", [BYTES[1]]),
    ],
)
def test_one_changed_character_of_a_quote_is_found(name: str, expected: list[str], folder: Path) -> None:
    quote = a_quote(folder)
    cell = f'"{quote}"' if "," in quote else quote
    old = {"result.json": f'"quote": "{quote}"', "quotes.csv": f",{cell}\n", "personas.md": f"“{quote}”"}[name]
    change(folder / name, old, old.replace(quote, quote[:3] + "#" + quote[4:]))

    found = verify(folder)

    assert not found.is_right
    assert wrong(found) == expected


def test_changed_assignment_is_found(folder: Path) -> None:
    change(folder / "assignments.csv", "\n7,", "\n7,1")

    assert wrong(verify(folder)) == [BYTES[2]]


def test_changed_data_is_found(folder: Path) -> None:
    with Output.open(folder).experiment.sources[0].original.open("a") as file:
        file.write("\n")

    found = verify(folder)

    assert wrong(found) == [DATA]
    assert found.findings[0].detail == "changed since they were read: survey.csv"


@pytest.mark.parametrize("text", ["{", "{}"])
def test_result_that_cannot_be_read_is_found(text: str, folder: Path) -> None:
    (folder / "result.json").write_text(text)

    assert wrong(verify(folder))[0] == "result.json can be read"


def test_spoilt_line_of_quotes_is_found(folder: Path) -> None:
    with (folder / "quotes.csv").open("a", encoding="utf-8") as file:
        file.write("1,goal,text,x\n")

    assert wrong(verify(folder)) == [QUOTES, BYTES[3]]


def test_other_folders_hold_no_result(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        verify(tmp_path)

    assert caught.value.code == "not_a_result"


# -- output folders --------------------------------------------------------------------------------
def test_same_files_are_not_read_again(folder: Path, survey: Path) -> None:
    before = Output.open(folder).experiment

    assert experiment_for([survey], folder, name="my-exp").path == before.path


def test_other_name_is_another_experiment(folder: Path, survey: Path) -> None:
    assert experiment_for([survey], folder, name="another").path != Output.open(folder).experiment.path


def test_stopped_run_with_the_same_settings_goes_on(finished: Finished, folder: Path) -> None:
    experiment = Output.open(folder).experiment
    config = finished.output.run.config
    stopped = experiment.new_run(config)
    stopped.note(status="cancelled")

    assert run_for(experiment, config).id == stopped.id
    stopped.note(status="done")
    assert run_for(experiment, config).id not in (stopped.id, finished.output.run.id)


def test_publishing_other_data_removes_the_old(finished: Finished, folder: Path, survey: Path) -> None:
    old = Output.open(folder).experiment
    new = finished.output.experiment.read_again(folder / ".persona")
    run = shutil.copytree(finished.output.run.path, new.path / "runs" / finished.output.run.id)

    output = publish(folder, new.run(run.name))

    assert Output.open(folder).run.path.resolve() == output.run.path.resolve()
    assert not old.path.exists()


def test_file_in_the_place_of_the_folder_is_told(survey: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        experiment_for([survey], survey)

    assert caught.value.code == "not_a_folder"


def test_edits_are_listed_and_leave_what_is_proved(folder: Path) -> None:
    output = Output.open(folder)
    made = output.run.edit(RenamePersona(persona=1, label="The planner"), who="Ana")
    output.run.edit(Reverted(edit=made.id), who="Jonas")
    found = verify(folder)

    assert found.is_right
    assert [(change.who, change.sentence, change.state) for change in found.edits] == [
        ("Ana", "renamed the persona", "undone"),
        ("Jonas", "undid a change", "applied"),
    ]
    assert (found.edits, found.edits_unread) == (output.edited().changes, ())
