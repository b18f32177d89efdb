"""Next steps: one action for each reason of a verdict, and the settings of the run that takes it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from persona.messages.verdicts import EFFECTS, OPTIONS, STEPS
from persona.models import NextStep, QuestionChoice
from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.kinds import QuestionKind
from persona.questionnaire.names.asking import plainly
from persona.writing.wordforms import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.models import PersonaConfig, SegmentationSummary
    from persona.models.verdict import Action
    from persona.questionnaire.models import Doubt, Question, Questionnaire

MANY_WRITE = 0.3
"""Of all people; an open question that fewer answered adds little."""
TOGETHER, USE = "together", "use"
NAMED = 10
"""Words of a question on a button."""
_BY_HAND: tuple[Action, ...] = ("add_answers", "use_model", "answer_doubts")
"""What no setting does: people have to bring, choose or answer something."""


# -- taking a step -------------------------------------------------------------------------------------
def is_by_hand(step: NextStep) -> bool:
    """Whether a person has to bring, choose or answer something first."""
    return step.action in _BY_HAND or (step.action == "use_weights" and not step.answers)


def settings_after(step: NextStep, config: PersonaConfig, found: Questionnaire | None = None) -> PersonaConfig:
    """The settings of the run that takes a step; those of a step that people take by hand stay as they are.

    Args:
        step: of a reason of the verdict.
        config: the settings of the run that was judged.
        found: how its answers were read; what is said of questions needs it.

    Example:
        >>> step = next(reason.step for reason in result.verdict.reasons if reason.step)     # doctest: +SKIP
        >>> generator.generate(settings_after(step, result.config, experiment.questionnaire()))  # doctest: +SKIP
    """
    if step.action == "fewer_personas":
        return config.model_copy(update={"count": step.count, "edits": ()})
    said = {**config.questions}
    for key, choice in (choices_of(step, found) if found else {}).items():
        said[key] = said.get(key, QuestionChoice()).model_copy(update={"use": choice.use})
    update = {"answers": {**config.answers, **step.answers}, "questions": said}
    return config.model_copy(update={**update, "edits": ()} if step.answers or said != config.questions else update)


def choices_of(step: NextStep, found: Questionnaire) -> dict[str, QuestionChoice]:
    """What a step says of questions, by their ids."""
    use = {"describe_only": "describe", "use_question": "basis"}.get(step.action)
    if use is None:
        return {}
    wanted = set(step.columns)
    return {
        question.id: QuestionChoice.model_validate({"use": use})
        for question in found.questions
        if wanted & {question.text, *question.names}
    }


def option_of(step: NextStep) -> str:
    """What is added to `persona generate` to take a step; "" where no option does it."""
    values = {
        "count": str(step.count),
        "columns": " ".join(f"--describe {shlex.quote(name)}" for name in step.columns),
        "answers": " ".join(f"--answer {shlex.quote(f'{key}={value}')}" for key, value in step.answers.items()),
    }
    return OPTIONS.get(step.action, "").format(**values)


# -- finding a step ------------------------------------------------------------------------------------
def step_of(action: Action, **values: str) -> NextStep:
    """A step that needs nothing but its name."""
    return _named(action, {}, **values)


def fewer_personas(segmentation: SegmentationSummary, comes_back: float) -> NextStep | None:
    """The largest smaller number of groups that comes back in halves, or one less; None of a single group.

    `comes_back`: the agreement from which groups come back.
    """
    now = len(segmentation.segments)
    if now < 2:
        return None
    good = [t.count for t in segmentation.tried if 1 < t.count < now and t.agreement >= comes_back]
    count = max(good, default=now - 1)
    label = STEPS["one_persona" if count == 1 else "fewer_personas"].format(count=count)
    effect = EFFECTS["same_again" if good else "larger_groups"].format(count=count)
    return NextStep(action="fewer_personas", label=label, count=count, effect=effect)


def describe_only(question: str) -> NextStep:
    """Leave a question out of what forms the groups."""
    return _named("describe_only", {"columns": (question,)}, column=question)


def use_weights(column: str, found: Questionnaire) -> NextStep:
    """Count by the weights; where the reader never asked about them, on the page of doubts."""
    asked = [doubt for doubt in found.doubts if doubt.code is DoubtCode.WEIGHT]
    return _named("use_weights", {"answers": {doubt.id: USE for doubt in asked[:1]}}, column=column)


def settle(doubts: Sequence[Doubt]) -> NextStep:
    """Answer what is open; where all of it asks whether columns are one question, join them."""
    if doubts and all(doubt.code is DoubtCode.JOIN_COLUMNS for doubt in doubts):
        return _named("join_columns", {"answers": {doubt.id: doubt.default for doubt in doubts}})
    return step_of("answer_doubts")


def join_apart(answers: Mapping[str, str]) -> NextStep | None:
    """Join columns that somebody took for questions of their own; None where nobody did."""
    apart = [key for key, said in answers.items() if key.startswith(f"{DoubtCode.JOIN_COLUMNS}:") and said == "apart"]
    return _named("join_columns", {"answers": dict.fromkeys(apart, TOGETHER)}) if apart else None


def use_question(found: Questionnaire | None, said: Mapping[str, QuestionChoice]) -> NextStep | None:
    """Let the open question that most people answered form the groups, too, of those that do not; None of none.

    What the reader left aside by itself holds nothing to read. `said`: what people say of questions, by id.
    """
    if found is None or not found.respondents:
        return None
    sensitive = {doubt.about for doubt in found.doubts if doubt.code is DoubtCode.SENSITIVE}
    aside = [
        question
        for question in found.questions
        if _is_aside(question, said)
        and question.id not in sensitive
        and question.answered >= MANY_WRITE * found.respondents
    ]
    if not aside:
        return None
    question = max(aside, key=lambda each: (each.use == "none", each.answered))
    values = {"question": shortened(plainly(question.text), NAMED), "people": f"{question.answered:,}"}
    effect = EFFECTS["read_question" if question.use == "none" else "use_question"].format(**values)
    label = STEPS["use_question"].format(**values)
    return NextStep(action="use_question", label=label, columns=(question.names[0],), effect=effect)


def _is_aside(question: Question, said: Mapping[str, QuestionChoice]) -> bool:
    if question.kind is not QuestionKind.OPEN or question.personal or question.of:
        return False
    by_a_person = (choice := said.get(question.id)) is not None and choice.use == "none"
    return question.use == "describe" or (question.use == "none" and by_a_person)


def _named(action: Action, fields: Mapping[str, object], **values: str) -> NextStep:
    values = {name: shortened(plainly(value), NAMED) for name, value in values.items()}
    label, effect = STEPS[action].format(**values), EFFECTS[action].format(**values)
    return NextStep.model_validate({"action": action, "label": label, "effect": effect, **fields})
