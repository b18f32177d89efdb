"""Data sources over HTTP: upload, follow the reading, say how a file is written."""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from accounts.api.authentication import Call, needs
from accounts.api.idempotency import happening_once, once, takes_key
from accounts.teams.models import Role
from core.http import etags
from core.http.paging import Page
from core.http.problems import Problem
from core.http.readiness import when_ready
from experiments import files, services, uploads
from experiments.api.finding import experiment_of, ready, source_of
from experiments.api.schemas import DataSourceOut, DialectIn, LinePaging, SkippedPage
from experiments.models import DataSource
from persona.messages import data_error
from persona.reading import DialectChoice
from persona.source import Source

router = Router()

FORM = "multipart/form-data"
RAW = (
    "application/octet-stream",
    "application/json",
    "application/vnd.apache.parquet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/csv",
    "text/markdown",
    "text/plain",
    "text/tab-separated-values",
)
_FILE = {"type": "string", "format": "binary"}
_FILES = {"oneOf": [_FILE, {"type": "array", "items": _FILE, "minItems": 1}]}
# The body goes to the disk as it comes, so no schema of ours reads it first.
BODY = {
    "requestBody": {
        "required": True,
        "content": {
            FORM: {"schema": {"type": "object", "properties": {"file": _FILES}, "required": ["file"]}},
            **{media: {"schema": _FILE} for media in ("application/octet-stream", "text/csv")},
        },
    }
}


@router.post(
    "/experiments/{uuid:experiment_id}/sources",
    response={202: DataSourceOut},
    auth=needs("write"),
    operation_id="upload_source",
    summary="Upload a file",
    openapi_extra=BODY,
)
@takes_key
def upload_source(
    request: Call,
    experiment_id: UUID,
    name: str = Query("data.csv", max_length=files.MAX_NAME, description="The file's own name, for a raw body."),
    add: bool = Query(False, description="Beside the answers that are there, and not in their place."),
) -> object:
    """As a form with `file`, once or several times, or raw with its media type and `?name=`.

    It becomes the data of the experiment, in place of what was there or beside it, and is read next: follow it at
    `Location`. Files that ask most of the same questions are read as waves of one study. Where there are personas,
    answers can be added and not replaced: what was made stays as it is, with its data, and the next run uses all.
    """
    experiment = experiment_of(request, experiment_id)
    take = services.add_upload if add else services.take_upload
    return receive(request, name, lambda upload: accepted(take(experiment=experiment, upload=upload)))


@router.get(
    "/experiments/{uuid:experiment_id}/sources",
    response=Page[DataSourceOut],
    auth=needs("read"),
    operation_id="list_sources",
    summary="List data sources",
)
def list_sources(request: Call, experiment_id: UUID) -> object:
    """The newest first: that is the data. Those before it are kept while runs were made from them."""
    return {"items": list(experiment_of(request, experiment_id).sources.order_by("-created", "-id")), "next": None}


@router.get(
    "/sources/{uuid:source_id}",
    response={200: DataSourceOut, 304: None},
    auth=needs("read"),
    operation_id="get_source",
    summary="Get a data source",
)
def get_source(request: Call, source_id: UUID, response: HttpResponse) -> object:
    """How far reading it is, what was found, or what is wrong with it."""
    source = source_of(request, source_id)
    etags.unless_known(request, response, source.pk, source.status, source.progress, source.attempt)
    if source.is_being_read:
        response["Retry-After"] = "1"
    return source


@router.post(
    "/sources/{uuid:source_id}/reread",
    response={202: DataSourceOut},
    auth=needs("write"),
    operation_id="reread_source",
    summary="Read the file in another way",
)
@once
def reread_source(request: Call, source_id: UUID, dialect: DialectIn, response: HttpResponse) -> object:
    """The same file with a separator, encoding, sheet or header of your choice. It makes a new data source."""
    source = source_of(request, source_id)
    if source.is_being_read:
        raise data_error("not_read_yet")
    made = services.reread(source=source, dialect=DialectChoice(**dialect.model_dump()))
    response["Location"] = f"/api/v1/sources/{made.pk}"
    return Status(202, made)


@router.get(
    "/sources/{uuid:source_id}/skipped",
    response=SkippedPage,
    auth=needs("read", Role.EDITOR),
    operation_id="list_skipped",
    summary="List lines that could not be read",
)
@router.get(
    "/sources/{uuid:source_id}/left-out",
    response=SkippedPage,
    auth=needs("read", Role.EDITOR),
    operation_id="list_left_out",
    summary="The old name of “List lines that could not be read”",
    deprecated=True,
)
@when_ready
def list_skipped(request: Call, source_id: UUID, wanted: Query[LinePaging]) -> object:
    """Every line that could not be read, with the reason, in the order of the file."""
    source = ready(source_of(request, source_id))
    found = []
    for left in Source(files.source(source.experiment_id, source.pk)).skipped_lines():
        if left.line > wanted.after:
            found.append(left)
        if len(found) > wanted.limit:
            break
    items = found[: wanted.limit]
    return {"items": items, "next": items[-1].line if len(found) > wanted.limit else None}


def receive(request: Call, name: str, take: Any) -> HttpResponse:
    """The file in the body, to the disk and then to `take`; once, where the request has a key."""
    if (problem := uploads.announced_too_large(request)) is not None:
        raise problem
    handler = uploads.ToDisk(request)
    try:
        upload = _arrived(request, name, handler)
        fingerprint = hashlib.sha256(f"{upload.sha256} {upload.name}".encode()).hexdigest()
        return happening_once(request, fingerprint, lambda: take(upload))
    finally:
        handler.discard()


def _arrived(request: HttpRequest, name: str, handler: uploads.ToDisk) -> uploads.Upload:
    if request.content_type == FORM:
        request.upload_handlers = [handler]
        received: list[Any] = request.FILES.getlist("file")
    elif request.content_type in RAW:
        received = [handler.take_raw(request, name)]
    else:
        hint = f"Send a form ({FORM}) with “file”, or the file itself as one of: {', '.join(RAW)}."
        raise Problem(415, "wrong_media_type", "Nobody knows what this body is.", hint=hint)
    return handler.together(received)


def accepted(source: DataSource) -> HttpResponse:
    """202, with where to follow the reading."""
    headers = {"Location": f"/api/v1/sources/{source.pk}"}
    body = DataSourceOut.model_validate(source).model_dump_json()
    return HttpResponse(body, status=202, content_type="application/json", headers=headers)
