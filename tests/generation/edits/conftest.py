"""A result of two personas, whose answers and groups lie in files, and people who work on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from accounts.teams.models import Membership, Role
from experiments import files
from generation.models import Persona, Run
from persona.grouping import Segmentation
from persona.store import RunFolder
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.generation.values import kept_run, portrait, statement, summary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from django.test import Client

    from accounts.models import User

SAID = (statement(1, 1), statement(1, 2), statement(1, 3, kind="goal", text="Settle all dinners"))


def group(run: Run, assignments: Sequence[int]) -> None:
    """Save which row of the data belongs to which persona, as a run does."""
    fit = np.ones(len(assignments), np.float32)
    folder = RunFolder.open(files.run(run.experiment_id, run.pk))
    folder.save_segmentation(Segmentation.of(summary(2), np.array(assignments, np.int16), fit))


@pytest.fixture
def run(alice: User, data_dir: Path) -> Run:
    """Rows 1 and 2 of the answers are the first persona's people, 3 and 4 the second's."""
    experiment = DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment
    run = kept_run(experiment, portrait(1, label="The planner", statements=SAID), portrait(2))
    group(run, [1, 1, 2, 2])
    return run


@pytest.fixture
def persona(run: Run) -> Persona:
    return Persona.objects.select_related("run__experiment").get(run=run, position=1)


@pytest.fixture
def editor(bob: User, run: Run) -> User:
    """Bob, who works on Alice's results with her."""
    Membership.objects.create(team=run.experiment.team, user=bob, role=Role.EDITOR)
    return bob


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)
