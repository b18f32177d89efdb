"""`manage.py reencrypt`: after a new key was put first in ENCRYPTION_KEYS."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.security.key_rotation import rotate


class Command(BaseCommand):
    help = "Seal every stored secret again under the first of ENCRYPTION_KEYS; older keys may go afterwards."

    def handle(self, **_: Any) -> None:
        done = rotate()
        self.stdout.write(f"{done.sealed} sealed under the first key.")
        if done.unreadable:
            raise CommandError(f"{done.unreadable} can be read with none of the keys: keep the older ones in the list.")
