"""Results over HTTP: as files, and compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router

from accounts.api.authentication import Call, needs
from accounts.audit.services import record
from core.http import etags
from core.http.problems import Problem
from core.http.readiness import when_ready
from generation.personas.compare.found import beside, changes
from generation.personas.exports import download_headers
from generation.personas.kept_output import output_of
from generation.personas.pictures import dressed
from generation.runs.lookup import finished_run_of
from generation.runs.models import Run
from persona.comparing import Comparison, RunComparison, WhatChanged, compare_runs
from persona.exporting.choosing import Choice, Chosen
from persona.exporting.formats import FORMATS, FormatId, export_run, listed
from persona.messages import hint, sentence
from persona.outputs import Output

router = Router()

PersonaNumbers = Annotated[Sequence[int], Query(description="Numbers of personas; none named: all of them.")]
WithQuotes = Annotated[bool, Query(description="With people's words as they stand in the data.")]
WithNames = Annotated[bool, Query(description="With invented first names, where a persona has a label too.")]
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
def export_a_run(
    request: Call,
    run_id: UUID,
    kind: FormatId,
    response: HttpResponse,
    persona: PersonaNumbers = (),
    quotes: WithQuotes = True,
    names: WithNames = True,
) -> object:
    run = finished_run_of(request, run_id)
    choice = Choice(personas=tuple(persona), quotes=quotes, names=names)
    asked = (kind, choice.model_dump_json())
    tag = etags.unless_known(request, response, run.pk, run.version, run.edited, run.experiment.team.look, *asked)
    data = export_run(Chosen(_output(run), choice), kind, look=dressed(run))
    record("exported", team=run.experiment.team_id, about=run, format=kind)
    name = FORMATS[kind].download(run.experiment.name, run.number, run.finished and run.finished.date())
    headers = {"ETag": tag} | download_headers(name)
    return HttpResponse(data, content_type=FORMATS[kind].media, headers=headers)


@router.get(
    "/runs/{uuid:run_id}/comparison",
    response={200: Comparison, 304: None},
    auth=needs("read"),
    operation_id="compare_personas",
    summary="Compare the personas of a run",
)
@when_ready
def compare_personas(request: Call, run_id: UUID, response: HttpResponse, persona: PersonaNumbers = ()) -> object:
    """Side by side: statements, counts of each beside the others with where one stands apart, and what they share."""
    run = finished_run_of(request, run_id)
    etags.unless_known(request, response, run.pk, run.version, run.edited, *sorted(set(persona)))
    _output(run)
    return beside(run, persona)


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
    first, second = _two_runs(request, run_id, other_id, response)
    return compare_runs(_output(first), _output(second))


@router.get(
    "/runs/{uuid:run_id}/changes/{uuid:other_id}",
    response={200: WhatChanged, 304: None},
    auth=needs("read"),
    operation_id="what_changed",
    summary="Tell what changed between two runs",
)
@when_ready
def what_changed_between(request: Call, run_id: UUID, other_id: UUID, response: HttpResponse) -> object:
    """Two waves or files of one study: groups grown, new and gone, answers that rose and fell, with how sure it is."""
    first, second = _two_runs(request, run_id, other_id, response)
    _output(first)
    _output(second)
    return changes(first, second)


def _two_runs(request: Call, run_id: UUID, other_id: UUID, response: HttpResponse) -> tuple[Run, Run]:
    """Two finished runs that are set side by side; whoever knows what they are now is told that nothing changed."""
    first, second = finished_run_of(request, run_id), finished_run_of(request, other_id)
    etags.unless_known(request, response, *((run.pk, run.version, run.edited) for run in (first, second)))
    return first, second


def _output(run: Run) -> Output:
    """The run as the library keeps it.

    Raises:
        Problem: (409) its folder has gone; the rows in the database can still be read.
    """
    if (output := output_of(run)) is None:
        raise Problem(409, "files_gone", sentence("files_gone"), hint=hint("files_gone"))
    return output
