"""What goes in and comes out of the API of experiments; every field is listed by hand."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from persona_web.http.paging import Paging

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Description = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
State = Literal["empty", "reading", "unreadable", "check", "running", "failed", "stopped", "ready"]


class Strict(Schema):
    """Input: what it does not know is refused."""

    model_config = ConfigDict(extra="forbid")


class ExperimentIn(Strict):
    name: Name = Field(examples=["Meal planning"])
    description: Description = Field("", examples=["What makes planning dinners hard?"])


class ExperimentChange(Strict):
    name: Name = Field("", examples=["Meal planning, second round"])
    description: Description = ""


class ExperimentFilter(Paging):
    q: str = Field("", max_length=200, description="Words in the name or the description.")
    state: State | None = Field(None, description="Only experiments in this state.")


class ExperimentOut(Schema):
    id: UUID
    name: str
    description: str
    is_sample: bool
    state: State = Field(
        description="What the newest run says, or else the data: empty, reading, unreadable, check (data is there, no "
        "run yet), running, failed, stopped, ready."
    )
    created: datetime
    updated: datetime
