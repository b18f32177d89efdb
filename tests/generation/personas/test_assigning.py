"""The pages that rest on the rows behind a run: placing new people, and cross-tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from generation.runs import services, tasks
from persona.models import PersonaConfig
from tests.factories import DataSourceFactory, ExperimentFactory, UserFactory
from tests.generation.values import finished_run, running_run
from tests.invented import invented_answers

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User
    from generation.models import Run

# The watch beside a run looks at its row on a connection of its own.
pytestmark = pytest.mark.django_db(transaction=True)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def made() -> tuple[Run, Client]:
    """A run of two personas, and its owner's browser."""
    owner = UserFactory()
    source = DataSourceFactory(experiment=ExperimentFactory(owner=owner), content=invented_answers(60))
    run = services.start_run(experiment=source.experiment, config=PersonaConfig(count=2))
    tasks.generate_run(str(run.pk))
    run.refresh_from_db()
    return run, client_of(owner)


def test_a_few_answers_place_somebody_and_every_question_stands_beside_all_personas(data_dir: Path) -> None:
    run, client = made()
    address = reverse("generation:place", args=[run.pk])
    page = client.get(address)
    (first, *_) = page.context["fields"]

    assertContains(page, "of people placed right")
    assertContains(page, f'name="{first.name}"')
    assertContains(client.post(address, {}), "Answer at least one question.")
    given = {field.name: field.asked.options[0] if field.asked.options else "3" for field in page.context["fields"]}
    answer = client.post(address, given)
    place = answer.context["place"]
    assertContains(answer, place.persona.called)
    assert (place.found.answered, place.persona.run_id) == (len(given), run.pk)
    part = client.post(address, given, headers={"hx-request": "true", "hx-target": "place"})
    assertNotContains(part, "<html")

    tables = client.get(reverse("generation:tables", args=[run.pk]))
    for persona in run.personas.all():
        assertContains(tables, persona.called)
    assertContains(tables, "Who answered")
    assertContains(tables, "not tested below 30 answers")


def test_rows_that_are_gone_are_told(alice: User, data_dir: Path) -> None:
    run = finished_run(DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment)

    for name in ("place", "tables"):
        page = client_of(alice).get(reverse(f"generation:{name}", args=[run.pk]))
        assertContains(page, "notice warn")


def test_a_run_at_work_leads_to_its_page(alice: User, data_dir: Path) -> None:
    run = running_run(experiment=ExperimentFactory(owner=alice))

    for name in ("place", "tables"):
        answer = client_of(alice).get(reverse(f"generation:{name}", args=[run.pk]))
        assertRedirects(answer, reverse("generation:run", args=[run.pk]), fetch_redirect_response=False)
