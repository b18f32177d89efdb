"""The page of a run: followed by polling that ends by itself, stopped, gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.provider_keys import worker
from accounts.provider_keys.tasks import run_key_test
from generation.models import Run
from generation.personas.persistence import store_persona
from generation.runs import services
from persona.exceptions import PersonaError, ProviderAuthError
from persona.models import PersonaConfig
from tests.factories import PASSWORD, ExperimentFactory, RunFactory
from tests.generation.values import finished_run, portrait, running_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse
    from pytest_django import DjangoAssertNumQueries

    from accounts.models import User
    from experiments.models import Experiment

pytestmark = pytest.mark.django_db

ERROR = {"code": "step_failed", "message": "It broke.", "hint": "Try again.", "retryable": True}


@pytest.fixture
def experiment(alice: User) -> Experiment:
    return ExperimentFactory(owner=alice)


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def address(run: Run, name: str = "run") -> str:
    return reverse(f"generation:{name}", args=[run.pk])


def poll(client: Client, run: Run, **query: Any) -> HttpResponse:
    """What the page of the run asks every second."""
    return client.get(address(run), query, headers={"hx-request": "true", "hx-target": "run"})


def test_running_run_asks_again_and_shows_its_personas(client: Client, experiment: Experiment) -> None:
    run = running_run(experiment=experiment, rows=240)
    Run.objects.filter(pk=run.pk).update(sizes=[120, 70])
    store_persona(run, portrait(1))

    response = client.get(address(run))

    assertContains(response, f'hx-get="{address(run)}?seen={run.mark}&amp;personas=1" hx-trigger="every 400ms"')
    assertContains(response, "Marta A")
    assertContains(response, "Next in line: 70 people")
    assertContains(response, "<title>0&nbsp;%, writing your personas · Persona</title>")


def test_poll_without_news_is_empty(client: Client, experiment: Experiment) -> None:
    run = running_run(experiment=experiment)

    response = poll(client, run, seen=run.mark)

    assert (response.status_code, response.content) == (204, b"")


def test_poll_with_news_is_the_part_of_the_page_and_tells_readers_of_the_persona(
    client: Client, experiment: Experiment
) -> None:
    run = running_run(experiment=experiment)
    store_persona(run, portrait(1))

    response = poll(client, run, seen="0-0-queued-0", personas="0")

    assertContains(response, '<div id="run"')
    assertContains(response, 'id="run-news" role="status" hx-swap-oob="innerHTML">Marta A is ready to read')
    assertNotContains(response, "<h1>Persona</h1>")
    assertNotContains(response, "<main")


def test_poll_says_nothing_again_that_was_said(client: Client, experiment: Experiment) -> None:
    run = running_run(experiment=experiment)
    store_persona(run, portrait(1))

    assertNotContains(poll(client, run, seen="old", personas="1"), "run-news")


def test_poll_of_a_done_run_leads_to_its_results(client: Client, experiment: Experiment) -> None:
    run = finished_run(experiment)

    response = poll(client, run, seen="old")

    assert (response.status_code, response["HX-Redirect"]) == (200, address(run, "results"))


@pytest.mark.parametrize("fields", [{"status": "failed", "error": ERROR}, {"status": "cancelled"}])
def test_poll_of_a_run_that_ended_early_loads_the_page_anew(
    client: Client, experiment: Experiment, fields: dict[str, Any]
) -> None:
    response = poll(client, RunFactory(experiment=experiment, **fields), seen="old")

    assert response["HX-Refresh"] == "true"


def test_done_run_links_to_its_results_and_asks_no_more(client: Client, experiment: Experiment) -> None:
    run = finished_run(experiment)

    response = client.get(address(run))

    assertContains(response, f'href="{address(run, "results")}"')
    assertContains(response, "Your personas are ready")
    assertNotContains(response, "hx-trigger")


def test_failed_run_says_why_and_offers_to_go_on(client: Client, experiment: Experiment) -> None:
    run = RunFactory(experiment=experiment, status="failed", error=ERROR)
    store_persona(run, portrait(1))

    response = client.get(address(run))

    for text in ("The run stopped at “Reading”", "It broke.", "Try again.", "Marta A", "Continue the run"):
        assertContains(response, text)
    assertNotContains(response, "hx-trigger")


def test_stopped_run_is_no_fault(client: Client, experiment: Experiment) -> None:
    response = client.get(address(RunFactory(experiment=experiment, status="cancelled")))

    assertContains(response, "You stopped this run")
    assertNotContains(response, "notice bad")


def test_stop_asks_first_without_a_script(client: Client, experiment: Experiment) -> None:
    run = running_run(experiment=experiment)
    opened, closed = ' aria-labelledby="stop-title" open>', ' aria-labelledby="stop-title">'

    assertContains(client.get(address(run)), closed)
    assertContains(client.get(address(run), {"stop": ""}), opened)


def test_cancel_asks_the_worker_and_comes_back(client: Client, experiment: Experiment) -> None:
    run = running_run(experiment=experiment)

    response = client.post(address(run, "run-cancel"), follow=True)

    assert response.redirect_chain == [(address(run), 302)]
    assertContains(response, "Stopping the run")
    assertNotContains(response, "stop-title")


def test_resume_makes_the_run_wait_again(client: Client, experiment: Experiment) -> None:
    run = RunFactory(experiment=experiment, status="cancelled")

    response = client.post(address(run, "run-resume"), follow=True)

    assert response.redirect_chain == [(address(run), 302)]
    assertContains(response, "Waiting to begin")


def test_resume_over_the_limit_says_so(client: Client, experiment: Experiment) -> None:
    run = RunFactory(experiment=experiment, status="cancelled")
    RunFactory.create_batch(2, experiment=experiment)

    assertContains(client.post(address(run, "run-resume"), follow=True), "2 of your runs are at work already.")
    run.refresh_from_db()
    assert run.status == "cancelled"


@pytest.mark.parametrize("name", ["run-cancel", "run-resume"])
def test_changes_are_never_a_get(client: Client, experiment: Experiment, name: str) -> None:
    run = RunFactory(experiment=experiment)

    assert client.get(address(run, name)).status_code == 405


def test_runs_lists_all_runs_newest_first(client: Client, experiment: Experiment) -> None:
    finished_run(experiment, number=1)
    RunFactory(experiment=experiment, number=2, status="failed", error=ERROR)
    RunFactory(experiment=experiment, number=3)

    response = client.get(reverse("generation:runs", args=[experiment.pk]))

    entries = response.context["runs"]
    assert [(entry.run.number, entry.run.persona_count, entry.look.tone) for entry in entries] == [
        (3, 0, "accent"),
        (2, 0, "bad"),
        (1, 2, "ok"),
    ]
    assert [entry.address for entry in entries] == [
        address(entries[0].run),
        address(entries[1].run),
        address(entries[2].run, "results"),
    ]


def test_runs_of_an_experiment_without_any_lead_to_the_settings(client: Client, experiment: Experiment) -> None:
    response = client.get(reverse("generation:runs", args=[experiment.pk]))

    assertContains(response, "No runs yet")
    assertContains(response, reverse("generation:settings", args=[experiment.pk]))


@pytest.mark.parametrize("count", [1, 12])
def test_runs_costs_as_many_queries_however_many_there_are(
    client: Client, experiment: Experiment, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, count + 1):
        finished_run(experiment, number=number)

    with django_assert_num_queries(5):
        client.get(reverse("generation:runs", args=[experiment.pk]))


@pytest.mark.parametrize("count", [1, 12])
def test_run_costs_as_many_queries_however_many_personas_there_are(
    client: Client, experiment: Experiment, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    run = running_run(experiment=experiment)
    for index in range(1, count + 1):
        store_persona(run, portrait(index))

    with django_assert_num_queries(5):
        client.get(address(run))


def test_poll_without_news_costs_one_query_more_than_the_session(
    client: Client, experiment: Experiment, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    run = running_run(experiment=experiment)

    with django_assert_num_queries(3):
        poll(client, run, seen=run.mark)


def test_resume_needs_the_form_of_our_page(alice: User, experiment: Experiment) -> None:
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    run = RunFactory(experiment=experiment, status="cancelled")

    assert client.post(address(run, "run-resume")).status_code == 403
    assertRedirects(Client().get(address(run)), f"{reverse('account_login')}?next={address(run)}")


@pytest.fixture
def refused(alice: User, experiment: Experiment) -> Run:
    """A run of a model whose provider did not take the key; its owner has just typed her password."""
    error = {
        "code": "provider_auth",
        "message": "OpenAI refused the key.",
        "hint": "Put in another.",
        "retryable": False,
    }
    config = PersonaConfig(count=1, model="openai:gpt-5.4").model_dump(mode="json")
    return RunFactory(experiment=experiment, status="failed", error=error, config=config, payer="own")


def with_key(alice: User, run: Run) -> Client:
    """Give the run another key, as somebody who has just signed in; the browser."""
    client = Client()
    client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    assertRedirects(client.post(address(run, "run-resume"), {"how": "key", "key": "sk-newer"}), address(run))
    run.refresh_from_db()
    return client


def ends(run: Run, monkeypatch: pytest.MonkeyPatch, error: PersonaError | None = None) -> None:
    """A worker tests the key of a run, and this comes of it."""

    def tried(*_: Any) -> None:
        if error:
            raise error

    monkeypatch.setattr(worker, "try_access", tried)
    run_key_test(str(run.awaits_key_id))
    run.refresh_from_db()


def poll_test(client: Client, run: Run) -> HttpResponse:
    return client.get(address(run), headers={"hx-request": "true", "hx-target": "key-test"})


def test_another_key_is_tested_and_the_run_goes_on(alice: User, refused: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    client = with_key(alice, refused)
    assertContains(client.get(address(refused)), "Testing your key")
    assert poll_test(client, refused).status_code == 204

    ends(refused, monkeypatch)

    assert (refused.status, refused.awaits_key, refused.error) == ("queued", None, None)
    assert poll_test(client, refused).headers["HX-Refresh"] == "true"
    assertNotContains(client.get(address(refused)), "Testing your key")


def test_a_key_that_is_refused_again_is_said_beside_its_field(
    alice: User, refused: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = with_key(alice, refused)

    ends(refused, monkeypatch, ProviderAuthError("OpenAI refused this one too.", hint="Look at it again."))

    assert refused.status == "failed"
    assert poll_test(client, refused).headers["HX-Refresh"] == "true"
    assertContains(client.get(address(refused)), "OpenAI refused this one too. Look at it again.")


def test_a_run_that_cannot_go_on_with_its_new_key_says_why(
    alice: User, refused: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = with_key(alice, refused)
    for _ in range(services.MAX_ACTIVE):
        RunFactory(experiment=refused.experiment)

    ends(refused, monkeypatch)

    assert (refused.status, refused.awaits_key) == ("failed", None)
    assertContains(client.get(address(refused)), "2 of your runs are at work already.")


def test_a_key_is_asked_of_whoever_signed_in_lately(client: Client, refused: Run) -> None:
    response = client.post(address(refused, "run-resume"), {"how": "key", "key": "sk-newer"})

    assert response.headers["Location"].startswith("/account/reauthenticate/")


def test_the_builtin_writer_does_not_wait_for_a_key(alice: User, refused: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    client = with_key(alice, refused)

    client.post(address(refused, "run-resume"), {"how": "builtin"})

    refused.refresh_from_db()
    assert (refused.status, refused.awaits_key, refused.config["model"]) == ("queued", None, "builtin")
