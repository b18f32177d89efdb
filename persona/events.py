"""What a run tells while it works; the same names in SDK, database, pages and webhooks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from persona.models import Frozen, GenerationResult, Persona, PersonaConfig, Usage

Stage = Literal["read", "profile", "group", "write", "check"]
STAGES: tuple[Stage, ...] = ("read", "profile", "group", "write", "check")


class Started(Frozen):
    """The run has begun, with these settings, on so many rows."""

    type: Literal["generation.started"] = "generation.started"
    config: PersonaConfig
    rows: int


class Progress(Frozen):
    """`done` of `total` units of this stage; `part` of the next one, 0 to 1; `sizes` once the groups are known."""

    type: Literal["generation.progress"] = "generation.progress"
    stage: Stage
    done: int
    total: int
    part: float = 0.0
    message: str = ""
    sizes: tuple[int, ...] = ()


class PersonaCreated(Frozen):
    """One persona is written; the others may follow."""

    type: Literal["persona.created"] = "persona.created"
    persona: Persona
    resumed: bool = Field(default=False, description="True: kept from an earlier attempt, nothing written again.")


class UsageUpdated(Frozen):
    """What the run has used of a model so far, in all its attempts."""

    type: Literal["usage.updated"] = "usage.updated"
    usage: Usage


class Completed(Frozen):
    """The run has come to its end; the last event."""

    type: Literal["generation.completed"] = "generation.completed"
    result: GenerationResult


class Failed(Frozen):
    """The run ended early: why, what to do now, and whether to try again may help; the last event."""

    type: Literal["generation.failed"] = "generation.failed"
    code: str
    message: str
    hint: str = ""
    retryable: bool = False


Event = Annotated[Started | Progress | PersonaCreated | UsageUpdated | Completed | Failed, Field(discriminator="type")]
