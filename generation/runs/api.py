"""Runs over HTTP: start, follow, stop, go on."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from accounts.api.authentication import Call, needs
from accounts.api.idempotency import key_of, once
from core.http import etags
from core.http.paging import Page, page_of
from core.http.problems import Problem, not_found
from experiments.models import Experiment
from generation.runs import services
from generation.runs.drafts import with_columns
from generation.runs.line import line_of
from generation.runs.lookup import experiment_of, mark_of, run_of
from generation.runs.models import Run
from generation.runs.schemas import EventFilter, EventsOut, FollowedRunOut, ResumeQuery, RunFilter, RunIn, RunOut
from persona.models import SegmentationSummary

router = Router()
ASK_AGAIN = "1"  # seconds: a run of a small file is done in a few


@router.get("/runs", response=Page[RunOut], auth=needs("read"), operation_id="list_runs", summary="List runs")
def list_runs(request: Call, wanted: Query[RunFilter]) -> object:
    """Newest first."""
    found = Run.objects.visible_to(request.user).defer("summary")
    if wanted.experiment is not None:
        if not Experiment.objects.visible_to(request.user).filter(pk=wanted.experiment).exists():
            raise not_found()
        found = found.filter(experiment=wanted.experiment)
    return page_of(found.filter(status=wanted.status) if wanted.status else found, wanted)


@router.post(
    "/experiments/{uuid:experiment_id}/runs",
    response={202: RunOut},
    auth=needs("run"),
    operation_id="start_run",
    summary="Start a run",
)
@once
def start_run(request: Call, experiment_id: UUID, wanted: RunIn, response: HttpResponse) -> object:
    """Personas from the data as it is now, with the roles that its columns have now."""
    experiment = experiment_of(request, experiment_id)
    config = with_columns(wanted.model_dump(exclude={"notify"}), experiment.source)
    run = services.start_run(
        experiment=experiment, config=config, notify=wanted.notify, request_key=str(key_of(request)), by=request.user
    )
    return accepted(run, response)


@router.get(
    "/runs/{uuid:run_id}",
    response={200: FollowedRunOut, 304: None},
    auth=needs("read"),
    operation_id="get_run",
    summary="Follow a run",
)
def get_run(request: Call, run_id: UUID, response: HttpResponse) -> object:
    """Ask again after `Retry-After` seconds with the `ETag` of last time: 304 says that nothing has changed."""
    run = run_of(request, run_id)
    if not run.is_finished:
        response["Retry-After"] = ASK_AGAIN
    line = line_of(run)
    etags.unless_known(request, response, run.pk, run.mark, line.place if line else 0)
    return run


@router.get(
    "/runs/{uuid:run_id}/events",
    response={200: EventsOut, 304: None},
    auth=needs("read"),
    operation_id="list_events",
    summary="List the events of a run",
)
def list_events(request: Call, run_id: UUID, wanted: Query[EventFilter], response: HttpResponse) -> object:
    """Those after the last one that you have, in order; with the same names as in the library and in webhooks."""
    run = mark_of(request, run_id)
    if not run.is_finished:
        response["Retry-After"] = ASK_AGAIN
    etags.unless_known(request, response, run.pk, run.mark, wanted.after, wanted.limit)
    found = list(run.events.filter(number__gt=wanted.after).order_by("number")[: wanted.limit])
    last = found[-1].number if found else wanted.after
    return {"items": found, "next": last, "is_finished": run.is_finished and last >= run.version}


@router.post(
    "/runs/{uuid:run_id}/cancel",
    response={202: RunOut},
    auth=needs("run"),
    operation_id="cancel_run",
    summary="Stop a run",
)
def cancel_run(request: Call, run_id: UUID, response: HttpResponse) -> object:
    """It ends as soon as its worker looks; finished personas stay. A run that has ended stays as it is."""
    services.cancel_run(run=run_of(request, run_id))
    return accepted(run_of(request, run_id), response)


@router.post(
    "/runs/{uuid:run_id}/resume",
    response={202: RunOut},
    auth=needs("run"),
    operation_id="resume_run",
    summary="Go on with a run",
)
def resume_run(request: Call, run_id: UUID, changed: Query[ResumeQuery], response: HttpResponse) -> object:
    """From the steps it has saved, with more money or another writer if you like; only if it failed or was stopped."""
    run = run_of(request, run_id)
    if not services.resume_run(run=run, by=request.user, **changed.model_dump(exclude_none=True)):
        raise Problem(
            409, "not_resumable", f"This run is {run.status}.", hint="Only one that failed or was cancelled can go on."
        )
    return accepted(run_of(request, run_id), response)


@router.get(
    "/runs/{uuid:run_id}/segmentation",
    response={200: SegmentationSummary, 304: None},
    auth=needs("read"),
    operation_id="get_segmentation",
    summary="Get the groups of a run",
)
def get_segmentation(request: Call, run_id: UUID, response: HttpResponse) -> object:
    """How many groups there are and why, what each column did, and a map of people."""
    found = Run.objects.visible_to(request.user).filter(pk=run_id).values_list("version", "summary").first()
    if found is None or found[1] is None:
        raise not_found()
    etags.unless_known(request, response, run_id, found[0])
    return SegmentationSummary.model_validate(found[1])


def accepted(run: Run, response: HttpResponse) -> Status[Run]:
    """202, with where to follow the run."""
    response["Location"] = f"/api/v1/runs/{run.pk}"
    response["Retry-After"] = ASK_AGAIN
    return Status(202, run)
