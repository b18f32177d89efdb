"""Shares over HTTP: links of a result, comments on its personas, and what readers think."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from accounts.api.authentication import Call, needs
from accounts.api.idempotency import key_of, once
from accounts.teams.models import Role
from core.http.paging import Page, Paging, page_of
from generation.personas.models import Persona
from generation.runs.lookup import finished_run_of, run_of
from generation.shares import comments, feedback, services
from generation.shares.models import COMMENT_LETTERS, NAME_LETTERS, Comment, ShareLink
from generation.shares.services import DAYS, HOSTS_MOST, MOST_DAYS

router = Router()
Audience = Literal["team", "password", "anyone"]


class LinkIn(Schema):
    """A link to be made."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=NAME_LETTERS, description="Whom it is for, in your own words.")
    audience: Audience = Field("password", description="Who can open it.")
    password: str = Field("", max_length=100, description="For the audience `password`: eight characters or more.")
    days: int = Field(DAYS, ge=1, le=MOST_DAYS, description="After so many days it ends.")
    quotes: bool = Field(True, description="With people's words.")
    names: bool = Field(True, description="With invented first names and portraits.")
    comments: bool = Field(False, description="Readers may comment by a name that they give.")
    downloads: bool = Field(False, description="Readers may save it as a file.")
    hidden: list[str] = Field([], max_length=1000, description="Columns of which nothing is shown, by name.")
    hosts: list[str] = Field([], max_length=HOSTS_MOST, description="Sites that may show it in a frame.")


class LinkOut(Schema):
    """A link. Its address is told once, when it is made."""

    id: UUID
    run: UUID = Field(alias="run_id")
    name: str
    audience: Audience
    quotes: bool
    names: bool
    comments: bool
    downloads: bool
    hidden: list[str]
    hosts: list[str] = Field(description="Origins whose pages may show it in a frame.")
    created: datetime
    expires: datetime
    closed: datetime | None
    is_open: bool
    views: int
    last_seen: datetime | None


class LinkMade(LinkOut):
    """A new link with its address."""

    address: str = Field(description="Where readers open it; keep it, nobody is told again.")
    frame: str = Field(description='Markup that shows it on one of its `hosts`; "" where there is none.')


class CommentIn(Schema):
    """A comment to be made."""

    model_config = ConfigDict(extra="forbid")

    persona: int = Field(ge=1, le=1000, description="The number of the persona.")
    statement: str = Field("", max_length=200, description='The key of one of its statements; "": on all of it.')
    text: str = Field(max_length=COMMENT_LETTERS, description="With @ before a name, that member gets a mail.")


class CommentOut(Schema):
    """What somebody said."""

    id: UUID
    persona: int
    statement: str
    by: str = Field(description="Their name; never an e-mail address.")
    is_of_reader: bool = Field(description="Whether a reader of a link said it.")
    text: str
    created: datetime
    resolved: datetime | None


class JudgedOut(Schema):
    """What readers answered to one sentence about one persona."""

    about: str = Field(description="The construct: credibility, consistency, completeness …")
    sentence: str
    mean: float = Field(description="1 not at all to 7 very much.")
    spread: float = Field(description="Standard deviation of the answers.")


class FeedbackOut(Schema):
    """What readers think of one persona."""

    persona: int
    answers: int
    results: list[JudgedOut] = Field(description="Empty with fewer than three answers: one could know whose they are.")


@router.get(
    "/runs/{uuid:run_id}/shares",
    response=Page[LinkOut],
    auth=needs("read", Role.EDITOR),
    operation_id="list_shares",
    summary="List the links of a result",
)
def list_shares(request: Call, run_id: UUID, wanted: Query[Paging]) -> object:
    """Newest first; those that ended or were closed are among them."""
    return page_of(ShareLink.objects.visible_to(request.user).filter(run=run_of(request, run_id)), wanted)


@router.post(
    "/runs/{uuid:run_id}/shares",
    response={201: LinkMade},
    auth=needs("write"),
    operation_id="create_share",
    summary="Share a result by a link",
)
@once
def create_share(request: Call, run_id: UUID, new: LinkIn, response: HttpResponse) -> object:
    """Readers need no account; they see no raw answers, only what the link shows."""
    run = finished_run_of(request, run_id)
    made = services.share(request.user, run, **new.model_dump(), key=key_of(request))
    response["Location"] = f"/api/v1/shares/{made.link.pk}"
    response["Cache-Control"] = "no-store"
    told = LinkOut.from_orm(made.link).model_dump(by_alias=True)
    return Status(201, {**told, "address": made.address, "frame": made.frame})


@router.get(
    "/shares/{uuid:link_id}",
    response=LinkOut,
    auth=needs("read", Role.EDITOR),
    operation_id="get_share",
    summary="Get a link",
)
def get_share(request: Call, link_id: UUID) -> object:
    """What it shows, and how often it was opened."""
    return _link(request, link_id)


@router.delete(
    "/shares/{uuid:link_id}",
    response={204: None},
    auth=needs("write"),
    operation_id="close_share",
    summary="Close a link",
)
def close_share(request: Call, link_id: UUID) -> object:
    """From the next request on it shows nothing; on the page it can be opened again."""
    services.close(_link(request, link_id))
    return Status(204, None)


@router.get(
    "/runs/{uuid:run_id}/comments",
    response=Page[CommentOut],
    auth=needs("read"),
    operation_id="list_comments",
    summary="List the comments on a result",
)
def list_comments(request: Call, run_id: UUID, wanted: Query[Paging]) -> object:
    """Newest first."""
    found = Comment.objects.visible_to(request.user).filter(run=run_of(request, run_id)).select_related("author")
    return page_of(found, wanted)


@router.post(
    "/runs/{uuid:run_id}/comments",
    response={201: CommentOut},
    auth=needs("write", Role.VIEWER),
    operation_id="create_comment",
    summary="Comment on a persona or a statement",
)
@once
def create_comment(request: Call, run_id: UUID, new: CommentIn) -> object:
    """Everybody in the team can read it."""
    run = run_of(request, run_id)
    persona = get_object_or_404(Persona.objects.visible_to(request.user), run=run, position=new.persona)
    return Status(201, comments.say(request.user, run, persona, new.text, new.statement))


@router.delete(
    "/comments/{uuid:comment_id}",
    response={204: None},
    auth=needs("write", Role.VIEWER),
    operation_id="delete_comment",
    summary="Delete a comment",
)
def delete_comment(request: Call, comment_id: UUID) -> object:
    """One's own; editors also those of others. To viewers those of others are not there."""
    found = get_object_or_404(Comment.objects.visible_to(request.user), pk=comment_id)
    if not comments.may_delete(found, request.user.membership):
        raise Http404
    found.delete()
    return Status(204, None)


@router.get(
    "/runs/{uuid:run_id}/feedback",
    response=list[FeedbackOut],
    auth=needs("read"),
    operation_id="get_feedback",
    summary="What readers think of each persona",
)
def get_feedback(request: Call, run_id: UUID) -> object:
    """By the constructs of the Persona Perception Scale, in our own words."""
    return [_told(result) for result in feedback.results(run_of(request, run_id)).values()]


def _told(result: feedback.Result) -> dict[str, Any]:
    lines = [
        {"about": line.item.key, "sentence": line.item.sentence, "mean": line.mean, "spread": line.spread}
        for line in result.lines
    ]
    return {"persona": result.persona, "answers": result.answers, "results": lines}


def _link(request: Call, link_id: UUID) -> ShareLink:
    return get_object_or_404(ShareLink.objects.visible_to(request.user), pk=link_id)
