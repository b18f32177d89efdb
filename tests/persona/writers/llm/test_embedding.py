"""Vectors of texts: asked about the sample only, masked, kept, paid for once, and behind the grouping of answers."""

from __future__ import annotations

import json as json_of
from typing import TYPE_CHECKING

import httpx2
import numpy as np
import pytest

from persona.exceptions import BudgetExceededError, ConfigurationError, ProviderError
from persona.generator import PersonaGenerator
from persona.grouping import group
from persona.models import PersonaConfig, Usage
from persona.recoding.table import recode
from persona.writers.llm import Access, ModelName, Price
from persona.writers.llm.embedding import AT_ONCE, Embedder, _tariff
from persona.writers.llm.masking import Mask
from persona.writers.llm.usage import UsageLog
from tests.persona.writers.llm.answers import HTML, KEY, KEYED, NO_ANSWERS, Answers, json, text
from tests.persona.writers.llm.conftest import QUICK
from tests.private_answers import PLANTED, private_survey

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from persona.experiment import Experiment
    from tests.fake_llm import FakeLLM

    Asked = Callable[..., tuple[ProviderError, UsageLog]]

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


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, models_may_be_asked: None) -> Asked:
    """How asking for the vectors of two texts ends, for a model and what it answers; every text may cost a dollar."""

    def ended(model: str, *answers: httpx2.Response | Exception) -> tuple[ProviderError, UsageLog]:
        monkeypatch.setattr("persona.writers.llm.embedding.http_client", Answers(*answers).client)
        usage_log = UsageLog(budget=1_000.0)
        priced = KEYED.model_copy(update={"price": Price(input=1e6, output=0)})
        with pytest.raises(ProviderError) as caught:
            Embedder(model, priced, usage_log=usage_log)(["one", "two"])
        return caught.value, usage_log

    return ended


def vectors(*found: object) -> httpx2.Response:
    data = [{"object": "embedding", "index": at, "embedding": vector} for at, vector in enumerate(found)]
    return json({"object": "list", "model": "m", "data": data, "usage": {"prompt_tokens": 2, "total_tokens": 2}})


@pytest.mark.parametrize("answer", NO_ANSWERS)
def test_what_holds_no_vectors_is_an_error_of_ours(asked: Asked, answer: str) -> None:
    error, _ = asked("openai:own", NO_ANSWERS[answer])

    assert error.code in {"provider_reply", "provider_rejects"}
    assert KEY not in f"{error!r}{error}{error.hint}"


@pytest.mark.parametrize(
    "answer",
    [
        vectors([1.0, 0.0]),
        vectors([1.0, 0.0], [0.0, 1.0], [1.0, 1.0]),
        vectors([1.0, 0.0], [0.0]),
        vectors([1.0, None], [0.0, 1.0]),
        vectors([1.0, "a"], [0.0, 1.0]),
        vectors("AAAA", [0.0, 1.0]),
        vectors(None, None),
        text('{"data": [{"embedding": [1.0, NaN]}, {"embedding": [0.0, 1.0]}], "usage": {"prompt_tokens": 2}}'),
    ],
    ids=["too few", "too many", "of two lengths", "null", "a letter", "packed", "none", "no number"],
)
def test_vectors_that_are_not_one_a_text_are_no_answer(asked: Asked, answer: httpx2.Response) -> None:
    error, usage_log = asked("openai:own", answer)

    assert (error.code, error.message) == (
        "provider_reply",
        "The answers of OpenAI could not be used, after all tries.",
    )
    assert usage_log.usage.requests in {0, 1}


@pytest.mark.parametrize(
    ("answer", "code", "perhaps_paid"),
    [
        (httpx2.ReadTimeout("late"), "provider_timeout", True),
        (httpx2.ReadError("gone"), "provider_unreachable", True),
        (HTML, "provider_reply", True),
        (json({"error": {"message": "no"}}, 401), "provider_auth", False),
        (json({"error": {"message": "no"}}, 429), "provider_rate", False),
        (json({"error": {"message": "no"}}, 500), "provider_down", False),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_may_have_been_answered_counts_against_the_budget(
    asked: Asked, answer: httpx2.Response | Exception, code: str, perhaps_paid: bool
) -> None:
    error, usage_log = asked("openai:own", answer)

    assert (error.code, usage_log.usage) == (code, Usage())
    assert (usage_log._committed > 0) is perhaps_paid


def test_whole_vectors_are_taken_in_the_order_of_the_texts(
    monkeypatch: pytest.MonkeyPatch, models_may_be_asked: None, tmp_path: Path
) -> None:
    answers = Answers(vectors([1.0, 0.0], [0.0, 1.0]))
    monkeypatch.setattr("persona.writers.llm.embedding.http_client", answers.client)
    usage_log = UsageLog()

    found = Embedder("openai:own", KEYED, usage_log=usage_log, folder=tmp_path)(["two", "one", "two"])

    assert found.tolist() == [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]
    assert found.dtype == np.float32
    assert usage_log.usage_of(0) == Usage(requests=1, input_tokens=2, cost_usd=None)
    assert [path.suffix for path in tmp_path.iterdir()] == [".npy"]


def test_what_is_personal_is_hidden_before_texts_are_told_apart(
    monkeypatch: pytest.MonkeyPatch, models_may_be_asked: None
) -> None:
    answers = Answers(vectors([1.0, 0.0]))
    monkeypatch.setattr("persona.writers.llm.embedding.http_client", answers.client)
    embedder = Embedder("openai:own", KEYED, usage_log=UsageLog()).masked(Mask(["Ana", "Bo"]))

    assert embedder(["Ana plans", "Bo plans"]).tolist() == [[1.0, 0.0], [1.0, 0.0]]
    assert json_of.loads(answers.asked[0].content)["input"] == ["••• plans"]


def test_a_price_that_is_listed_wins_over_the_writers() -> None:
    dear = KEYED.model_copy(update={"price": Price(input=1e6, output=1e6)})
    listed, own = ModelName("openai", "text-embedding-3-small"), ModelName("openai", "own")

    assert (_tariff(listed, dear).kind, _tariff(own, dear).kind, _tariff(own, KEYED).kind) == (
        "listed",
        "given",
        "unknown",
    )


def test_groups_are_formed_by_vectors(experiment: Experiment) -> None:
    table = recode(experiment.table())
    columns = table.columns
    rng = np.random.default_rng(0)
    sizes: list[int] = []

    def by_chance(texts: list[str]) -> np.ndarray:
        sizes.append(len(texts))
        return rng.normal(size=(len(texts), 8))

    by_words = group(table, columns, count=2)
    by_vectors = group(table, columns, count=2, vectors=by_chance)  # type: ignore[arg-type]

    assert set(sizes) == {table.rows}
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
