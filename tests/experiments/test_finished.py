"""Finished runs: opened once, and not kept longer than their folder."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from experiments import browsing, files
from experiments.finished import finished
from experiments.models import DataSource
from generation.personas import assigning
from persona.exceptions import ConfigurationError
from tests.experiments.test_browsing import group_rows, many
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from experiments.models import Experiment
    from generation.models import Run

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(experiment: Experiment) -> Run:
    many(experiment, 4)
    made = finished_run(experiment)
    group_rows(made, [1, 1, 2, 2])
    return made


def test_a_run_is_opened_once_for_all_that_look_into_it(experiment: Experiment, run: Run) -> None:
    found = finished(experiment, run.pk)
    groups = browsing.groups_of(DataSource.objects.get())

    assert groups is not None
    assert (finished(experiment, run.pk), groups.study, assigning.finished(run)) == (found, found, found)
    assert found.rows.rows == 4


def test_a_run_whose_folder_has_gone_is_open_no_longer(experiment: Experiment, run: Run) -> None:
    finished(experiment, run.pk)
    shutil.rmtree(files.run(experiment.pk, run.pk))

    with pytest.raises(ConfigurationError) as told:
        finished(experiment, run.pk)
    assert told.value.code == "run_missing"
    assert browsing.groups_of(DataSource.objects.get()) is None


def test_two_runs_are_two(experiment: Experiment, run: Run) -> None:
    other = finished_run(experiment)
    group_rows(other, [2, 2, 1, 1])

    assert finished(experiment, other.pk).segmentation().assignments.tolist() == [2, 2, 1, 1]
    assert finished(experiment, run.pk).segmentation().assignments.tolist() == [1, 1, 2, 2]
