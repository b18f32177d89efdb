"""What a source is understood as, also one that an earlier version read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from experiments import files
from persona.questionnaire.models import Questionnaire
from persona.source import Source

if TYPE_CHECKING:
    from experiments.models import DataSource


def questionnaire_of(source: DataSource) -> Questionnaire:
    """The questions of a source that has been read, as they stand now."""
    if source.questionnaire is None:
        source.questionnaire = Source(files.source(source.experiment_id, source.pk)).questionnaire.model_dump(
            mode="json"
        )
        source.save(update_fields=["questionnaire"])
    return Questionnaire.model_validate(source.questionnaire)
