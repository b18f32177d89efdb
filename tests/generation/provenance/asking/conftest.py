"""A study of sixty people that is asked: grouped and written once a process, and copied into each test's folder."""

from __future__ import annotations

import csv
import io
import shutil
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from accounts.teams.models import Membership, Role
from experiments import files
from generation.models import Run
from generation.personas.persistence import store_persona
from persona import Experiment, PersonaConfig, PersonaGenerator
from persona.finished import Finished
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory
from tests.invented import invented_answers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from accounts.models import User
    from persona import GenerationResult

PLAN = "Which plan are you on?"
E_MAIL = "ana.lind@example.com"
OTHER = "Other: write to {}"


def answers() -> str:
    """The third person wrote an address into a closed question, and another at the end of their first open answer."""
    names, *lines = csv.reader(io.StringIO(invented_answers(60)))
    lines[2][names.index(PLAN)] = OTHER.format(E_MAIL)
    lines[2][25] += f" Write to {E_MAIL}."
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([names, *lines])
    return text.getvalue()


CONTENT = answers()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, GenerationResult]:
    """The folder of a finished run, its answers read already, and what it found."""
    folder = tmp_path_factory.mktemp("asked")
    file = folder / "answers.csv"
    file.write_text(CONTENT, encoding="utf-8")
    experiment = Experiment.create("Study", [file], root=folder)
    result = PersonaGenerator(experiment).generate(PersonaConfig(count=2))
    (run,) = (experiment.path / "runs").iterdir()
    Finished(experiment, experiment.run(run.name)).study()
    return run, result


@pytest.fixture
def make_run(alice: User, data_dir: Path, written: tuple[Path, GenerationResult]) -> Callable[[int], Run]:
    """Finished runs of one experiment of Alice's, by their numbers; all found the same."""
    folder, result = written
    experiment = ExperimentFactory(owner=alice, name="Planning")
    DataSourceFactory(experiment=experiment, content=CONTENT)

    def make(number: int) -> Run:
        now = timezone.now()
        run = RunFactory(
            experiment=experiment, number=number, status=Run.Status.DONE, started=now, finished=now, rows=60, usage={},
            config=PersonaConfig(count=2).model_dump(mode="json"),
        )  # fmt: skip
        shutil.copytree(folder, files.run(experiment.pk, run.pk))
        for persona in result.personas:
            store_persona(run, persona)
        return run

    return make


@pytest.fixture
def run(make_run: Callable[[int], Run]) -> Run:
    return make_run(1)


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


@pytest.fixture
def viewer(bob: User, run: Run) -> User:
    Membership.objects.create(team=run.experiment.team, user=bob, role=Role.VIEWER)
    return bob
