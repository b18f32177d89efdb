"""Edits and applied results as values: read back from JSON as they were, and looked into by number and by action."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from persona.edits import (
    Action,
    AppliedResult,
    Edit,
    HidePersona,
    HideStatement,
    KeptShares,
    MergePersonas,
    NoteStatement,
    PinStatement,
    RenamePersona,
    Reverted,
    RewriteStatement,
    SetField,
    apply,
)
from tests.persona.edits.logs import GENERATED, log

EDITS = log(
    RenamePersona(persona=1, label="The planner"),
    RewriteStatement(statement="1-goal-1", text="One plan"),
    NoteStatement(statement="1-goal-2", text="Ask"),
    PinStatement(statement="2-goal-1"),
    SetField(persona=2, name="Job", text="Cook"),
    HidePersona(persona=2),
    Reverted(edit="e4"),
    HideStatement(statement="nowhere"),
)


def test_an_edit_has_an_id_and_a_time_of_its_own() -> None:
    before = datetime.now(UTC)
    first, second = (Edit(action=HidePersona(persona=1)) for _ in range(2))

    assert first.id != second.id
    assert sorted([first.id, second.id]) == [first.id, second.id] or first.id[:13] == second.id[:13]
    assert before <= first.when <= datetime.now(UTC) + timedelta(seconds=1)
    assert (first.who, first.expects) == ("", None)


@pytest.mark.parametrize("changes", [{"who": "x" * 201}, {"id": ""}, {"id": "x" * 101}, {"mood": "good"}])
def test_what_is_no_edit_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Edit.model_validate({"action": HidePersona(persona=1), **changes})


def test_an_applied_result_is_read_back_as_it_was() -> None:
    applied = apply(GENERATED, EDITS)

    assert AppliedResult.model_validate_json(applied.model_dump_json()) == applied


def test_edits_that_do_not_apply_are_among_the_changes() -> None:
    applied = apply(GENERATED, EDITS)

    assert [change.edit for change in applied.changes] == [edit.id for edit in EDITS]
    assert applied.not_applied == (applied.changes[-1],)


@pytest.mark.parametrize(
    ("action", "index"),
    [
        (HidePersona(persona=2), 2),
        (HidePersona(persona=9), None),
        (HideStatement(statement="1-goal-2"), 1),
        (HideStatement(statement="nowhere"), None),
        (MergePersonas(personas=(1, 2)), None),
        (Reverted(edit="e1"), None),
    ],
)
def test_the_persona_that_an_action_is_about(action: Action, index: int | None) -> None:
    found = apply(GENERATED, EDITS).holder(action)

    assert (found.index if found else None) == index


def test_a_persona_is_found_by_its_number() -> None:
    applied = apply(GENERATED, EDITS)

    assert [applied.persona(number) for number in (1, 2, 3)] == [*applied.personas, None]


@pytest.mark.parametrize(("statements", "kept", "share"), [(8, 6, 0.75), (0, 0, 1.0)])
def test_the_share_that_was_kept(statements: int, kept: int, share: float) -> None:
    shares = KeptShares(statements=statements, kept=kept, changed=1, hidden=1, added=0)

    assert shares.kept_share == share
