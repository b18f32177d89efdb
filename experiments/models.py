"""Experiments and their data sources: what people uploaded and how it was understood."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from accounts.teams.models import TeamOwned, within
from core.lease.models import Leased, LeasedQuerySet, Row
from core.lengths import longest
from experiments import signals
from experiments.files import MAX_NAME
from experiments.search_index import matches
from experiments.states import OTHERWISE, state_of
from persona.ids import uuid7

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from accounts.models import User


def reachable(user: User, experiment: str) -> Q:
    """What belongs to an experiment, at this path, of the person's teams and not in the bin."""
    return within(user, f"{experiment}__team") & Q(**{f"{experiment}__binned": None})


class ExperimentQuerySet(models.QuerySet["Experiment"]):
    def visible_to(self, user: User) -> ExperimentQuerySet:
        return self.filter(within(user), binned=None)

    def in_bin_of(self, user: User) -> ExperimentQuerySet:
        """What waits in the bin of the person's teams: nothing else leads to it."""
        return self.filter(within(user), binned__isnull=False)

    def matching(self, text: str) -> ExperimentQuerySet:
        """Those whose name or description holds the text, or that say all its words in statements and quotes."""
        if not text:
            return self
        in_row = Q(name__icontains=text) | Q(description__icontains=text)
        said = matches(text)
        return self.filter(in_row if said is None else in_row | Q(search_text__in=said))

    def store_states(self) -> None:
        """Write down the state of each, from its runs and its source (`experiments.states`)."""
        for experiment, state in self._found_states().items():
            others = Experiment.objects.filter(pk=experiment).exclude(state=state)
            if others.update(state=state):
                signals.state_was_changed.send(Experiment, experiment_id=experiment, state=state)

    def _found_states(self) -> dict[UUID, str]:
        """One query: an experiment has one source at most, so each of its runs is one row."""
        in_order = self.order_by("runs__number", "sources__created", "sources__id")
        newest: dict[UUID, tuple[str | None, str | None]] = {}
        done: set[UUID] = set()
        for experiment, run, source in in_order.values_list("pk", "runs__status", "sources__status"):
            newest[experiment] = run, source  # what is newer comes later and stays
            if run == "done":
                done.add(experiment)
        return {pk: state_of(run=run, has_result=pk in done, source=source) for pk, (run, source) in newest.items()}


class Experiment(TeamOwned):
    """A study: its question, its data and (in `generation`) its runs."""

    DESCRIBED = ("name", "description")
    """What a person says of it: pages, API and admin ask for these, as long as the model lets them be."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="experiments",
        help_text="Who made it.",
    )
    name = models.CharField(max_length=120)
    description = models.TextField(
        "What do you want to learn?",
        blank=True,
        max_length=1000,
        help_text="Write it as you would tell a colleague, in up to 1,000 characters.",
    )
    state = models.CharField(
        max_length=10,
        default=OTHERWISE,
        editable=False,
        help_text="One of experiments.states.STATES; written down when a run or the source changes its status.",
    )
    is_sample = models.BooleanField(default=False)
    wanted = models.JSONField(
        default=dict,
        blank=True,
        editable=False,
        help_text="What is said of the data once it is read: `answers` and `questions` as a source keeps them.",
    )
    archived = models.DateTimeField(null=True, blank=True, editable=False, help_text="Put aside, but not away.")
    binned = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="In the bin since then: nobody sees it, until it is put back."
    )
    binned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    objects = ExperimentQuerySet.as_manager()

    class Meta:
        ordering = ("-updated", "-id")
        indexes = (
            models.Index(fields=("team", "-updated")),
            models.Index(fields=("team", "-id")),
            models.Index(fields=("team", "state")),
            models.Index(fields=("binned",), condition=Q(binned__isnull=False), name="experiment_in_bin"),
        )

    def __str__(self) -> str:
        return self.name

    @classmethod
    def longest(cls, field: str) -> int | None:
        """How many characters a field may hold; None: as many as there are."""
        return longest(cls, field)

    @property
    def source(self) -> DataSource | None:
        """The data: the newest source. Those before it are kept for runs, or until this one has been read."""
        return self.sources.last()

    @property
    def is_data_fixed(self) -> bool:
        """Whether personas point into rows: then no other file may take their place, but answers may be added."""
        return self.runs.exists()

    def sources_behind_runs(self) -> list[DataSource]:
        """Those that a run was made from: each run begins with the newest of its time."""
        sources = list(self.sources.all())
        begun = list(self.runs.values_list("created", flat=True)) if sources else []
        ends = [source.created for source in sources[1:]]
        return [
            source
            for source, end in zip_longest(sources, ends)
            if any(source.created <= moment and (end is None or moment < end) for moment in begun)
        ]

    def touch(self) -> None:
        """Bring the experiment to the top of its team's list: something happened in it."""
        self.save(update_fields=["updated"])


class StatefulQuerySet(LeasedQuerySet[Row]):
    """Rows whose status decides the state of their experiment: however it changes, the experiment follows."""

    def update(self, **changes: Any) -> int:
        if "status" not in changes:
            return super().update(**changes)
        with transaction.atomic():
            experiments = set(self.order_by().values_list("experiment_id", flat=True))
            changed = super().update(**changes)
            if changed:
                Experiment.objects.filter(pk__in=experiments).store_states()
        return changed

    def delete(self) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            experiments = set(self.order_by().values_list("experiment_id", flat=True))
            deleted = super().delete()
            Experiment.objects.filter(pk__in=experiments).store_states()
        return deleted


