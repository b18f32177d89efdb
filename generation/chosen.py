"""Chosen: the settings of the next run, kept while people choose them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generation.models import Draft
from persona.models import PersonaConfig

if TYPE_CHECKING:
    from experiments.models import Experiment


def next_config(experiment: Experiment) -> PersonaConfig:
    """The settings of the next run: what was chosen last, and what people said about the columns."""
    draft = Draft.objects.filter(experiment=experiment).first()
    source = experiment.source
    return PersonaConfig.model_validate(
        (draft.config if draft else {}) | {"columns": source.overrides if source else {}}
    )


def save_draft(*, experiment: Experiment, **chosen: Any) -> None:
    """Keep settings for the next run; a page that was closed opens with them again."""
    Draft.objects.update_or_create(experiment=experiment, defaults={"config": chosen})
