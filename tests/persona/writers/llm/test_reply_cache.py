"""Kept replies: found again by the same question only, forgotten when of no use, and never a reason to fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic_ai.messages import ModelRequest, ModelResponse, TextPart
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.settings import ModelSettings
from pydantic_ai.tools import ToolDefinition

from persona.writers.llm.reply_cache import ReplyCache, fingerprint, form_of

if TYPE_CHECKING:
    from pathlib import Path

REPLY = ModelResponse(parts=[TextPart("They plan on paper")], model_name="m")
PLAIN = ModelRequestParameters()


def question(text: str) -> list[ModelRequest | ModelResponse]:
    return [ModelRequest.user_text_prompt(text)]


def form(**properties: object) -> ModelRequestParameters:
    schema = {"type": "object", "properties": properties}
    return ModelRequestParameters(output_tools=[ToolDefinition(name="final", parameters_json_schema=schema)])


def test_a_reply_is_kept_until_it_is_forgotten(tmp_path: Path) -> None:
    replies = ReplyCache(tmp_path / "not" / "there")

    assert replies.get("a") is None
    replies.put("a", REPLY)
    found = replies.get("a")
    assert found is not None
    assert (found.parts, found.model_name) == (REPLY.parts, "m")
    assert ReplyCache(tmp_path / "not" / "there").get("a") == found
    assert replies.get("b") is None

    replies.forget("a")
    replies.forget("a")
    assert replies.get("a") is None


def test_without_a_folder_nothing_is_kept_and_nothing_fails() -> None:
    replies = ReplyCache(None)

    replies.put("a", REPLY)
    replies.forget("a")

    assert replies.get("a") is None


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", '[{"kind": "response"', '[{"kind": "request", "parts": []}]']
)
def test_a_file_that_holds_no_reply_is_asked_for_again(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_text(content)

    assert ReplyCache(tmp_path).get("a") is None


def test_the_same_question_has_the_same_print_whenever_it_is_asked() -> None:
    first = fingerprint(["openai:m", ""], question("Who?"), ModelSettings(max_tokens=10), form(a={}))
    again = fingerprint(
        ["openai:m", ""], question("Who?"), ModelSettings(max_tokens=10, max_retries=0, timeout=3), form(a={})
    )

    assert first == again
    assert len(first) == 64


def test_whatever_changes_the_answer_changes_the_print() -> None:
    settings = ModelSettings(max_tokens=10)
    prints = [
        fingerprint(["openai:m", ""], question("Who?"), settings, form(a={})),
        fingerprint(["openai:n", ""], question("Who?"), settings, form(a={})),
        fingerprint(["openai:m", "http://llm.test"], question("Who?"), settings, form(a={})),
        fingerprint(["openai:m", ""], question("What?"), settings, form(a={})),
        fingerprint(["openai:m", ""], [*question("Who?"), REPLY], settings, form(a={})),
        fingerprint(["openai:m", ""], question("Who?"), ModelSettings(max_tokens=20), form(a={})),
        fingerprint(["openai:m", ""], question("Who?"), None, form(a={})),
        fingerprint(["openai:m", ""], question("Who?"), settings, form(b={})),
        fingerprint(["openai:m", ""], question("Who?"), settings, PLAIN),
        fingerprint(["openai:m", ""], [ModelRequest.user_text_prompt("Who?", instructions="x")], settings, form(a={})),
    ]

    assert len(set(prints)) == len(prints)


def test_a_form_is_what_the_model_is_told_of_it() -> None:
    assert form_of(PLAIN) == []
    assert form_of(form(a={})) == [{"type": "object", "properties": {"a": {}}}]
