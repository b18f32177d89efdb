"""Models on the command line: keys from the environment, what would be sent, a budget, one line for an error."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

from persona.cli import app
from persona.cli.models import access_for, spent
from persona.models import Usage
from persona.writers.llm import Price

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fake_llm import FakeLLM

PROVIDERS = ["OPENAI_API_KEY", "OPENAI_BASE_URL", "ANTHROPIC_API_KEY", "GOOGLE_API_KEY", "GEMINI_API_KEY"]


@pytest.fixture(autouse=True)
def nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROVIDERS:
        monkeypatch.delenv(name, raising=False)


def test_a_key_is_read_from_its_providers_own_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEMINI_API_KEY", "g")
    monkeypatch.setenv("OPENAI_API_KEY", "o")
    found = {
        model: access.secret if (access := access_for(model, None, None)) else "none"
        for model in ("builtin", "openai:a", "google:b", "anthropic:c", "ollama:d", "local:e")
    }

    assert found == {
        "builtin": "none",
        "openai:a": "o",
        "google:b": "g",
        "anthropic:c": None,
        "ollama:d": None,
        "local:e": "none",
    }


def test_address_and_price_are_given_along() -> None:
    access = access_for("openai:a", "http://127.0.0.1:9/v1", "0.15,0.6")

    assert access is not None
    assert (access.base_url, access.price) == ("http://127.0.0.1:9/v1", Price(input=0.15, output=0.6))
    with pytest.raises(typer.BadParameter):
        access_for("openai:a", None, "cheap")


def test_use_is_told_in_words() -> None:
    assert spent(Usage(requests=1, input_tokens=900, output_tokens=100, cost_usd=None, cached=2)) == (
        "1 call, 1,000 tokens, price unknown; 2 answers known already"
    )


def test_generate_with_a_model_and_a_budget(fake_llm: FakeLLM, survey: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    asked = ["generate", str(survey), "--out", str(out), "--count", "2", "--model", "openai:fake", "--budget", "0.05"]

    done = CliRunner().invoke(app, [*asked, "--base-url", fake_llm.base_url, "--verify", "--template", "product"])

    assert done.exit_code == 0, done.stderr
    assert "4 calls" in done.stderr
    result = json.loads((out / "result.json").read_text(encoding="utf-8"))
    assert {s["origin"] for persona in result["personas"] for s in persona["statements"]} <= {
        "model",
        "quoted",
        "counted",
    }
    assert result["config"]["template"] == "product"
    assert "base_url" not in (out / "result.json").read_text(encoding="utf-8")


def test_dry_run_prints_what_would_be_sent_and_sends_nothing(fake_llm: FakeLLM, survey: Path) -> None:
    done = CliRunner().invoke(app, ["generate", str(survey), "--count", "2", "--dry-run", "--json"])

    assert done.exit_code == 0, done.stderr
    questions = json.loads(done.stdout)
    assert [question["persona"] for question in questions] == [1, 2]
    assert all("</data-" in question["message"] for question in questions)
    assert fake_llm.records == []


@pytest.mark.parametrize("text", ["", "1", "1,2,3", "1;2", "a,b", "-1,2", "nan,1", "inf,1", "1,"])
def test_a_price_that_is_none_says_how_it_is_written(text: str) -> None:
    with pytest.raises(typer.BadParameter) as caught:
        access_for("openai:a", None, text)

    assert caught.value.message == "Write --price as two numbers: 0.15,0.6"


def test_an_address_of_the_environment_gives_way_to_the_one_that_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/v1")
    found = [access_for("openai:a", address, None) for address in (None, "http://127.0.0.1:2/v1")]

    assert [access.base_url for access in found if access] == ["http://127.0.0.1:1/v1", "http://127.0.0.1:2/v1"]


@pytest.mark.parametrize(
    ("usage", "told"),
    [
        (Usage(), "0 calls, 0 tokens, $0.00"),
        (Usage(requests=1, input_tokens=1, cost_usd=0.01), "1 call, 1 token, $0.01"),
        (Usage(requests=1_200, input_tokens=900_000, output_tokens=100_000, cost_usd=1_234.5),
         "1,200 calls, 1,000,000 tokens, $1,234.50"),
        (Usage(cached=1), "0 calls, 0 tokens, $0.00; 1 answer known already"),
    ],
)  # fmt: skip
def test_what_was_used_is_one_or_many(usage: Usage, told: str) -> None:
    assert spent(usage) == told
