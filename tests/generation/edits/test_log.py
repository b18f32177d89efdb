"""The log and what comes of it: read once, the same for all who ask, and no older than the run's last edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments import files
from generation.edits.log import Edited, edited, generated, keep
from generation.edits.services import edit
from generation.models import EditEntry
from persona.edits import HideStatement, PinStatement, RewriteTagline, apply
from persona.exceptions import ConfigurationError
from persona.files import remove_folder
from tests.generation.edits.conftest import SAID
from tests.generation.values import portrait, result

if TYPE_CHECKING:
    from pytest_django import DjangoCaptureOnCommitCallbacks

    from accounts.models import User
    from generation.models import Run
    from persona.edits import Action
    from persona.models import GenerationResult

pytestmark = pytest.mark.django_db
HIDE, PIN = HideStatement(statement="1-frustration-1"), PinStatement(statement="1-frustration-2")


def as_generated() -> GenerationResult:
    return result((portrait(1, label="The planner", statements=SAID), portrait(2)))


def do(user: User, run: Run, *actions: Action) -> None:
    for action in actions:
        run.edited = edit(user, run.pk, action).run.edited


def test_without_edits_the_result_is_the_generated_one(run: Run) -> None:
    assert generated(run) == as_generated()
    assert edited(run) == Edited((), apply(as_generated(), []))
    assert edited(run).applied.result == as_generated()


def test_edits_change_what_is_read_and_never_what_was_generated(alice: User, run: Run) -> None:
    do(alice, run, HIDE, RewriteTagline(persona=2, text="Cooks late"))

    found = edited(run)

    assert generated(run) == as_generated()
    assert [each.action for each in found.edits] == [HIDE, RewriteTagline(persona=2, text="Cooks late")]
    assert found.applied == apply(as_generated(), found.edits)
    assert [said.id for said in found.applied.result.personas[0].statements] == ["1-frustration-2", "1-frustration-3"]
    assert found.applied.result.personas[1].tagline == "Cooks late"


def test_the_log_is_replayed_up_to_the_edit_that_the_run_names(alice: User, run: Run) -> None:
    """A page that began before an edit was made shows one state, not half of two."""
    do(alice, run, HIDE, PIN)

    run.edited = 1

    assert [each.action for each in edited(run).edits] == [HIDE]


def test_what_was_read_once_is_not_read_again(run: Run) -> None:
    first = generated(run)
    remove_folder(files.run(run.experiment_id, run.pk))

    assert generated(run) is first
    assert edited(run) is edited(run)


def test_who_made_an_edit_spares_others_the_replay(alice: User, run: Run) -> None:
    do(alice, run, HIDE)
    made = Edited(edited(run).edits, apply(as_generated(), edited(run).edits))

    keep(run, made)

    assert edited(run) is made


def test_an_edit_is_kept_only_once_it_is_committed(
    alice: User, run: Run, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks() as waiting:
        do(alice, run, HIDE)
    EditEntry.objects.filter(run=run).delete()

    assert len(waiting) == 2  # to keep it, and to let the search find it
    assert edited(run).edits == ()


@pytest.mark.parametrize("gone", ["result.json", ""])
def test_files_that_have_gone_are_told(run: Run, gone: str) -> None:
    path = files.run(run.experiment_id, run.pk)
    (path / gone).unlink() if gone else remove_folder(path)

    for read in (generated, edited):
        with pytest.raises(ConfigurationError) as caught:
            read(run)
        assert caught.value.code == "files_gone"
