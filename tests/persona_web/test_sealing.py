"""Sealing: what lies in the database is of no use without the keys, and keys can be changed."""

from __future__ import annotations

import pytest
from pytest_django import Settings

from persona_web.sealing import Unreadable, reseal, seal, unseal

OLD, NEW = "o" * 40, "n" * 40


def test_a_secret_comes_back_and_is_never_sealed_alike_twice(settings: Settings) -> None:
    settings.ENCRYPTION_KEYS = [NEW]
    first, second = seal("sk-käy"), seal("sk-käy")

    assert (unseal(first), unseal(second)) == ("sk-käy", "sk-käy")
    assert first != second
    assert "sk-" not in first


def test_an_older_key_still_opens_and_a_new_one_seals(settings: Settings) -> None:
    settings.ENCRYPTION_KEYS = [OLD]
    sealed = seal("secret")

    settings.ENCRYPTION_KEYS = [NEW, OLD]
    again = reseal(sealed)
    settings.ENCRYPTION_KEYS = [NEW]

    assert unseal(again) == "secret"
    with pytest.raises(Unreadable):
        unseal(sealed)
    with pytest.raises(Unreadable):
        reseal(sealed)
