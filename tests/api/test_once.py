"""The same request with the same key happens once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from accounts.models import IdempotencyRecord
from experiments import services
from experiments.models import Experiment

if TYPE_CHECKING:
    from tests.api.conftest import Program

pytestmark = pytest.mark.django_db

NEW = {"name": "Meal planning"}
KEY = {"Idempotency-Key": "morning-import"}


def test_the_same_request_is_answered_the_same(as_alice: Program) -> None:
    first = as_alice.post("/experiments", NEW, headers=KEY)
    second = as_alice.post("/experiments", NEW, headers=KEY)

    assert (first.status_code, second.status_code, Experiment.objects.count()) == (201, 201, 1)
    assert (first.content, first.headers["Location"]) == (second.content, second.headers["Location"])
    assert ("Idempotency-Replayed" in first.headers, second.headers["Idempotency-Replayed"]) == (False, "true")


def test_without_a_key_each_request_counts(as_alice: Program) -> None:
    for _ in range(2):
        as_alice.post("/experiments", NEW)

    assert (Experiment.objects.count(), IdempotencyRecord.objects.count()) == (2, 0)


def test_another_body_under_the_same_key_is_refused(as_alice: Program) -> None:
    as_alice.post("/experiments", NEW, headers=KEY)

    response = as_alice.post("/experiments", {"name": "Other"}, headers=KEY)

    assert (response.status_code, response.json()["code"], Experiment.objects.count()) == (422, "key_reused", 1)


def test_a_key_is_its_owners(as_alice: Program, as_charlie: Program) -> None:
    first = as_alice.post("/experiments", NEW, headers=KEY).json()["id"]
    second = as_charlie.post("/experiments", NEW, headers=KEY).json()["id"]

    assert first != second


@pytest.mark.parametrize("key", ["", "x" * 256])
def test_a_key_has_1_to_255_characters(as_alice: Program, key: str) -> None:
    response = as_alice.post("/experiments", NEW, headers={"Idempotency-Key": key})

    assert (response.status_code, response.json()["code"], Experiment.objects.count()) == (422, "bad_key", 0)


def test_while_it_is_at_work_the_same_request_waits(as_alice: Program) -> None:
    as_alice.post("/experiments", NEW, headers=KEY)
    IdempotencyRecord.objects.update(status=None)

    response = as_alice.post("/experiments", NEW, headers=KEY)

    assert (response.status_code, response.json()["code"]) == (409, "in_progress")
    assert (response.json()["retryable"], response.headers["Retry-After"]) == (True, "1")


def test_a_process_that_died_midway_leaves_one_experiment(as_alice: Program) -> None:
    """It died after the experiment was made, before the answer was kept."""
    made = as_alice.post("/experiments", NEW, headers=KEY).json()["id"]
    IdempotencyRecord.objects.update(status=None, begun=timezone.now() - timedelta(minutes=3))

    response = as_alice.post("/experiments", NEW, headers=KEY)

    assert (response.status_code, response.json()["id"], Experiment.objects.count()) == (201, made, 1)


def test_what_failed_may_be_tried_again(as_alice: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert as_alice.post("/experiments", {"name": ""}, headers=KEY).status_code == 422
    with monkeypatch.context() as broken:
        broken.setattr(services, "create_experiment", lambda **_: 1 / 0)
        assert as_alice.post("/experiments", NEW, headers=KEY).status_code == 500

    assert as_alice.post("/experiments", NEW, headers=KEY).status_code == 201


def test_keys_are_forgotten_after_a_day(as_alice: Program) -> None:
    as_alice.post("/experiments", NEW, headers=KEY)
    IdempotencyRecord.objects.update(created=timezone.now() - timedelta(hours=25))

    as_alice.post("/experiments", {"name": "Another day"}, headers=KEY)

    assert (Experiment.objects.count(), IdempotencyRecord.objects.count()) == (2, 1)


def test_a_key_without_a_token_is_nobodys(as_nobody: Program) -> None:
    response = as_nobody.post("/experiments", NEW, headers=KEY)

    assert (response.status_code, IdempotencyRecord.objects.count()) == (401, 0)


def test_a_request_with_a_key_counts_once(as_alice: Program) -> None:
    response = as_alice.post("/experiments", NEW, headers=KEY)

    assert response.headers["RateLimit-Remaining"] == "119"