class Stateful(Leased):
    """A row whose status decides the state of its experiment."""

    experiment_id: UUID

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        if update_fields is not None and "status" not in update_fields:
            super().save(*args, update_fields=update_fields, **kwargs)
            return
        with transaction.atomic():
            super().save(*args, update_fields=update_fields, **kwargs)
            Experiment.objects.filter(pk=self.experiment_id).store_states()


class DataSourceQuerySet(StatefulQuerySet["DataSource"]):
    def visible_to(self, user: User) -> DataSourceQuerySet:
        return self.filter(reachable(user, "experiment"))


class DataSource(Stateful):
    """One uploaded file, or several read together; with its Parquet parts in the experiment's folder, under this id.

    waiting -> reading -> ready | failed. How a file is read never changes afterwards: reading it differently makes a
    new source.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting to be read"
        READING = "reading", "Reading"
        READY = "ready", "Ready"
        FAILED = "failed", "Cannot be used"

    WAITING: ClassVar = {"status": Status.WAITING}
    HELD: ClassVar = {"status": Status.READING}
    WHOSE: ClassVar = "experiment__team"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="sources")
    name = models.CharField(max_length=MAX_NAME, help_text="The file's own name: a label, never a path.")
    bytes = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    progress = models.PositiveSmallIntegerField(default=0, help_text="Percent of the file that has been read.")
    choices = models.JSONField(default=dict, blank=True, help_text="Dialect that a person chose instead of the guess.")
    report = models.JSONField(null=True, blank=True, help_text="persona.models.SourceReport")
    columns = models.JSONField(
        default=list, blank=True, help_text="list of persona.models.Column: inferred, then changed by `overrides`"
    )
    questionnaire = models.JSONField(
        null=True, blank=True, help_text="persona.questionnaire.models.Questionnaire: as it was read, changed by people"
    )
    answers = models.JSONField(default=dict, blank=True, help_text="doubt -> what a person answered")
    questions = models.JSONField(default=dict, blank=True, help_text="question -> persona.models.QuestionChoice")
    changes = models.JSONField(
        default=list, blank=True, help_text="What people changed, newest last: how it was before, in words, when"
    )
    version = models.PositiveIntegerField(default=0, help_text="Counts the changes: the fence between two at a time.")
    overrides = models.JSONField(default=dict, blank=True, help_text="name -> persona.models.ColumnChoice")
    error = models.JSONField(null=True, blank=True, help_text="code, message, hint, problems; lines around the first")
    rows = models.PositiveBigIntegerField(default=0)
    skipped_total = models.PositiveBigIntegerField(default=0, help_text="Lines that could not be read.")
    created = models.DateTimeField(auto_now_add=True)

    objects = DataSourceQuerySet.as_manager()

    class Meta:
        ordering = ("created", "id")
        indexes = (models.Index(fields=("status", "lease_until")),)
        constraints = (
            models.CheckConstraint(
                condition=~Q(status="ready") | Q(report__isnull=False), name="source_ready_has_report"
            ),
            models.CheckConstraint(
                condition=~Q(status="failed") | Q(error__isnull=False), name="source_failed_has_error"
            ),
            models.CheckConstraint(
                condition=~Q(status="reading") | Q(lease_until__isnull=False), name="source_reading_has_lease"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_ready(self) -> bool:
        return self.status == self.Status.READY

    @property
    def is_behind_runs(self) -> bool:
        """Whether a run was made from it: then how it is read stays."""
        return self in self.experiment.sources_behind_runs()

    @property
    def is_being_read(self) -> bool:
        return self.status in (self.Status.WAITING, self.Status.READING)


class SearchText(models.Model):
    """What is found of an experiment: written by `experiments.searching`, indexed by `experiments.search_index`."""

    id = models.BigAutoField(primary_key=True)
    experiment = models.OneToOneField(Experiment, on_delete=models.CASCADE, related_name="search_text")
    said = models.TextField(help_text="A line each: kind, where it stands, and the words as people read them.")
    words = models.TextField(help_text="The same lines as they are searched: `experiments.search_words.plain`")

    def __str__(self) -> str:
        return f"Words of {self.experiment_id}"


class TemplateQuerySet(models.QuerySet["Template"]):
    def visible_to(self, user: User) -> TemplateQuerySet:
        return self.filter(within(user))


class Template(TeamOwned):
    """What experiments of a team begin with: a question, settings, and what is said of the questions of their data."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=120)
    description = models.TextField(blank=True, max_length=1000)
    wanted = models.JSONField(default=dict, blank=True, help_text="As in an experiment.")
    config = models.JSONField(default=dict, blank=True, help_text="Settings, which `generation` knows")
    created = models.DateTimeField(auto_now_add=True)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        ordering = ("name", "id")
        constraints = (models.UniqueConstraint(fields=("team", "name"), name="template_name_once_in_a_team"),)

    def __str__(self) -> str:
        return self.name
