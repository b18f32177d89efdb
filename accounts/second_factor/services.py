"""What operators do about second steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.db import transaction

from accounts.audit.services import record
from accounts.people.notices import tell
from accounts.second_factor.sessions import end_all

if TYPE_CHECKING:
    from accounts.people.models import User


@transaction.atomic
def reset(user: User) -> None:
    """Switch all second steps of a person off, sign them out everywhere and tell them by mail."""
    Authenticator.objects.filter(user=user.pk).delete()
    end_all(user.pk)
    record("second_step_reset", about=user)
    transaction.on_commit(lambda: tell(user, "account/email/second_step_reset.txt", {}))
