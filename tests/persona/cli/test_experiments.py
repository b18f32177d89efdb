"""`persona experiment`."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from persona import Experiment

if TYPE_CHECKING:
    from .conftest import Command


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_create_prints_the_folder(command: Command, survey: Path) -> None:
    said = command("experiment", "create", "my-exp", survey, "--description", "Why?")

    experiment = Experiment.open("my-exp")
    assert said == (0, f"{experiment.path}\n", "my-exp: 80 rows\n")
    assert experiment.description == "Why?"


def test_list_names_experiments_newest_first(command: Command, survey: Path) -> None:
    command("experiment", "create", "first", survey)
    command("experiment", "create", "second", survey)

    said = command("experiment", "list")
    told = json.loads(command("experiment", "list", "--json").out)

    assert [line.split()[0] for line in lines(said.out)] == [
        "Experiment",
        "─" * len(lines(said.out)[1]),
        "second",
        "first",
    ]
    assert [experiment["name"] for experiment in told] == ["second", "first"]


def test_list_of_nothing(command: Command) -> None:
    words = "No experiments yet: make one with “persona experiment create NAME FILE”.\n"

    assert command("experiment", "list") == (0, "", words)
    assert command("experiment", "list", "--json").out == "[]\n"


def test_root_is_an_option_and_a_setting(
    command: Command, survey: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("experiment", "create", "my-exp", survey, "--root", "there")
    monkeypatch.setenv("PERSONA_ROOT", str(tmp_path / "there"))

    assert json.loads(command("experiment", "list", "--json").out)[0]["name"] == "my-exp"


def test_show_and_runs(command: Command, survey: Path) -> None:
    command("experiment", "create", "my-exp", survey)
    experiment = Experiment.open("my-exp")
    run = experiment.new_run()

    shown, runs = command("experiment", "show", "my-exp"), command("experiment", "runs", "my-exp")
    told = json.loads(command("experiment", "show", "my-exp", "--json").out)

    assert shown.out.splitlines() == [
        "my-exp",
        str(experiment.path),
        "  survey.csv: 80 rows, 0 lines skipped",
        f"  run {run.id}: waiting",
    ]
    assert lines(runs.out)[0] == "Run Started Status Personas Seconds"
    assert lines(runs.out)[2].split()[0] == run.id
    assert told["runs"] == [{"id": run.id, "status": "waiting"}]
    assert told["sources"] == [stamp.model_dump() for stamp in experiment.stamps()]


def test_runs_for_programs(command: Command, survey: Path) -> None:
    command("experiment", "create", "my-exp", survey)

    assert command("experiment", "runs", "my-exp").err == "No runs yet.\n"
    Experiment.open("my-exp").new_run(id="run-1")
    assert [run["id"] for run in json.loads(command("experiment", "runs", "my-exp", "--json").out)] == ["run-1"]


def test_delete_asks_unless_told_not_to(command: Command, survey: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command("experiment", "create", "my-exp", survey)
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))

    assert command("experiment", "delete", "my-exp").code == 1
    assert Experiment.open("my-exp").name == "my-exp"
    assert command("experiment", "delete", "my-exp", "--yes") == (0, "", "Deleted my-exp.\n")
    assert Experiment.list() == ()


def test_unknown_experiment(command: Command) -> None:
    assert command("experiment", "show", "nope").err.startswith("Error: There is no experiment named “nope”.\n")
