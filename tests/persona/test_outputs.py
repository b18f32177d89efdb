"""Output folders: found again from either side, moved to another place, and never mixed with other data."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from persona import Experiment
from persona.edits import RenamePersona
from persona.exceptions import ConfigurationError, DataError, PersonaError
from persona.models import PersonaConfig
from persona.outputs import EditedOutput, Output, discard, experiment_for, experiment_in, find_run, publish, run_for
from persona.reading import DialectChoice
from persona.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from tests.persona.conftest import Finished

TABLES = {"assignments.csv", "placements.csv", "quotes.csv", "themes.csv"}
FILES = {*TABLES, "manifest.json", "personas.md", "result.json"}
SMALL = "Name,Why?\nAnn,I like maps\nBob,Maps are slow\nCy,I plan on paper\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "survey.csv"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def moved(finished: Finished, tmp_path: Path) -> Path:
    """The whole output folder of a finished run, in another place."""
    return shutil.copytree(finished.output.path, tmp_path / "moved")


def code(kind: type[PersonaError], block: Any, *arguments: Any, **named: Any) -> str:
    with pytest.raises(kind) as refused:
        block(*arguments, **named)
    return refused.value.code


def test_an_output_folder_holds_the_result_its_tables_and_what_made_them(finished: Finished) -> None:
    output = finished.output

    assert {path.name for path in output.path.iterdir()} == {*FILES, ".persona"}
    assert json.loads((output.path / "manifest.json").read_text()) == {
        "experiment": f".persona/{output.experiment.path.name}",
        "run": output.run.id,
    }


def test_a_folder_that_moved_is_found_with_all_it_holds(moved: Path, finished: Finished) -> None:
    output = Output.open(moved)

    assert (output.run.id, output.experiment.name) == (finished.output.run.id, "my-exp")
    assert output.run.path.is_relative_to(moved)
    assert output.result() == finished.output.result()
    assert output.segmentation().summary == finished.output.segmentation().summary


def test_the_folder_of_a_run_is_as_good(finished: Finished) -> None:
    output = Output.open(str(finished.output.run.path))

    assert (output.path, output.run.id, output.experiment.id) == (
        finished.output.run.path,
        finished.output.run.id,
        finished.output.experiment.id,
    )
    assert output.result() == finished.output.result()


@pytest.mark.parametrize("name", ["", "runs", "survey.csv", "nowhere"])
def test_any_other_place_holds_no_result(tmp_path: Path, file: Path, name: str) -> None:
    (tmp_path / "runs").mkdir()

    assert file.exists()
    assert code(ConfigurationError, Output.open, tmp_path / name) == "not_a_result"


def test_a_run_is_found_by_its_id_and_by_either_folder(moved: Path) -> None:
    run = Output.open(moved).run

    found = [find_run(name, moved / ".persona").run.path for name in (run.id, str(run.path), str(moved))]

    assert found == [run.path] * 3
    assert code(ConfigurationError, find_run, "nothing", moved / ".persona") == "run_missing"


def test_a_run_that_is_not_done_has_no_result_yet(moved: Path) -> None:
    experiment = Output.open(moved).experiment
    output = Output.open(experiment.new_run(PersonaConfig()).path)

    assert code(ConfigurationError, output.result) == "run_unfinished"
    assert code(ConfigurationError, output.segmentation) == "run_unfinished"


def test_the_same_files_are_the_same_experiment(tmp_path: Path, file: Path) -> None:
    first = experiment_for([file], tmp_path / "o")

    assert (first.name, first.path.parent) == ("survey", tmp_path / "o" / ".persona")
    assert experiment_for([file], tmp_path / "o").id == first.id
    assert experiment_for([file], tmp_path / "o", name="other").id != first.id
    assert experiment_for([file], tmp_path / "o", dialect=DialectChoice(header=True)).id != first.id

    file.write_text(SMALL.replace("slow", "fast"), encoding="utf-8")
    assert experiment_for([file], tmp_path / "o").id != first.id


def test_a_file_that_is_not_there_is_told_before_anything_is_made(tmp_path: Path, file: Path) -> None:
    missing = tmp_path / "none.csv"

    assert code(DataError, experiment_in, [file, missing], tmp_path / "o") == "missing_file"
    assert not (tmp_path / "o").exists()


def test_a_file_is_no_output_folder(file: Path) -> None:
    assert code(ConfigurationError, experiment_for, [file], file) == "not_a_folder"


def test_a_stopped_run_with_these_settings_goes_on(tmp_path: Path, file: Path) -> None:
    experiment = experiment_in([file], tmp_path)
    first = run_for(experiment, PersonaConfig(count=1))

    assert run_for(experiment, PersonaConfig(count=1)).id == first.id
    assert run_for(experiment, PersonaConfig(count=2)).id != first.id

    for changes in ({"status": "done"}, {"status": "failed", "library_version": f"{__version__}.1"}):
        first.note(**changes)
        assert run_for(experiment, PersonaConfig(count=1)).id != first.id
        for run in experiment.runs():
            if run.id != first.id:
                shutil.rmtree(run.path)


def test_what_cannot_be_used_leaves_nothing(tmp_path: Path, file: Path) -> None:
    experiment = experiment_for([file], tmp_path / "o")

    discard(tmp_path / "o", experiment)

    assert not (tmp_path / "o").exists()


def test_a_result_from_before_stays(moved: Path) -> None:
    experiment = Output.open(moved).experiment

    discard(moved, experiment)
    discard(moved / "elsewhere", experiment)

    assert Output.open(moved).experiment.id == experiment.id


def test_what_earlier_data_left_is_removed(moved: Path, finished: Finished, file: Path) -> None:
    other = experiment_for([file], moved)

    output = publish(moved, Output.open(moved).run)

    assert not other.path.exists()
    assert [each.id for each in Experiment.list(moved / ".persona")] == [finished.output.experiment.id]
    assert output.result() == Output.open(moved).result() == finished.output.result()
    assert {path.name for path in moved.iterdir()} == {*FILES, ".persona"}


def test_a_run_that_is_not_done_cannot_be_published(moved: Path, tmp_path: Path) -> None:
    run = Output.open(moved).experiment.new_run(PersonaConfig())

    assert code(ConfigurationError, publish, tmp_path / "new", run) == "run_unfinished"


def test_an_edited_output_is_exported_as_people_left_it(moved: Path) -> None:
    output = Output.open(moved)
    output.run.edit(RenamePersona(persona=1, label="The planner"))
    edited = EditedOutput(output)

    assert edited.result() == output.edited().result
    assert edited.result().personas[0].label == "The planner"
    assert edited.result().tables() == output.result().tables() == edited.cross_tables()
    assert edited.segmentation().summary == output.segmentation().summary
