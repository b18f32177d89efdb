"""Sealing: what lies in the database is of no use without the keys, and keys can be changed."""

from __future__ import annotations

import pytest
from pytest_django import Settings

from core.security.encryption import Undecryptable, decrypt, encrypt, reencrypt

OLD, NEW = "o" * 40, "n" * 40


def test_a_secret_comes_back_and_is_never_encrypted_alike_twice(settings: Settings) -> None:
    settings.ENCRYPTION_KEYS = [NEW]
    first, second = encrypt("sk-käy"), encrypt("sk-käy")

    assert (decrypt(first), decrypt(second)) == ("sk-käy", "sk-käy")
    assert first != second
    assert "sk-" not in first


def test_an_older_key_still_opens_and_a_new_one_seals(settings: Settings) -> None:
    settings.ENCRYPTION_KEYS = [OLD]
    sealed = encrypt("secret")

    settings.ENCRYPTION_KEYS = [NEW, OLD]
    again = reencrypt(sealed)
    settings.ENCRYPTION_KEYS = [NEW]

    assert decrypt(again) == "secret"
    with pytest.raises(Undecryptable):
        decrypt(sealed)
    with pytest.raises(Undecryptable):
        reencrypt(sealed)
