"""The document of the API against its answers, a few cases an operation; benchmarks/api_fuzz.py has 10,000."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accounts.models import ApiToken
from tests.api import fuzzing
from tests.api.conftest import ALL_SCOPES

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from accounts.models import User

CASES = 4


@pytest.mark.django_db
def test_every_answer_is_as_the_document_says(alice: User, data_dir: Path, settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(
        update={"api_reads_per_minute": 10_000_000, "api_writes_per_minute": 10_000_000}
    )
    ground = fuzzing.Ground.of(alice)
    _, token = ApiToken.objects.issue(alice, name="fuzzing", scopes=ALL_SCOPES)

    with fuzzing.door() as schema:
        lines = [fuzzing.fuzz(operation, ground, token, cases=CASES) for operation in fuzzing.operations(schema)]

    assert {line.name: line.failures for line in lines if line.failures} == {}
    assert [line.name for line in lines if not line.kinds[2]] == []
    assert sum(line.cases for line in lines) > 100
