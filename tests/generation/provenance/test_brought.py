"""Personas from elsewhere on their page: typed, pasted or sent, told by person, and refused in plain words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from generation.runs import services, tasks
from persona.models import PersonaConfig
from tests.factories import DataSourceFactory, ExperimentFactory, UserFactory
from tests.generation.values import finished_run, running_run
from tests.invented import invented_answers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from accounts.models import User

# The watch beside a run looks at its row on a connection of its own.
pytestmark = pytest.mark.django_db(transaction=True)
PLANNER = {"name": "<Planner>", "says": ["I want to plan the whole week"]}


def test_they_are_typed_pasted_and_sent_and_it_is_told_whom_each_describes(data_dir: Path) -> None:
    owner = UserFactory()
    source = DataSourceFactory(experiment=ExperimentFactory(owner=owner), content=invented_answers(60))
    run = services.start_run(experiment=source.experiment, config=PersonaConfig(count=2))
    tasks.generate_run(str(run.pk))
    client = Client()
    client.force_login(owner)
    address = reverse("generation:own-personas", args=[run.pk])
    form = {
        "name1": "Typed", "says1": "I forget what I wanted\n\nMy list is lost",
        "answers1": "Which plan are you on?=Free",
        "book": json.dumps([PLANNER]),
        "file": SimpleUploadedFile("mine.json", json.dumps([PLANNER | {"name": "Sent"}]).encode()),
    }  # fmt: skip

    assertContains(client.get(address), "What they would say")
    answer = client.post(address, form)

    lines = answer.context["lines"]
    assert [line.count.name for line in lines] == ["Typed", "Sent", "<Planner>"]
    assert all(sum(people for _, people in line.own) == line.count.people for line in lines)
    assertContains(answer, "&lt;Planner&gt;</h2>")
    assertContains(answer, answer.context["found"].sentence)


def test_what_takes_long_is_read_by_a_task_first(
    alice: User, client_of: Callable[[User], Client], data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = finished_run(DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment)
    monkeypatch.setattr("generation.provenance.brought.is_ready", lambda _: False)

    answer = client_of(alice).post(
        reverse("generation:own-personas", args=[run.pk]), {"name1": "Planner", "says1": "I plan"}
    )

    assertContains(answer, "All answers are read first")
    assertContains(answer, 'value="Planner"')


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, "Bring one to 12 personas."),
        ({"says1": "I plan"}, "persona 1: it needs a name."),
        ({"name2": "Planner"}, "“Planner” has neither answers nor sentences."),
        ({"book": "{"}, "this is no JSON."),
    ],
    ids=["nothing", "no name", "nothing said", "no JSON"],
)
def test_what_is_no_persona_is_told_and_kept(
    form: dict[str, str], told: str, alice: User, client_of: Callable[[User], Client], data_dir: Path
) -> None:
    run = finished_run(DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment)
    answer = client_of(alice).post(reverse("generation:own-personas", args=[run.pk]), form)

    assert answer.status_code == 422
    for value in form.values():
        assertContains(answer, value, status_code=422)
    assertContains(answer, told, status_code=422)


def test_nobody_else_sees_the_page_and_a_run_at_work_leads_to_its_own(
    alice: User, charlie: User, client_of: Callable[[User], Client], data_dir: Path
) -> None:
    run = running_run(experiment=ExperimentFactory(owner=alice))
    address = reverse("generation:own-personas", args=[run.pk])

    answer = client_of(alice).get(address)
    assertRedirects(answer, reverse("generation:run", args=[run.pk]), fetch_redirect_response=False)
    assert [client_of(charlie).get(address).status_code, client_of(charlie).post(address).status_code] == [404, 404]
