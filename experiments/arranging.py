"""Keep order among experiments: archive and duplicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from experiments import services, signals
from experiments.models import Experiment
from persona.ids import uuid7

if TYPE_CHECKING:
    from uuid import UUID

    from accounts.models import User

ADDED = " (copy)"


def archive(*, experiment: Experiment) -> None:
    """Put it aside: the list shows it when asked for the archive; all else stays as it is."""
    Experiment.objects.filter(pk=experiment.pk, archived=None).update(archived=timezone.now())


def unarchive(*, experiment: Experiment) -> None:
    """Back to the list."""
    Experiment.objects.filter(pk=experiment.pk).update(archived=None)


@transaction.atomic
def duplicate(*, experiment: Experiment, by: User, key: UUID | None = None, with_data: bool = False) -> Experiment:
    """Another experiment with the same question and settings, in the same team.

    What people said of the questions is said again, of the same file or of the next one.

    Args:
        experiment: what is copied; its runs and personas are not.
        by: whose the copy is.
        key: the copy's id: the same key twice is one copy.
        with_data: also the file, read in the same way.

    Raises:
        NoRoom: the team keeps too much already.
        FileGone: there is no file to copy any more.
    """
    source = experiment.source
    copy, is_new = services.once(
        key=key or uuid7(),
        team_id=experiment.team_id,
        owner=by,
        name=name_of_copy(experiment.name),
        description=experiment.description,
        wanted=services.said_of_questions(source) if source else experiment.wanted,
    )
    if not is_new:
        return copy
    if with_data and source is not None:
        services.copy_source(source=source, to=copy)
    signals.experiment_was_copied.send(Experiment, experiment=experiment, copy=copy)
    return copy


def name_of_copy(name: str) -> str:
    """The name with a word that tells it from the first."""
    longest = Experiment.longest("name") or len(name)
    return name[: longest - len(ADDED)] + ADDED
