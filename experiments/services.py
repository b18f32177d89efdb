"""Services: what people do with experiments and their data. Each is one transaction, for pages and API alike."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce

from accounts.teams.models import Team
from experiments import files, limits, packing, signals, tasks
from experiments.models import DataSource, Experiment
from experiments.uploads import packed
from persona.exceptions import PersonaError
from persona.ids import uuid7
from persona.messages import file_size
from persona.samples import sample

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from accounts.models import User
    from experiments.uploads import Upload
    from persona.reading import DialectChoice


class DataFixed(PersonaError):
    """Personas point into the rows, so no other file, and no other reading, may take their place."""

    code = "data_fixed"

    def __init__(self) -> None:
        super().__init__(
            "This experiment has personas whose quotes point into its data, so the data stays as it is.",
            hint="Add the new answers beside it, or start a new experiment for another file.",
        )


class NoRoom(PersonaError):
    """A team keeps as many files, or as many bytes, as one may."""

    code = "no_room"

    def __init__(self) -> None:
        super().__init__(
            f"Your team keeps as much as it may: {limits.FILES} files, or {file_size(limits.KEPT_BYTES)} of them.",
            hint="Delete an experiment that you do not need any more, and empty the bin: what waits there counts.",
        )


def create_experiment(*, owner: User, key: UUID, **described: str) -> Experiment:
    """A new experiment, described by `Experiment.DESCRIBED`.

    `key` is made with the form and becomes the id: the same form twice is one experiment.
    """
    experiment, _ = once(key=key, owner=owner, team_id=owner.membership.team_id, **described)
    return experiment


@transaction.atomic
def change_experiment(*, experiment: Experiment, **changes: str) -> None:
    """Another name or description; what is left out stays. The next run's result bears them too."""
    for field, value in changes.items():
        setattr(experiment, field, value)
    experiment.save(update_fields=[*changes, "updated"])


class AtWork(PersonaError):
    """Something works on the experiment just now."""

    code = "experiment_at_work"
    retryable = True

    def __init__(self) -> None:
        super().__init__("Something works on this experiment just now.", hint="Wait for its end, or stop the run.")


@transaction.atomic
def move_experiment(*, experiment: Experiment, team: Team) -> None:
    """The experiment with data, runs and personas goes to another team; the one before sees it no more.

    Raises:
        AtWork: a file is read, or a run is at work.
        NoRoom: the team keeps too much already.
    """
    now = Experiment.objects.select_for_update().get(pk=experiment.pk)
    if now.state in ("reading", "running"):
        raise AtWork
    now.team = team
    _check_room(now, now.sources.aggregate(bytes=Coalesce(Sum("bytes"), 0))["bytes"])
    now.save(update_fields=["team", "updated"])
    signals.experiment_was_moved.send(Experiment, experiment=now)


class FileGone(PersonaError):
    """The rows know of a file that lies nowhere any more, as after a backup of the database alone."""

    code = "file_gone"

    def __init__(self) -> None:
        super().__init__("The file as it came is gone, so it cannot be read again.", hint="Upload it once more.")


@transaction.atomic
def take_upload(*, experiment: Experiment, upload: Upload) -> DataSource:
    """The upload becomes the data of the experiment, in place of what was there; the same file changes nothing.

    Raises:
        DataFixed: personas were made from the data.
        NoRoom: the team keeps too much already.
    """
    _lock(experiment)
    if experiment.is_data_fixed:
        raise DataFixed
    old = experiment.source
    if old is not None and old.sha256 == upload.sha256 and old.status != DataSource.Status.FAILED:
        return old
    return _take(upload, experiment)


@transaction.atomic
def add_upload(*, experiment: Experiment, upload: Upload) -> DataSource:
    """The upload's answers beside those that are there, as one data source; without any there, it is the data.

    It is read as the answers before were, and what people said of them is said of it again. The answers before stay
    until it has been read, and for good where personas were made from them.

    Raises:
        AtWork: a run is at work.
        FileGone: what was there is gone.
        NoRoom: the team keeps too much already.
        DataError: together they are too many or too large.
    """
    _lock(experiment)
    if experiment.state == "running":
        raise AtWork
    old = experiment.sources.exclude(status=DataSource.Status.FAILED).last()
    if old is None:
        return _take(upload, experiment)
    original = files.original(old.experiment_id, old.pk)
    if not original.exists():
        raise FileGone
    path = upload.path.with_name(f"{upload.path.name}-with")
    try:
        members = [packing.Member(original, old.name), packing.Member(upload.path, upload.name or "")]
        return _take(packed(path, members), experiment, beside=old)
    finally:
        path.unlink(missing_ok=True)


@transaction.atomic
def do_without(*, source: DataSource) -> None:
    """Go on without answers that were added and cannot be read: the data is again what it was before them."""
    experiment = source.experiment
    _lock(experiment)
    if source.status == DataSource.Status.FAILED and experiment.sources.exclude(pk=source.pk).exists():
        _remove(source)


