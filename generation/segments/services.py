"""Groupings: look at the segments of an experiment, change them, and start a run from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from generation.billing.preflight import check_run
from generation.runs import services
from generation.runs.models import Run
from generation.segments import tasks
from generation.segments.models import SegmentDraft
from generation.segments.worker import config_of, without_last_edits
from persona.exceptions import PersonaError
from persona.models import PersonaConfig, Split

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from accounts.models import User
    from experiments.models import Experiment
    from persona.models import Edit, Rename

Status = SegmentDraft.Status


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


class Changed(PersonaError):
    """Somebody else was faster."""

    code = "segments_changed"
    retryable = True

    def __init__(self) -> None:
        super().__init__(
            "The groups were changed a moment before you.",
            hint="Below is how they are now. Your change is not made yet: look again, and make it once more.",
        )


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
    _send(draft, draft.version, edits=[*draft.edits, *(each.model_dump(mode="json") for each in edits)])


@transaction.atomic
def rename(*, draft: SegmentDraft, seen: int, edit: Rename) -> None:
    """Give a segment a name; it is there at once, since nothing has to be found for it.

    Raises:
        Changed, NotReady, InUse: see `edit`; `seen` is the version of the draft that the person looked at.
    """
    result = draft.result
    if result is None or edit.segment > len(result["segments"]):
        raise NotReady if result is None else Changed
    name = " ".join(edit.name.split())
    edits = [*draft.edits, edit.model_dump(mode="json")]
    for found in (result["segments"], result["summary"]["segments"]):
        found[edit.segment - 1]["name"] = name
    result["config"]["edits"] = edits
    _change(draft, seen, version=F("version") + 1, result=result, edits=edits, error=None, seconds=None)


@transaction.atomic
def change(*, draft: SegmentDraft, seen: int, edit: Edit) -> None:
    """Merge or split what is ready, as somebody saw it; a worker does it next.

    Raises:
        Changed, NotReady, InUse: as `rename`.
    """
    _send(draft, seen, edits=[*draft.edits, edit.model_dump(mode="json")])


@transaction.atomic
def try_split(*, draft: SegmentDraft, seen: int, number: int) -> None:
    """Have the halves of a segment looked up; nothing changes until they are kept.

    Raises:
        Changed, NotReady, InUse: as `rename`.
    """
    _send(draft, seen, trial=Split(segment=number).model_dump(mode="json"), trial_result=None)


@transaction.atomic
def keep_trial(*, draft: SegmentDraft, seen: int) -> None:
    """Make what was tried: it is known already.

    Raises:
        Changed, NotReady, InUse: as `rename`.
    """
    if draft.trial_result is None:
        raise NotReady
    edits = draft.trial_result["config"]["edits"]
    _change(draft, seen, version=F("version") + 1, result=draft.trial_result, edits=edits, **_NO_TRIAL)


@transaction.atomic
def leave_trial(*, draft: SegmentDraft) -> None:
    """Leave the segment whole."""
    SegmentDraft.objects.filter(pk=draft.pk, status=Status.READY).update(version=F("version") + 1, **_NO_TRIAL)


def keep_question(*, draft: SegmentDraft) -> None:
    """Take groups that are hardly more than one question as what is wanted: nobody is asked again."""
    SegmentDraft.objects.filter(pk=draft.pk).update(keeps_question=True)


@transaction.atomic
def take_back(*, draft: SegmentDraft, seen: int) -> None:
    """Take the last edit back; a worker makes the others again.

    Raises:
        Changed, NotReady, InUse: as `rename`.
    """
    _send(draft, seen, edits=draft.edits[:-1])


@transaction.atomic
def cancel(*, draft: SegmentDraft) -> None:
    """Stop finding or changing segments: what was there before stays."""
    taken_back = without_last_edits(draft, services.CANCELLED)
    waiting = SegmentDraft.objects.filter(pk=draft.pk, status=Status.WAITING, lease_until=None)
    if not waiting.update(**taken_back, version=F("version") + 1):
        SegmentDraft.objects.filter(pk=draft.pk, status=Status.WORKING).update(cancel_requested=True)


def try_again(*, draft: SegmentDraft) -> None:
    """Find segments that could not be found, or were stopped."""
    now = timezone.now()
    if SegmentDraft.objects.filter(pk=draft.pk, status=Status.FAILED).update(
        status=Status.WAITING, error=None, sent=now, cancel_requested=False, version=F("version") + 1
    ):
        tasks.find_segments.delay_on_commit(str(draft.pk))


def start_run(*, draft: SegmentDraft, notify: bool = False, by: User | None = None) -> Run:
    """The run that writes personas of these segments; the same draft is the same run.

    Raises:
        NotReady: they are not.
        TooManyRuns: the team has to wait.
    """
    if draft.status != Status.READY:
        raise NotReady
    return services.start_run(
        experiment=draft.experiment,
        config=config_of(draft),
        notify=notify,
        request_key=str(draft.pk),
        pk=draft.pk,
        by=by,
    )


_NO_TRIAL: dict[str, Any] = {"trial": None, "trial_result": None, "error": None, "seconds": None}


def _send(draft: SegmentDraft, seen: int, **changes: Any) -> None:
    _change(draft, seen, status=Status.WAITING, error=None, sent=timezone.now(), cancel_requested=False, **changes)
    tasks.find_segments.delay_on_commit(str(draft.pk))


def _change(draft: SegmentDraft, seen: int, **changes: Any) -> None:
    """Change what is ready and still as it was seen."""
    if Run.objects.filter(pk=draft.pk).exists():
        raise InUse
    ready = SegmentDraft.objects.filter(pk=draft.pk, status=Status.READY)
    if not ready.filter(version=seen).update(**changes):
        raise Changed if ready.exclude(version=seen).exists() and draft.version != seen else NotReady
