"""Operators find runs and what they found, and change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from generation.models import Draft, Evidence, Persona, Run, RunEvent, Statement
from tests.factories import ExperimentFactory, UserFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model
    from django.test import Client

    from persona_web.accounts.models import User

pytestmark = pytest.mark.django_db

KINDS = {
    Run: "alice@example.com",
    RunEvent: "generation.started",
    Persona: "Marta A",
    Statement: "Settle all dinners",
    Evidence: "the plan breaks",
    Draft: "Meal planning",
}


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    run = finished_run(ExperimentFactory(owner=alice, name="Meal planning"))
    RunEvent.objects.create(run=run, number=1, type="generation.started")
    Draft.objects.create(experiment=run.experiment)
    return client_of(UserFactory(is_staff=True, is_superuser=True))


def admin(kind: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:generation_{kind.__name__.lower()}_{page}", args=args)


@pytest.mark.parametrize("kind", KINDS)
def test_lists_are_searched_and_show_what_they_hold(client: Client, kind: type[Model]) -> None:
    assertContains(client.get(admin(kind, "changelist")), KINDS[kind])
    assert client.get(admin(kind, "changelist"), {"q": "meal"}).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_added_changed_or_deleted(client: Client, kind: type[Model]) -> None:
    row = kind._default_manager.first()
    assert row is not None

    assert client.get(admin(kind, "change", row.pk)).status_code == 200
    assert client.post(admin(kind, "change", row.pk), {}).status_code == 403
    assert client.get(admin(kind, "add")).status_code == 403
    assert client.post(admin(kind, "delete", row.pk), {"post": "yes"}).status_code == 403


def test_runs_are_filtered_by_status_and_found_by_owner(client: Client) -> None:
    assertContains(client.get(admin(Run, "changelist"), {"status__exact": "done", "q": "alice"}), "1 run")
    assertContains(client.get(admin(Run, "changelist"), {"status__exact": "failed"}), "0 runs")
