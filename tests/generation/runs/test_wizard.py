"""Settings and review: chosen, kept, estimated, started once."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import ProviderKey
from core.security.encryption import encrypt
from experiments.models import DataSource
from generation.models import Draft, Run
from persona.models import PersonaConfig
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client
    from pytest_django.fixtures import SettingsWrapper

    from accounts.models import User
    from experiments.models import Experiment

pytestmark = pytest.mark.django_db


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    return DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def page(name: str, experiment: Experiment) -> str:
    return reverse(f"generation:{name}", args=[experiment.pk])


CHOSEN = {"count": "4", "model": "builtin", "detail": "deep"}


def test_settings_offer_what_works_with_the_default_chosen(client: Client, experiment: Experiment) -> None:
    response = client.get(page("settings", experiment))

    form = response.context["form"]
    assert [choice.choice_label for choice in form["model"]] == ["Built-in"]
    assert [choice.choice_label for choice in form["count"]] == ["Let us decide", *map(str, range(1, 13))]
    chosen = [c.choice_label for name in ("count", "model", "detail") for c in form[name] if c.data["selected"]]
    assert chosen == ["Let us decide", "Built-in", "Standard"]


def test_settings_are_kept_and_lead_to_the_review(client: Client, experiment: Experiment) -> None:
    response = client.post(page("settings", experiment), CHOSEN)

    assertRedirects(response, page("review", experiment))
    assert Draft.objects.get().config == {"count": 4, "model": "builtin", "detail": "deep"}


def test_settings_open_as_they_were_left(client: Client, experiment: Experiment) -> None:
    client.post(page("settings", experiment), CHOSEN)

    form = client.get(page("settings", experiment)).context["form"]

    assert [c.choice_label for n in ("count", "detail") for c in form[n] if c.data["selected"]] == ["4", "In depth"]


def test_settings_changed_by_htmx_are_kept_and_answered_with_the_estimate(
    client: Client, experiment: Experiment
) -> None:
    headers = {"hx-request": "true", "hx-target": "estimate"}

    response = client.post(page("settings", experiment), CHOSEN, headers=headers)

    assert Draft.objects.get().config["count"] == 4
    assertContains(response, '<div class="strip" id="estimate"')
    assertContains(response, "$0.00")
    assertNotContains(response, "<h1>")


@pytest.mark.parametrize(
    ("field", "value"), [("count", "13"), ("count", "many"), ("model", "openai:x"), ("detail", ""), ("detail", "all")]
)
def test_settings_that_cannot_be_are_refused_and_not_kept(
    client: Client, experiment: Experiment, field: str, value: str
) -> None:
    response = client.post(page("settings", experiment), CHOSEN | {field: value})

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert not Draft.objects.exists()


def test_review_shows_the_choices(client: Client, experiment: Experiment) -> None:
    client.post(page("settings", experiment), CHOSEN)

    response = client.get(page("review", experiment))

    for text in ("4 rows, 3 columns", "<span>4</span>", "Built-in", "In depth", "Nothing"):
        assertContains(response, text)


@pytest.mark.parametrize("mail", [None, "smtp://mail.example.com"])
def test_review_offers_mail_only_where_mail_is_sent(
    client: Client, experiment: Experiment, settings: SettingsWrapper, mail: str | None
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend" if mail else "core.mail.FolderBackend"

    response = client.get(page("review", experiment))

    assert ("E-mail me when it is ready" in response.content.decode()) is bool(mail)


def test_generate_starts_the_run_that_was_chosen(client: Client, experiment: Experiment) -> None:
    client.post(page("settings", experiment), CHOSEN)

    response = client.post(page("review", experiment), {"request_key": str(uuid4()), "notify": "on"})

    run = Run.objects.get()
    assertRedirects(response, reverse("generation:run", args=[run.pk]))
    assert (PersonaConfig.model_validate(run.config), run.notify) == (PersonaConfig(count=4, detail="deep"), True)


def test_generate_pressed_twice_is_one_run(client: Client, experiment: Experiment) -> None:
    sent = {"request_key": str(uuid4())}

    addresses = {client.post(page("review", experiment), sent)["Location"] for _ in range(2)}

    assert addresses == {reverse("generation:run", args=[Run.objects.get().pk])}


def test_generate_over_the_limit_says_so_in_plain_words(client: Client, experiment: Experiment) -> None:
    RunFactory(experiment=experiment, number=1)
    RunFactory(experiment=experiment, number=2)

    response = client.post(page("review", experiment), {"request_key": str(uuid4())})

    assertContains(response, "2 of your runs are at work already.", status_code=422)
    assert Run.objects.count() == 2


def test_generate_without_its_key_starts_nothing(client: Client, experiment: Experiment) -> None:
    response = client.post(page("review", experiment), {})

    assert (response.status_code, Run.objects.count()) == (422, 0)


@pytest.mark.parametrize("name", ["settings", "review"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_data_that_is_not_ready_leads_back_to_the_check(client: Client, alice: User, name: str, method: str) -> None:
    experiment = ExperimentFactory(owner=alice)
    DataSource.objects.create(experiment=experiment, name="answers.csv")

    response = getattr(client, method)(page(name, experiment), CHOSEN)

    assertRedirects(response, reverse("experiments:check", args=[experiment.pk]), fetch_redirect_response=False)
    assert not Run.objects.exists()


def test_an_experiment_without_data_leads_back_to_the_upload(client: Client, alice: User) -> None:
    experiment = ExperimentFactory(owner=alice)

    response = client.get(page("settings", experiment))

    assertRedirects(response, reverse("experiments:upload", args=[experiment.pk]), fetch_redirect_response=False)


@pytest.fixture
def key(alice: User) -> ProviderKey:
    return ProviderKey.objects.create(
        owner=alice, provider="openai", sealed=encrypt("sk-0123456789"), last_four="9fQ2", checked=timezone.now()
    )


BY_MODEL = {"count": "4", "detail": "short", "model": "openai", "name_openai": "gpt-4o-mini", "budget_usd": "1.5"}
OTHER = {"name_openai": "", "other_openai": "gpt-4o-mini"}


def test_settings_tell_what_each_writer_costs_and_where_answers_go(
    client: Client, experiment: Experiment, key: ProviderKey
) -> None:
    response = client.get(page("settings", experiment))

    prices = response.context["prices"]
    assert (prices["builtin"], prices["ollama"]) == ("Free", "Free")
    assert [name for name, price in prices.items() if price.startswith("about $")] == ["openai", "anthropic", "google"]
    assertContains(response, "Your key ending in 9fQ2, works")
    assertContains(response, "Passages from answers are sent to OpenAI, personal data that we find is masked first.")
    assertContains(response, f'href="/account/keys/anthropic/?next={page("settings", experiment)}"')


def test_a_model_that_is_being_typed_changes_nothing_yet(
    client: Client, experiment: Experiment, key: ProviderKey
) -> None:
    headers = {"hx-request": "true", "hx-target": "estimate"}

    response = client.post(page("settings", experiment), BY_MODEL | {"name_openai": ""}, headers=headers)

    assert (response.status_code, Draft.objects.exists()) == (204, False)


def test_review_says_what_leaves_with_bounds_of_its_price(
    client: Client, experiment: Experiment, key: ProviderKey
) -> None:
    client.post(page("settings", experiment), BY_MODEL | OTHER)

    response = client.get(page("review", experiment))

    for text in ("Sent to OpenAI</h3>", "OpenAI, gpt-4o-mini", "your limit is $1.50", "See exactly what will be sent"):
        assertContains(response, text)
    assert response.context["estimated"].bounds.startswith("At most $0.")


def test_generate_keeps_the_estimate_and_whose_money_it_is(
    client: Client, experiment: Experiment, key: ProviderKey
) -> None:
    client.post(page("settings", experiment), BY_MODEL | OTHER)

    client.post(page("review", experiment), {"request_key": str(uuid4())})

    run = Run.objects.get()
    assert (run.payer, run.config["model"], run.config["budget_usd"]) == ("own", "openai:gpt-4o-mini", 1.5)
    assert 0 < run.expected["cost_usd"] < run.expected["cost_high"]


def test_generate_with_a_removed_key_starts_nothing(client: Client, experiment: Experiment, key: ProviderKey) -> None:
    client.post(page("settings", experiment), BY_MODEL | OTHER)
    key.delete()

    response = client.post(page("review", experiment), {"request_key": str(uuid4())})

    assertContains(response, "There is no key for OpenAI here.", status_code=422)
    assert not Run.objects.exists()
