from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.writers.llm.tokens import at_most, likely

ANY_TEXT = st.text(max_size=200)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", (0, 64)), ("a", (1, 65)), ("abcd", (1, 66)), ("12", (2, 66)), ("ü", (1, 66)), ("日本", (2, 68))],
)
def test_letters_are_cheap_figures_and_other_scripts_are_not(text: str, expected: tuple[int, int]) -> None:
    assert (likely(text), at_most(text)) == expected


@settings(max_examples=40)
@given(ANY_TEXT)
def test_what_is_likely_is_never_more_than_what_is_possible(text: str) -> None:
    assert 0 <= likely(text) <= at_most(text)


@settings(max_examples=40)
@given(ANY_TEXT, ANY_TEXT)
def test_more_text_is_never_fewer_tokens(one: str, other: str) -> None:
    assert likely(one + other) >= max(likely(one), likely(other))
    assert at_most(one + other) >= max(at_most(one), at_most(other))
    assert at_most(one + other) <= at_most(one) + at_most(other)
