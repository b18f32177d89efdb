"""Groupings: look at the segments of an experiment, change them, and start a run from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from generation.billing.preflight import check_run
from generation.runs import services
from generation.runs.models import Run
from generation.segments import tasks
from generation.segments.models import SegmentDraft
from generation.segments.worker import config_of
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from accounts.models import User
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


def start(*, experiment: Experiment, config: PersonaConfig, key: UUID) -> SegmentDraft:
    """Segments with these settings, found by a worker; `key` becomes the id: the same request is the same draft.

    Raises:
        DataNotReady: there is nothing to group.
        PersonaError: the settings cannot be used here.
    """
    services.check_data(experiment)
    config = check_run(experiment, config).config
    with transaction.atomic():
        draft, created = SegmentDraft.objects.get_or_create(
            pk=key, defaults={"experiment": experiment, "config": config.model_dump(mode="json", exclude={"edits"})}
        )
        if created:
            tasks.find_segments.delay_on_commit(str(draft.pk))
    return draft


@transaction.atomic
def edit(*, draft: SegmentDraft, edits: Sequence[Edit]) -> None:
    """Change segments that are ready; a worker does it next.

    Raises:
        NotReady: they are not.
        InUse: personas of them are written already, or being written.
    """
    if Run.objects.filter(pk=draft.pk).exists():
        raise InUse
    added = [each.model_dump(mode="json") for each in edits]
    now = {"status": SegmentDraft.Status.WAITING, "edits": [*draft.edits, *added], "error": None}
    ready = SegmentDraft.objects.filter(pk=draft.pk, status=SegmentDraft.Status.READY, version=draft.version)
    if not ready.update(**now, sent=timezone.now()):
        raise NotReady
    tasks.find_segments.delay_on_commit(str(draft.pk))


def start_run(*, draft: SegmentDraft, notify: bool = False, by: User | None = None) -> Run:
    """The run that writes personas of these segments; the same draft is the same run.

    Raises:
        NotReady: they are not.
        TooManyRuns: the team has to wait.
    """
    if draft.status != SegmentDraft.Status.READY:
        raise NotReady
    return services.start_run(
        experiment=draft.experiment,
        config=config_of(draft),
        notify=notify,
        request_key=str(draft.pk),
        pk=draft.pk,
        by=by,
    )
