"""Samples over HTTP: data to try the service with."""

from __future__ import annotations

from django.http import HttpResponse
from ninja import Router, Status

from accounts.api.authentication import Call, needs
from accounts.api.idempotency import key_of, once
from experiments import services
from experiments.api.finding import experiment_of
from experiments.api.schemas import ExperimentOut, SampleIn, SamplesOut
from persona.samples import SAMPLES

router = Router()


@router.get("/samples", response=SamplesOut, auth=needs("read"), operation_id="list_samples", summary="List samples")
def list_samples(request: Call) -> object:  # noqa: ARG001 -- ninja's signature
    """Surveys that come with the software."""
    return {"items": SAMPLES}


@router.post(
    "/samples",
    response={201: ExperimentOut},
    auth=needs("write"),
    operation_id="create_sample_experiment",
    summary="Create an experiment from a sample",
)
@once
def create_sample_experiment(request: Call, wanted: SampleIn, response: HttpResponse) -> object:
    """An experiment that has data already."""
    made = services.create_sample(owner=request.user, key=key_of(request), sample_key=wanted.sample)
    response["Location"] = f"/api/v1/experiments/{made.pk}"
    return Status(201, experiment_of(request, made.pk))
