"""Operators find runs and what they found, and change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db.models import CharField, JSONField, TextField
from django.urls import reverse
from pytest_django.asserts import assertContains

from generation.admin import VIEWS
from generation.models import (
    BudgetEntry,
    Draft,
    EditEntry,
    Evidence,
    Persona,
    Run,
    RunEvent,
    SegmentDraft,
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
    Persona: "97",
    Statement: "goal",
    Evidence: "strong",
    SegmentDraft: "waiting",
    Draft: "Meal planning",
    EditEntry: "rename_persona",
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
    EditEntry.objects.create(run=run, sequence=1, persona=1, kind="rename_persona", edit={}, told={})
    SegmentDraft.objects.create(experiment=run.experiment, config={})
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


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_shows_what_people_wrote_or_a_secret(client: Client, kind: type[Model]) -> None:
    """Every text and every JSON that the table does not list is marked, and the mark is looked for."""
    row = kind._default_manager.first()
    assert row is not None
    shown = {field for view in VIEWS if view.model is kind for field in view.fields}
    kept = [field for field in kind._meta.concrete_fields if field.name not in shown and not field.choices]
    texts = [field.name for field in kept if isinstance(field, CharField | TextField | JSONField)]
    kind._default_manager.filter(pk=row.pk).update(**dict.fromkeys(texts, "words of people"))

    pages = [client.get(admin(kind, "changelist")), client.get(admin(kind, "change", row.pk))]

    assert ["words of people" in page.content.decode() for page in pages] == [False, False]


def test_what_people_say_is_in_no_column() -> None:
    listed = {(view.model, field) for view in VIEWS for field in view.fields}
    words = {(Persona, "name"), (Persona, "tagline"), (Statement, "text"), (Evidence, "quote"), (Evidence, "column")}

    assert listed & words == set()


def test_runs_are_filtered_by_status_and_found_by_owner(client: Client) -> None:
    assertContains(client.get(admin(Run, "changelist"), {"status__exact": "done", "q": "alice"}), "1 run")
    assertContains(client.get(admin(Run, "changelist"), {"status__exact": "failed"}), "0 runs")
