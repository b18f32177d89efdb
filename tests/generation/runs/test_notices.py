from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from experiments import binning
from tests.factories import ExperimentFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db
HERE = "/runs/finished/"
AN_HOUR_AGO = (timezone.now() - timedelta(hours=1)).isoformat()


def test_runs_that_ended_since_are_told_to_who_started_them(
    alice: User, charlie: User, client_of: Callable[[User], Client]
) -> None:
    run = finished_run(ExperimentFactory(owner=alice, name="Meals"))
    told = client_of(alice).get(HERE, {"since": AN_HOUR_AGO}).json()

    assert told["runs"] == [
        {
            "title": "Meals",
            "body": "The personas are ready to read.",
            "address": reverse("generation:results", args=[run.pk]),
        }
    ]
    assert client_of(alice).get(HERE, {"since": told["now"]}).json()["runs"] == []
    assert client_of(charlie).get(HERE, {"since": AN_HOUR_AGO}).json()["runs"] == []
    binning.move_to_bin(experiment=run.experiment, by=alice)
    assert client_of(alice).get(HERE, {"since": AN_HOUR_AGO}).json()["runs"] == []


@pytest.mark.parametrize("since", ["", "yesterday", "2026-13-45", "2026-01-01T00:00:00"])
def test_without_a_moment_nothing_is_told(alice: User, client_of: Callable[[User], Client], since: str) -> None:
    finished_run(ExperimentFactory(owner=alice))

    assert client_of(alice).get(HERE, {"since": since}).json()["runs"] == []
