"""Edits in the database: the log grows, rows follow, the generated result stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.http import Http404

from experiments import files
from generation.edits.log import edited
from generation.edits.services import edit
from generation.models import EditEntry, Persona, Run, Statement
from generation.personas.kept_output import output_of
from persona.edits import (
    AddStatement,
    ApprovePersona,
    ChoosePortrait,
    CountQuote,
    HidePersona,
    HideStatement,
    MergePersonas,
    MoveStatement,
    PinStatement,
    PlaceStatement,
    RenamePersona,
    Reverted,
    RewriteStatement,
)
from persona.exceptions import ConfigurationError, EditError
from tests.factories import ExperimentFactory, RunFactory
from tests.generation.values import evidence, kept_run, portrait, statement

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User
    from persona.edits import Action

pytestmark = pytest.mark.django_db
SAID = (statement(1, 1), statement(1, 2), statement(1, 3, kind="goal", text="Settle all dinners"))


@pytest.fixture
def run(alice: User, data_dir: Path) -> Run:
    return kept_run(ExperimentFactory(owner=alice), portrait(1, statements=SAID), portrait(2))


def rows(run: Run) -> list[tuple[int, str, str, str, bool]]:
    """The first persona's statements as rows."""
    found = Statement.everything.filter(persona__run=run, persona__position=1)
    return list(found.values_list("position", "key", "text", "kind", "shown"))


def do(user: User, run: Run, *actions: Action) -> list[EditEntry]:
    return [edit(user, run.pk, action).entry for action in actions]


def test_an_edit_is_in_the_log_and_in_the_rows(alice: User, run: Run) -> None:
    address = Statement.objects.get(key="1-frustration-1").pk
    before = (files.run(run.experiment_id, run.pk) / "result.json").read_bytes()

    [entry] = do(alice, run, RewriteStatement(statement="1-frustration-1", text="<b>Plans</b> break"))

    run.refresh_from_db()
    row = Statement.objects.get(pk=address)
    assert (entry.sequence, entry.persona, entry.kind, entry.state, entry.user) == (
        1,
        1,
        "rewrite_statement",
        "applied",
        alice,
    )
    assert (run.edited, row.text, row.origin, row.marks["before"], row.marks["changed"]["edit"]) == (
        1,
        "<b>Plans</b> break",
        "person",
        "Plans that break, 1",
        str(entry.pk),
    )
    assert (files.run(run.experiment_id, run.pk) / "result.json").read_bytes() == before


def test_what_is_hidden_is_gone_for_readers_and_there_for_editors(alice: User, run: Run) -> None:
    do(alice, run, HideStatement(statement="1-frustration-2"), PinStatement(statement="1-frustration-1"))

    assert [row[1] for row in rows(run) if row[4]] == ["1-frustration-1", "1-frustration-3"]
    assert Statement.objects.filter(key="1-frustration-2").count() == 0
    assert Statement.everything.get(key="1-frustration-2").marks["hidden"]["who"] == alice.get_full_name()
    assert Statement.objects.get(key="1-frustration-1").marks["pinned"]["who"] == alice.get_full_name()


def test_statements_change_places_and_kinds(alice: User, run: Run) -> None:
    do(alice, run, PlaceStatement(statement="1-frustration-2", place=1))
    assert [row[1] for row in rows(run)] == ["1-frustration-2", "1-frustration-1", "1-frustration-3"]

    do(alice, run, MoveStatement(statement="1-frustration-2", kind="goal"))
    assert [(row[1], row[3]) for row in rows(run)] == [
        ("1-frustration-1", "frustration"),
        ("1-frustration-3", "goal"),
        ("1-frustration-2", "goal"),
    ]


def test_a_quote_that_does_not_count_changes_the_number(alice: User, run: Run) -> None:
    do(alice, run, CountQuote(statement="1-frustration-1", quote=evidence(2), counted=False))

    row = Statement.objects.get(key="1-frustration-1")
    assert (row.support, list(row.evidence.values_list("row", "counted"))) == (1, [(1, True), (2, False)])


def test_a_new_statement_has_its_quotes_and_goes_with_its_undoing(alice: User, run: Run) -> None:
    [made] = do(alice, run, AddStatement(persona=1, kind="need", text="Know the price", quotes=(evidence(3),)))
    row = Statement.objects.get(text="Know the price")
    assert (row.kind, row.support, row.evidence.get().quote) == ("need", 1, "take longer than they say")

    do(alice, run, Reverted(edit=str(made.pk)))

    made.refresh_from_db()
    assert (Statement.everything.filter(text="Know the price").count(), made.state, made.told["state"]) == (
        0,
        "undone",
        "undone",
    )


