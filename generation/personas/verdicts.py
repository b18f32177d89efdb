"""The verdict as the page of results shows it: on top, with what to do as buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from persona.messages.verdicts import BUTTONS, DATA_BUTTON, LEVEL_TITLES, PRICE_BUTTON, RUN_BUTTON
from persona.models import Verdict
from persona.next_steps import is_by_hand

if TYPE_CHECKING:
    from generation.runs.models import Run
    from persona.models import Level, NextStep, Reason
    from persona.models.verdict import Action

LOOKS: dict[Level, tuple[str, str]] = {
    "ready": ("ok", "seal"),
    "with_care": ("care", "warn"),
    "not_yet": ("no", "hand"),
}
"""Style and icon of each level."""
ICONS: dict[Action, str] = {
    "fewer_personas": "people",
    "describe_only": "tag",
    "join_columns": "join",
    "use_question": "text",
    "add_answers": "plus",
    "use_model": "spark",
    "use_weights": "scale",
    "answer_doubts": "help",
}
STEPS_AT_MOST = 3


@dataclass(frozen=True)
class Step:
    """A button: it starts the run with the setting changed, or opens the form in which a person goes on."""

    action: Action
    label: str
    effect: str
    button: str
    address: str
    is_post: bool

    @property
    def icon(self) -> str:
        return ICONS[self.action]


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
        return [self._button(step) for step in list(steps.values())[:STEPS_AT_MOST]]

    def _button(self, step: NextStep) -> Step:
        is_post = not is_by_hand(step)
        address = reverse("generation:run-next", args=[self.run.pk]) if is_post else self._form(step)
        return Step(step.action, step.label, step.effect, self._word(step, is_post=is_post), address, is_post)

    def _word(self, step: NextStep, *, is_post: bool) -> str:
        if is_post:
            return RUN_BUTTON if (self.run.config or {}).get("model", "builtin") == "builtin" else PRICE_BUTTON
        return BUTTONS.get(step.action, DATA_BUTTON)

    def _form(self, step: NextStep) -> str:
        experiment = self.run.experiment_id
        if step.action == "add_answers":  # quotes point into the data of this one, which stays as it is
            return reverse("experiments:create")
        if step.action == "use_model":
            return f"{reverse('generation:settings', args=[experiment])}#writers"
        return reverse("experiments:check", args=[experiment])


def verdict_of(run: Run) -> VerdictPage | None:
    """The verdict of a finished run; None where an older version gave none."""
    return VerdictPage(Verdict.model_validate(run.verdict), run) if run.verdict else None
