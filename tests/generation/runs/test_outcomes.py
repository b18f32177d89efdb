"""Endings: a run that stopped says what would help, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import ProviderKey, User
from generation.billing.usage import Cost, raised
from generation.models import Run
from generation.personas.persistence import store_persona
from generation.runs.outcomes import Ending
from persona.models import Estimate, PersonaConfig, Usage
from tests.factories import PASSWORD, DataSourceFactory, ExperimentFactory, RunFactory
from tests.generation.values import portrait

if TYPE_CHECKING:
    from pathlib import Path

    from experiments.models import Experiment

pytestmark = pytest.mark.django_db
EXPECTED = Estimate(seconds_low=1, seconds_high=2, cost_usd=1.6, cost_low=1.0, cost_high=3.0, tokens=10)


def error(code: str, **changes: Any) -> dict[str, Any]:
    return {"code": code, "message": "The provider refused the key.", "hint": "Check it.", "retryable": False} | changes


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    source = DataSourceFactory(experiment=ExperimentFactory(owner=alice))
    ProviderKey.objects.create(
        owner=alice, provider="openai", sealed="", checked=timezone.now(), input_price=1, output_price=1
    )
    return source.experiment


@pytest.fixture
def client(alice: User) -> Client:
    client = Client()
    client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    return client


def stopped(experiment: Experiment, code: str, *, spent: float | None = 1.2, personas: int = 3, **config: Any) -> Run:
    """Three of five personas are written, and the limit was two dollars."""
    settings = PersonaConfig(**{"model": "openai:gpt-4o", "budget_usd": 2.0, "count": 5, **config})
    run = RunFactory(
        experiment=experiment,
        config=settings.model_dump(mode="json"),
        status=Run.Status.FAILED,
        payer="own",
        error=error(code),
        finished=timezone.now(),
        sizes=[40, 30, 20, 6, 4],
        usage=Usage(requests=3, input_tokens=900, output_tokens=100, cost_usd=spent).model_dump(mode="json"),
        expected=EXPECTED.model_dump(mode="json"),
    )
    for index in range(1, personas + 1):
        store_persona(run, portrait(index))
    return run


def ending(run: Run) -> Ending:
    return Ending(run, list(run.personas.all()))


def address(run: Run, name: str = "run") -> str:
    return reverse(f"generation:{name}", args=[run.pk])


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("provider_auth", "key"),
        ("provider_no_credit", "key"),
        ("key_missing", "key"),
        ("budget_exceeded", "budget"),
        ("monthly_limit", "budget"),
        ("provider_timeout", "other"),
        ("step_failed", "other"),
    ],
)
def test_what_would_help_depends_on_what_happened(experiment: Experiment, client: Client, code: str, kind: str) -> None:
    run = stopped(experiment, code)

    assert (ending(run).kind, client.get(address(run)).status_code) == (kind, 200)


def test_the_builtin_writer_needs_no_key(experiment: Experiment) -> None:
    assert ending(stopped(experiment, "provider_auth", model="builtin")).kind == "other"


def test_what_is_missing_may_cost_as_much_as_what_is_there(experiment: Experiment) -> None:
    found = ending(stopped(experiment, "budget_exceeded"))

    assert (found.wanted, found.missing, found.without_persona) == (5, [6, 4], 0.1)
    assert (found.more, found.more_words, found.raised) == (pytest.approx(0.8), "about $0.80 more", 2.5)


def test_before_the_first_persona_it_is_the_estimate_that_tells(experiment: Experiment) -> None:
    assert ending(stopped(experiment, "budget_exceeded", spent=0.0, personas=0)).more == pytest.approx(1.6)


@pytest.mark.parametrize(
    ("spent", "more", "budget", "limit"),
    [(1.97, 0.75, 2.0, 3.0), (0.0, 0.004, 0.0, 0.01), (0.0, 0.011, 0.012, 0.015), (9.0, 2.0, 10.0, 15.0)],
)
def test_a_raised_limit_is_round_and_enough(spent: float, more: float, budget: float, limit: float) -> None:
    assert raised(spent, more, budget) == limit
    assert limit >= spent + more


def test_page_of_a_run_that_met_its_limit(experiment: Experiment, client: Client) -> None:
    response = client.get(address(stopped(experiment, "budget_exceeded")))

    assertContains(response, "<h1>Stopped at your limit of $2.00</h1>")
    assertContains(response, "3 of 5 personas are finished.")
    assertContains(
        response, '<progress class="over" max="20000" value="12000" aria-label="Spent">$1.20 of $2.00</progress>'
    )
    assertContains(response, 'value="2.5"')
    assertContains(response, "Finish with Built-in")
    assertContains(response, "10&nbsp;% of people stay without a persona".replace("&nbsp;", "\u00a0"))


def test_raising_the_limit_goes_on(experiment: Experiment, client: Client) -> None:
    run = stopped(experiment, "budget_exceeded")

    assertRedirects(client.post(address(run, "run-resume"), {"how": "raise", "budget_usd": "2.75"}), address(run))

    run.refresh_from_db()
    assert (run.status, run.config["budget_usd"], run.config["model"]) == ("queued", 2.75, "openai:gpt-4o")


def test_the_builtin_writer_goes_on_without_a_limit(experiment: Experiment, client: Client) -> None:
    run = stopped(experiment, "budget_exceeded")

    client.post(address(run, "run-resume"), {"how": "builtin"})

    run.refresh_from_db()
    assert (run.status, run.payer) == ("queued", "nobody")
    assert (run.config["model"], run.config["budget_usd"]) == ("builtin", None)


@pytest.mark.parametrize(
    ("posted", "words"),
    [
        ({"how": "raise", "budget_usd": ""}, "Give the new limit in dollars."),
        ({"how": "raise", "budget_usd": "much"}, "Enter a number."),
        ({"how": "key", "key": ""}, "Paste the new key."),
    ],
)
def test_a_way_on_that_is_not_complete_is_said_so(
    experiment: Experiment, client: Client, posted: dict[str, str], words: str
) -> None:
    run = stopped(experiment, "provider_auth" if posted["how"] == "key" else "budget_exceeded")

    response = client.post(address(run, "run-resume"), posted)

    assertContains(response, words, status_code=422)
    assert Run.objects.get().status == "failed"


def test_page_of_a_run_whose_key_was_refused(experiment: Experiment, client: Client) -> None:
    response = client.get(address(stopped(experiment, "provider_auth")))

    assertContains(response, "You spent $1.20.")
    assertContains(response, '<label for="new-key">New OpenAI key</label>')
    assertContains(response, "Use Built-in instead, free")


def test_a_key_is_asked_for_elsewhere_when_the_password_was_long_ago(experiment: Experiment, alice: User) -> None:
    client = Client()
    client.force_login(alice)
    run = stopped(experiment, "provider_auth")

    assertNotContains(client.get(address(run)), "new-key")
    response = client.post(address(run, "run-resume"), {"how": "key", "key": "sk-0123456789abcdef0123"})

    assert response.headers["Location"].startswith("/account/reauthenticate/?next=")
    assert Run.objects.get().status == "failed"


def test_cost_of_a_run_beside_its_limit(experiment: Experiment) -> None:
    cost = Cost.of(stopped(experiment, "budget_exceeded"))

    assert cost is not None
    shown = (cost.spent, cost.limit, cost.bar, cost.expected, cost.words)
    assert shown == ("$1.20", "$2.00", (12000, 20000), "$1.60, at most $3.00", "3 questions, 1,000 tokens.")


def test_cost_that_nobody_knows_shows_no_bar(experiment: Experiment) -> None:
    cost = Cost.of(stopped(experiment, "step_failed", spent=None))

    assert cost is not None
    assert (cost.spent, cost.bar) == ("unknown", None)


def test_the_builtin_writer_has_no_cost(experiment: Experiment) -> None:
    run = stopped(experiment, "step_failed", model="builtin")
    run.usage = None

    assert Cost.of(run) is None
