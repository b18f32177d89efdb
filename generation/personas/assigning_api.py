"""Placing people over HTTP: new answers among the personas of a run, and the few questions that place people best."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from ninja import Router

from accounts.api.authentication import Call, needs
from core.http import etags
from core.http.readiness import when_ready
from generation.personas.assigning import finished
from generation.runs.lookup import finished_run_of
from generation.runs.schemas import BroughtIn, PeopleIn
from persona.models.assigning import Assigned, ShortForm
from persona.models.brought import BroughtPlaces

router = Router()


@router.get(
    "/runs/{uuid:run_id}/short-form",
    response={200: ShortForm, 304: None},
    auth=needs("read"),
    operation_id="get_short_form",
    summary="Get the questions that place people best",
)
@when_ready
def get_short_form(request: Call, run_id: UUID, response: HttpResponse) -> object:
    """Five to eight, with their options and how many people they place right, tried on people left out."""
    run = finished_run_of(request, run_id)
    etags.unless_known(request, response, run.pk, run.version)
    return finished(run).short_form()


@router.post(
    "/runs/{uuid:run_id}/assignments",
    response=Assigned,
    auth=needs("run"),
    operation_id="assign_people",
    summary="Place new people",
)
@when_ready
def assign_people(request: Call, run_id: UUID, wanted: PeopleIn) -> object:
    """Each is a mapping from the name of a column of the study to its cell; what is left out was not answered."""
    return finished(finished_run_of(request, run_id)).assign(wanted.people)


@router.post(
    "/runs/{uuid:run_id}/own-personas",
    response=BroughtPlaces,
    auth=needs("run"),
    operation_id="place_among_own",
    summary="Place people among personas of your own",
)
@when_ready
def place_among_own(request: Call, run_id: UUID, wanted: BroughtIn) -> object:
    """The people of the run among personas that were made elsewhere; nothing of it is kept."""
    return finished(finished_run_of(request, run_id)).place_among(wanted.personas)