@transaction.atomic
def reread(*, source: DataSource, dialect: DialectChoice, answers: Mapping[str, str] | None = None) -> DataSource:
    """The same file, read the way a person says; what they said about its questions starts anew.

    `answers`: those to doubts about how to read it, which stay.

    Raises:
        DataFixed: personas were made from the data.
        FileGone: there is nothing to read.
    """
    experiment = source.experiment
    _lock(experiment)
    if source.is_behind_runs:
        raise DataFixed
    new = DataSource(
        experiment=experiment,
        name=source.name,
        bytes=source.bytes,
        sha256=source.sha256,
        choices=dialect.model_dump(mode="json", exclude_defaults=True),
        answers=dict(answers or {}),
    )
    try:
        files.same_bytes(files.original(source.experiment_id, source.pk), files.upload(new.pk))
    except FileNotFoundError as exc:
        raise FileGone from exc
    return _put_in_place(new, of=experiment)


@transaction.atomic
def create_sample(*, owner: User, key: UUID, sample_key: str) -> Experiment:
    """An experiment with one of the library's samples as its data.

    Raises:
        ConfigurationError: there is no such sample.
        NoRoom: the team keeps too much already.
    """
    chosen = sample(sample_key)
    experiment, created = once(
        key=key,
        owner=owner,
        team_id=owner.membership.team_id,
        name=chosen.name,
        description=chosen.description,
        is_sample=True,
    )
    if created:
        content = chosen.path.read_bytes()
        _check_room(experiment, len(content))
        digest = hashlib.sha256(content).hexdigest()
        new = DataSource(experiment=experiment, name=chosen.path.name, bytes=len(content), sha256=digest)
        files.same_bytes(chosen.path, files.upload(new.pk))
        _put_in_place(new, of=experiment)
    return experiment


def copy_source(*, source: DataSource, to: Experiment) -> DataSource:
    """The same file as the data of another experiment; it is read there in the same way.

    Raises:
        NoRoom: the team keeps too much already.
        FileGone: there is nothing to copy any more.
    """
    _check_room(to, source.bytes)
    new = DataSource(experiment=to, name=source.name, bytes=source.bytes, sha256=source.sha256, choices=source.choices)
    try:
        files.same_bytes(files.original(source.experiment_id, source.pk), files.upload(new.pk))
    except FileNotFoundError as exc:
        raise FileGone from exc
    return _put_in_place(new, of=to)


def once(*, key: UUID, owner: User, team_id: UUID, **fields: Any) -> tuple[Experiment, bool]:
    """The experiment of this form, or a new one; a key of another team, or of something in the bin, is no key."""
    if Experiment.objects.filter(pk=key).exclude(team=team_id, binned=None).exists():
        key = uuid7()
    return Experiment.objects.get_or_create(pk=key, defaults={"owner": owner, "team_id": team_id, **fields})


def _lock(experiment: Experiment) -> None:
    """One change at a time, until the end of the transaction; its state is as it is now (SQLite locks by itself)."""
    experiment.state = Experiment.objects.select_for_update().get(pk=experiment.pk).state


def _take(upload: Upload, experiment: Experiment, *, beside: DataSource | None = None) -> DataSource:
    """`beside`: the answers that it holds, too; the same is said of it."""
    _check_room(experiment, upload.size + sum(source.bytes for source in experiment.sources_behind_runs()))
    new = DataSource(
        experiment=experiment, name=files.label(upload.name or ""), bytes=upload.size, sha256=upload.sha256
    )
    if beside is not None:
        new.choices = beside.choices
        experiment.wanted = said_of_questions(beside) or experiment.wanted
        experiment.save(update_fields=["wanted"])
    upload.path.replace(files.upload(new.pk))
    return _put_in_place(new, of=experiment, but=beside)


def said_of_questions(source: DataSource) -> dict[str, Any]:
    """What people said of a file's questions, to be said again of another one."""
    said = {"answers": source.answers, "questions": source.questions}
    return {name: value for name, value in said.items() if value}


def _check_room(experiment: Experiment, news: int) -> None:
    """Whether the team, and whoever made the experiment in all of theirs, may keep so much more.

    One upload at a time is asked, so that two cannot both be the last.
    """
    Team.objects.select_for_update().get(pk=experiment.team_id)
    whose = Q(experiment__team=experiment.team_id)
    if experiment.owner_id is not None:  # more teams are not more room
        whose |= Q(experiment__owner=experiment.owner_id)
    others = DataSource.objects.filter(whose).exclude(experiment=experiment)
    kept = others.aggregate(files=Count("pk"), bytes=Coalesce(Sum("bytes"), 0))
    if kept["files"] >= limits.FILES or kept["bytes"] + news > limits.KEPT_BYTES:
        raise NoRoom


def _put_in_place(new: DataSource, *, of: Experiment, but: DataSource | None = None) -> DataSource:
    """In place of all but what runs were made from. `but`: kept as well, until the new one has been read."""
    kept = [*of.sources_behind_runs(), but]
    for old in of.sources.all():
        if old not in kept:
            _remove(old)
    new.save(force_insert=True)
    of.save(update_fields=["updated"])
    tasks.check_source.delay_on_commit(str(new.pk))
    return new


def _remove(source: DataSource) -> None:
    transaction.on_commit(partial(files.remove_source, source.experiment_id, source.pk))
    source.delete()
