"""Vectors of texts: asked about the sample only, masked, kept, paid for once, and behind the grouping of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.exceptions import BudgetExceededError, ConfigurationError
from persona.generator import PersonaGenerator
from persona.grouping import group
from persona.models import PersonaConfig
from persona.recoding.table import recode
from persona.writers.llm import Access
from persona.writers.llm.embedding import AT_ONCE, Embedder
from persona.writers.llm.usage import UsageLog
from tests.persona.writers.llm.conftest import QUICK
from tests.private_answers import PLANTED, private_survey

if TYPE_CHECKING:
    from pathlib import Path

    from persona.experiment import Experiment
    from tests.fake_llm import FakeLLM

EMBEDDINGS = "openai:fake-embed"
TEXTS = ["I plan on paper", "", "I plan on paper", "Reports take too long"]


@pytest.fixture
def access(fake_llm: FakeLLM) -> Access:
    return Access(base_url=fake_llm.base_url, patience=QUICK)


def test_one_row_a_text_and_each_text_asked_once(access: Access, fake_llm: FakeLLM, tmp_path: Path) -> None:
    first = Embedder(EMBEDDINGS, access, usage_log=UsageLog(), folder=tmp_path)(TEXTS)
    second = Embedder(EMBEDDINGS, access, usage_log=UsageLog(), folder=tmp_path)(TEXTS)

    assert first.shape == (4, 64)
    assert np.array_equal(first, second)
    assert np.array_equal(first[0], first[2])
    assert not np.array_equal(first[0], first[3])
    assert fake_llm.state.embedded == [["I plan on paper", "–", "Reports take too long"]]


def test_many_texts_are_asked_about_in_pieces(access: Access, fake_llm: FakeLLM) -> None:
    usage_log = UsageLog()

    found = Embedder(EMBEDDINGS, access, usage_log=usage_log)([f"text {number}" for number in range(AT_ONCE + 1)])

    assert found.shape == (AT_ONCE + 1, 64)
    assert [len(texts) for texts in fake_llm.state.embedded] == [AT_ONCE, 1]
    assert (usage_log.usage.requests, usage_log.usage.cost_usd) == (2, 0.0)
    assert usage_log.usage.input_tokens > AT_ONCE


def test_a_budget_holds_for_vectors_too(fake_llm: FakeLLM) -> None:
    dear = Access.model_validate(
        {"base_url": fake_llm.base_url, "patience": QUICK, "price": {"input": 1e6, "output": 1}}
    ).model_copy(update={"base_url": fake_llm.base_url.replace("127.0.0.1", "fake.test")})

    with pytest.raises(BudgetExceededError):
        Embedder(EMBEDDINGS, dear, usage_log=UsageLog(budget=0.01))(TEXTS)
    with pytest.raises(ConfigurationError):
        Embedder(EMBEDDINGS, dear.model_copy(update={"price": None}), usage_log=UsageLog(budget=0.01))
    assert fake_llm.state.embedded == []


@pytest.mark.parametrize(
    ("model", "code"), [("anthropic:claude", "no_embeddings"), ("local:mini", "local_embeddings"), ("x", "model_name")]
)
def test_models_that_cannot_do_it_are_refused(model: str, code: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Embedder(model, Access(), usage_log=UsageLog())

    assert caught.value.code == code


def test_groups_are_formed_by_vectors(experiment: Experiment) -> None:
    table = recode(experiment.table())
    columns = table.columns
    rng = np.random.default_rng(0)
    asked: list[int] = []

    def vectors(texts: list[str]) -> np.ndarray:
        asked.append(len(texts))
        return rng.normal(size=(len(texts), 8))

    by_words = group(table, columns, count=2)
    by_vectors = group(table, columns, count=2, vectors=vectors)  # type: ignore[arg-type]

    assert set(asked) == {table.rows}
    assert not np.array_equal(by_words.assignments, by_vectors.assignments)


def test_a_run_with_embeddings_hides_what_is_personal_and_counts_what_it_costs(
    access: Access, fake_llm: FakeLLM, tmp_path: Path
) -> None:
    from persona.experiment import Experiment

    experiment = Experiment.create("private", private_survey(tmp_path / "private.csv"), root=tmp_path)

    result = PersonaGenerator(experiment, access=access).generate(PersonaConfig(count=2, embeddings=EMBEDDINGS))

    sent = "\n".join(text for texts in fake_llm.state.embedded for text in texts)
    assert "•••" in sent
    assert not [text for texts in PLANTED.values() for text in texts if text in sent]
    assert len(result.personas) == 2
    (run,) = experiment.runs()
    assert run.manifest.usage.requests == len(fake_llm.state.embedded) > 0
    assert result.usage == run.manifest.usage
