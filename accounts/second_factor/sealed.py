"""Secrets of second steps lie sealed in allauth's table; with a new key they are sealed again, as ours are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.db import transaction

from core.security.encryption import Undecryptable, reencrypt
from core.security.key_rotation import ELSEWHERE

if TYPE_CHECKING:
    from core.security.key_rotation import Rotated

SEALED = ("secret", "seed")


def rotate(done: Rotated) -> None:
    """Each row in a transaction of its own, so that it may be stopped and run again."""
    for pk in Authenticator.objects.values_list("pk", flat=True):
        with transaction.atomic():
            row = Authenticator.objects.select_for_update().filter(pk=pk).first()
            found = [name for name in SEALED if row and name in row.data]
            if row is None or not found:
                continue
            try:
                row.data.update({name: reencrypt(row.data[name]) for name in found})
            except Undecryptable:
                done.unreadable += 1
            else:
                row.save(update_fields=["data"])
                done.sealed += 1


ELSEWHERE.append(rotate)
