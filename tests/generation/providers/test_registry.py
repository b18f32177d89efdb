"""Engines: what a person can choose, how it is reached, and whose money it is."""

from __future__ import annotations

import pytest
from django.utils import timezone
from pydantic import SecretStr
from pytest_django import Settings

from accounts.models import ProviderKey, User
from accounts.provider_keys.addresses import AddressRefused
from core.security.encryption import encrypt
from generation.providers import registry
from generation.providers.registry import NoAccess, provider_access, terms_of, writer_options, writer_words
from persona.exceptions import ConfigurationError
from persona.providers import OfferedModel
from persona.writers.llm import Access, Price

pytestmark = pytest.mark.django_db
SECRET = "sk-test-0123456789abcdef9fQ2"


@pytest.fixture(autouse=True)
def no_ollama(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever runs on the machine of the tests is not looked for."""
    monkeypatch.setattr(registry, "_answers", lambda _: False)


def given(settings: Settings, **values: object) -> None:
    """Settings of an operator."""
    settings.ENV = settings.ENV.model_copy(update=values)


def key(user: User, provider: str = "openai", **fields: object) -> ProviderKey:
    defaults: dict[str, object] = {"sealed": encrypt(SECRET), "last_four": "9fQ2", "checked": timezone.now()}
    return ProviderKey.objects.create(owner=user, provider=provider, **(defaults | fields))


def summary(user: User) -> dict[str, tuple[object, bool]]:
    return {engine.id: (engine.payer, engine.is_private) for engine in writer_options(user.membership.team)}


def test_without_keys_only_the_builtin_writer_is_ready(alice: User) -> None:
    assert summary(alice) == {
        "builtin": ("nobody", True),
        "openai": (None, False),
        "anthropic": (None, False),
        "google": (None, False),
        "ollama": (None, False),
    }


def test_a_key_of_ones_own_comes_before_the_operators(alice: User, bob: User, settings: Settings) -> None:
    given(settings, openai_api_key=SecretStr("sk-operator"))
    key(alice)

    assert (summary(alice)["openai"], summary(bob)["openai"]) == (("own", False), ("operator", False))
    assert provider_access(alice.membership.team, "openai:gpt-5.4").access.secret == SECRET
    assert provider_access(bob.membership.team, "openai:gpt-5.4").access.secret == "sk-operator"


def test_a_limit_of_nothing_keeps_the_operators_key_for_nobody(alice: User, settings: Settings) -> None:
    given(settings, openai_api_key=SecretStr("sk-operator"), monthly_limit_usd=0)

    assert summary(alice)["openai"] == (None, False)
    with pytest.raises(NoAccess, match="There is no key for OpenAI here"):
        provider_access(alice.membership.team, "openai:gpt-5.4")


def test_nothing_that_is_shown_holds_a_key(alice: User, settings: Settings) -> None:
    given(settings, anthropic_api_key=SecretStr("sk-operator"))
    key(alice)

    shown = [engine.terms.model_dump_json() for engine in writer_options(alice.membership.team)]

    assert [terms for terms in shown if "**" in terms or "sk-" in terms] == []


def test_ollama_is_free_and_private_only_on_this_computer(
    alice: User, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_answers", lambda _: True)
    assert summary(alice)["ollama"] == ("nobody", True)

    given(settings, ollama_base_url="http://gpu.lan:11434/v1")
    found = {engine.id: engine for engine in writer_options(alice.membership.team)}["ollama"]
    assert (found.payer, found.is_private, found.host) == ("nobody", False, "gpu.lan:11434")

    given(settings, production=True, ollama_base_url=None)
    assert summary(alice)["ollama"] == (None, False)


def test_a_server_of_ones_own_is_named_as_what_it_is(alice: User) -> None:
    key(alice, base_url="https://models.example.com/v1", model="mine", input_price=1.0, output_price=3.0)

    found = {engine.id: engine for engine in writer_options(alice.membership.team)}["openai"]

    assert (found.name, found.host) == ("OpenAI at models.example.com", "models.example.com")
    assert (found.model, found.models[0]) == ("openai:mine", OfferedModel("mine", "mine"))
    terms = Access(base_url="https://models.example.com/v1", price=Price(input=1, output=3))
    assert terms_of(writer_options(alice.membership.team), "openai:mine") == terms


def test_the_way_is_looked_up_when_it_is_used(alice: User) -> None:
    kept = key(alice)
    assert provider_access(alice.membership.team, "openai:gpt-5.4").payer == "own"

    kept.delete()

    with pytest.raises(NoAccess):
        provider_access(alice.membership.team, "openai:gpt-5.4")


def test_an_address_is_looked_at_again_when_it_is_used(alice: User) -> None:
    key(alice, base_url="http://169.254.169.254/v1", model="m")

    with pytest.raises(AddressRefused):
        provider_access(alice.membership.team, "openai:m")


def test_a_secret_whose_key_is_lost_is_no_way(alice: User, settings: Settings) -> None:
    key(alice)
    settings.ENCRYPTION_KEYS = ["n" * 40]

    with pytest.raises(NoAccess):
        provider_access(alice.membership.team, "openai:gpt-5.4")


def test_unknown_providers_are_refused(alice: User) -> None:
    with pytest.raises(ConfigurationError):
        provider_access(alice.membership.team, "skynet:t1000")


def test_writers_have_names() -> None:
    assert [writer_words(model) for model in ("builtin", "google:g")] == ["Built-in", "Gemini, g"]
