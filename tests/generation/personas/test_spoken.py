"""What the search finds of a result: the newest one's words, as people left them, and nothing that is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generation.models import Evidence, Persona, Statement
from generation.personas.spoken import lines_of
from persona.ids import uuid7
from tests.factories import ExperimentFactory, RunFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from generation.models import Run

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(db: None) -> Run:
    return finished_run(ExperimentFactory(), personas=2)


def kinds(run: Run) -> list[tuple[str, str]]:
    assert run.experiment_id is not None
    return [(line.kind, line.text) for line in lines_of(run.experiment_id)]


def test_personas_come_first_and_quotes_last_each_with_the_way_there(run: Run) -> None:
    lines = list(lines_of(run.experiment_id))
    first = run.personas.get(position=1)
    said = first.statements.get(position=1)

    assert [line.kind for line in lines] == ["persona"] * 8 + ["statement"] * 4 + ["quote"] * 8
    assert (lines[1].place, lines[1].text) == (str(first.pk), "Marta A")
    assert (lines[8].place, lines[8].text) == (f"{first.pk}:{said.pk}", said.text)
    assert {line.place for line in lines[12:14]} <= {f"{first.pk}:{each.pk}" for each in first.statements.all()}


def test_what_is_hidden_and_what_does_not_count_is_not_said(run: Run) -> None:
    Persona.objects.filter(run=run, position=2).update(shown=False)
    Statement.objects.filter(persona__run=run, position=2).update(shown=False)
    Evidence.objects.filter(statement__persona__run=run, position=2).update(counted=False)

    assert [kind for kind, _ in kinds(run)] == ["persona"] * 4 + ["statement"] + ["quote"]


def test_the_newest_finished_run_speaks_alone(run: Run) -> None:
    newer = finished_run(run.experiment, personas=1, number=run.number + 1)
    Persona.objects.filter(run=newer).update(label="The newest")
    RunFactory(experiment=run.experiment, number=run.number + 2)

    assert kinds(run)[0] == ("persona", "The newest")
    assert list(lines_of(uuid7())) == []
