"""Experiments over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments.models import Experiment
from tests.factories import ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import DjangoAssertNumQueries

    from accounts.models import User
    from tests.api.conftest import Program

pytestmark = pytest.mark.django_db


def test_an_experiment_is_made_read_changed_and_deleted(as_alice: Program, data_dir: Path) -> None:
    made = as_alice.post("/experiments", {"name": "  Meal planning ", "description": "Why?"})
    address = made.headers["Location"]
    assert (made.status_code, made.json()["name"], made.json()["state"]) == (201, "Meal planning", "empty")
    assert as_alice.get(address).json() == made.json()

    changed = as_alice("PATCH", address, {"description": "What for?"})
    assert (changed.json()["name"], changed.json()["description"]) == ("Meal planning", "What for?")

    assert as_alice("DELETE", address).status_code == 204
    assert as_alice.get(address).status_code == 404
    assert list(Experiment.objects.values_list("binned", flat=True)) != [None]  # it waits in the bin


def test_pages_follow_each_other_while_rows_come(as_alice: Program, alice: User) -> None:
    ids = [str(ExperimentFactory(owner=alice).pk) for _ in range(5)]

    first = as_alice.get("/experiments?limit=2").json()
    ExperimentFactory(owner=alice)
    second = as_alice.get(f"/experiments?limit=2&cursor={first['next']}").json()
    third = as_alice.get(f"/experiments?limit=2&cursor={second['next']}").json()

    pages = [first, second, third]
    assert [item["id"] for page in pages for item in page["items"]] == sorted(ids, reverse=True)
    assert third["next"] is None


def test_lists_are_filtered(as_alice: Program, alice: User) -> None:
    ExperimentFactory(owner=alice, name="Meals")
    busy = ExperimentFactory(owner=alice, name="Travel")
    RunFactory(experiment=busy)

    assert [item["name"] for item in as_alice.get("/experiments?q=MEAL").json()["items"]] == ["Meals"]
    assert [item["name"] for item in as_alice.get("/experiments?state=running").json()["items"]] == ["Travel"]


def test_a_list_asks_the_same_few_questions_however_long(
    as_alice: Program, alice: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    as_alice.get("/experiments")
    for count in (1, 10):
        for _ in range(count):
            ExperimentFactory(owner=alice)
        with django_assert_num_queries(2):  # token, experiments
            as_alice.get("/experiments")


def test_what_has_not_changed_is_not_sent_again(as_alice: Program, alice: User) -> None:
    address = f"/experiments/{ExperimentFactory(owner=alice).pk}"
    tag = as_alice.get(address).headers["ETag"]

    again = as_alice.get(address, headers={"If-None-Match": tag})
    as_alice("PATCH", address, {"name": "Another"})
    changed = as_alice.get(address, headers={"If-None-Match": tag})

    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert (changed.status_code, changed.json()["name"]) == (200, "Another")


def test_long_answers_are_packed_for_those_who_can_unpack(as_alice: Program, alice: User) -> None:
    for _ in range(20):
        ExperimentFactory(owner=alice)

    packed = as_alice.get("/experiments", headers={"Accept-Encoding": "gzip"})
    plain = as_alice.get("/experiments", headers={"Accept-Encoding": "br, gzip;q=0"})

    assert (packed.headers["Content-Encoding"], "Content-Encoding" in plain.headers) == ("gzip", False)
    assert len(packed.content) < len(plain.content) / 2
    assert "Accept-Encoding" in packed.headers["Vary"]


def test_an_answer_is_no_page(as_alice: Program) -> None:
    headers = as_alice.get("/experiments").headers

    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert (headers["X-Content-Type-Options"], headers["Cache-Control"]) == ("nosniff", "private, no-cache")
    assert "Set-Cookie" not in headers
    assert "Cookie" not in headers["Vary"]
