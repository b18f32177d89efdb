"""Results over HTTP: as files, and compared."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from ninja import Router

from accounts.api.authentication import Call, needs
from core.http import etags
from core.http.problems import Problem
from core.http.readiness import when_ready
from experiments.ingest import library
from generation.runs.lookup import finished_run_of
from generation.runs.models import Run
from persona.comparing import Comparison, RunComparison, compare, compare_runs
from persona.exporting.formats import FORMATS, FormatId, export_run, listed
from persona.outputs import Output

router = Router()

_FILE = {"schema": {"type": "string", "format": "binary"}}
FILES = {
    "responses": {
        200: {
            "description": "The file",
            "content": {
                about.media: {"schema": {}} if about.media == FORMATS["json"].media else _FILE
                for about in FORMATS.values()
            },
        }
    }
}


@router.get(
    "/runs/{uuid:run_id}/exports/{kind}",
    response={200: None, 304: None},
    auth=needs("read"),
    operation_id="export_run",
    summary="Export a result",
    description=f"In the format that you name. {listed()}.",
    openapi_extra=FILES,
)
@when_ready
def export_a_run(request: Call, run_id: UUID, kind: FormatId, response: HttpResponse) -> object:
    run = finished_run_of(request, run_id)
    tag = etags.unless_known(request, response, run.pk, run.version, kind)
    data = export_run(_output(run), kind)
    headers = {
        "ETag": tag,
        "Content-Disposition": f'attachment; filename="{FORMATS[kind].download(run.number)}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(data, content_type=FORMATS[kind].media, headers=headers)


@router.get(
    "/runs/{uuid:run_id}/comparison",
    response={200: Comparison, 304: None},
    auth=needs("read"),
    operation_id="compare_personas",
    summary="Compare the personas of a run",
)
@when_ready
def compare_personas(request: Call, run_id: UUID, response: HttpResponse) -> object:
    """Side by side, and how alike their words are."""
    run = finished_run_of(request, run_id)
    etags.unless_known(request, response, run.pk, run.version)
    return compare(_output(run).result())


@router.get(
    "/runs/{uuid:run_id}/comparison/{uuid:other_id}",
    response={200: RunComparison, 304: None},
    auth=needs("read"),
    operation_id="compare_runs",
    summary="Compare two runs",
)
@when_ready
def compare_two_runs(request: Call, run_id: UUID, other_id: UUID, response: HttpResponse) -> object:
    """How far two runs on the same people put them together alike."""
    first, second = finished_run_of(request, run_id), finished_run_of(request, other_id)
    etags.unless_known(request, response, first.pk, first.version, second.pk, second.version)
    return compare_runs(_output(first), _output(second))


def _output(run: Run) -> Output:
    """The run as the library keeps it.

    Raises:
        Problem: (409) its folder has gone; the rows in the database can still be read.
    """
    experiment = library(run.experiment)
    folder = experiment.path / "runs" / str(run.pk)
    if not folder.is_dir():
        detail = "The files of this run are gone, so it can be read but not exported."
        raise Problem(409, "files_gone", detail, hint="Start a new run with the same settings: it finds the same.")
    return Output(folder, experiment, experiment.run(run.pk))
