"""What tests of the library share: a small survey, and one finished run of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from persona import Experiment, PersonaConfig, PersonaGenerator
from persona.outputs import Output, publish
from tests.invented import invented_answers

if TYPE_CHECKING:
    from pathlib import Path

    from persona.events import Event

CONFIG = PersonaConfig(count=2)


class Finished(NamedTuple):
    """A run that came to its end; do not change it."""

    output: Output
    events: tuple[Event, ...]


@pytest.fixture(scope="session")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first 80 answers of the invented sample."""
    path = tmp_path_factory.mktemp("survey") / "survey.csv"
    path.write_text(invented_answers(80), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def finished(survey: Path, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """A run with two personas, published into an output folder."""
    folder = tmp_path_factory.mktemp("finished")
    experiment = Experiment.create("my-exp", [survey], root=folder / ".persona")
    events: list[Event] = []
    run = experiment.new_run(CONFIG)
    PersonaGenerator(experiment).generate(on_event=events.append, resume=run)
    return Finished(publish(folder, run), tuple(events))


@pytest.fixture(scope="session")
def read_once(survey: Path, tmp_path_factory: pytest.TempPathFactory) -> Experiment:
    """An experiment that is read and understood; do not change it."""
    experiment = Experiment.create("my-exp", [survey], root=tmp_path_factory.mktemp("read"))
    experiment.questionnaire()
    return experiment


@pytest.fixture
def experiment(read_once: Experiment, tmp_path: Path) -> Experiment:
    """An experiment of the test's own, not run yet."""
    return Experiment.open(shutil.copytree(read_once.path, tmp_path / "root" / read_once.path.name))
