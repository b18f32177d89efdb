"""Generate over HTTP: a file goes in, a run comes out; one call for scripts."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse
from ninja import Query, Router

import experiments.services
from accounts.api.authentication import Call, needs
from accounts.api.idempotency import key_of, takes_key
from experiments.api.sources import BODY, receive
from experiments.files import label
from experiments.uploads import Upload
from generation.runs import services
from generation.runs.api import ASK_AGAIN
from generation.runs.models import Run
from generation.runs.schemas import GenerateQuery, RunOut
from persona.models import PersonaConfig

router = Router()


@router.post(
    "/generate",
    response={202: RunOut},
    auth=needs("run"),
    operation_id="generate",
    summary="Upload and run in one call",
    openapi_extra=BODY,
)
@takes_key
def generate(request: Call, wanted: Query[GenerateQuery]) -> object:
    """As a form with `file`, or raw with its media type and `?name=`; settings are in the query.

    Makes an experiment, and a run that begins once the file has been read: follow it at `Location`. A file that cannot
    be used ends the run with the reason.
    """
    return receive(request, wanted.name, lambda upload: _accepted(_start(request, upload, wanted)))


@transaction.atomic
def _start(request: Call, upload: Upload, wanted: GenerateQuery) -> Run:
    key = key_of(request)
    if known := Run.objects.visible_to(request.user).filter(experiment=key, request_key=str(key)).first():
        return known
    name = wanted.experiment.strip() or label(upload.name or "")
    experiment = experiments.services.create_experiment(owner=request.user, key=key, name=name)
    services.check_room(experiment, request.user)  # before the file moves to where it stays
    experiments.services.take_upload(experiment=experiment, upload=upload)
    config = PersonaConfig(**wanted.model_dump(exclude={"name", "experiment", "notify"}))
    return services.start_run_when_read(
        experiment=experiment, config=config, notify=wanted.notify, request_key=str(key), by=request.user
    )


def _accepted(run: Run) -> HttpResponse:
    headers = {"Location": f"/api/v1/runs/{run.pk}", "Retry-After": ASK_AGAIN}
    body = RunOut.model_validate(run).model_dump_json()
    return HttpResponse(body, status=202, content_type="application/json", headers=headers)
