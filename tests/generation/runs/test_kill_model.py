"""kill -9 while a model writes: the next worker goes on, and no call that was answered is paid again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.fake_llm import FakeLLM
from tests.generation.runs.test_kill import Installation, installation, kill

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ("installation",)
pytestmark = [
    pytest.mark.chaos,
    pytest.mark.integration,
    pytest.mark.xdist_group("kill"),
    pytest.mark.parametrize("installation", ["folder"], indirect=True),
]

PERSONAS = 6
# Two answers come soon, the others ten times later: the worker dies between them.
PLAN = "ok,ok" + ",slow" * (PERSONAS - 2)
START = f"""
import django
django.setup()
from pydantic import SecretStr
from generation.runs import services
from accounts.provider_keys.worker import keep_key
from persona.writers.llm import Access, Price
from persona.models import PersonaConfig
from persona.providers import PROVIDERS
from tests.factories import DataSourceFactory
from tests.invented import invented_answers
experiment = DataSourceFactory(content=invented_answers(300)).experiment
access = Access(api_key=SecretStr("sk-test-0123456789abcdef9fQ2"), base_url="ADDRESS")
price = Price(input=1, output=1)
keep_key(user=experiment.owner, provider=PROVIDERS["openai"], access=access, model="fake", price=price)
config = PersonaConfig(count={PERSONAS}, model="openai:fake", budget_usd=5)
services.start_run(experiment=experiment, config=config)
"""


@pytest.fixture
def fake() -> Iterator[FakeLLM]:
    with FakeLLM(latency=0.4) as server:
        yield server


def test_no_answered_call_is_paid_again(installation: Installation, fake: FakeLLM) -> None:
    installation.python("-c", START.replace("ADDRESS", fake.base_url))
    fake.reset(latency=0.4, fault_plan=PLAN)

    with installation.worker() as worker:
        installation.wait(lambda: len(installation.personas()) == 2)
        kill(worker)
    answered = {record.prompt for record in fake.records if record.completion_tokens}
    fake.options.latency = 0.0
    with installation.worker():
        installation.wait(lambda: installation.status() not in ("queued", "running"))

    assert (installation.status(), len(installation.personas())) == ("done", PERSONAS)
    paid = Counter(record.prompt for record in fake.records)
    assert len(answered) >= 2
    assert {prompt: paid[prompt] for prompt in answered} == dict.fromkeys(answered, 1)
    # Those on their way when it died are asked once more, and nothing else is.
    assert (len(paid), sum(paid.values()) <= 2 * PERSONAS - len(answered)) == (PERSONAS, True)
