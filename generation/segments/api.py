"""Segments over HTTP: find them, look at them, change them, then write their personas."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from accounts.api.authentication import Call, needs
from accounts.api.idempotency import key_of, once
from core.http import etags
from generation.runs.api import ASK_AGAIN, accepted
from generation.runs.drafts import with_columns
from generation.runs.lookup import experiment_of
from generation.runs.schemas import EditsIn, NotifyIn, RunOut, SegmentsOut, Settings
from generation.segments import services
from generation.segments.models import SegmentDraft

router = Router()


@router.post(
    "/experiments/{uuid:experiment_id}/segments",
    response={202: SegmentsOut},
    auth=needs("run"),
    operation_id="find_segments",
    summary="Find segments",
)
@once
def find_segments(request: Call, experiment_id: UUID, wanted: Settings, response: HttpResponse) -> object:
    """Groups of people before any persona is written: follow them at `Location`. It costs no money."""
    experiment = experiment_of(request, experiment_id)
    config = with_columns(wanted.model_dump(), experiment.source)
    return _accepted(services.start(experiment=experiment, config=config, key=key_of(request)), response)


@router.get(
    "/segments/{uuid:segments_id}",
    response={200: SegmentsOut, 304: None},
    auth=needs("read"),
    operation_id="get_segments",
    summary="Get segments",
)
def get_segments(request: Call, segments_id: UUID, response: HttpResponse) -> object:
    """Once they are ready: each with a label, facts and passages, and the people who fit badly."""
    found = _one(request, segments_id)
    if found.status in (SegmentDraft.Status.WAITING, SegmentDraft.Status.WORKING):
        response["Retry-After"] = ASK_AGAIN
    etags.unless_known(request, response, found.pk, found.version, found.status, len(found.edits))
    return _told(found)


@router.post(
    "/segments/{uuid:segments_id}/edits",
    response={202: SegmentsOut},
    auth=needs("run"),
    operation_id="edit_segments",
    summary="Rename, merge or split segments",
)
@once
def edit_segments(request: Call, segments_id: UUID, wanted: EditsIn, response: HttpResponse) -> object:
    """One after the other; an edit that cannot be made is taken back, with the reason in `error`."""
    services.edit(draft=_one(request, segments_id), edits=wanted.edits)
    return _accepted(_one(request, segments_id), response)


@router.post(
    "/segments/{uuid:segments_id}/runs",
    response={202: RunOut},
    auth=needs("run"),
    operation_id="run_segments",
    summary="Write personas of segments",
)
@once
def run_segments(request: Call, segments_id: UUID, wanted: NotifyIn, response: HttpResponse) -> object:
    """With the settings that the segments were found with. The same segments are the same run."""
    run = services.start_run(draft=_one(request, segments_id), notify=wanted.notify, by=request.user)
    return accepted(run, response)


def _one(request: Call, segments_id: UUID) -> SegmentDraft:
    found = SegmentDraft.objects.visible_to(request.user).select_related("experiment")
    return get_object_or_404(found, pk=segments_id)


def _told(draft: SegmentDraft) -> dict[str, Any]:
    return {
        "id": draft.pk,
        "experiment_id": draft.experiment_id,
        "status": draft.status,
        "config": draft.config,
        "edits": draft.edits,
        "found": draft.result,
        "error": draft.error,
        "created": draft.created,
    }


def _accepted(draft: SegmentDraft, response: HttpResponse) -> Status[dict[str, Any]]:
    response["Location"] = f"/api/v1/segments/{draft.pk}"
    response["Retry-After"] = ASK_AGAIN
    return Status(202, _told(draft))
