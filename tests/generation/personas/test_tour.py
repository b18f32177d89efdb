from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.urls import reverse

from experiments.models import Experiment
from generation.models import Run, Statement
from persona.samples import SAMPLES
from tests.factories import ExperimentFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db


def test_the_tour_stops_at_verdict_persona_proof_and_export(
    alice: User, charlie: User, client_of: Callable[[User], Client]
) -> None:
    run = finished_run(ExperimentFactory(owner=alice))
    client = client_of(alice)
    quoted = Statement.objects.filter(evidence__isnull=False).order_by("persona__position", "position")
    first = quoted[0]
    persona = reverse("generation:persona", args=[first.persona_id])

    went = [client.get(reverse("generation:tour", args=[run.pk, stop])).headers["Location"] for stop in (1, 2, 3, 4, 5)]

    assert went == [
        f"{reverse('generation:results', args=[run.pk])}?tour=1.{run.pk}",
        f"{persona}?tour=2.{run.pk}",
        f"{persona}?e={first.pk}&tour=3.{run.pk}",
        f"{reverse('generation:export', args=[run.pk])}?tour=4.{run.pk}",
        reverse("experiments:create"),
    ]
    assert client_of(charlie).get(reverse("generation:tour", args=[run.pk, 1])).status_code == 404


@pytest.mark.parametrize(("asked", "told"), [("2.{run}", True), ("5.{run}", False), ("2.x", False), ("x", False)])
def test_a_stop_is_told_where_the_address_names_one(
    alice: User, client_of: Callable[[User], Client], asked: str, told: bool
) -> None:
    run = finished_run(ExperimentFactory(owner=alice))

    page = client_of(alice).get("/help/", {"tour": asked.format(run=run.pk)}).content.decode()

    assert ("Stop 2 of 4" in page) is told
    assert (reverse("generation:tour", args=[run.pk, 3]) in page) is told


def test_the_finished_sample_is_made_once_for_a_button(
    alice: User, client_of: Callable[[User], Client], data_dir: Path
) -> None:
    key = uuid4()
    address = reverse("generation:sample-begin", args=[SAMPLES[0].key])

    went = [client_of(alice).post(address, {"key": key}).headers["Location"] for _ in range(2)]

    run = Run.objects.get()
    assert went == [reverse("generation:run", args=[run.pk])] * 2
    assert (run.experiment, run.awaits_data, run.experiment.is_sample) == (Experiment.objects.get(pk=key), True, True)
    assert client_of(alice).post(reverse("generation:sample-begin", args=["none"])).status_code == 404
