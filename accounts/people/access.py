"""What acts for a person without their password: it ends with the password when that was lost, or may be known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.models import EmailAddress
from allauth.account.signals import password_reset
from django.conf import settings
from django.db import transaction
from django.dispatch import Signal, receiver

from accounts.provider_keys.models import KeyTest, ProviderKey
from accounts.tokens.models import ApiToken

if TYPE_CHECKING:
    from accounts.people.models import User

access_ended = Signal()
"""Sent with `user` in the same transaction: whoever keeps more that acts for a person ends it too."""


@transaction.atomic
def end_access(user: User, *, with_keys: bool = False) -> None:
    """Revoke all API tokens and turn off what listens; also remove the keys that a stranger may have put there."""
    for token in ApiToken.objects.filter(owner=user).live():
        token.revoke()
    if with_keys:
        KeyTest.objects.filter(owner=user).delete()
        ProviderKey.objects.filter(owner=user).delete()
    access_ended.send(type(user), user=user)


def is_confirmed(user: User) -> bool:
    """Whether the person has shown that the mailbox is theirs; where no mail is sent, nobody can be asked to."""
    if settings.EMAIL_BACKEND == "core.mail.FolderBackend":
        return True
    return EmailAddress.objects.filter(user=user, verified=True).exists()


@receiver(password_reset, dispatch_uid="end_access_with_reset")
def _with_reset(user: User, **_: Any) -> None:
    """Until the mailbox was confirmed, anybody could have signed up with its address."""
    end_access(user, with_keys=not is_confirmed(user))
