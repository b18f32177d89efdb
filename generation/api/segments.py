"""Segments over HTTP: find them, look at them, change them, then write their personas."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from generation import groupings
from generation.api.finding import experiment_of
from generation.api.runs import ASK_AGAIN, accepted
from generation.api.schemas import EditsIn, NotifyIn, RunOut, SegmentsOut, Settings
from generation.chosen import with_roles
from generation.models import Grouping
from persona_web.http import etags
from persona_web.http.once import key_of, once
from persona_web.http.tokens import Call, needs

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
    config = with_roles(wanted.model_dump(), experiment.source)
    return _accepted(groupings.start(experiment=experiment, config=config, key=key_of(request)), response)


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
    if found.status in (Grouping.Status.WAITING, Grouping.Status.WORKING):
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
    groupings.edit(grouping=_one(request, segments_id), edits=wanted.edits)
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
    run = groupings.start_run(grouping=_one(request, segments_id), notify=wanted.notify)
    return accepted(run, response)


def _one(request: Call, segments_id: UUID) -> Grouping:
    found = Grouping.objects.visible_to(request.user).select_related("experiment")
    return get_object_or_404(found, pk=segments_id)


def _told(grouping: Grouping) -> dict[str, Any]:
    return {
        "id": grouping.pk,
        "experiment_id": grouping.experiment_id,
        "status": grouping.status,
        "config": grouping.config,
        "edits": grouping.edits,
        "found": grouping.result,
        "error": grouping.error,
        "created": grouping.created,
    }


def _accepted(grouping: Grouping, response: HttpResponse) -> Status[dict[str, Any]]:
    response["Location"] = f"/api/v1/segments/{grouping.pk}"
    response["Retry-After"] = ASK_AGAIN
    return Status(202, _told(grouping))
