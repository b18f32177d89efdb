"""Edits over HTTP: what people did to a result, one more, and back again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from accounts.api.authentication import Call, needs
from accounts.api.idempotency import once
from core.http import etags
from generation.edits.finding import in_data
from generation.edits.models import EditEntry
from generation.edits.services import Made, edit
from generation.personas.pictures import keep_picture
from generation.runs.lookup import run_of
from persona import edits as do
from persona.exporting.pictures import from_base64
from persona.messages import edit_error

if TYPE_CHECKING:
    from generation.runs.models import Run

router = Router()


class EditIn(Schema):
    """An edit to be made."""

    model_config = ConfigDict(extra="forbid")

    action: do.Action = Field(examples=[{"type": "hide_statement", "statement": "1-goal-2"}])
    expects: str | None = Field(
        None,
        max_length=100,
        description='The last edit of the same thing that you have seen, "" for none: a later one is a conflict (409).',
    )


class PictureIn(Schema):
    """A picture that somebody brings."""

    model_config = ConfigDict(extra="forbid")

    picture: str = Field(max_length=1_000_000, description="PNG, JPEG, WebP or GIF in Base64, at most 1 MB.")


class PictureOut(Schema):
    """What an edit calls it."""

    portrait: str


class EditOut(Schema):
    """One edit of the log, and what became of it."""

    id: UUID
    sequence: int = Field(description="1, 2, 3 … within the run.")
    persona: int | None
    action: do.Action
    who: str
    when: datetime
    state: Literal["applied", "undone", "not_applied"]
    sentence: str = Field(description='What was done: "hid a statement". After the name of who did it.')
    before: str = Field(description="What was there.")
    after: str
    problem: str = Field(description="Why it does not apply any more.")
    undone: do.Stamp | None = Field(description="Who took it back.")


class EditFilter(Schema):
    model_config = ConfigDict(extra="forbid")

    after: int = Field(0, ge=0, le=2_000_000_000, description="The number of the last edit that you have.")
    limit: int = Field(100, ge=1, le=500)


class EditsOut(Schema):
    items: list[EditOut]
    next: int = Field(description="What to send as `after` the next time.")


@router.get(
    "/runs/{uuid:run_id}/edits",
    response={200: EditsOut, 304: None},
    auth=needs("read"),
    operation_id="list_edits",
    summary="List the edits of a result",
)
def list_edits(request: Call, run_id: UUID, wanted: Query[EditFilter], response: HttpResponse) -> object:
    """What people did to it, in the order of the log; a generated result never changes."""
    run = run_of(request, run_id)
    etags.unless_known(request, response, run.pk, run.edited, wanted.after, wanted.limit)
    found = list(EditEntry.objects.filter(run=run, sequence__gt=wanted.after)[: wanted.limit])
    return {"items": list(map(_told, found)), "next": found[-1].sequence if found else wanted.after}


@router.post(
    "/runs/{uuid:run_id}/edits",
    response={201: EditOut},
    auth=needs("write"),
    operation_id="edit_result",
    summary="Edit a result",
)
@once
def edit_result(request: Call, run_id: UUID, wanted: EditIn) -> object:
    """Rename, rewrite, hide, pin, move, count quotes … From now on all pages, exports and answers have it."""
    action = _from_data(run_of(request, run_id), wanted.action)
    return _answer(edit(request.user, run_id, action, expects=wanted.expects))


@router.post(
    "/runs/{uuid:run_id}/pictures",
    response={201: PictureOut},
    auth=needs("write"),
    operation_id="keep_picture",
    summary="Bring a picture for a persona",
)
@once
def bring_picture(request: Call, run_id: UUID, wanted: PictureIn) -> object:
    """It is drawn anew as a square; an edit `choose_portrait` with the name that is answered gives it to a persona."""
    run = run_of(request, run_id)
    return Status(201, {"portrait": keep_picture(run.experiment, from_base64(wanted.picture))})


@router.post(
    "/runs/{uuid:run_id}/edits/{uuid:edit_id}/undo",
    response={201: EditOut},
    auth=needs("write"),
    operation_id="undo_edit",
    summary="Undo an edit",
)
@once
def undo_edit(request: Call, run_id: UUID, edit_id: UUID) -> object:
    """Takes back this one and keeps the later ones; to undo an undoing does it again."""
    get_object_or_404(EditEntry, run=run_of(request, run_id), pk=edit_id)
    return _answer(edit(request.user, run_id, do.Reverted(edit=str(edit_id))))


def _answer(made: Made) -> Status[dict[str, Any]]:
    """The edit that was made.

    Raises:
        EditConflict: somebody else was quicker.
    """
    if made.conflict is not None:
        raise made.conflict
    return Status(201, _told(made.entry))


def _told(entry: EditEntry) -> dict[str, Any]:
    told = {name: entry.told[name] for name in ("who", "when", "state", "sentence", "before", "after", "undone")}
    rest = {"problem": entry.told["problem"], "action": entry.edit["action"]}
    return {"id": entry.pk, "sequence": entry.sequence, "persona": entry.persona} | told | rest


def _from_data(run: Run, action: do.Action) -> do.Action:
    """The action with quotes as they stand in the data: nobody makes up what people said.

    Raises:
        EditError: such words do not stand there; or a whole persona was handed in.
    """
    if isinstance(action, do.SplitPersona) or (isinstance(action, do.MergePersonas) and action.made is not None):
        raise edit_error("edit_handed_in")
    if isinstance(action, do.AddStatement):
        return action.model_copy(update={"quotes": tuple(in_data(run, quote) for quote in action.quotes)})
    if isinstance(action, do.CountQuote):
        return action.model_copy(update={"quote": in_data(run, action.quote)})
    return action
