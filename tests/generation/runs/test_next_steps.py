"""A button below a verdict: it keeps what is said of questions and starts the run, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from generation.models import Draft, Run
from persona.models import NextStep, PersonaConfig, Reason, Verdict
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.generation.values import finished_run, running_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.http import HttpResponse
    from django.test import Client

    from accounts.models import User
    from experiments.models import Experiment

pytestmark = pytest.mark.django_db


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    return DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def judged(experiment: Experiment, step: NextStep, **config: Any) -> Run:
    reason = Reason(
        measure="statements", level="not_yet", value=1, figure="1", label="statements", note="", why="Few.", step=step
    )
    verdict = Verdict(level="not_yet", sentence="Few.", reasons=(reason,))
    settings = PersonaConfig(**{"count": 4, "detail": "deep", **config})
    run = finished_run(experiment, verdict=verdict.model_dump(mode="json"))
    Run.objects.filter(pk=run.pk).update(config=settings.model_dump(mode="json"))
    return run


def press(client: Client, run: Run, action: str) -> HttpResponse:
    return client.post(reverse("generation:run-next", args=[run.pk]), {"step": action})


FEWER = NextStep(action="fewer_personas", label="Make 2 personas", effect="They come back.", count=2)


def test_the_page_of_results_shows_the_step_as_a_button_of_a_form(client: Client, experiment: Experiment) -> None:
    run = judged(experiment, FEWER)

    page = client.get(reverse("generation:results", args=[run.pk]))

    assertContains(page, f'action="/runs/{run.pk}/next/"')
    assertContains(page, '<button class="btn main" form="next" name="step" value="fewer_personas">Start this run')
    assertContains(page, "They come back.")


def test_fewer_personas_start_at_once_with_the_other_settings_kept_and_once_only(
    client: Client, experiment: Experiment
) -> None:
    run = judged(experiment, FEWER)
    answers = [press(client, run, "fewer_personas") for _ in range(2)]

    (made,) = experiment.runs.exclude(pk=run.pk)
    for answer in answers:
        assertRedirects(answer, f"/runs/{made.pk}/", fetch_redirect_response=False)
    assert (made.config["count"], made.config["detail"], made.status) == (2, "deep", "queued")


def test_a_question_that_only_describes_is_kept_with_the_data(client: Client, experiment: Experiment) -> None:
    run = judged(experiment, NextStep(action="describe_only", label="Let “city” only describe", columns=("city",)))
    press(client, run, "describe_only")

    (made,) = experiment.runs.exclude(pk=run.pk)
    assert experiment.source is not None
    (said,) = experiment.source.questions.values()
    assert said["use"] == "describe"
    assert [choice["use"] for choice in made.config["questions"].values()] == ["describe"]
    assert made.config["count"] == 4


def test_a_run_that_costs_money_waits_for_its_price_to_be_seen(client: Client, experiment: Experiment) -> None:
    run = judged(experiment, FEWER, model="openai:gpt", budget_usd=1.0)

    assertRedirects(
        press(client, run, "fewer_personas"), f"/experiments/{experiment.pk}/review/", fetch_redirect_response=False
    )
    assert list(experiment.runs.all()) == [run]
    assert Draft.objects.get(experiment=experiment).config["count"] == 2


def test_who_has_to_wait_is_told_so_on_the_page_of_results(client: Client, experiment: Experiment) -> None:
    run = judged(experiment, FEWER)
    for number in (8, 9):
        running_run(experiment=experiment, number=number)

    answer = client.post(reverse("generation:run-next", args=[run.pk]), {"step": "fewer_personas"}, follow=True)

    assertContains(answer, "2 of your runs are at work already.")


@pytest.mark.parametrize("action", ["use_model", "describe_only", ""])
def test_a_step_that_no_reason_names_is_none(client: Client, experiment: Experiment, action: str) -> None:
    run = judged(experiment, NextStep(action="use_model", label="Let a model write"))

    assert press(client, run, action).status_code == 404
