"""Preview of what would be sent: the prompts that a run with these settings begins with; nothing is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.models import PersonaConfig
from persona.writers.llm.question import Question, compose
from persona.writers.llm.templates import template_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.experiment import Experiment
    from persona.grouping import Segmentation


def preview(
    experiment: Experiment,
    config: PersonaConfig | None = None,
    *,
    segmentation: Segmentation | None = None,
    on_progress: Callable[[int, int, str], None] | None = None,
) -> tuple[Question, ...]:
    """One question a persona, as it would be sent to a model; needs no key and no network.

    With `config.embeddings`, give the groups of a run that has formed them: here they are formed by words.

    Args:
        experiment: the data.
        config: the settings of the run.
        segmentation: the groups, edits included, where they are known already; they are formed otherwise.
        on_progress: told about the grouping.

    Raises:
        DataError, ConfigurationError: as for a run.

    Example:
        >>> print(preview(experiment, PersonaConfig(model="openai:gpt-5-mini"))[0].message)   # doctest: +SKIP
    """
    from persona.grouping import edited
    from persona.grouping.respondents import group_respondents
    from persona.recoding.table import RecodedTable
    from persona.writing import Archive

    config = config or PersonaConfig()
    template = template_for(config.template)
    recoded = RecodedTable(experiment.table(config.answers), experiment.understood(config))
    if segmentation is None:
        segmentation = group_respondents(recoded, count=config.count, seed=config.seed, on_progress=on_progress)
        if config.edits:
            segmentation = edited(segmentation, config.edits, recoded, recoded.columns, seed=config.seed)
    archive = Archive.build(
        recoded, recoded.columns, segmentation, seed=config.seed, detail=config.detail, redact=config.redact
    )
    offers = (
        compose(archive.brief(segment.index), template, detail=config.detail, redact=config.redact)
        for segment in segmentation.summary.segments
    )
    return tuple(offer.question for offer in offers)
