"""What the API says of teams."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from persona.models import Sections

RoleName = Literal["owner", "editor", "viewer"]


class TeamOut(Schema):
    """A team that the token looks into."""

    id: UUID
    name: str
    role: RoleName = Field(description="What the token's owner may do there: owner, editor or viewer.")
    created: datetime


class TeamsOut(Schema):
    items: list[TeamOut]


class MemberOut(Schema):
    """A person in the team."""

    name: str
    email: str
    role: RoleName
    joined: datetime


class MembersOut(Schema):
    items: list[MemberOut]


class LookOut(Schema):
    """How the team's personas look on pages, behind links and in files."""

    titles: str = Field(description='The colour of titles, "#7a1f5c"; "": ours.')
    lines: str = Field(description="The colour of lines, likewise.")
    titles_on_paper: str = Field(description="As it is shown on light pages and on paper, where it can be read.")
    lines_on_paper: str
    logo: str = Field(description='A PNG file in Base64; "": none.')
    sections: Sections = Field(description="Which sections of personas are shown, and in which order.")


class LookIn(Schema):
    """What is left out stays as it is."""

    model_config = ConfigDict(extra="forbid")

    titles: str | None = Field(None, max_length=40)
    lines: str | None = Field(None, max_length=40)
    logo: str | None = Field(
        None,
        max_length=1_000_000,
        description='A picture (PNG, JPEG, WebP or GIF) in Base64, at most 1 MB, drawn anew; "": without a logo.',
    )
    sections: Sections | None = Field(None, description="Sections of personas; without any order or hidden one: ours.")
