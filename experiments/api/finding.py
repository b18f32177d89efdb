"""What an address names: found among what the caller may see, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from experiments.models import DataSource, Experiment
from persona.messages import data_error

if TYPE_CHECKING:
    from uuid import UUID

    from accounts.api.authentication import Call


# Of a source: what its rows are told without.
BIG = ("report", "overrides", "choices", "questionnaire", "answers", "questions", "changes")


def experiment_of(request: Call, experiment_id: UUID) -> Experiment:
    return get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)


def ready_source_of(request: Call, experiment_id: UUID) -> DataSource:
    """The data of an experiment, which has been read, with its experiment; one query.

    Raises:
        DataError: there is nothing to look at yet.
    """
    found = DataSource.objects.visible_to(request.user).filter(experiment=experiment_id).select_related("experiment")
    source = found.defer(*BIG).last()
    if source is None:
        experiment_of(request, experiment_id)  # it may not be there itself
    return ready(source)


def source_of(request: Call, source_id: UUID) -> DataSource:
    return get_object_or_404(DataSource.objects.visible_to(request.user).select_related("experiment"), pk=source_id)


def ready(source: DataSource | None) -> DataSource:
    """The source, when it has been read.

    Raises:
        DataError: there is nothing to look at yet.
    """
    if source is None or not source.is_ready:
        raise data_error("not_read_yet")
    return source
