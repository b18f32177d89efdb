"""Personas over HTTP: whole, in parts, and never twice the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generation.models import Run, Statement
from generation.runs.schemas import PersonaOut
from tests.factories import ExperimentFactory
from tests.generation.values import evidence, fact, finished_run, portrait

if TYPE_CHECKING:
    from pytest_django.fixtures import DjangoAssertNumQueries

    from accounts.models import User
    from tests.api.conftest import Program

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(alice: User) -> Run:
    return finished_run(ExperimentFactory(owner=alice))


def test_a_run_lists_its_personas(as_alice: Program, run: Run) -> None:
    items = as_alice.get(f"/runs/{run.pk}/personas").json()["items"]

    first = run.personas.get(position=1)
    assert items[0] == {
        "id": str(first.pk),
        "run": str(run.pk),
        "position": 1,
        "name": "Marta A",
        "label": "",
        "tagline": "The Sunday planner",
        "summary": "Plans on Sunday.\n\nStarts again on Wednesday.",
        "size": 20,
        "share": 0.5,
        "warnings": [],
    }
    assert [item["position"] for item in items] == [1, 2]


def test_a_persona_comes_with_all_its_words(as_alice: Program, run: Run) -> None:
    found = run.personas.get(position=1)

    told = as_alice.get(f"/personas/{found.pk}").json()

    assert PersonaOut.model_validate(told | {"run_id": told["run"]}).model_dump(mode="json") == told
    written = portrait(1)
    assert told["facts"] == [fact().model_dump(mode="json")]
    assert told["quotes"] == [evidence(2).model_dump(mode="json")]
    assert [(s["kind"], s["text"], s["note"]) for s in told["statements"]] == [
        (s.kind, s.text, s.note) for s in written.statements
    ]
    assert told["statements"][0]["evidence"] == [
        passage.model_dump(mode="json") for passage in written.statements[0].evidence
    ]


def test_a_persona_costs_few_queries_and_its_second_reading_fewer(
    as_alice: Program, run: Run, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first, second = run.personas.all()
    as_alice.get(f"/runs/{run.pk}")

    with django_assert_num_queries(5):  # token, version, persona, statements, evidence
        fresh = as_alice.get(f"/personas/{first.pk}")
    with django_assert_num_queries(2):
        kept = as_alice.get(f"/personas/{first.pk}")
    with django_assert_num_queries(2):
        known = as_alice.get(f"/personas/{first.pk}", headers={"If-None-Match": fresh.headers["ETag"]})

    for address in (f"/runs/{run.pk}/personas", f"/statements/{first.statements.get(position=1).pk}"):
        as_alice.get(address)
        with django_assert_num_queries(2):  # token, version
            as_alice.get(address)

    assert (kept.content, known.status_code, known.content) == (fresh.content, 304, b"")
    assert as_alice.get(f"/personas/{second.pk}").json()["position"] == 2


def test_a_persona_that_was_written_anew_is_told_anew(as_alice: Program, run: Run) -> None:
    address = f"/personas/{run.personas.get(position=1).pk}"
    tag = as_alice.get(address).headers["ETag"]

    Statement.objects.filter(persona__position=1).update(text="Rewritten")
    Run.objects.update(version=9)

    response = as_alice.get(address, headers={"If-None-Match": tag})
    assert (response.status_code, response.json()["statements"][0]["text"]) == (200, "Rewritten")


def test_statements_are_filtered_and_told_alone(as_alice: Program, run: Run) -> None:
    persona = run.personas.get(position=1)
    whole = as_alice.get(f"/personas/{persona.pk}").json()["statements"]

    goals = as_alice.get(f"/personas/{persona.pk}/statements?kind=goal").json()["items"]
    weak = as_alice.get(f"/personas/{persona.pk}/statements?strength=weak").json()["items"]
    alone = as_alice.get(f"/statements/{whole[0]['id']}").json()

    assert (goals, weak, alone) == ([whole[1]], [], whole[0])


@pytest.mark.parametrize("path", ["exports/json", "exports/xlsx", "exports/quotes", "comparison"])
def test_files_that_are_gone_are_a_conflict_and_no_fault(as_alice: Program, run: Run, path: str) -> None:
    response = as_alice.get(f"/runs/{run.pk}/{path}")

    assert (response.status_code, response.json()["code"]) == (409, "files_gone")


def test_a_run_without_result_has_nothing_to_export(as_alice: Program, run: Run) -> None:
    Run.objects.update(status="running", lease_until="2026-01-01T00:00Z")

    response = as_alice.get(f"/runs/{run.pk}/exports/json")

    assert (response.status_code, response.json()["code"], response.json()["retryable"]) == (
        409,
        "run_unfinished",
        True,
    )
