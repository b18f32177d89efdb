"""What the API says of teams."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

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
