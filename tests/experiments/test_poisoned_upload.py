"""A poisoned upload dies beside a run that shares its worker: the run goes on as if nothing were."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.generation.runs.test_kill import installation
from tests.persona.sandbox.attacks import ATTACKS

if TYPE_CHECKING:
    from tests.generation.runs.test_kill import Installation

__all__ = ("installation",)
pytestmark = [pytest.mark.integration, pytest.mark.xdist_group("kill")]

PERSONAS = 4
DEADLY = "old workbook that leads back to itself"  # the library for workbooks fills the memory until it aborts
START = f"""
import django
django.setup()
from pathlib import Path
from django.conf import settings
from experiments import files
from experiments.models import DataSource
from generation.runs import services
from persona.models import PersonaConfig
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.invented import invented_answers
from tests.persona.sandbox.attacks import ATTACKS
experiment = DataSourceFactory(content=invented_answers(600)).experiment
services.start_run(experiment=experiment, config=PersonaConfig(count={PERSONAS}))
source = DataSource.objects.create(experiment=ExperimentFactory(), name="answers.xls")
files.upload(source.pk).write_bytes(ATTACKS[{DEADLY!r}][1](Path(settings.DATA_DIR)))
"""


def test_a_run_goes_on_while_an_upload_dies_beside_it(installation: Installation) -> None:
    installation.python("-c", START)

    def source() -> tuple[str, str | None]:
        ((status, error),) = installation.rows(
            "SELECT status, error FROM experiments_datasource WHERE name = 'answers.xls'"
        )
        return status, error and json.loads(error)["code"]

    with installation.worker() as worker:
        installation.wait(lambda: source()[0] == "failed" and installation.status() not in ("queued", "running"))
        is_alive = worker.poll() is None

    assert source() == ("failed", ATTACKS[DEADLY][0])
    assert (is_alive, installation.status(), len(installation.personas())) == (True, "done", PERSONAS)
    assert installation.rows("SELECT attempt FROM generation_run") == [(1,)]
