"""Which experiment a command works on, and what is left when its work is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import typer

from persona import Experiment
from persona.cli.progress import Unseen
from persona.cli.working import INTERRUPTED, data_of, stoppable
from persona.exceptions import ConfigurationError, DataError
from persona.reading import DialectChoice

if TYPE_CHECKING:
    from pathlib import Path

UNSEEN = Unseen()


def chosen(root: Path, files: list[Path] | None = None, out: Path | None = None, **names: Any) -> Experiment:
    given: dict[str, Any] = {"name": None, "experiment": None, "dialect": DialectChoice()} | names
    return data_of(files, out, UNSEEN, root=root, **given)


def test_files_are_an_experiment_under_the_root(survey: Path, tmp_path: Path) -> None:
    found = chosen(tmp_path, [survey], name="Dinners")

    assert (found.name, found.path.parent, [s.name for s in found.sources]) == (
        "Dinners",
        tmp_path,
        [survey.name],
    )


def test_the_same_files_are_the_same_experiment(survey: Path, tmp_path: Path) -> None:
    assert chosen(tmp_path, [survey]).path == chosen(tmp_path, [survey]).path


def test_with_a_folder_for_results_the_data_lies_there(survey: Path, tmp_path: Path) -> None:
    found = chosen(tmp_path / "root", [survey], tmp_path / "out")

    assert found.path.is_relative_to(tmp_path / "out" / ".persona")
    assert not (tmp_path / "root").exists()


def test_an_experiment_is_found_by_its_name(experiment: Experiment, tmp_path: Path) -> None:
    assert chosen(tmp_path / "root", experiment=experiment.name).path == experiment.path


def test_an_experiment_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        chosen(tmp_path, experiment="nope")

    assert caught.value.message == "There is no experiment named “nope”."


@pytest.mark.parametrize("experiment", [None, "dinners"])
def test_either_files_or_a_name(experiment: str | None, survey: Path, tmp_path: Path) -> None:
    files = [survey] if experiment else None

    with pytest.raises(typer.BadParameter, match="Give files, or --experiment with a name"):
        chosen(tmp_path, files, experiment=experiment)


def test_stopped_work_says_what_is_kept(experiment: Experiment, capsys: pytest.CaptureFixture[str]) -> None:
    run = experiment.new_run()

    with pytest.raises(typer.Exit) as ended, stoppable(run, experiment, None):
        raise KeyboardInterrupt

    said = "Stopped. 0 personas kept; give the same command again to go on.\n"
    assert (ended.value.exit_code, capsys.readouterr()) == (INTERRUPTED, ("", said))


def test_data_that_cannot_be_used_leaves_nothing_in_the_folder(survey: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    found = chosen(tmp_path, [survey], out)

    with pytest.raises(DataError), stoppable(found.new_run(), found, out):
        raise DataError("No column holds answers.", code="no_answers")

    assert not (out / ".persona").exists() or list((out / ".persona").iterdir()) == []


def test_data_that_cannot_be_used_stays_where_no_folder_was_asked_for(experiment: Experiment) -> None:
    with pytest.raises(DataError), stoppable(experiment.new_run(), experiment, None):
        raise DataError("No column holds answers.", code="no_answers")

    assert experiment.path.exists()
