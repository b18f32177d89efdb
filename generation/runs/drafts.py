"""Chosen: the settings of the next run, kept while people choose them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from experiments.questionnaires import questionnaire_of
from generation.runs.models import Draft
from persona.models import PersonaConfig

if TYPE_CHECKING:
    from collections.abc import Mapping

    from experiments.models import DataSource, Experiment, Template


def with_columns(chosen: Mapping[str, Any], source: DataSource | None) -> PersonaConfig:
    """Settings, with what people said about the data: answers to doubts, and their word on questions and columns."""
    if source is None:
        return PersonaConfig.model_validate(chosen)
    earlier = {} if source.version else source.overrides  # of a version that knew columns only
    said = {"answers": source.answers, "questions": source.questions, "columns": earlier}
    return PersonaConfig.model_validate({**chosen, **said})


def next_config(experiment: Experiment) -> PersonaConfig:
    """The settings of the next run: what was chosen last, and what people said about the columns."""
    draft = Draft.objects.filter(experiment=experiment).first()
    return with_columns(draft.config if draft else {}, experiment.source)


def looks_first(experiment: Experiment) -> bool:
    """Whether the groups are shown before anything is written: as was chosen, else where something is in doubt."""
    draft = Draft.objects.filter(experiment=experiment).first()
    if draft is not None and draft.look is not None:
        return draft.look
    source = experiment.source
    return source is not None and any(doubt.id not in source.answers for doubt in questionnaire_of(source).doubts)


def experiment_was_copied(sender: object, experiment: Experiment, copy: Experiment, **_: Any) -> None:  # noqa: ARG001 -- a receiver
    """The copy begins with the settings that were chosen last."""
    if draft := Draft.objects.filter(experiment=experiment).first():
        Draft.objects.create(experiment=copy, config=draft.config, look=draft.look)


def template_is_made(sender: object, experiment: Experiment, template: Template, **_: Any) -> None:  # noqa: ARG001 -- a receiver
    """The template takes the settings that were chosen last."""
    if draft := Draft.objects.filter(experiment=experiment).first():
        template.config = draft.config


def template_was_used(sender: object, experiment: Experiment, template: Template, **_: Any) -> None:  # noqa: ARG001 -- a receiver
    """The experiment begins with the template's settings."""
    if template.config:
        Draft.objects.create(experiment=experiment, config=template.config)


def save_draft(*, experiment: Experiment, look: bool | None = None, **chosen: Any) -> None:
    """Keep settings for the next run; a page that was closed opens with them again. `look`: None leaves it."""
    kept = {"config": chosen} if look is None else {"config": chosen, "look": look}
    Draft.objects.update_or_create(experiment=experiment, defaults=kept)
