"""Webhooks: where people want to be told, what is to be told there, and every try to do so."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from accounts.teams.models import TeamOwned, within
from core.lease.models import Leased, LeasedQuerySet
from core.security.encryption import EncryptedField
from experiments.models import Experiment
from persona.ids import uuid7

if TYPE_CHECKING:
    from datetime import datetime

    from accounts.models import User


class WebhookQuerySet(LeasedQuerySet["Webhook"]):
    """Of a webhook, a worker holds the turn: one at a time sends what is due there."""

    def visible_to(self, user: User) -> WebhookQuerySet:
        return self.filter(within(user), experiment__binned=None)

    def working(self) -> WebhookQuerySet:
        return self.filter(disabled__isnull=True)

    def concerning(self, experiment: Experiment) -> WebhookQuerySet:
        """Those that may want to hear of this experiment."""
        scope = Q(experiment=None) | Q(experiment=experiment)
        return self.working().filter(scope, team=experiment.team_id, owner__is_active=True)

    def unfinished(self) -> WebhookQuerySet:
        """Those with something due that need no rest."""
        due = WebhookDelivery.objects.due().filter(webhook=OuterRef("pk"))
        rested = Q(rest_until=None) | Q(rest_until__lte=timezone.now())
        return self.working().filter(rested, Exists(due))


class Webhook(TeamOwned, Leased):
    """An address of a team that is told of its experiments, all of them or one."""

    class Stop(models.TextChoices):
        OWNER = "owner", "Turned off"
        GONE = "gone", "The receiver answered 410"
        FAILING = "failing", "Failed for five days"

    WAITING: ClassVar = {"disabled": None}
    HELD: ClassVar = WAITING

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="webhooks")
    experiment = models.ForeignKey(
        Experiment, on_delete=models.CASCADE, related_name="webhooks", null=True, blank=True, help_text="None: all."
    )
    url = models.CharField(max_length=2000)
    events = models.JSONField(default=list, help_text="Names of generation.webhooks.catalogue.EVENTS")
    secret = EncryptedField()
    old_secret = EncryptedField(blank=True)
    old_secret_until = models.DateTimeField(null=True, blank=True, help_text="Until then the old secret signs too.")
    hint = models.CharField(max_length=4, help_text="The last letters of the secret.")
    failing_since = models.DateTimeField(null=True, blank=True, help_text="First failure since the last success.")
    disabled = models.DateTimeField(null=True, blank=True)
    disabled_by = models.CharField(max_length=10, choices=Stop, blank=True)
    rest_until = models.DateTimeField(null=True, blank=True, help_text="It did not answer: leave it alone so long.")
    created = models.DateTimeField(auto_now_add=True)

    objects = WebhookQuerySet.as_manager()

    class Meta:
        ordering = ("created", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(disabled=None, disabled_by="") | Q(disabled__isnull=False) & ~Q(disabled_by=""),
                name="webhook_disabled_has_reason",
            ),
        )

    def __str__(self) -> str:
        return self.url

    @classmethod
    def lease_end(cls) -> datetime:
        """Longer than any one try can last."""
        return timezone.now() + timedelta(seconds=settings.ENV.webhook_seconds + 30)

    @property
    def is_working(self) -> bool:
        return self.disabled is None

    @property
    def has_two_secrets(self) -> bool:
        return self.old_secret_until is not None and self.old_secret_until > timezone.now()

    @property
    def is_failing(self) -> bool:
        return self.is_working and self.failing_since is not None


class WebhookDeliveryQuerySet(models.QuerySet["WebhookDelivery"]):
    def visible_to(self, user: User) -> WebhookDeliveryQuerySet:
        return self.filter(within(user, "webhook__team"), webhook__experiment__binned=None)

    def waiting(self) -> WebhookDeliveryQuerySet:
        return self.filter(status=WebhookDelivery.Status.WAITING)

    def due(self) -> WebhookDeliveryQuerySet:
        return self.waiting().filter(due__lte=timezone.now())

    def claim(self, delivery: WebhookDelivery) -> bool:
        """Take the next try: whoever counts it makes it. Should its worker die, it is due again after a while."""
        mine = self.due().filter(pk=delivery.pk, attempt=delivery.attempt)
        if not mine.update(attempt=F("attempt") + 1, step=F("step") + 1, due=Webhook.lease_end()):
            return False
        delivery.attempt, delivery.step = delivery.attempt + 1, delivery.step + 1
        return True

    def held_by(self, delivery: WebhookDelivery) -> WebhookDeliveryQuerySet:
        """The row while this try is the newest one (the fence)."""
        return self.waiting().filter(pk=delivery.pk, attempt=delivery.attempt)


class WebhookDelivery(models.Model):
    """One event for one webhook. Its id is the message's id, the same in every try.

    waiting -> delivered | failed; sent again by hand: back to waiting.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        DELIVERED = "delivered", "Delivered"
        FAILED = "failed", "Given up"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    event = models.CharField(max_length=40)
    payload = models.TextField(help_text="The body, letter by letter: it is what is signed.")
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    attempt = models.PositiveIntegerField(default=0, help_text="Tries so far; fence of the newest one.")
    step = models.PositiveSmallIntegerField(default=0, help_text="Tries of this round of the schedule.")
    due = models.DateTimeField(default=timezone.now)
    created = models.DateTimeField(auto_now_add=True)
    finished = models.DateTimeField(null=True, blank=True)

    objects = WebhookDeliveryQuerySet.as_manager()

    class Meta:
        ordering = ("-created", "-id")
        verbose_name_plural = "webhook deliveries"
        indexes = (models.Index(fields=("status", "due")), models.Index(fields=("created",)))

    def __str__(self) -> str:
        return f"{self.event} {self.id}"


class WebhookAttempt(models.Model):
    """One try to deliver: what the receiver answered, or why there was no answer."""

    delivery = models.ForeignKey(WebhookDelivery, on_delete=models.CASCADE, related_name="attempts")
    number = models.PositiveIntegerField()
    started = models.DateTimeField()
    milliseconds = models.PositiveIntegerField(null=True, blank=True, help_text="None: its worker died.")
    status = models.PositiveSmallIntegerField(null=True, blank=True, help_text="HTTP status")
    error = models.CharField(max_length=20, blank=True, help_text="generation.webhooks.posting.Trouble")
    answer = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("delivery", "number"), name="attempt_number_once"),)

    def __str__(self) -> str:
        return f"try {self.number}"
