"""Kept answers: what a request with a key of its own was told, so that the same request again is told the same."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.teams.models import TeamOwned
from core.security.encryption import EncryptedField
from persona.ids import uuid7

KEPT = timedelta(hours=24)
# No request works this long: whoever still holds the key has died.
LONGEST = timedelta(minutes=2)


class IdempotencyRecordQuerySet(models.QuerySet["IdempotencyRecord"]):
    def outdated(self) -> IdempotencyRecordQuerySet:
        return self.filter(created__lt=timezone.now() - KEPT)

    def take_over(self, answer: IdempotencyRecord) -> bool:
        """Go on with a request whose process has died; of many that try, one may."""
        if answer.begun > timezone.now() - LONGEST:
            return False
        return self.filter(pk=answer.pk, begun=answer.begun, status=None).update(begun=timezone.now()) == 1


class IdempotencyRecord(TeamOwned):
    """One request with an Idempotency-Key. Its id is what services take as their one-time key."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="idempotency_records")
    route = models.CharField(max_length=300, help_text="Method and path.")
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of what was sent.")
    status = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Empty while the request is at work.")
    headers = models.JSONField(default=dict, blank=True)
    body = EncryptedField(blank=True, help_text="It may hold a secret that is shown once.")
    begun = models.DateTimeField(default=timezone.now)
    created = models.DateTimeField(auto_now_add=True, db_index=True)

    objects = IdempotencyRecordQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = (
            models.UniqueConstraint(fields=("owner", "team", "route", "key"), name="idempotency_record_once_per_key"),
        )

    def __str__(self) -> str:
        return f"{self.route} {self.key}"
