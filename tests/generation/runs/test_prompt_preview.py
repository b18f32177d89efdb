"""Previews: what would be sent, made by a worker, the same as what a run then sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from experiments import files
from generation.runs import prompt_preview, tasks
from generation.runs.drafts import next_config, save_draft
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.invented import invented_answers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from accounts.models import User
    from experiments.models import Experiment
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    content = invented_answers(60).replace("clients", "clients, write to mia@private.example,", 1)
    experiment = DataSourceFactory(experiment=ExperimentFactory(owner=alice), content=content).experiment
    save_draft(experiment=experiment, count=2, model="openai:gpt-4o", detail="short")
    return experiment


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def address(experiment: Experiment) -> str:
    return reverse("generation:sent", args=[experiment.pk])


def test_a_worker_is_asked_once_and_the_page_waits(client: Client, experiment: Experiment, posted: Posted) -> None:
    with posted() as messages:
        first = client.get(address(experiment))
        waiting = client.get(address(experiment), headers={"hx-request": "true", "hx-target": "sent"})

    assertContains(first, 'hx-trigger="every 1s"')
    assert waiting.status_code == 204
    assert messages == [("generation.make_preview", [str(experiment.pk)])]


def test_what_would_be_sent_is_shown_word_for_word_and_masked(client: Client, experiment: Experiment) -> None:
    tasks.make_preview(str(experiment.pk))

    response = client.get(address(experiment))

    questions = response.context["preview"].questions
    assert [question.persona for question in questions] == [1, 2]
    assertContains(response, "To OpenAI, gpt-4o, word for word")
    assertNotContains(response, "hx-get")
    assertNotContains(response, "mia@private.example")
    assert "mia@private.example" not in "".join(question.message for question in questions)


def test_other_settings_are_another_preview_and_only_the_newest_is_kept(experiment: Experiment) -> None:
    tasks.make_preview(str(experiment.pk))
    before = next_config(experiment)
    save_draft(experiment=experiment, count=3, model="openai:gpt-4o", detail="short")
    assert prompt_preview.found(experiment, next_config(experiment)) is None

    tasks.make_preview(str(experiment.pk))

    found = prompt_preview.found(experiment, next_config(experiment))
    assert found is not None
    assert len(found.questions) == 3
    assert prompt_preview.found(experiment, before) is None
    assert len(list((files.experiment(experiment.pk) / "previews").iterdir())) == 1


def test_the_limit_changes_no_word_of_it(experiment: Experiment) -> None:
    tasks.make_preview(str(experiment.pk))

    other = next_config(experiment).model_copy(update={"budget_usd": 1.0, "model": "google:g"})

    assert prompt_preview.found(experiment, other) is not None


def test_data_that_cannot_be_grouped_is_explained(client: Client, alice: User, data_dir: Path) -> None:
    four_people = DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment
    save_draft(experiment=four_people, count=12, model="openai:gpt-4o", detail="short")

    tasks.make_preview(str(four_people.pk))

    assertContains(client.get(address(four_people)), "12 personas were asked for, and the data holds only 4 people.")


def test_a_deleted_experiment_has_none(experiment: Experiment) -> None:
    key = str(experiment.pk)
    experiment.delete()

    tasks.make_preview(key)
