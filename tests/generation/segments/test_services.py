"""Segments before personas: found once for one request, changed while nothing is written, and started once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments.models import Experiment
from generation.models import Run, SegmentDraft
from generation.segments import services
from generation.segments.services import Changed, InUse, NotReady
from persona.exceptions import ConfigurationError, PersonaError
from persona.ids import uuid7
from persona.models import Merge, PersonaConfig, Rename, Split
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory
from tests.generation.segments.previews import draft_of, preview

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db
RENAME = Rename(segment=1, name="Planners")
MERGE = Merge(segments=(1, 2))


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    return DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment


@pytest.fixture
def draft(experiment: Experiment) -> SegmentDraft:
    """One whose segments are found."""
    config = PersonaConfig(count=2).model_dump(mode="json", exclude={"edits"})
    return SegmentDraft.objects.create(
        experiment=experiment, config=config, status=SegmentDraft.Status.READY, result={"segments": []}, version=1
    )


def test_the_same_request_is_the_same_draft_and_one_message(experiment: Experiment, posted: Posted) -> None:
    key = uuid7()

    with posted() as messages:
        first = services.start(experiment=experiment, config=PersonaConfig(count=2), key=key)
        second = services.start(experiment=experiment, config=PersonaConfig(count=2), key=key)

    assert (first, first.pk, first.config["count"], "edits" in first.config) == (second, key, 2, False)
    assert messages == [("generation.find_segments", [str(key)])]


def test_without_data_nothing_is_kept(alice: User, data_dir: Path) -> None:
    with pytest.raises(PersonaError) as caught:
        services.start(experiment=ExperimentFactory(owner=alice), config=PersonaConfig(), key=uuid7())

    assert (caught.value.code, SegmentDraft.objects.count()) == ("data_not_ready", 0)


def test_a_template_from_a_file_is_not_taken(experiment: Experiment) -> None:
    with pytest.raises(ConfigurationError) as caught:
        services.start(experiment=experiment, config=PersonaConfig(template="/etc/hosts"), key=uuid7())

    assert (caught.value.code, SegmentDraft.objects.count()) == ("template_missing", 0)


def test_edits_are_added_and_a_worker_is_told(draft: SegmentDraft, posted: Posted) -> None:
    with posted() as messages:
        services.edit(draft=draft, edits=[RENAME])
    SegmentDraft.objects.update(status=SegmentDraft.Status.READY)
    draft.refresh_from_db()
    with posted():
        services.edit(draft=draft, edits=[MERGE])

    draft.refresh_from_db()
    assert messages == [("generation.find_segments", [str(draft.pk)])]
    assert (draft.status, draft.edits) == (
        SegmentDraft.Status.WAITING,
        [RENAME.model_dump(mode="json"), MERGE.model_dump(mode="json")],
    )


@pytest.mark.parametrize("status", ["waiting", "working", "failed"])
def test_what_is_not_ready_is_not_changed(draft: SegmentDraft, status: str, posted: Posted) -> None:
    SegmentDraft.objects.update(status=status)

    with posted() as messages, pytest.raises(NotReady) as caught:
        services.edit(draft=draft, edits=[RENAME])

    draft.refresh_from_db()
    assert (caught.value.code, caught.value.retryable) == ("segments_not_ready", True)
    assert (draft.status, draft.edits, messages) == (status, [], [])


def test_an_edit_of_what_somebody_else_has_changed_meanwhile_is_refused(draft: SegmentDraft) -> None:
    SegmentDraft.objects.update(version=2)

    with pytest.raises(NotReady):
        services.edit(draft=draft, edits=[RENAME])


def test_what_a_run_writes_stays_as_it_is(draft: SegmentDraft) -> None:
    RunFactory(pk=draft.pk, experiment=draft.experiment)

    with pytest.raises(InUse) as caught:
        services.edit(draft=draft, edits=[RENAME])

    assert caught.value.code == "segments_in_use"


def test_the_same_draft_is_the_same_run(draft: SegmentDraft, posted: Posted) -> None:
    SegmentDraft.objects.update(edits=[RENAME.model_dump(mode="json")])
    draft.refresh_from_db()

    with posted() as messages:
        first = services.start_run(draft=draft, notify=True)
        second = services.start_run(draft=draft)

    run = Run.objects.get()
    assert (first, second, run.pk, run.notify) == (run, run, draft.pk, True)
    assert PersonaConfig.model_validate(run.config) == PersonaConfig(count=2, edits=(RENAME,))
    assert messages == [("generation.generate_run", [str(run.pk)])]


def test_no_run_begins_before_the_segments_are_ready(draft: SegmentDraft) -> None:
    draft.status = SegmentDraft.Status.WORKING

    with pytest.raises(NotReady):
        services.start_run(draft=draft)

    assert Run.objects.count() == 0


def test_a_name_rises_the_version_so_that_whoever_saw_the_old_one_is_told(experiment: Experiment) -> None:
    draft = draft_of(experiment, preview())

    services.rename(draft=draft, seen=1, edit=RENAME)
    draft = SegmentDraft.objects.get(pk=draft.pk)

    with pytest.raises(Changed):
        services.rename(draft=draft, seen=1, edit=Rename(segment=1, name="Others"))
    with pytest.raises(Changed):
        services.rename(draft=draft, seen=2, edit=Rename(segment=9, name="Nobody"))
    draft.refresh_from_db()
    assert draft.result is not None
    assert (draft.version, draft.result["segments"][0]["name"], len(draft.edits)) == (2, "Planners", 1)


def test_a_split_is_tried_and_then_made_as_it_was_seen(experiment: Experiment, posted: Posted) -> None:
    draft = draft_of(experiment, preview())
    with posted() as messages:
        services.try_split(draft=draft, seen=1, number=1)
    tried = preview((25, 25, 30, 20), edits=(Split(segment=1),)).model_dump(mode="json")
    SegmentDraft.objects.update(status=SegmentDraft.Status.READY, version=2, trial_result=tried)
    draft.refresh_from_db()

    with posted() as more:
        services.keep_trial(draft=draft, seen=2)

    draft.refresh_from_db()
    assert (messages, more) == ([("generation.find_segments", [str(draft.pk)])], [])
    assert (draft.edits, draft.result, draft.trial, draft.version) == (tried["config"]["edits"], tried, None, 3)


def test_stopping_a_change_that_waits_takes_it_back(experiment: Experiment, posted: Posted) -> None:
    draft = draft_of(experiment, preview())
    with posted():
        services.change(draft=draft, seen=1, edit=MERGE)
    draft.refresh_from_db()

    services.cancel(draft=draft)

    draft.refresh_from_db()
    assert (draft.status, draft.edits, (draft.error or {})["code"]) == ("ready", [], "cancelled")


def test_stopping_what_a_worker_holds_asks_the_worker(experiment: Experiment) -> None:
    draft = draft_of(experiment)
    assert SegmentDraft.objects.claim(draft.pk) is not None

    services.cancel(draft=draft)

    draft.refresh_from_db()
    assert (draft.status, draft.cancel_requested) == ("working", True)
