"""What goes in and comes out of the API of experiments; every field is listed by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from core.http.paging import Paging
from experiments.models import Experiment
from experiments.states import ExperimentState
from persona.dialects import EncodingId
from persona.inspecting import Inspection
from persona.models import Column, ColumnChoice, Problem, QuestionChoice, SkippedLine

if TYPE_CHECKING:
    from experiments.models import DataSource

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=Experiment.longest("name"))]
Description = Annotated[str, StringConstraints(strip_whitespace=True, max_length=Experiment.longest("description"))]


class Strict(Schema):
    """Input: what it does not know is refused."""

    model_config = ConfigDict(extra="forbid")


def _without_defaults(schema: dict[str, Any]) -> None:
    for field in schema["properties"].values():
        field.pop("default", None)


class Change(Strict):
    """Input: what is left out stays as it is, so no field has a default that a program might send."""

    model_config = ConfigDict(json_schema_extra=_without_defaults)


class ExperimentIn(Strict):
    name: Name = Field(examples=["Meal planning"])
    description: Description = Field("", examples=["What makes planning dinners hard?"])


class ExperimentChange(Change):
    name: Name = Field("", examples=["Meal planning, second round"])
    description: Description = ""


class ExperimentFilter(Paging):
    q: str = Field("", max_length=200, description="Words in the name, the description, statements or quotes.")
    state: ExperimentState | None = Field(None, description="Only experiments in this state.")
    archived: bool | None = Field(None, description="Only those in the archive, or only the others.")


class ExperimentOut(Schema):
    id: UUID
    team: UUID = Field(description="The team that it belongs to.")
    name: str
    description: str
    is_sample: bool
    state: ExperimentState = Field(
        description="What the newest run says, or else the data: empty, reading, unreadable, check (data is there, no "
        "run yet), running, failed, stopped, ready."
    )
    archived: datetime | None = Field(None, description="When it was put into the archive; null: it is not there.")
    created: datetime
    updated: datetime

    @staticmethod
    def resolve_team(experiment: Any) -> UUID:
        return cast("UUID", experiment.team_id)


# -- data sources ----------------------------------------------------------------------------------


class DialectIn(Strict):
    """How a file is written; what is left out is found out."""

    delimiter: str | None = Field(
        None, min_length=1, max_length=1, description="What stands between cells.", examples=[";"]
    )
    encoding: EncodingId | None = None
    sheet: str | None = Field(None, max_length=200, description="Workbooks: which sheet.")
    header: bool | None = Field(None, description="Whether the first row holds column names.")


class FaultOut(Schema):
    """Why a file cannot be used, and how to mend it."""

    code: str
    message: str
    hint: str
    problems: list[Problem] = Field([], description="Line by line.")


class ReadingOut(Schema):
    """How a file was understood."""

    kind: str
    encoding: str
    encoding_how: str
    delimiter: str
    header_line: int | None
    sheet: str | None
    sheets: list[str]
    rows: int
    skipped: dict[str, int] = Field(description="How many lines could not be read, by code.")
    left_out_counts: dict[str, int] = Field(deprecated=True, description="The old name of `skipped`.")
    notes: dict[str, int]

    @staticmethod
    def resolve_skipped(report: Mapping[str, Any]) -> object:
        """Reports that an earlier release has kept have the old name."""
        return report.get("skipped", report.get("left_out_counts"))

    @staticmethod
    def resolve_left_out_counts(report: Mapping[str, Any]) -> object:
        return ReadingOut.resolve_skipped(report)


class DataSourceOut(Schema):
    id: UUID
    experiment: UUID = Field(alias="experiment_id")
    name: str
    bytes: int
    sha256: str
    status: Literal["waiting", "reading", "ready", "failed"]
    progress: int = Field(description="Percent of the file that has been read.")
    rows: int
    skipped_total: int = Field(description="Lines that could not be read.")
    left_out: int = Field(deprecated=True, description="The old name of `skipped_total`.")
    reading: ReadingOut | None = Field(alias="report", description="Once it is ready: how it was understood.")
    error: FaultOut | None = Field(description="When it failed: what is wrong.")
    created: datetime

    @staticmethod
    def resolve_left_out(source: DataSource) -> int:
        return source.skipped_total


class LinePaging(Strict):
    after: int = Field(0, ge=0, le=2_000_000_000, description="`next` of the page before.")
    limit: int = Field(50, ge=1, le=100)


class SkippedPage(Schema):
    items: list[SkippedLine]
    next: int | None = Field(description="What to send as `after` for the next page; null at the end.")


# -- columns and rows ------------------------------------------------------------------------------


class QuestionsIn(Change):
    """What people say of the questions of a file; what is left out stays, null takes it back."""

    answers: dict[str, str] = Field(
        default={},
        max_length=1000,
        examples=[{"scale_direction:q11": "1_is_best"}],
        description='To doubts, by "code:about", or by "code" for all of a kind.',
    )
    questions: dict[str, QuestionChoice] = Field(
        default={},
        max_length=1000,
        examples=[{"q7": {"use": "describe", "options": {"rename": {"1": "Yes"}}}}],
        description="By id.",
    )
    codebook: str = Field(
        default="",
        max_length=1_000_000,
        examples=["question,code,label\nQ1,1,Man\nQ1,2,Woman\n"],
        description="A code book as CSV: what it says of questions that the file has; `questions` goes before it.",
    )


class QuestionsOut(Inspection):
    """A file as it is understood, with what people said of it."""

    answers: dict[str, str] = Field(description="What people answered to doubts.")
    choices: dict[str, QuestionChoice] = Field(description="What they said of questions, by id.")
    changed: int = Field(description="How often it was changed.")


class ColumnsIn(Strict):
    columns: dict[str, ColumnChoice] = Field(
        max_length=1000, examples=[{"City": {"role": "category", "basis": False}}], description="By name."
    )


class ColumnsOut(Schema):
    items: list[Column]


class RowFilter(Strict):
    after: int = Field(0, ge=0, le=2_000_000_000, description="`next` of the page before: a row number.")
    limit: int = Field(50, ge=1, le=100)
    q: str = Field("", max_length=200, description="Text to find, in upper or lower case alike.")
    persona: int | None = Field(None, ge=1, le=12, description="Only the people of this persona of the newest run.")
    column: list[str] = Field([], max_length=1000, description="Only these columns.")


class RowOut(Schema):
    row: int
    source: str
    line: int = Field(description="Physical line in the file.")
    persona: int | None = Field(description="Position of the persona it belongs to, in the newest finished run.")
    cells: dict[str, str]


class RowPage(Schema):
    items: list[RowOut]
    next: int | None = Field(description="What to send as `after` for the next page; null at the end.")


class SampleOut(Schema):
    key: str
    name: str
    description: str
    attribution: str
    rows: int
    columns: int


class SamplesOut(Schema):
    items: list[SampleOut]


class SampleIn(Strict):
    sample: Literal["planning-invented", "r-users"]
