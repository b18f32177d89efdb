"""An edit as a row: the library's value, what it undoes, and whether anybody else was quicker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction

from generation.edits.models import EditEntry
from generation.edits.services import edit
from persona.edits import HideStatement, RenamePersona, Reverted, RewriteStatement

if TYPE_CHECKING:
    from accounts.models import User
    from generation.models import Run

pytestmark = pytest.mark.django_db
FIRST = "1-frustration-1"


def test_a_row_gives_the_edit_back_as_it_was_made(alice: User, run: Run) -> None:
    made = edit(alice, run.pk, RewriteStatement(statement=FIRST, text="<i>Plans</i> “break”"), seen=0).entry

    value = EditEntry.objects.get(pk=made.pk).value

    assert value.model_dump(mode="json") == made.edit
    assert (value.id, value.who, value.expects, value.action) == (
        str(made.pk),
        "Alice Arden",
        "",
        RewriteStatement(statement=FIRST, text="<i>Plans</i> “break”"),
    )
    assert (str(made), made.reverts) == ("1 rewrite_statement", "")


def test_an_undoing_names_what_it_undoes(alice: User, run: Run) -> None:
    made = edit(alice, run.pk, HideStatement(statement=FIRST)).entry

    undoing = edit(alice, run.pk, Reverted(edit=str(made.pk))).entry

    assert (undoing.reverts, undoing.persona, undoing.sequence) == (str(made.pk), 1, 2)


def test_only_what_came_too_late_was_refused(alice: User, run: Run) -> None:
    """Undone by its own person a moment later is something else."""
    taken_back = edit(alice, run.pk, RenamePersona(persona=1, name="Ana"), seen=0).entry
    edit(alice, run.pk, Reverted(edit=str(taken_back.pk)))
    stands = edit(alice, run.pk, RewriteStatement(statement=FIRST, text="First"), seen=2).entry
    refused = edit(alice, run.pk, RewriteStatement(statement=FIRST, text="Second"), seen=2).entry

    rows = EditEntry.objects.in_bulk([taken_back.pk, stands.pk, refused.pk])

    assert [(row.state, row.was_refused) for row in rows.values()] == [
        ("undone", False),
        ("applied", False),
        ("undone", True),
    ]


def test_an_edit_that_was_refused_and_then_done_is_refused_no_more(alice: User, run: Run) -> None:
    edit(alice, run.pk, RewriteStatement(statement=FIRST, text="First"), seen=0)
    late = edit(alice, run.pk, RewriteStatement(statement=FIRST, text="Second"), seen=0).entry
    undoing = EditEntry.objects.get(run=run, sequence=3)

    edit(alice, run.pk, Reverted(edit=str(undoing.pk)))
    late.refresh_from_db()
    assert (late.state, late.was_refused) == ("applied", False)

    edit(alice, run.pk, Reverted(edit=str(late.pk)))
    late.refresh_from_db()
    assert (late.state, late.was_refused) == ("undone", False)


def test_a_place_in_the_log_is_taken_once(alice: User, run: Run) -> None:
    made = edit(alice, run.pk, HideStatement(statement=FIRST)).entry

    with pytest.raises(IntegrityError), transaction.atomic():
        EditEntry.objects.create(run=run, sequence=1, kind=made.kind, edit=made.edit, told=made.told)


def test_the_log_outlives_whoever_wrote_it_and_goes_with_the_run(editor: User, run: Run) -> None:
    made = edit(editor, run.pk, HideStatement(statement=FIRST)).entry

    editor.delete()
    made.refresh_from_db()
    assert (made.user, made.told["who"]) == (None, "Bob Brook")

    run.delete()
    assert EditEntry.objects.count() == 0
