"""What goes in and comes out of the API of runs and personas; every field is listed by hand."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from core.http.paging import Paging
from core.lengths import longest
from experiments.files import MAX_NAME
from experiments.models import Experiment
from generation.billing.models import BudgetEntry
from generation.runs.line import Line, line_of
from generation.runs.models import Run
from persona.edits import Note, OwnField, Stamp
from persona.kinds import StatementKind
from persona.models import Asked, ColumnChoice, Edit, Evidence, Fact, GroupCount, Quality, Standing, Usage, Verdict
from persona.models.brought import MOST_BROUGHT, BroughtPersona
from persona.run_states import RunState
from persona.segments import SegmentationPreview

Model = Annotated[str, StringConstraints(pattern=r"^(builtin|[a-z]+:\S+)$", max_length=longest(BudgetEntry, "model"))]
Strength = Literal["strong", "clear", "weak"]


class Strict(Schema):
    """Input: what it does not know is refused."""

    model_config = ConfigDict(extra="forbid")


# -- runs ------------------------------------------------------------------------------------------


class Settings(Strict):
    """Settings of a run; what is left out is as on a new run's page."""

    count: int | None = Field(None, ge=1, le=12, description="Null: chosen from the data.", examples=[3])
    model: Model = Field("builtin", description="`builtin`, or a model of GET /models.", examples=["builtin"])
    detail: Literal["short", "standard", "deep"] = "standard"
    budget_usd: float | None = Field(None, ge=0, le=10_000, description="What a model may cost at most.")
    seed: int = Field(0, ge=0, le=2**32 - 1)
    redact: bool = Field(True, description="Mask personal data before grouping, quoting and sending.")
    verify: bool = Field(False, description="A second call judges every statement of a model by its quotes.")
    template: Literal["ux", "marketing", "product", "healthcare"] | None = None


class RunIn(Settings):
    notify: bool = Field(False, description="Send a mail at the end.")


class ResumeQuery(Strict):
    """What is different from now on; what is left out stays as it was, and written personas stay."""

    budget_usd: float | None = Field(None, ge=0, le=10_000, description="What a model may cost at most, in all.")
    model: Model | None = Field(None, description="`builtin`, or another model, writes the personas that are missing.")


class NotifyIn(Strict):
    notify: bool = Field(False, description="Send a mail at the end.")


class GenerateQuery(RunIn):
    name: str = Field("data.csv", max_length=MAX_NAME, description="The file's own name, for a raw body.")
    experiment: str = Field(
        "", max_length=Experiment.longest("name"), description="The experiment's name; else the file's."
    )


class RunFilter(Paging):
    status: RunState | None = None
    experiment: UUID | None = Field(None, description="Only runs of this experiment.")


class ErrorOut(Schema):
    """Why a run ended early."""

    code: str
    message: str
    hint: str
    retryable: bool = False


class ConfigOut(Schema):
    """The settings of a run as they are used."""

    count: int | None
    model: str
    detail: str
    budget_usd: float | None
    seed: int
    redact: bool
    verify: bool = False
    template: str | None = None
    columns: dict[str, ColumnChoice] = Field({}, description="Roles that people chose, by column.")


class LineOut(Schema):
    """Where a run stands that waits for a worker."""

    place: int = Field(description="1: it is the next.")
    waiting: int = Field(description="Runs that wait in the same line.")
    starts: datetime | None = Field(description="About then, by how long the last runs took; null: not known.")


class RunOut(Schema):
    id: UUID
    experiment: UUID = Field(alias="experiment_id")
    number: int = Field(description="1, 2, 3 … within the experiment.")
    status: RunState
    stage: str = Field(description="read, profile, group, write, check; empty before the first.")
    percent: int
    sizes: list[int] = Field(description="People in each group, once the groups are known.")
    rows: int
    events: int = Field(alias="version", description="Number of the newest event.")
    config: ConfigOut
    quality: Quality | None
    verdict: Verdict | None
    usage: Usage | None
    warnings: list[str]
    error: ErrorOut | None
    is_stopping: bool = Field(alias="cancel_requested")
    created: datetime
    started: datetime | None
    finished: datetime | None


class FollowedRunOut(RunOut):
    """One run, with what takes a look at others."""

    line: LineOut | None = Field(description="While it waits for a worker: teams take turns.")

    @staticmethod
    def resolve_line(run: Run) -> Line | None:
        return line_of(run)


# -- segments --------------------------------------------------------------------------------------


class EditsIn(Strict):
    edits: list[Edit] = Field(
        min_length=1,
        max_length=50,
        description="One after the other: numbers are those that the edits before left.",
        examples=[[{"type": "rename", "segment": 1, "name": "Sunday planners"}]],
    )


class SegmentsOut(Schema):
    """Groups of people before personas are written."""

    id: UUID
    experiment: UUID = Field(alias="experiment_id")
    status: Literal["waiting", "working", "ready", "failed"]
    config: ConfigOut
    edits: list[Edit]
    found: SegmentationPreview | None = Field(description="Once they are ready; while they are changed, as they were.")
    error: ErrorOut | None
    created: datetime


# -- placing people ----------------------------------------------------------------------------------


