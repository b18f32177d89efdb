"""Chosen: the settings of the next run, kept while people choose them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generation.runs.models import Draft
from persona.models import PersonaConfig

if TYPE_CHECKING:
    from collections.abc import Mapping

    from experiments.models import DataSource, Experiment


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


def save_draft(*, experiment: Experiment, **chosen: Any) -> None:
    """Keep settings for the next run; a page that was closed opens with them again."""
    Draft.objects.update_or_create(experiment=experiment, defaults={"config": chosen})
