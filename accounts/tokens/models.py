"""API tokens: what a program shows to act for a person, within what the person allowed."""

from __future__ import annotations

import hmac
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from accounts.audit.services import record
from accounts.teams.models import Membership
from accounts.tokens import token_text
from persona.exceptions import PersonaError
from persona.ids import uuid7

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from accounts.people.models import User

MAX_LIVE = 20
DAYS = 90
MAX_DAYS = 366
SOON = timedelta(days=7)
USE_SECONDS = 60  # the last use is written no more often than this
# What a token may be allowed, and how the page says it.
SCOPES = {
    "read": ("Read", "See experiments, personas and quotes"),
    "write": ("Upload", "Make experiments, add data, say what columns mean"),
    "run": ("Run", "Start and stop runs that may cost money"),
    "admin": ("Delete", "Remove experiments, manage webhooks"),
}


class TooManyTokens(PersonaError):
    """A person has as many live tokens as one may."""

    code = "too_many_tokens"

    def __init__(self) -> None:
        super().__init__(
            f"You have {MAX_LIVE} tokens, as many as one person may.", hint="Revoke one that is not used any more."
        )


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def visible_to(self, user: User) -> ApiTokenQuerySet:
        return self.filter(owner=user)

    def live(self) -> ApiTokenQuerySet:
        return self.filter(revoked=None, expires__gt=timezone.now(), owner__is_active=True)

    def named_by(self, text: str) -> ApiToken | None:
        """The live token with this text, and its owner, in one query; a slip costs none."""
        if not token_text.is_well_formed(text):
            return None
        digest = token_text.digest(text)
        # Every request asks this: the fewer words the question has, the sooner it is put together.
        found = next(iter(self.select_related("owner", "membership__team").filter(hash=digest).order_by()[:1]), None)
        return found if found and found.is_live and hmac.compare_digest(found.hash, digest) else None

    @transaction.atomic
    def issue(
        self,
        owner: User,
        *,
        name: str,
        scopes: Sequence[str],
        days: int = DAYS,
        key: UUID | None = None,
        membership: Membership | None = None,
    ) -> tuple[ApiToken, str]:
        """A new token of this person, and its text, which is never to be seen again; `key` becomes its id.

        It acts in the team of `membership`, else in the one that the person acts in now.

        Raises:
            TooManyTokens: others have to be revoked first.
        """
        get_user_model().objects.select_for_update().get(pk=owner.pk)  # two at once must not both be the last
        if self.visible_to(owner).live().count() >= MAX_LIVE:
            raise TooManyTokens
        text = token_text.new_token()
        token = self.create(
            pk=key or uuid7(),
            owner=owner,
            membership=membership or owner.membership,
            name=name,
            scopes=[scope for scope in SCOPES if scope in scopes],
            hash=token_text.digest(text),
            shown=token_text.shown(text),
            expires=timezone.now() + timedelta(days=min(days, MAX_DAYS)),
        )
        record("token_made", team=token.membership.team_id, about=token, person=owner.pk, scopes=token.scopes)
        return token, text


class ApiToken(models.Model):
    """One token; its text is known to whoever made it, and only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="api_tokens")
    membership = models.ForeignKey(
        Membership,
        on_delete=models.CASCADE,
        related_name="tokens",
        help_text="Where it acts; it ends with it.",
    )
    name = models.CharField(max_length=120, help_text="What it is for, in its owner's words.")
    hash = models.CharField(max_length=64, unique=True, editable=False)
    shown = models.CharField(max_length=token_text.SHOWN, editable=False, help_text="Its first letters.")
    scopes = models.JSONField(default=list)
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    last_used = models.DateTimeField(null=True, blank=True)
    revoked = models.DateTimeField(null=True, blank=True)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        verbose_name = "API token"
        ordering: ClassVar = ("-created", "-id")
        indexes: ClassVar = (models.Index(fields=("owner", "-created")),)

    def __str__(self) -> str:
        return f"{self.name} ({self.shown}…)"

    def note_use(self) -> None:
        """Write down that it is used now, at most once a minute; of many at once, one writes."""
        now = timezone.now()
        due = now - timedelta(seconds=USE_SECONDS)
        if self.last_used is None or self.last_used < due:
            stale = Q(last_used=None) | Q(last_used__lt=due)
            ApiToken.objects.filter(stale, pk=self.pk).update(last_used=now)
            self.last_used = now

    def revoke(self) -> None:
        """From the next request on, it is worth nothing."""
        if ApiToken.objects.filter(pk=self.pk, revoked=None).update(revoked=timezone.now()):
            record("token_revoked", team=self.membership.team_id, about=self)

    @property
    def is_live(self) -> bool:
        return self.revoked is None and self.expires > timezone.now() and self.owner.is_active

    def may(self, scope: str) -> bool:
        return scope in self.scopes

    @property
    def ends_soon(self) -> bool:
        return self.expires - timezone.now() < SOON

    @property
    def words(self) -> list[str]:
        """What it may do, as the page says it."""
        return [SCOPES[scope][0] for scope in self.scopes]
