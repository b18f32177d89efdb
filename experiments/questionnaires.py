"""What a source is understood as: as it was read, and as it stands with people's answers and choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import persona
from experiments import files
from persona.questionnaire.models import Questionnaire
from persona.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from experiments.models import DataSource
    from persona.models import QuestionChoice


def questionnaire_of(source: DataSource) -> Questionnaire:
    """The questions of a source that has been read, as they stand now; also of one that an earlier version read."""
    if source.questionnaire is None:
        source.questionnaire = as_read(source).model_dump(mode="json")
        source.save(update_fields=["questionnaire"])
    return Questionnaire.model_validate(source.questionnaire)


def as_read(source: DataSource) -> Questionnaire:
    """The questions before anybody changed them."""
    return Source(files.source(source.experiment_id, source.pk)).questionnaire


def understood(
    source: DataSource, answers: Mapping[str, str], questions: Mapping[str, QuestionChoice]
) -> Questionnaire:
    """The questions with these answers and choices. A doubt that an answer settled stays, so that it can be changed.

    Raises:
        ConfigurationError: an answer that a doubt does not offer, or a question or column that is not there.
    """
    before = as_read(source)
    if not answers and not questions:
        return before
    found = persona.Experiment.open(files.experiment(source.experiment_id)).questionnaire(answers, questions)
    asked = {doubt.id for doubt in before.doubts}
    return found.model_copy(
        update={"doubts": (*before.doubts, *(doubt for doubt in found.doubts if doubt.id not in asked))}
    )
