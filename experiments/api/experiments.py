"""Experiments over HTTP."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status
from pydantic_core import to_json

from accounts.api.authentication import Call, needs
from accounts.api.idempotency import key_of, once
from core.http import etags
from core.http.paging import Page, page_of
from experiments import binning, services
from experiments.api.arranging_schemas import Deleting
from experiments.api.finding import experiment_of
from experiments.api.schemas import ExperimentChange, ExperimentFilter, ExperimentIn, ExperimentOut
from experiments.models import Experiment

router = Router()
FIELDS = tuple(ExperimentOut.model_fields)


@router.get(
    "/experiments",
    response=Page[ExperimentOut],
    auth=needs("read"),
    operation_id="list_experiments",
    summary="List experiments",
)
def list_experiments(request: Call, wanted: Query[ExperimentFilter]) -> object:
    """Newest first; `q` looks into names, descriptions, statements and quotes; `state` and `archived` filter."""
    found = Experiment.objects.visible_to(request.user).matching(wanted.q)
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.archived is not None:
        found = found.filter(archived__isnull=not wanted.archived)
    page = page_of(found, wanted, fields=FIELDS)
    return HttpResponse(to_json(page), content_type="application/json")


@router.post(
    "/experiments",
    response={201: ExperimentOut},
    auth=needs("write"),
    operation_id="create_experiment",
    summary="Create an experiment",
)
@once
def create_experiment(request: Call, new: ExperimentIn, response: HttpResponse) -> object:
    """An experiment without data; add a data source next."""
    made = services.create_experiment(owner=request.user, key=key_of(request), **new.model_dump())
    response["Location"] = f"/api/v1/experiments/{made.pk}"
    return Status(201, experiment_of(request, made.pk))


@router.get(
    "/experiments/{uuid:experiment_id}",
    response={200: ExperimentOut, 304: None},
    auth=needs("read"),
    operation_id="get_experiment",
    summary="Get an experiment",
)
def get_experiment(request: Call, experiment_id: UUID, response: HttpResponse) -> object:
    """Name, question and state of one experiment."""
    found = experiment_of(request, experiment_id)
    etags.unless_known(request, response, found.pk, found.updated, found.state)
    return found


@router.patch(
    "/experiments/{uuid:experiment_id}",
    response=ExperimentOut,
    auth=needs("write"),
    operation_id="change_experiment",
    summary="Change name or question",
)
def change_experiment(request: Call, experiment_id: UUID, change: ExperimentChange) -> object:
    """What is left out stays as it is."""
    found = experiment_of(request, experiment_id)
    services.change_experiment(experiment=found, **change.model_dump(exclude_unset=True))
    return found


@router.delete(
    "/experiments/{uuid:experiment_id}",
    response={204: None},
    auth=needs("admin"),
    operation_id="delete_experiment",
    summary="Delete an experiment",
)
def delete_experiment(request: Call, experiment_id: UUID, how: Query[Deleting]) -> object:
    """With its data, runs and personas, into the bin for 30 days; with `forever=true` at once and for good."""
    found = experiment_of(request, experiment_id)
    if how.forever:
        binning.delete_experiment(experiment=found)
    else:
        binning.move_to_bin(experiment=found, by=request.user)
    return Status(204, None)
