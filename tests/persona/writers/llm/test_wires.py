"""The wire formats of Anthropic, Google and Ollama, spoken by their own clients."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import ProviderAuthError, ProviderBusy, ProviderError
from persona.models import PersonaConfig
from persona.writers.llm import Access, ModelWriter, Price
from tests.other_wires import TOKENS, OtherWires
from tests.persona.writers.llm.conftest import QUICK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from persona.writing import PersonaDraft, SegmentBrief
    from tests.fake_llm import FakeLLM

MODELS = ("anthropic:claude-sonnet-5", "google:gemini-2.5-flash")


@pytest.fixture
def wires(models_may_be_asked: None) -> Iterator[OtherWires]:
    with OtherWires() as server:
        yield server


def written(model: str, access: Access, brief: SegmentBrief, folder: Path) -> PersonaDraft:
    async def write() -> PersonaDraft:
        config = PersonaConfig(model=model, verify=True)
        async with ModelWriter(config, access, replies=folder, calls=folder / "calls.jsonl") as writer:
            return await writer.write(brief)

    folder.mkdir(exist_ok=True)
    return asyncio.run(write())


def access(wires: OtherWires) -> Access:
    known = {"api_key": "secret", "base_url": wires.base_url, "patience": QUICK, "price": Price(input=3, output=15)}
    return Access.model_validate(known)


@pytest.mark.parametrize("model", MODELS)
def test_a_persona_is_written_and_looked_at_again(
    model: str, wires: OtherWires, briefs: tuple[SegmentBrief, ...], tmp_path: Path
) -> None:
    draft = written(model, access(wires), briefs[0], tmp_path / "replies")

    assert {statement.confirmed for statement in draft.statements} == {True}
    assert draft.usage is not None
    assert (draft.usage.requests, draft.usage.input_tokens) == (2, 2 * TOKENS["input"])
    assert draft.usage.cost_usd == pytest.approx(2 * (3 * TOKENS["input"] + 15 * TOKENS["output"]) / 1e6)
    assert all(model.partition(":")[2] in path + str(body) for path, _, body in wires.asked)
    assert all({"secret", "Bearer secret"} & set(headers.values()) for _, headers, _ in wires.asked)


@pytest.mark.parametrize(
    ("model", "status", "kind"),
    [
        (MODELS[0], 401, ProviderAuthError),
        (MODELS[0], 429, ProviderBusy),
        (MODELS[0], 529, ProviderBusy),
        (MODELS[1], 403, ProviderAuthError),
        (MODELS[1], 429, ProviderBusy),
        (MODELS[1], 503, ProviderBusy),
    ],
)
def test_their_errors_are_ours(
    model: str,
    status: int,
    kind: type[ProviderError],
    wires: OtherWires,
    briefs: tuple[SegmentBrief, ...],
    tmp_path: Path,
) -> None:
    wires.statuses += [status] * 9

    with pytest.raises(kind) as caught:
        written(model, access(wires), briefs[0], tmp_path / "replies")

    assert "sk-ant" not in str(caught.value)
    assert len(wires.asked) == (1 if kind is ProviderAuthError else 3)


def test_ollama_speaks_as_openai_does_and_needs_no_key(
    fake_llm: FakeLLM, briefs: tuple[SegmentBrief, ...], tmp_path: Path
) -> None:
    here = Access(base_url=fake_llm.base_url, patience=QUICK)

    draft = written("ollama:llama3.2", here, briefs[0], tmp_path / "replies")

    assert draft.statements
    assert draft.usage is not None
    assert draft.usage.cost_usd == 0.0
