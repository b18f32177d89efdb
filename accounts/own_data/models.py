"""ZIP archives of people's data, made by a worker and kept for a week; and accounts that are to be deleted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from persona.ids import uuid7

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.people.models import User

LASTS = timedelta(days=7)
LOST = timedelta(hours=2)
"""So long after it began, a worker that says nothing is taken for dead."""


class TakeoutQuerySet(models.QuerySet["Takeout"]):
    def visible_to(self, user: User) -> TakeoutQuerySet:
        return self.filter(user=user.pk)

    def under_way(self) -> TakeoutQuerySet:
        return self.filter(status__in=(Takeout.Status.WAITING, Takeout.Status.WORKING))

    def claim(self, pk: str) -> Takeout | None:
        """Take it for this worker; None where another has, or it is done."""
        lost = Q(status=Takeout.Status.WORKING, begun__lt=timezone.now() - LOST)
        free = Q(status=Takeout.Status.WAITING) | lost
        taken = self.filter(free, pk=pk).update(status=Takeout.Status.WORKING, begun=timezone.now())
        return self.select_related("user").get(pk=pk) if taken else None

    def ended(self) -> TakeoutQuerySet:
        """Those whose time is over."""
        return self.filter(created__lt=timezone.now() - LASTS)


class Takeout(models.Model):
    """waiting -> working -> ready | failed"""

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        WORKING = "working", "Being made"
        READY = "ready", "Ready"
        FAILED = "failed", "Failed"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="takeouts")
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    bytes = models.BigIntegerField(default=0)
    created = models.DateTimeField(default=timezone.now, editable=False)
    begun = models.DateTimeField(null=True, editable=False)

    objects = TakeoutQuerySet.as_manager()

    class Meta:
        verbose_name = "archive of own data"
        verbose_name_plural = "archives of own data"
        ordering: ClassVar = ("-created",)
        constraints: ClassVar = (
            models.UniqueConstraint(
                fields=("user",), condition=Q(status__in=("waiting", "working")), name="takeout_one_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk} {self.status}"

    @property
    def path(self) -> Path:
        return folder() / f"{self.pk}.zip"

    @property
    def is_under_way(self) -> bool:
        return self.status in (self.Status.WAITING, self.Status.WORKING)


class Departure(models.Model):
    """Somebody asked for their account to be deleted; the row goes with it."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="departure")
    asked = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.user_id} since {self.asked:%Y-%m-%d %H:%M}"


def folder() -> Path:
    """Where archives lie until they are fetched or their time is over."""
    path: Path = settings.DATA_DIR / "takeouts"
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path
