"""Personas, their statements, and the words behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse

from experiments.models import Experiment, reachable
from generation.runs.models import Run
from persona.ids import uuid7
from persona.kinds import KINDS

if TYPE_CHECKING:
    from accounts.models import User


HANDFUL = 5


def kind_choices() -> list[tuple[str, str]]:
    """The kinds of statements with their headings; asked when needed, so that another kind is no migration."""
    return [(kind, about.heading) for kind, about in KINDS.items()]


class PersonaQuerySet(models.QuerySet["Persona"]):
    def visible_to(self, user: User) -> PersonaQuerySet:
        return self.filter(reachable(user, "run__experiment"))


class ShownPersonas(models.Manager["Persona"]):
    """Those that readers see."""

    def get_queryset(self) -> PersonaQuerySet:
        return PersonaQuerySet(self.model, using=self._db).filter(shown=True)

    def visible_to(self, user: User) -> PersonaQuerySet:
        return self.get_queryset().visible_to(user)


class Persona(models.Model):
    """The portrait of one segment of a run, with what people made of it: the result with its edits applied."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="personas")
    position = models.PositiveSmallIntegerField(help_text="From 1: the segment's number.")
    name = models.CharField(max_length=120)
    tagline = models.TextField()
    summary = models.TextField()
    size = models.PositiveBigIntegerField()
    share = models.FloatField()
    facts = models.JSONField(default=list, help_text="list of persona.models.Fact")
    quotes = models.JSONField(default=list, help_text="lead quotes: list of persona.models.Evidence")
    warnings = models.JSONField(default=list, blank=True)
    label = models.CharField(max_length=200, blank=True, default="", help_text="What most of its people answer")
    story = models.JSONField(default=list, blank=True, help_text="list of persona.models.StorySentence, with positions")
    unlike = models.JSONField(default=list, blank=True, help_text="list of persona.models.Contrast, with positions")
    phrased = models.JSONField(default=list, blank=True, help_text="What a model put into words: tagline, summary")
    dropped = models.JSONField(default=list, blank=True, help_text="list of persona.models.Dropped")
    usage = models.JSONField(null=True, blank=True, help_text="persona.models.Usage; None: no model wrote it")
    shown = models.BooleanField(default=True, help_text="Off: hidden by a person, or merged or split.")
    picture = models.CharField(max_length=200, blank=True, default="", help_text="Chosen by a person: face7")
    edited = models.JSONField(
        default=dict, blank=True, help_text="What people made of it: persona.edits.AppliedPersona without its words"
    )

    objects = ShownPersonas()
    everything = PersonaQuerySet.as_manager()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("run", "position"), name="persona_position_once"),)

    def __str__(self) -> str:
        return f"Persona {self.position} of {self.run_id}"

    @property
    def picture_address(self) -> str:
        """Where members read the picture that somebody brought."""
        return reverse("generation:persona-picture", args=[self.run_id, self.picture])

    @property
    def called(self) -> str:
        """Its label; of older runs, its invented name."""
        return self.label or self.name

    @property
    def is_everyone(self) -> bool:
        """Whether it stands for all respondents, so that there is nobody to compare it with."""
        return self.share >= 1

    @property
    def is_handful(self) -> bool:
        """Too few people for a share to say anything: they are counted."""
        return self.size < HANDFUL


class OwnPicture(models.Model):
    """A picture that somebody brought for a persona, by its content: runs of the experiment share it."""

    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="pictures")
    key = models.CharField(max_length=40, help_text="What the edit log says: own-3fa9…")
    data = models.BinaryField(help_text="PNG, drawn anew.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("experiment", "key"), name="own_picture_once"),)

    def __str__(self) -> str:
        return self.key


class StatementQuerySet(models.QuerySet["Statement"]):
    def visible_to(self, user: User) -> StatementQuerySet:
        return self.filter(reachable(user, "persona__run__experiment"))


class ShownStatements(models.Manager["Statement"]):
    """Those that readers see."""

    def get_queryset(self) -> StatementQuerySet:
        return StatementQuerySet(self.model, using=self._db).filter(shown=True)

    def visible_to(self, user: User) -> StatementQuerySet:
        return self.get_queryset().filter(persona__shown=True).visible_to(user)


class Statement(models.Model):
    """One claim of a persona, as people left it; its text opens onto `evidence`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="statements")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=kind_choices)
    text = models.TextField()
    key = models.CharField(max_length=200, default="", help_text="Its id in the result; empty: of a run before 0.6")
    origin = models.CharField(max_length=10)
    strength = models.CharField(max_length=6)
    support = models.PositiveBigIntegerField()
    base = models.PositiveBigIntegerField()
    mentions = models.PositiveBigIntegerField(null=True, blank=True)
    topic = models.TextField(null=True, blank=True)
    note = models.TextField()
    confirmed = models.BooleanField(null=True, blank=True, help_text="A second look's word; None: nobody looked again.")
    count = models.JSONField(
        null=True, blank=True, help_text="What a counted statement tells of a question: `COUNTED` of the library's."
    )

    shown = models.BooleanField(default=True, help_text="Off: hidden by a person, or nobody says it any more.")
    marks = models.JSONField(
        default=dict, blank=True, help_text="persona.edits.StatementMarks; `before`: the words that were generated"
    )

    objects = ShownStatements()
    everything = StatementQuerySet.as_manager()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("persona", "position"), name="statement_position_once"),)

    def __str__(self) -> str:
        return f"{self.kind} of {self.persona_id}"

    @property
    def bar(self) -> float:
        """A counted share in percent."""
        return self._percent("share")

    @property
    def line(self) -> float:
        """Everyone's share in percent."""
        return self._percent("everyone_share")

    def _percent(self, name: str) -> float:
        return round(100 * ((self.count or {}).get(name) or 0), 1)


class Evidence(models.Model):
    """A verbatim passage: source, row, column and characters."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="evidence")
    position = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=120)
    row = models.PositiveBigIntegerField()
    line = models.PositiveBigIntegerField()
    column = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    strength = models.CharField(max_length=6)
    score = models.FloatField()
    counted = models.BooleanField(default=True)

    class Meta:
        ordering = ("position",)
        verbose_name_plural = "evidence"
        constraints = (
            models.UniqueConstraint(fields=("statement", "position"), name="evidence_position_once"),
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="evidence_has_characters"),
        )

    def __str__(self) -> str:
        return f"row {self.row}"
