"""Operators find runs and what they found, and change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from generation.models import (
    BudgetEntry,
    Draft,
    Evidence,
    Persona,
    Run,
    RunEvent,
    Statement,
    Webhook,
    WebhookAttempt,
    WebhookDelivery,
)
from tests.factories import ExperimentFactory, UserFactory, WebhookFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model
    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db

KINDS = {
    BudgetEntry: "openai:gpt-4o-mini",
    Run: "alice@example.com",
    RunEvent: "generation.started",
    Persona: "Marta A",
    Statement: "Settle all dinners",
    Evidence: "the plan breaks",
    Draft: "Meal planning",
    Webhook: "https://hooks.example.com/persona",
    WebhookDelivery: "generation.completed",
    WebhookAttempt: "503",
}


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    run = finished_run(ExperimentFactory(owner=alice, name="Meal planning"))
    BudgetEntry.objects.create(owner=alice, run=run.pk, model="openai:gpt-4o-mini", before=0, amount=1)
    RunEvent.objects.create(run=run, number=1, type="generation.started")
    Draft.objects.create(experiment=run.experiment)
    delivery = WebhookDelivery.objects.create(
        webhook=WebhookFactory(owner=alice), event="generation.completed", payload="{}"
    )
    WebhookAttempt.objects.create(delivery=delivery, number=1, started=run.created, status=503, answer="inner words")
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


def test_secrets_and_what_receivers_say_are_not_shown(client: Client) -> None:
    hook, attempt = Webhook.objects.get(), WebhookAttempt.objects.get()
    pages = [client.get(admin(type(row), "change", row.pk)) for row in (hook, attempt)]

    assert [hook.secret in pages[0].content.decode(), "inner words" in pages[1].content.decode()] == [False, False]


def test_runs_are_filtered_by_status_and_found_by_owner(client: Client) -> None:
    assertContains(client.get(admin(Run, "changelist"), {"status__exact": "done", "q": "alice"}), "1 run")
    assertContains(client.get(admin(Run, "changelist"), {"status__exact": "failed"}), "0 runs")