class PeopleIn(Strict):
    people: list[dict[str, str]] = Field(
        min_length=1, max_length=1_000, description="By the name of a column: its cell.", examples=[[{"Rating": "4"}]]
    )


class BroughtIn(Strict):
    personas: list[BroughtPersona] = Field(
        min_length=1,
        max_length=MOST_BROUGHT,
        description="Personas that were made elsewhere.",
        examples=[[{"name": "Planner", "answers": {"How often do you plan?": "Every week"}, "says": ["I plan ahead"]}]],
    )


# -- events ----------------------------------------------------------------------------------------


class EventFilter(Strict):
    after: int = Field(0, ge=0, le=2_000_000_000, description="The number of the last event that you have.")
    limit: int = Field(100, ge=1, le=500)


class EventOut(Schema):
    number: int
    type: str = Field(examples=["persona.created"])
    payload: dict[str, Any]
    created: datetime


class EventsOut(Schema):
    items: list[EventOut]
    next: int = Field(description="What to send as `after` the next time.")
    is_finished: bool = Field(description="Whether no more can come.")


# -- personas --------------------------------------------------------------------------------------


class StatementEdited(Schema):
    """What people made of a statement; what is null or empty they left alone."""

    changed: Stamp | None = Field(default=None, description="The last change of its text, kind or quotes.")
    before: str | None = Field(default=None, description="Its words as they were generated.")
    pinned: Stamp | None = None
    hidden: Stamp | None = None
    judgement: Literal["right", "wrong"] | None = None
    judged: Stamp | None = None
    notes: list[Note] = Field(default=[])


class PersonaEdited(Schema):
    """What people made of a persona beside its words."""

    picture: str | None = None
    rewritten: list[Literal["label", "name", "tagline", "summary"]] = Field(default=[])
    fields: list[OwnField] = Field(default=[])
    notes: list[Note] = Field(default=[])
    approved: Stamp | None = None
    locked: Stamp | None = None
    hidden: Stamp | None = None
    groups: list[int] = Field(default=[], description="The generated personas it stands for, where those are others.")


class StatementOut(Schema):
    """One claim; its text opens onto `evidence`."""

    id: UUID
    key: str = Field("", description="Its id in the result: what edits call it.")
    edited: StatementEdited
    kind: StatementKind
    text: str
    origin: str
    strength: Strength
    support: int = Field(description="People of the segment who say something like this: a floor.")
    base: int = Field(description="People of the segment who answered this kind of question.")
    mentions: int | None
    topic: str | None
    note: str = Field(description="The count in words.")
    evidence: list[Evidence]
    question: str | None = Field(default=None, description="Counted: what was asked.")
    option: str | None = Field(default=None, description="Counted: the answer whose share is told.")
    asked: list[Asked] = Field(default=[], description="Counted: where the answers stand; several: their mean.")
    columns: list[str] = Field(default=[], description="The columns of `asked`.", deprecated=True)
    share: float | None = Field(default=None, description="Counted: `support` of `base`, 0 to 1.")
    everyone_share: float | None = None
    mean: float | None = Field(default=None, description="Counted: plain mean.")
    everyone_mean: float | None = None
    everyone_base: int | None = Field(default=None, description="Counted: people of all groups who answered.")
    standing: Standing | None = Field(default=None, description="Counted: sets apart, or is simply big.")
    effect: float | None = None
    groups: list[GroupCount] = Field(default=[], description="Counted: the same of every persona.")


class PersonaBrief(Schema):
    """One persona without its statements."""

    id: UUID
    run: UUID = Field(alias="run_id")
    position: int
    name: str
    label: str = Field(default="", description="What most of its people answer, and no other persona's.")
    tagline: str
    summary: str
    size: int
    share: float
    warnings: list[str]


class PersonasOut(Schema):
    items: list[PersonaBrief]


class PersonaOut(PersonaBrief):
    """One persona with the words behind everything it says."""

    facts: list[Fact]
    quotes: list[Evidence]
    edited: PersonaEdited
    statements: list[StatementOut]


class StatementFilter(Strict):
    kind: StatementKind | None = None
    strength: Strength | None = None


class StatementsOut(Schema):
    items: list[StatementOut]


# -- money and models ------------------------------------------------------------------------------


class MonthOut(Schema):
    month: str = Field(examples=["2026-11"])
    runs: int
    personas: int
    requests: int
    input_tokens: int
    output_tokens: int
    cost_usd: float = Field(description="What is known of the cost.")
    unpriced_runs: int = Field(description="Runs whose price nobody knows.")


class UsageFilter(Strict):
    months: int = Field(12, ge=1, le=120)


class UsageOut(Schema):
    items: list[MonthOut]
    left_usd: float = Field(description="What is left this month of what the operator's keys allow you.")


class ModelOut(Schema):
    name: str = Field(description="What a run's `model` says.", examples=["builtin"])
    label: str
    provider: str
    is_ready: bool = Field(description="Whether there is a key or none is needed.")
    is_private: bool = Field(description="Nothing leaves this installation.")
    payer: Literal["nobody", "own", "operator"] | None


class ModelsOut(Schema):
    items: list[ModelOut]
