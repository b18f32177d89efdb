"""The segments and how far to believe them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from persona.models.base import Frozen


class CountTried(Frozen):
    """One number of groups that was tried, and what spoke for it."""

    count: int
    shared_bits: float = Field(description="Bits a row that blocks of answers tell about groups formed by the others.")
    agreement: float = Field(description="Mean adjusted Rand index between fits of random halves.")


class ColumnUse(Frozen):
    """What grouping did with one column, and why."""

    name: str
    used: bool
    bits: float | None = Field(default=None, description="Bits a row it tells about the groups made by the others.")
    reason: str


class Segment(Frozen):
    """One group of people: its number, how many they are, and their share of all (0 to 1)."""

    index: int = Field(description="From 1, largest first; merged and split segments stay in their place.")
    size: int
    share: float
    name: str | None = Field(default=None, description="What people called it.")


class MapPoint(Frozen):
    """One person's place on the map of people."""

    row: int
    segment: int
    x: float = Field(description="-1 to 1; the directions mean nothing.")
    y: float


class SegmentationSummary(Frozen):
    """The groups and how far to believe them; assignments by row are in `Segmentation`."""

    segments: tuple[Segment, ...]
    strength: Literal["clear", "weak", "none"]
    reason: str = Field(description="Why this number of groups, in words for people.")
    score: float = Field(description="Shared bits × agreement.")
    null_score: float = Field(description="The same, after shuffling answers between people.")
    agreement: float
    tried: tuple[CountTried, ...] = ()
    columns: tuple[ColumnUse, ...] = ()
    between: int = Field(description="People who could belong to either of two groups (best two within 0.6 : 0.4).")
    one_question: str | None = Field(
        default=None, description="The question that the groups hardly differ from, where they do not."
    )
    map: tuple[MapPoint, ...] = Field(default=(), description="At most 600 people, every segment shown.")
