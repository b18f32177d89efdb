"""Progress: a run as its page tells it while it works, and when it stopped early."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from core import figures
from generation.billing.usage import Cost
from generation.runs import stages
from generation.runs.line import line_of
from generation.runs.models import Run
from persona.models import PersonaConfig

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generation.personas.models import Persona
    from generation.runs.line import Line
    from generation.runs.stages import Mark
    from persona.events import Stage

YOUNG_SECONDS = 10
MIN_PERCENT = 5  # below this, how long it took says little about how long it will take


class _Step(NamedTuple):
    """Stages of the library that are one line of the page."""

    title: str
    stages: tuple[Stage, ...]
    icon: str
    waiting: str


STEPS = (
    _Step("Reading", ("read", "profile"), "table", "Each answer, and what each column means"),
    _Step("Grouping", ("group",), "people", "People who answered alike"),
    _Step("Writing personas", ("write",), "edit", "One portrait for each group"),
    _Step("Checking quotes", ("check",), "quote", "Each statement against the exact words"),
)


@dataclass(frozen=True)
class StageLine:
    """One line of the list of stages: `state` is done, now, fail or empty."""

    title: str
    state: str
    icon: str
    time: str
    note: str


@dataclass(frozen=True)
class RunProgress:
    """All that the page of a run shows."""

    run: Run
    personas: Sequence[Persona]

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        return stages.load(self.run.stages)

    @property
    def percent(self) -> int:
        return self.run.percent

    @cached_property
    def cost(self) -> Cost | None:
        """What it has cost so far; None where nothing is paid or sent."""
        return Cost.of(self.run)

    @cached_property
    def line(self) -> Line | None:
        """Where it stands while it waits behind others; None where a worker will take it at once."""
        found = line_of(self.run)
        return found if found is not None and (found.place > 1 or found.at_work) else None

    @property
    def mark(self) -> str:
        """What a page has seen of it: its place in the line too."""
        return f"{self.run.mark}-{self.line.place}" if self.line else self.run.mark

    @property
    def wanted(self) -> int:
        """Personas there will be; 0 until the groups are known."""
        return len(self.run.sizes) or PersonaConfig.model_validate(self.run.config).count or 0

    @property
    def people(self) -> int:
        """Respondents in all groups; one of them may have many rows."""
        return sum(self.run.sizes)

    @property
    def heading(self) -> str:
        if self.run.status == Run.Status.DONE:
            return "Your personas are ready"
        if self.run.status == Run.Status.QUEUED:
            return self.line.heading if self.line else "Waiting to begin"
        return "Stopping the run" if self.run.cancel_requested else "Writing your personas"

    @property
    def poll_ms(self) -> int:
        """After how long the page asks again: often at first, when there is most to see and small files are done."""
        is_young = timezone.now() - self.run.created < timedelta(seconds=YOUNG_SECONDS)
        return 400 if is_young else 1000

    @property
    def time_left(self) -> str:
        if self.run.is_finished or self.run.cancel_requested or self.percent < MIN_PERCENT:
            return ""
        so_far = (timezone.now() - self.marks[0].started).total_seconds()
        return figures.time_left(so_far * (100 - self.percent) / self.percent)

    @property
    def doing(self) -> str:
        """What happens now, in one sentence."""
        if self.run.status == Run.Status.QUEUED:
            return "It begins as soon as a worker is free."
        if self.run.is_finished:
            return ""
        if self.run.cancel_requested:
            return "Finished personas are kept."
        if not self.marks:
            return ""
        if self.marks[-1].stage != "write":
            return f"{self._step.title} now."
        writing = min(len(self.personas) + 1, self.wanted)
        return f"Writing persona {writing} of {self.wanted} now."

    @property
    def coming(self) -> list[int]:
        """The sizes of the groups whose persona is still to come."""
        written = {persona.position for persona in self.personas}
        return [size for position, size in enumerate(self.run.sizes, start=1) if position not in written]

    @property
    def is_writing(self) -> bool:
        return bool(self.marks) and self.marks[-1].stage == "write"

    @property
    def lines(self) -> list[StageLine]:
        """The stages with what is known of each."""
        return [self._line(step) for step in STEPS]

    @property
    def stopped_at(self) -> str:
        """The stage at which a run ended early."""
        return self._step.title if self.marks else STEPS[0].title

    @property
    def _step(self) -> _Step:
        return next(step for step in STEPS if self.marks[-1].stage in step.stages)

    def _line(self, step: _Step) -> StageLine:
        marks = [mark for mark in self.marks if mark.stage in step.stages]
        if not marks:
            return StageLine(step.title, "", step.icon, "", step.waiting)
        if marks[-1].ended is not None:
            return StageLine(
                step.title, "done", "check", figures.clock(marks[-1].ended - marks[0].started), self._found(step)
            )
        if self.run.status == Run.Status.FAILED:
            return StageLine(step.title, "fail", "x", self._count(step), "Stopped here")
        if self.run.is_finished:
            return StageLine(step.title, "", "pause", self._count(step), "Stopped here")
        return StageLine(step.title, "now", "spin", self._count(step), marks[-1].message or step.waiting)

    def _count(self, step: _Step) -> str:
        return f"{len(self.personas)} of {self.wanted}" if "write" in step.stages and self.wanted else ""

    def _found(self, step: _Step) -> str:
        """What a finished stage has found."""
        groups = len(self.run.sizes)
        return {
            "Reading": f"{self.run.rows:,} rows",
            "Grouping": f"{groups} group{'' if groups == 1 else 's'} found",
            "Writing personas": f"{len(self.personas)} written",
            "Checking quotes": "Every quote found again in the data",
        }[step.title]
