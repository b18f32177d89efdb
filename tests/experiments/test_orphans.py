from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from experiments import files, orphans
from tests.factories import DataSourceFactory

if TYPE_CHECKING:
    from pathlib import Path

    from experiments.models import DataSource, Experiment

pytestmark = pytest.mark.django_db
OLD, YOUNG = orphans.AGE + 60, 60


def put(path: Path, *, age: int, is_folder: bool = False) -> Path:
    if is_folder:
        path.mkdir(exist_ok=True)
    else:
        path.write_text("answers")
    then = time.time() - age
    os.utime(path, (then, then))
    return path


def test_old_files_that_no_row_knows_go_and_all_others_stay(experiment: Experiment, source: DataSource) -> None:
    waiting = DataSourceFactory(experiment=experiment)
    gone = [
        put(files.incoming() / "arrived-in-part", age=OLD),
        put(files.upload(uuid4()), age=OLD),
        put(files.experiment(uuid4()), age=OLD, is_folder=True),
    ]
    stay = [
        put(files.incoming() / "arriving", age=YOUNG),
        put(files.upload(uuid4()), age=YOUNG),
        put(files.upload(waiting.pk), age=OLD),
        put(files.experiment(uuid4()), age=YOUNG, is_folder=True),
        put(files.experiment(experiment.pk), age=OLD, is_folder=True),
        put(files.experiments() / "not-an-id", age=OLD, is_folder=True),
    ]

    orphans.remove()

    assert [path for path in gone if path.exists()] == []
    assert [path for path in stay if not path.exists()] == []
