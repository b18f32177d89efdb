"""Sealing: secrets that must be used again lie in the database encrypted, under keys that lie elsewhere."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from collections.abc import Sequence


class Undecryptable(Exception):
    """A secret was sealed under a key that is not in the list any more."""


class EncryptedField(models.TextField):
    """Holds what `encrypt` gave, never the secret itself; `manage.py reencrypt` finds such fields in every model."""


def encrypt(secret: str) -> str:
    """The secret under the first key of the list."""
    return _box().encrypt(secret.encode()).decode()


def decrypt(sealed: str) -> str:
    """The secret, under whichever key of the list it was sealed.

    Raises:
        Undecryptable: it was none of them.
    """
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise Undecryptable from None


def reencrypt(sealed: str) -> str:
    """The same secret under the first key; its age is kept."""
    try:
        return _box().rotate(sealed.encode()).decode()
    except InvalidToken:
        raise Undecryptable from None


def _box() -> MultiFernet:
    return _box_of(tuple(settings.ENCRYPTION_KEYS))


@lru_cache(maxsize=4)
def _box_of(keys: Sequence[str]) -> MultiFernet:
    """Any long random text is a key; Fernet wants 32 bytes in base64."""
    return MultiFernet([Fernet(base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest())) for key in keys])
