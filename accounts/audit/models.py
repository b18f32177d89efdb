"""Entries of the activity log: written once. Neither the model nor, by triggers, the database lets them be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.audit.catalogue import ACTIONS, of_group
from accounts.teams.models import Membership
from persona.ids import uuid7

if TYPE_CHECKING:
    from accounts.teams.models import Team

DEVICE_LETTERS = 60


class ReadOnlyEntry(Exception):
    """Somebody tried to change or delete what was written."""


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    def of_team(self, team: Team) -> AuditQuerySet:
        """What was done in a team, and how its members signed in."""
        members = Membership.objects.filter(team=team).values("user")
        return self.filter(Q(team=team.pk) | Q(team=None, person__in=members, action__in=of_group("sign-in")))

    def before(self, entry: AuditEntry) -> AuditQuerySet:
        """Those that come after it in the list, which begins with the newest: ids of one millisecond have no order."""
        return self.filter(Q(at__lt=entry.at) | Q(at=entry.at, pk__lt=entry.pk))

    def update(self, **_: Any) -> NoReturn:
        raise ReadOnlyEntry

    def delete(self) -> NoReturn:
        raise ReadOnlyEntry

    def bulk_update(self, *_: Any, **__: Any) -> NoReturn:
        raise ReadOnlyEntry


class AuditEntry(models.Model):
    """One thing that somebody did. Ids and codes only: nobody's words are in it, and it outlives what it tells of."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField(default=timezone.now, editable=False)
    action = models.CharField(max_length=30, choices=[(name, action.words) for name, action in ACTIONS.items()])
    person = models.UUIDField(null=True, help_text="Who did it, or whom a failed sign-in named; empty: nobody known.")
    team = models.UUIDField(null=True, help_text="Where; empty for what concerns a person alone.")
    about = models.CharField(max_length=30, blank=True, help_text="What kind of thing it was done to.")
    about_id = models.CharField(max_length=40, blank=True)
    detail = models.JSONField(default=dict, blank=True, help_text="Codes: roles, formats, scopes.")
    address = models.GenericIPAddressField(null=True)
    device = models.CharField(max_length=DEVICE_LETTERS, blank=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = "entry of the activity log"
        verbose_name_plural = "activity log"
        ordering: ClassVar = ("-at", "-id")
        indexes: ClassVar = (
            models.Index(fields=("team", "-at", "-id")),
            models.Index(fields=("person", "-at")),
        )
        constraints: ClassVar = (
            models.CheckConstraint(condition=Q(action__in=list(ACTIONS)), name="audit_action_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.action} {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise ReadOnlyEntry
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        raise ReadOnlyEntry

    @property
    def words(self) -> str:
        return ACTIONS[self.action].words
