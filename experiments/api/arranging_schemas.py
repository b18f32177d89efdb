"""What goes in and comes out where experiments are put in order; every field is listed by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from core.http.paging import Paging
from experiments import binning
from experiments.api.schemas import Strict

if TYPE_CHECKING:
    from experiments.models import Experiment


class Deleting(Schema):
    """How to delete."""

    model_config = ConfigDict(extra="forbid")

    forever: bool = Field(False, description="At once and for good, instead of into the bin.")


class DuplicateIn(Strict):
    with_data: bool = Field(False, description="Also copy the file and read it in the same way.")


class SearchFilter(Paging):
    q: str = Field(min_length=1, max_length=200, description="Words; the last letters of each may be left out.")


class FoundLine(Schema):
    kind: Literal["name", "description", "persona", "statement", "quote"]
    text: str
    persona: UUID | None = Field(description="The persona that says it.")
    statement: UUID | None = Field(description="The statement, or the one that the quote stands behind.")


class FoundOut(Schema):
    experiment: UUID
    name: str
    lines: list[FoundLine]


class BinnedOut(Schema):
    id: UUID
    name: str
    binned: datetime = Field(description="When it was deleted.")
    gone: datetime = Field(description="When it goes for good.")

    @staticmethod
    def resolve_gone(experiment: Experiment) -> datetime | None:
        return experiment.binned and experiment.binned + timedelta(days=binning.DAYS)
