"""A worker finds segments, changes them, and leaves what it cannot do as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from core import shutdown
from core.lease.models import MAX_ATTEMPTS
from generation.models import SegmentDraft
from generation.runs.worker import UNEXPECTED
from generation.segments import worker
from generation.segments.tasks import find_segments
from persona.models import Merge, PersonaConfig, Rename
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.invented import invented_answers

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User

# A heartbeat writes on a connection of its own.
pytestmark = pytest.mark.django_db(transaction=True)
Status = SegmentDraft.Status


@pytest.fixture
def draft(alice: User, data_dir: Path) -> SegmentDraft:
    source = DataSourceFactory(experiment=ExperimentFactory(owner=alice), content=invented_answers(60))
    config = PersonaConfig(count=3, model="openai:gpt-4o-mini", budget_usd=1).model_dump(mode="json", exclude={"edits"})
    return SegmentDraft.objects.create(experiment=source.experiment, config=config)


def carried_out(draft: SegmentDraft) -> SegmentDraft:
    find_segments(str(draft.pk))
    draft.refresh_from_db()
    return draft


def change(draft: SegmentDraft, *edits: Rename | Merge) -> None:
    made = [edit.model_dump(mode="json") for edit in edits]
    SegmentDraft.objects.filter(pk=draft.pk).update(status=Status.WAITING, edits=[*draft.edits, *made])


def named(draft: SegmentDraft) -> list[tuple[int, str | None]]:
    assert draft.result is not None
    return [(segment["index"], segment["name"]) for segment in draft.result["summary"]["segments"]]


def test_segments_are_found_without_asking_a_model(draft: SegmentDraft) -> None:
    found = carried_out(draft)

    assert (found.status, found.error, found.version, named(found)) == (
        Status.READY,
        None,
        1,
        [(1, None), (2, None), (3, None)],
    )
    assert found.result is not None
    assert (found.result["rows"], found.result["config"]["model"]) == (60, "builtin")
    assert worker.config_of(found) == PersonaConfig(count=3, model="openai:gpt-4o-mini", budget_usd=1)


def test_edits_are_made_one_after_the_other(draft: SegmentDraft) -> None:
    change(carried_out(draft), Merge(segments=(2, 3)), Rename(segment=2, name="Together"))

    assert named(carried_out(draft)) == [(1, None), (2, "Together")]


def test_an_edit_that_cannot_be_made_is_taken_back_and_the_others_stay(draft: SegmentDraft) -> None:
    change(carried_out(draft), Rename(segment=1, name="First"))
    change(carried_out(draft), Merge(segments=(1, 9)))

    found = carried_out(draft)

    assert found.error is not None
    assert (found.status, found.error["code"]) == (Status.READY, "unknown_segment")
    assert (found.edits, named(found)[0]) == ([Rename(segment=1, name="First").model_dump(mode="json")], (1, "First"))


def test_data_that_cannot_be_grouped_is_told_in_the_words_of_the_library(alice: User, data_dir: Path) -> None:
    alike = "id,Answer\n" + "".join(f"{number},The same for all.\n" for number in range(30))
    source = DataSourceFactory(experiment=ExperimentFactory(owner=alice), content=alike)
    draft = SegmentDraft.objects.create(
        experiment=source.experiment, config=PersonaConfig(count=3).model_dump(mode="json")
    )

    found = carried_out(draft)

    assert found.error is not None
    assert (found.status, found.result) == (Status.FAILED, None)
    assert sorted(found.error) == ["code", "hint", "message", "retryable"]


def test_a_worker_that_is_asked_to_stop_leaves_it_to_another(draft: SegmentDraft) -> None:
    shutdown.asked.set()
    try:
        found = carried_out(draft)
    finally:
        shutdown.asked.clear()

    assert (found.status, found.result, found.error, found.version) == (Status.WAITING, None, None, 1)


def test_a_fault_of_ours_is_one_sentence_and_goes_to_the_log(
    draft: SegmentDraft, caplog: pytest.LogCaptureFixture
) -> None:
    SegmentDraft.objects.update(config={"count": "many"})

    found = carried_out(draft)

    assert (found.status, found.error) == (Status.FAILED, UNEXPECTED)
    assert [record.message for record in caplog.records] == [f"Segment draft {draft.pk} failed."]


def test_one_that_costs_its_workers_their_lives_is_given_up(draft: SegmentDraft) -> None:
    SegmentDraft.objects.update(attempt=MAX_ATTEMPTS)

    found = carried_out(draft)

    assert (found.status, found.error, found.lease_until) == (Status.FAILED, UNEXPECTED, None)


def test_what_another_holds_is_left_alone(draft: SegmentDraft) -> None:
    assert SegmentDraft.objects.claim(draft.pk) is not None

    assert (carried_out(draft).status, draft.attempt) == (Status.WORKING, 1)


def test_a_person_who_stops_it_is_heard_while_it_works(draft: SegmentDraft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "BEAT", 0.01)
    held = SegmentDraft.objects.claim(draft.pk)
    assert held is not None
    SegmentDraft.objects.update(cancel_requested=True)

    worker.carry_out(held)

    draft.refresh_from_db()
    assert (draft.status, (draft.error or {})["code"], draft.cancel_requested) == (Status.FAILED, "cancelled", False)
