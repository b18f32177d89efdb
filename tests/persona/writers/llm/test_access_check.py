"""A key is tried with the smallest question; what comes back is told in our words, whatever it was."""

from __future__ import annotations

import asyncio
import json as json_of
from typing import TYPE_CHECKING

import httpx2
import pytest

from persona.exceptions import ConfigurationError, ProviderAuthError, ProviderBusy, ProviderError
from persona.writers.llm import check_access
from persona.writers.llm.access_check import SMALLEST
from tests.persona.writers.llm.answers import KEY, KEYED, NO_ANSWERS, Answers, json

if TYPE_CHECKING:
    from collections.abc import Callable

    Told = Callable[..., ProviderError]

pytestmark = pytest.mark.usefixtures("models_may_be_asked")

OPENAI = "openai:gpt-5-mini"
FINE = json(
    {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "gpt-5-mini",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "OK"}}],
    }
)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """The error that a check ends with, for a model and what it answers."""

    def checked(model: str, *answers: httpx2.Response | Exception) -> ProviderError:
        monkeypatch.setattr("persona.writers.llm.transport.http_client", Answers(*answers).client)
        with pytest.raises(ProviderError) as caught:
            asyncio.run(check_access(model, KEYED))
        return caught.value

    return checked


def test_one_word_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Answers(FINE)
    monkeypatch.setattr("persona.writers.llm.transport.http_client", answers.client)

    asyncio.run(check_access(OPENAI, KEYED))

    (request,) = answers.asked
    body = json_of.loads(request.content)
    assert str(request.url) == "https://api.openai.com/v1/chat/completions"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert [message["content"] for message in body["messages"]] == ["Say OK."]
    assert SMALLEST in body.values()


@pytest.mark.parametrize("model", [OPENAI, "anthropic:claude-haiku-4-5", "ollama:llama3.1"])
@pytest.mark.parametrize("answer", NO_ANSWERS)
def test_what_is_no_answer_is_an_error_of_ours(told: Told, model: str, answer: str) -> None:
    error = told(model, NO_ANSWERS[answer])

    assert error.code in {"provider_reply", "provider_rejects"}
    assert KEY not in f"{error!r}{error}{error.hint}"
    assert error.__suppress_context__


@pytest.mark.parametrize("model", [OPENAI, "anthropic:claude-haiku-4-5", "google:gemini-3.5-flash"])
@pytest.mark.parametrize(
    ("answer", "code", "kind"),
    [
        (json({"error": {"message": "bad key"}}, 401), "provider_auth", ProviderAuthError),
        (json({"error": {"message": "not for you"}}, 403), "provider_auth", ProviderAuthError),
        (json({"error": {"message": "no such model"}}, 404), "provider_no_model", ProviderError),
        (json({"error": {"message": "slow down"}}, 429), "provider_rate", ProviderBusy),
        (json({"error": {"message": "oops"}}, 500), "provider_down", ProviderBusy),
        (httpx2.Response(502, text="<html>"), "provider_down", ProviderBusy),
        (httpx2.Response(503), "provider_down", ProviderBusy),
        (httpx2.ConnectError("no route"), "provider_unreachable", ProviderBusy),
        (httpx2.ReadError("gone"), "provider_unreachable", ProviderBusy),
        (httpx2.ConnectTimeout("late"), "provider_timeout", ProviderBusy),
        (httpx2.ReadTimeout("late"), "provider_timeout", ProviderBusy),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_all_providers_fail_in_the_same_words(
    told: Told, model: str, answer: httpx2.Response | Exception, code: str, kind: type[ProviderError]
) -> None:
    error = told(model, answer)

    assert (error.code, type(error), error.retryable) == (code, kind, kind is ProviderBusy)


@pytest.mark.parametrize("model", [OPENAI, "anthropic:claude-haiku-4-5", "ollama:llama3.1"])
@pytest.mark.parametrize(("asked", "wait"), [("7", 7.0), ("0", 0.0), ("soon", None), ("", None)])
def test_how_long_to_wait_is_handed_on_where_it_is_a_time(
    told: Told, model: str, asked: str, wait: float | None
) -> None:
    error = told(model, json({"error": {"message": "slow down"}}, 429, retry_after=asked))

    assert isinstance(error, ProviderBusy)
    assert error.retry_after == wait


@pytest.mark.parametrize("model", ["openai:gpt-5-mini", "anthropic:claude", "google:gemini"])
def test_nothing_is_asked_without_a_key(model: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        asyncio.run(check_access(model, KEYED.model_copy(update={"api_key": None})))

    assert caught.value.code == "key_missing"
