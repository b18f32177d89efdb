"""Drafts of segments: one worker at a time, and what a late one says does not count."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.lease.models import RESEND
from generation.models import SegmentDraft
from persona.models import PersonaConfig
from tests.factories import ExperimentFactory

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db
Status = SegmentDraft.Status


@pytest.fixture
def draft(alice: User) -> SegmentDraft:
    config = PersonaConfig(count=2).model_dump(mode="json", exclude={"edits"})
    return SegmentDraft.objects.create(experiment=ExperimentFactory(owner=alice), config=config)


def claimed(draft: SegmentDraft) -> SegmentDraft:
    found = SegmentDraft.objects.claim(draft.pk)
    assert found is not None
    return found


def fall_silent(draft: SegmentDraft) -> None:
    SegmentDraft.objects.filter(pk=draft.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_only_its_owner_sees_it(draft: SegmentDraft, alice: User, charlie: User) -> None:
    assert list(SegmentDraft.objects.visible_to(alice)) == [draft]
    assert list(SegmentDraft.objects.visible_to(charlie)) == []


def test_one_worker_takes_it(draft: SegmentDraft) -> None:
    taken = claimed(draft)

    assert (taken.status, taken.attempt, taken.lease_until is not None) == (Status.WORKING, 1, True)
    assert SegmentDraft.objects.claim(draft.pk) is None


def test_another_takes_it_when_the_first_falls_silent(draft: SegmentDraft) -> None:
    first = claimed(draft)
    fall_silent(draft)

    second = claimed(draft)

    assert (first.attempt, second.attempt) == (1, 2)
    assert (SegmentDraft.objects.renew(first), SegmentDraft.objects.renew(second)) == (False, True)


def test_what_the_first_says_late_does_not_count(draft: SegmentDraft) -> None:
    first = claimed(draft)
    fall_silent(draft)
    second = claimed(draft)

    assert not SegmentDraft.objects.settle(first, status=Status.FAILED, error={"code": "late"})
    assert SegmentDraft.objects.settle(second, status=Status.READY, result={"segments": []})

    draft.refresh_from_db()
    assert (draft.status, draft.result, draft.error, draft.version, draft.lease_until) == (
        Status.READY,
        {"segments": []},
        None,
        1,
        None,
    )


@pytest.mark.parametrize("status", [Status.READY, Status.FAILED])
def test_what_is_settled_is_nobodys_to_take(draft: SegmentDraft, status: str) -> None:
    assert SegmentDraft.objects.settle(claimed(draft), status=status, result={"segments": []})

    assert SegmentDraft.objects.claim(draft.pk) is None


def test_it_is_sent_again_only_when_no_message_can_be_on_its_way(draft: SegmentDraft) -> None:
    assert list(SegmentDraft.objects.unheard()) == []

    SegmentDraft.objects.update(sent=timezone.now() - RESEND - timedelta(seconds=1))

    assert list(SegmentDraft.objects.unheard()) == [draft]
    claimed(draft)
    assert list(SegmentDraft.objects.unheard()) == []


def test_ready_without_a_result_is_refused_by_the_database(draft: SegmentDraft) -> None:
    with pytest.raises(IntegrityError, match="segment_draft_has_result"), transaction.atomic():
        SegmentDraft.objects.update(status=Status.READY)
