"""What people are told about models and servers: filled in, in their order, with no value lost or made up."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.exceptions import ConfigurationError
from persona.messages import MESSAGES, configuration_error, file_size, hint, problem, sentence
from persona.messages.accounts import ACCOUNTS
from persona.messages.models import MODELS
from persona.messages.servers import SERVERS
from persona.providers import PROVIDERS

VALUES = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("provider", [each.label for each in PROVIDERS.values()])
@pytest.mark.parametrize("code", [code for code in MODELS if code.startswith("provider_")])
def test_whatever_goes_wrong_names_who_it_was_and_what_to_do(code: str, provider: str) -> None:
    told = sentence(code, provider=provider, seconds=30)

    assert provider in told or code == "provider_context"
    assert hint(code, provider=provider, seconds=30).endswith(".")


@settings(max_examples=30)
@given(VALUES)
def test_what_people_typed_is_shown_as_they_typed_it(value: str) -> None:
    for code, message in {**SERVERS, **ACCOUNTS}.items():
        wanted = names(message.text) | names(message.hint)
        told = sentence(code, **dict.fromkeys(wanted, value))
        assert told.count(value) >= 1 or not names(message.text)
        assert "{" not in told.replace(value, "")


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (999_499, "999 kB"),
        (999_999, "1 MB"),
        (1_234_567, "1.23 MB"),
        (2_500_000_000, "2.5 GB"),
        (5_000_000_000_000, "5,000 GB"),
    ],
)
def test_a_size_has_three_figures_and_its_unit(size: int, told: str) -> None:
    assert file_size(size) == told


def test_an_error_and_a_problem_say_the_same_of_a_code() -> None:
    error = configuration_error("model_name", model="gpt", names="openai, ollama")

    assert isinstance(error, ConfigurationError)
    assert (error.message, error.hint) == (
        "“gpt” names no model that can be used.",
        "Write provider:name, where the provider is one of: openai, ollama; or use “builtin”.",
    )
    found = problem("not_read_yet")
    assert (found.code, found.message, found.hint) == ("not_read_yet", *MESSAGES["not_read_yet"])
    assert (found.line, found.column) == (None, None)
