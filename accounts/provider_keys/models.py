"""ProviderKey: a person's own way to a provider of language models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from core.security.encryption import EncryptedField
from persona.ids import uuid7
from persona.providers import PROVIDERS

if TYPE_CHECKING:
    from accounts.people.models import User


class ProviderKeyQuerySet(models.QuerySet["ProviderKey"]):
    def visible_to(self, user: User) -> ProviderKeyQuerySet:
        return self.filter(owner=user)


class ProviderKey(models.Model):
    """A key, or the address of a server that needs none; the key itself can be written and used, never read."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="provider_keys")
    provider = models.CharField(max_length=20, choices=[(each.id, each.name) for each in PROVIDERS.values()])
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
        constraints = (models.UniqueConstraint(fields=("owner", "provider"), name="one_key_for_each_provider"),)

    def __str__(self) -> str:
        return f"{self.get_provider_display()} …{self.last_four}" if self.last_four else self.get_provider_display()
