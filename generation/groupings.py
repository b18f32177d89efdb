"""Groupings: look at the segments of an experiment, change them, and start a run from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from generation import services, tasks
from generation.models import Grouping, Run
from generation.segmenting import config_of
from generation.terms import agree
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from experiments.models import Experiment
    from persona.models import Edit, PersonaConfig


class NotReady(PersonaError):
    """The segments are still being found, or changed, or could not be."""

    code = "segments_not_ready"
    retryable = True

    def __init__(self) -> None:
        super().__init__("The segments are not ready.", hint="Ask for them until their status is “ready”.")


class InUse(PersonaError):
    """A run writes personas of these segments, or has written them."""

    code = "segments_in_use"

    def __init__(self) -> None:
        super().__init__("A run was started from these segments, so they stay as they are.", hint="Begin anew.")


def start(*, experiment: Experiment, config: PersonaConfig, key: UUID) -> Grouping:
    """Segments with these settings, found by a worker; `key` becomes the id: the same request is the same grouping.

    Raises:
        DataNotReady: there is nothing to group.
        PersonaError: the settings cannot be used here.
    """
    services.check_data(experiment)
    config = agree(experiment, config).config
    with transaction.atomic():
        grouping, created = Grouping.objects.get_or_create(
            pk=key, defaults={"experiment": experiment, "config": config.model_dump(mode="json", exclude={"edits"})}
        )
        if created:
            tasks.find_segments.delay_on_commit(str(grouping.pk))
    return grouping


@transaction.atomic
def edit(*, grouping: Grouping, edits: Sequence[Edit]) -> None:
    """Change segments that are ready; a worker does it next.

    Raises:
        NotReady: they are not.
        InUse: personas of them are written already, or being written.
    """
    if Run.objects.filter(pk=grouping.pk).exists():
        raise InUse
    added = [each.model_dump(mode="json") for each in edits]
    now = {"status": Grouping.Status.WAITING, "edits": [*grouping.edits, *added], "error": None}
    ready = Grouping.objects.filter(pk=grouping.pk, status=Grouping.Status.READY, version=grouping.version)
    if not ready.update(**now, sent=timezone.now()):
        raise NotReady
    tasks.find_segments.delay_on_commit(str(grouping.pk))


def start_run(*, grouping: Grouping, notify: bool = False) -> Run:
    """The run that writes personas of these segments; the same grouping is the same run.

    Raises:
        NotReady: they are not.
        TooManyRuns: the owner has to wait.
    """
    if grouping.status != Grouping.Status.READY:
        raise NotReady
    return services.start_run(
        experiment=grouping.experiment,
        config=config_of(grouping),
        notify=notify,
        request_key=str(grouping.pk),
        pk=grouping.pk,
    )
