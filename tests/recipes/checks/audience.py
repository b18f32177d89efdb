"""A field of an experiment that was made up for this test is asked for and shown by page, API and admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accounts.models import ApiToken
from experiments.admin import ExperimentAdmin
from experiments.models import Experiment
from tests.api.conftest import ALL_SCOPES, Program
from tests.factories import ExperimentFactory, UserFactory

if TYPE_CHECKING:
    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db
WHO, NEW = "Nurses on night shifts", "/experiments/new/"


@pytest.fixture
def alice(client: Client) -> User:
    alice = UserFactory()
    client.force_login(alice)
    return alice


def test_the_page_asks_for_it_and_keeps_it(client: Client, alice: User) -> None:
    asked = client.get(NEW).content.decode()
    client.post(NEW, {"name": "Night", "description": "", "audience": WHO})

    assert "Who are they?" in asked
    assert "The people you asked, in a few words." in asked
    assert Experiment.objects.get().audience == WHO  # type: ignore[attr-defined]


def test_the_page_shows_and_changes_it(client: Client, alice: User) -> None:
    experiment = ExperimentFactory(owner=alice, audience="Day shifts")
    address = f"/experiments/{experiment.pk}/describe/"

    shown = client.get(address).content.decode()
    client.post(address, {"name": experiment.name, "audience": WHO})
    experiment.refresh_from_db()

    assert "Day shifts" in shown
    assert experiment.audience == WHO


def test_its_length_is_the_model_s(client: Client, alice: User) -> None:
    answer = client.post(NEW, {"name": "Night", "audience": "x" * 301})

    assert answer.status_code == 422
    assert "at most 300 characters" in answer.content.decode()


def test_the_admin_shows_it() -> None:
    assert "audience" in ExperimentAdmin.fields


def test_the_api_takes_it_changes_it_and_gives_it_back(alice: User) -> None:
    as_alice = Program(ApiToken.objects.issue(alice, name="Tests", scopes=list(ALL_SCOPES))[1])
    made = as_alice.post("/experiments", {"name": "Night", "audience": "Day shifts"}).json()
    path = f"/experiments/{made['id']}"
    changed = as_alice("PATCH", path, {"audience": WHO}).json()
    too_long = as_alice("PATCH", path, {"audience": "x" * 301})

    assert (made["audience"], changed["audience"]) == ("Day shifts", WHO)
    assert as_alice.get(path).json()["audience"] == WHO
    assert too_long.status_code == 422