def test_undoing_all_gives_the_rows_back(alice: User, run: Run) -> None:
    def everything() -> list[list[dict[str, Any]]]:
        managers: tuple[Any, ...] = (Persona.everything, Statement.everything)
        return [list(manager.order_by("pk").values()) for manager in managers]

    before = everything()
    made = do(
        alice,
        run,
        RenamePersona(persona=1, label="The planner"),
        ChoosePortrait(persona=1, portrait="face7"),
        PlaceStatement(statement="1-frustration-2", place=1),
        HideStatement(statement="1-frustration-1"),
        MergePersonas(personas=(1, 2)),
        HidePersona(persona=3, hidden=False),
    )
    assert everything() != before

    do(alice, run, *(Reverted(edit=str(entry.pk)) for entry in reversed(made)))

    personas, statements = everything()
    known = {row["id"] for row in before[1]}
    assert [row for row in personas if row["position"] < 3] == before[0]
    assert [row for row in statements if row["id"] in known] == before[1]
    assert Persona.objects.filter(run=run).count() == 2


def test_locked_is_locked_until_it_is_opened(alice: User, run: Run) -> None:
    do(alice, run, ApprovePersona(persona=1))

    with pytest.raises(EditError, match="locked by"):
        do(alice, run, HideStatement(statement="1-frustration-1"))
    assert Persona.objects.get(run=run, position=1).edited["approved"]["who"] == alice.get_full_name()

    do(alice, run, ApprovePersona(persona=1, approved=False), HideStatement(statement="1-frustration-1"))
    assert Persona.objects.get(run=run, position=1).edited == {}


def test_the_later_of_two_is_told_and_loses_nothing(alice: User, run: Run) -> None:
    edit(alice, run.pk, RewriteStatement(statement="1-frustration-1", text="First"), seen=0)

    made = edit(alice, run.pk, RewriteStatement(statement="1-frustration-1", text="Second"), seen=0)

    assert made.conflict is not None
    assert (made.conflict.theirs.text, made.conflict.yours.text) == ("First", "Second")
    assert Statement.objects.get(key="1-frustration-1").text == "First"
    states = EditEntry.objects.values_list("sequence", "kind", "state")
    assert list(states) == [
        (1, "rewrite_statement", "applied"),
        (2, "rewrite_statement", "undone"),
        (3, "reverted", "applied"),
    ]

    edit(alice, run.pk, RewriteStatement(statement="1-frustration-1", text="Second"), seen=made.run.edited)
    assert Statement.objects.get(key="1-frustration-1").text == "Second"


def test_two_who_change_different_things_are_in_no_conflict(alice: User, run: Run) -> None:
    edit(alice, run.pk, RewriteStatement(statement="1-frustration-1", text="First"), seen=0)

    made = edit(alice, run.pk, HideStatement(statement="1-frustration-1"), seen=0)

    assert (made.conflict, made.entry.sequence) == (None, 2)


def test_rows_of_an_older_version_get_their_keys(alice: User, run: Run) -> None:
    Statement.everything.update(key="")

    do(alice, run, HideStatement(statement="1-frustration-2"))

    assert [row[1:2] + row[4:] for row in rows(run)] == [
        ("1-frustration-1", True),
        ("1-frustration-2", False),
        ("1-frustration-3", True),
    ]


def test_replay_in_library_and_database_is_the_same(alice: User, run: Run) -> None:
    do(alice, run, RenamePersona(persona=2, label="The planner"), HideStatement(statement="1-frustration-2"))
    run.refresh_from_db()

    seen = edited(run).applied.result

    assert [(p.position, p.called, p.summary) for p in run.personas.all()] == [
        (p.index, p.label or p.name, p.summary) for p in seen.personas
    ]
    output = output_of(run)
    assert output is not None
    assert json.loads(output.result().model_dump_json()) == json.loads(seen.model_dump_json())


def test_nobody_else_edits_and_unfinished_runs_are_not_edited(alice: User, charlie: User, run: Run) -> None:
    with pytest.raises(Http404):
        edit(charlie, run.pk, HidePersona(persona=1))
    with pytest.raises(ConfigurationError):
        edit(alice, RunFactory(experiment=run.experiment).pk, HidePersona(persona=1))
    assert EditEntry.objects.count() == 0


def test_without_its_files_a_run_is_not_edited(alice: User, run: Run) -> None:
    (files.run(run.experiment_id, run.pk) / "result.json").unlink()

    with pytest.raises(ConfigurationError, match="gone"):
        edit(alice, run.pk, HidePersona(persona=1))
