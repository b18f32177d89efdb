"""Edits over HTTP: made, listed, taken back; and refused in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories import DataSourceFactory, ExperimentFactory
from tests.generation.values import evidence, kept_run

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User
    from generation.models import Run
    from tests.api.conftest import Program

pytestmark = pytest.mark.django_db
HIDE = {"action": {"type": "hide_statement", "statement": "1-frustration-1"}}


@pytest.fixture
def run(alice: User, data_dir: Path) -> Run:
    return kept_run(DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment)


def test_an_edit_is_made_listed_and_undone(as_alice: Program, run: Run, alice: User) -> None:
    path = f"/runs/{run.pk}/edits"
    persona = f"/personas/{run.personas.get(position=1).pk}"
    before = as_alice.get(persona).json()

    made = as_alice.post(path, HIDE)

    assert (made.status_code, made.json()["sentence"], made.json()["who"]) == (
        201,
        "hid a statement",
        alice.get_full_name(),
    )
    assert [said["key"] for said in as_alice.get(persona).json()["statements"]] == ["1-frustration-2"]
    undone = as_alice.post(f"{path}/{made.json()['id']}/undo")
    assert undone.json()["action"] == {"type": "reverted", "edit": made.json()["id"]}
    listed = as_alice.get(path).json()
    assert ([(item["sequence"], item["state"]) for item in listed["items"]], listed["next"]) == (
        [(1, "undone"), (2, "applied")],
        2,
    )
    assert as_alice.get(persona).json() == before


def test_quotes_are_taken_as_they_stand_in_the_data(as_alice: Program, run: Run) -> None:
    path = f"/runs/{run.pk}/edits"
    true = evidence(3).model_dump()

    made = as_alice.post(path, {"action": {"type": "add_statement", "persona": 1, "kind": "need", "quotes": [true]}})
    invented = {**true, "quote": "take longer than they SAY"}
    refused = as_alice.post(
        path, {"action": {"type": "add_statement", "persona": 1, "kind": "need", "quotes": [invented]}}
    )

    assert (made.status_code, refused.status_code, refused.json()["code"]) == (201, 422, "edit_quote_missing")


@pytest.mark.parametrize(
    ("action", "status", "code"),
    [
        ({"type": "rewrite_statement", "statement": "1-frustration-1", "text": " "}, 422, "edit_empty"),
        ({"type": "rewrite_statement", "statement": "1-frustration-1", "text": "x" * 601}, 422, "edit_too_long"),
        ({"type": "hide_statement", "statement": "gone"}, 422, "edit_statement_missing"),
        ({"type": "hide_persona", "persona": 9}, 422, "edit_persona_missing"),
        ({"type": "fly"}, 422, "invalid_input"),
    ],
)
def test_what_cannot_be_done_is_said(
    as_alice: Program, run: Run, action: dict[str, object], status: int, code: str
) -> None:
    told = as_alice.post(f"/runs/{run.pk}/edits", {"action": action})

    assert (told.status_code, told.json()["code"]) == (status, code)


def test_a_later_one_is_a_conflict_and_what_is_locked_is_locked(as_alice: Program, run: Run) -> None:
    path = f"/runs/{run.pk}/edits"
    words = {"type": "rewrite_statement", "statement": "1-frustration-1"}
    as_alice.post(path, {"action": words | {"text": "First"}, "expects": ""})

    later = as_alice.post(path, {"action": words | {"text": "Second"}, "expects": ""})
    as_alice.post(path, {"action": {"type": "approve_persona", "persona": 1}})
    locked = as_alice.post(path, HIDE)

    assert [(told.status_code, told.json()["code"]) for told in (later, locked)] == [
        (409, "edit_conflict"),
        (409, "edit_locked"),
    ]
