"""Tokens: their text, what is kept of it, and how many there may be."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import ApiToken
from accounts.tokens import token_text
from accounts.tokens.models import MAX_LIVE, TooManyTokens

if TYPE_CHECKING:
    from accounts.models import User

TOKENS = [token_text.new_token() for _ in range(20)]


def test_a_token_has_its_shape() -> None:
    tokens = {token_text.new_token() for _ in range(200)}

    assert len(tokens) == 200
    assert {(len(token), token[:3], token_text.is_well_formed(token)) for token in tokens} == {(52, "pw_", True)}


@given(st.integers(0, 2**256 - 1))
def test_base62_is_a_number_in_other_letters(number: int) -> None:
    text = token_text.base62(number, 43)

    back = 0
    for letter in text:
        back = back * 62 + token_text.LETTERS.index(letter)
    assert (len(text), back) == (43, number)


@given(st.data())
def test_a_changed_letter_is_noticed(data: st.DataObject) -> None:
    token = data.draw(st.sampled_from(TOKENS))
    place = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.sampled_from(token_text.LETTERS).filter(lambda other: other != token[place]))

    assert not token_text.is_well_formed(token[:place] + letter + token[place + 1 :])


@given(st.text(max_size=60))
def test_no_text_breaks_the_check(text: str) -> None:
    assert not token_text.is_well_formed(text)
    assert not token_text.is_well_formed("pw_" + text)


@pytest.mark.django_db
def test_only_its_hash_is_kept(alice: User) -> None:
    token, text = ApiToken.objects.issue(alice, name="Report", scopes=["write", "read", "fly"])

    kept = ApiToken.objects.values().get()
    assert kept["hash"] == hashlib.sha256(text.encode()).hexdigest()
    assert text not in str(kept)
    assert (token.shown, token.scopes, str(token)) == (text[3:11], ["read", "write"], f"Report ({text[3:11]}…)")
    assert timedelta(days=89) < token.expires - timezone.now() < timedelta(days=91)


@pytest.mark.django_db
def test_no_token_lives_longer_than_a_year(alice: User) -> None:
    token, _ = ApiToken.objects.issue(alice, name="Report", scopes=["read"], days=5_000)

    assert token.expires - timezone.now() < timedelta(days=367)


@pytest.mark.django_db
def test_a_person_has_so_many_live_ones_and_no_more(alice: User, bob: User) -> None:
    made = [ApiToken.objects.issue(alice, name="x", scopes=["read"])[0] for _ in range(MAX_LIVE)]
    with pytest.raises(TooManyTokens):
        ApiToken.objects.issue(alice, name="x", scopes=["read"])

    made[0].revoke()
    ApiToken.objects.issue(alice, name="x", scopes=["read"])
    ApiToken.objects.issue(bob, name="x", scopes=["read"])
