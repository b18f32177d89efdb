"""The verdict as the page of results shows it: on top, with what to do as buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from persona.messages.verdicts import LEVEL_TITLES
from persona.models import Verdict

if TYPE_CHECKING:
    from generation.runs.models import Run
    from persona.models import Level, NextStep, Reason

LOOKS: dict[Level, tuple[str, str]] = {
    "ready": ("ok", "seal"),
    "with_care": ("care", "warn"),
    "not_yet": ("no", "hand"),
}
"""Style and icon of each level."""
STEPS_AT_MOST = 2


@dataclass(frozen=True)
class Step:
    """A button."""

    label: str
    address: str


@dataclass(frozen=True)
class VerdictPage:
    """A verdict, its looks, and where its next steps lead."""

    verdict: Verdict
    run: Run

    @property
    def style(self) -> str:
        return LOOKS[self.verdict.level][0]

    @property
    def icon(self) -> str:
        return LOOKS[self.verdict.level][1]

    @property
    def title(self) -> str:
        return LEVEL_TITLES[self.verdict.level]

    @property
    def sentence(self) -> str:
        return self.verdict.sentence

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return self.verdict.reasons

    @property
    def steps(self) -> list[Step]:
        """What to do about the weakest reasons first, each once."""
        found = sorted(
            (r for r in self.reasons if r.step is not None), key=lambda reason: reason.level != self.verdict.level
        )
        steps = {reason.step.label: reason.step for reason in found if reason.step is not None}
        return [Step(label, self._address(step)) for label, step in list(steps.items())[:STEPS_AT_MOST]]

    def _address(self, step: NextStep) -> str:
        experiment = self.run.experiment_id
        if step.action in ("describe_only", "answer_doubts", "use_weights"):
            return reverse("experiments:check", args=[experiment])
        if step.action == "add_answers":
            return reverse("experiments:upload", args=[experiment])
        return reverse("generation:settings", args=[experiment])


def verdict_of(run: Run) -> VerdictPage | None:
    """The verdict of a finished run; None where an older version gave none."""
    return VerdictPage(Verdict.model_validate(run.verdict), run) if run.verdict else None
