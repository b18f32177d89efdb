"""Order among experiments over HTTP: archive, duplicate, search, and the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status

from accounts.api.authentication import Call, needs
from accounts.api.idempotency import key_of, once
from accounts.teams.models import Role
from core.http.paging import Page, Paging, page_of
from experiments import arranging, binning, searching
from experiments.api.arranging_schemas import BinnedOut, DuplicateIn, FoundOut, SearchFilter
from experiments.api.finding import experiment_of
from experiments.api.schemas import ExperimentOut
from experiments.models import Experiment

if TYPE_CHECKING:
    from typing import Any

router = Router()
LINES = 5
"""So many places of each experiment are told."""


@router.post(
    "/experiments/{uuid:experiment_id}/archive",
    response=ExperimentOut,
    auth=needs("write"),
    operation_id="archive_experiment",
    summary="Archive an experiment",
)
def archive_experiment(request: Call, experiment_id: UUID) -> object:
    """It stays as it is; lists that are asked for `archived=false` leave it out."""
    arranging.archive(experiment=experiment_of(request, experiment_id))
    return experiment_of(request, experiment_id)


@router.post(
    "/experiments/{uuid:experiment_id}/unarchive",
    response=ExperimentOut,
    auth=needs("write"),
    operation_id="unarchive_experiment",
    summary="Take an experiment out of the archive",
)
def unarchive_experiment(request: Call, experiment_id: UUID) -> object:
    """Back to the list."""
    arranging.unarchive(experiment=experiment_of(request, experiment_id))
    return experiment_of(request, experiment_id)


@router.post(
    "/experiments/{uuid:experiment_id}/duplicate",
    response={201: ExperimentOut},
    auth=needs("write"),
    operation_id="duplicate_experiment",
    summary="Duplicate an experiment",
)
@once
def duplicate_experiment(request: Call, experiment_id: UUID, wanted: DuplicateIn, response: HttpResponse) -> object:
    """The same question and settings, and what was said of the questions of the data; no runs and no personas."""
    found = experiment_of(request, experiment_id)
    made = arranging.duplicate(experiment=found, by=request.user, key=key_of(request), with_data=wanted.with_data)
    response["Location"] = f"/api/v1/experiments/{made.pk}"
    return Status(201, experiment_of(request, made.pk))


@router.get(
    "/search",
    response=Page[FoundOut],
    auth=needs("read"),
    operation_id="search_experiments",
    summary="Search names, statements and quotes",
)
def search_experiments(request: Call, wanted: Query[SearchFilter]) -> object:
    """Experiments that say all the words, newest first, with the places where they do, five each at most."""
    found = page_of(Experiment.objects.visible_to(request.user).matching(wanted.q), wanted)
    lines = searching.found_in([each.pk for each in found["items"]], wanted.q, most=LINES)
    items = [
        {"experiment": each.pk, "name": each.name, "lines": [_told(line) for line in lines.get(each.pk, ())]}
        for each in found["items"]
    ]
    return {"items": items, "next": found["next"]}


def _told(line: searching.Shown) -> dict[str, Any]:
    persona, _, statement = line.place.partition(":")
    text = line.before + line.match + line.after
    return {"kind": line.kind, "text": text, "persona": persona or None, "statement": statement or None}


@router.get(
    "/bin",
    response=Page[BinnedOut],
    auth=needs("read", Role.EDITOR),
    operation_id="list_bin",
    summary="List the bin",
)
def list_bin(request: Call, wanted: Query[Paging]) -> object:
    """Experiments that were deleted less than 30 days ago; newest first."""
    return page_of(Experiment.objects.in_bin_of(request.user), wanted)


@router.delete("/bin", response={204: None}, auth=needs("admin"), operation_id="empty_bin", summary="Empty the bin")
def empty_bin(request: Call) -> object:
    """All that waits in it goes for good, with its files."""
    binning.empty(Experiment.objects.in_bin_of(request.user))
    return Status(204, None)


@router.post(
    "/bin/{uuid:experiment_id}/restore",
    response=ExperimentOut,
    auth=needs("write"),
    operation_id="restore_experiment",
    summary="Put an experiment back",
)
def restore_experiment(request: Call, experiment_id: UUID) -> object:
    """Out of the bin, as it was before."""
    binning.put_back(experiment=_binned(request, experiment_id))
    return experiment_of(request, experiment_id)


@router.delete(
    "/bin/{uuid:experiment_id}",
    response={204: None},
    auth=needs("admin"),
    operation_id="delete_binned",
    summary="Delete for good",
)
def delete_binned(request: Call, experiment_id: UUID) -> object:
    """What waits in the bin, with its files; this cannot be undone."""
    binning.delete_experiment(experiment=_binned(request, experiment_id))
    return Status(204, None)


def _binned(request: Call, experiment_id: UUID) -> Experiment:
    return get_object_or_404(Experiment.objects.in_bin_of(request.user), pk=experiment_id)
