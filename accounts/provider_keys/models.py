"""Provider keys: a team's own way to a provider of language models, and the test that comes before it is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.teams.models import TeamOwned, within
from core.lease.models import Leased, LeasedQuerySet
from core.security.encryption import EncryptedField
from persona.ids import uuid7
from persona.providers import PROVIDERS

if TYPE_CHECKING:
    from uuid import UUID

    from accounts.people.models import User

PROVIDER_CHOICES = [(each.id, each.name) for each in PROVIDERS.values()]
MAX_TESTS = 2  # at a time, of all people: a test waits for a stranger's server and holds a worker meanwhile
KEPT = timedelta(hours=1)  # the page that waits for a test has long shown how it ended


class ProviderKeyQuerySet(models.QuerySet["ProviderKey"]):
    def visible_to(self, user: User) -> ProviderKeyQuerySet:
        return self.filter(within(user))


class ProviderKey(TeamOwned):
    """A team's key, or the address of a server that needs none; the key itself can be written and used, never read."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="provider_keys",
        help_text="Who brought it.",
    )
    provider = models.CharField(max_length=20, choices=PROVIDER_CHOICES)
    sealed = EncryptedField(blank=True, editable=False, help_text="The key, encrypted; empty where none is needed.")
    last_four = models.CharField(max_length=4, blank=True, help_text="To tell one key from another.")
    base_url = models.CharField("address", max_length=500, blank=True, help_text="Empty: the provider's own.")
    model = models.CharField(
        max_length=120, blank=True, help_text="The model to begin with, where it is not ours to know."
    )
    input_price = models.FloatField(null=True, blank=True, help_text="US dollars for a million tokens read.")
    output_price = models.FloatField(null=True, blank=True, help_text="US dollars for a million tokens written.")
    checked = models.DateTimeField(help_text="When it was last tried and worked.")
    created = models.DateTimeField(auto_now_add=True)

    objects = ProviderKeyQuerySet.as_manager()

    class Meta:
        ordering = ("provider",)
        constraints = (models.UniqueConstraint(fields=("team", "provider"), name="one_key_for_each_provider"),)

    def __str__(self) -> str:
        return f"{self.get_provider_display()} …{self.last_four}" if self.last_four else self.get_provider_display()


class KeyTestQuerySet(LeasedQuerySet["KeyTest"]):
    def visible_to(self, user: User) -> KeyTestQuerySet:
        """One's own: the form of a test that failed shows what was typed."""
        return self.filter(within(user), owner=user)

    def under_way(self) -> KeyTestQuerySet:
        """Tests that a living worker carries out now."""
        return self.filter(status=KeyTest.Status.TESTING, lease_until__gte=timezone.now())

    def claim(self, pk: UUID | str, **changes: Any) -> KeyTest | None:
        """Take the test, unless as many as may are under way. Two that look at one moment are one too many, no harm."""
        return None if self.under_way().count() >= MAX_TESTS else super().claim(pk, **changes)

    def settle(self, row: KeyTest, **result: Any) -> bool:
        """Record how it ended. The secret goes: it lies with the key that is kept, or nowhere."""
        return super().settle(row, sealed="", **result)

    def forgettable(self) -> KeyTestQuerySet:
        return self.filter(status__in=(KeyTest.Status.WORKS, KeyTest.Status.FAILED), created__lt=timezone.now() - KEPT)


class KeyTest(TeamOwned, Leased):
    """One try of a way to a provider; one that works becomes the team's `ProviderKey`.

    waiting -> testing -> works | failed.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        TESTING = "testing", "Testing"
        WORKS = "works", "Works"
        FAILED = "failed", "Failed"

    WAITING: ClassVar = {"status": Status.WAITING}
    HELD: ClassVar = {"status": Status.TESTING}
    CLAIMED_WITH: ClassVar = ("owner",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="key_tests")
    provider = models.CharField(max_length=20, choices=PROVIDER_CHOICES)
    sealed = EncryptedField(blank=True, editable=False, help_text="The key, encrypted; empty once it was tested.")
    base_url = models.CharField("address", max_length=500, blank=True)
    model = models.CharField(max_length=120, blank=True)
    input_price = models.FloatField(null=True, blank=True)
    output_price = models.FloatField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    error = models.JSONField(null=True, blank=True, help_text="code, message, hint, retryable")
    created = models.DateTimeField(auto_now_add=True)

    objects = KeyTestQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ("-created", "-id")
        indexes: ClassVar = (models.Index(fields=("status", "lease_until")),)
        constraints: ClassVar = (
            models.UniqueConstraint(
                fields=("owner",), condition=Q(status__in=("waiting", "testing")), name="one_key_test_for_each_person"
            ),
            models.CheckConstraint(
                condition=~Q(status="failed") | Q(error__isnull=False), name="key_test_failed_has_error"
            ),
        )

    def __str__(self) -> str:
        return f"Test of {self.get_provider_display()}"

    @property
    def is_unfinished(self) -> bool:
        return self.status in (self.Status.WAITING, self.Status.TESTING)
