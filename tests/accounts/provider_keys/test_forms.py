"""What a person is asked for to use a provider: its key, its address, or both, and what goes together."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.provider_keys.forms import LONGEST_KEY, ProviderKeyForm
from persona.providers import PROVIDERS
from persona.writers.llm import Access, Price

OPENAI, ANTHROPIC, OLLAMA = (PROVIDERS[name] for name in ("openai", "anthropic", "ollama"))
ADDRESS = "https://models.example.com/v1"


def filled(provider: Any = OPENAI, **given: Any) -> ProviderKeyForm:
    form = ProviderKeyForm(provider, {"key": "sk-test-1234", **given})
    form.is_valid()
    return form


def errors(form: ProviderKeyForm) -> dict[str, list[str]]:
    return {name: [str(text) for text in found] for name, found in form.errors.items()}


@pytest.mark.parametrize(
    ("provider", "asked"),
    [
        (OPENAI, ["key", "base_url", "model", "input_price", "output_price"]),
        (ANTHROPIC, ["key"]),
        (OLLAMA, ["base_url", "model"]),
    ],
)
def test_a_provider_asks_for_what_it_needs_and_nothing_else(provider: Any, asked: list[str]) -> None:
    assert list(ProviderKeyForm(provider).fields) == asked


@pytest.mark.parametrize("provider", PROVIDERS.values(), ids=lambda provider: provider.id)
def test_every_provider_can_be_filled_in(provider: Any) -> None:
    form = filled(provider, base_url=ADDRESS, model="fake")

    assert errors(form) == {}
    assert (form.access.secret, form.access.base_url) == (
        "sk-test-1234" if provider.has_key else None,
        ADDRESS if provider.has_address else None,
    )


def test_a_key_alone_is_enough_where_the_provider_has_one() -> None:
    form = filled()

    assert (errors(form), form.price, form.cleaned_data["model"]) == ({}, None, "")
    assert (form.access.secret, form.access.base_url) == ("sk-test-1234", None)


@pytest.mark.parametrize(
    ("provider", "given", "expected"),
    [
        (OPENAI, {"key": "  "}, {"key": ["This field is required."]}),
        (OPENAI, {"base_url": ADDRESS}, {"model": ["Say which of its models to use."]}),
        (OPENAI, {"base_url": "not an address"}, {"base_url": ["Enter a valid URL."]}),
        (OPENAI, {"input_price": "1"}, {"output_price": ["Give both prices, or none."]}),
        (OPENAI, {"output_price": "0"}, {"output_price": ["Give both prices, or none."]}),
        (OLLAMA, {}, {"base_url": ["This field is required."], "model": ["This field is required."]}),
        (OLLAMA, {"base_url": ADDRESS}, {"model": ["This field is required."]}),
    ],
)
def test_what_is_missing_is_said_where_it_is_missing(
    provider: Any, given: dict[str, str], expected: dict[str, list[str]]
) -> None:
    assert errors(filled(provider, **given)) == expected


def test_a_price_below_nothing_is_refused() -> None:
    found = errors(filled(input_price="-1", output_price="2"))

    assert found["input_price"] == ["Ensure this value is greater than or equal to 0."]


def test_prices_are_known_together_and_may_be_nothing() -> None:
    assert filled(input_price="0", output_price="0").price == Price(input=0, output=0)
    assert filled(input_price="0.25", output_price="2").price == Price(input=0.25, output=2)


def test_an_address_without_a_scheme_is_taken_as_https() -> None:
    form = filled(base_url="models.example.com/v1", model="fake")

    assert form.access == Access(api_key=form.access.api_key, base_url=ADDRESS)


def test_a_key_is_as_long_as_may_be_and_no_longer() -> None:
    assert errors(filled(key="k" * LONGEST_KEY)) == {}
    assert list(errors(filled(key="k" * (LONGEST_KEY + 1)))) == ["key"]


def test_a_key_is_never_written_back_into_the_page() -> None:
    html = filled(key="sk-test-secret", base_url="nowhere at all").as_p()

    assert ("sk-test-secret" in html, 'type="password"' in html, 'autocomplete="off"' in html) == (False, True, True)


def test_what_a_field_is_for_stands_beside_it() -> None:
    with_key, without = ProviderKeyForm(OPENAI), ProviderKeyForm(OLLAMA)

    assert (with_key.fields["key"].label, with_key.fields["key"].widget.attrs["placeholder"]) == ("OpenAI key", "sk-…")
    assert with_key.fields["base_url"].help_text.endswith("Empty: OpenAI itself.")
    assert without.fields["base_url"].help_text == "Where your Ollama is reached, with /v1 at the end."
