"""Masking: nothing personal is sent, and nothing else is taken away."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.writers.llm.masking import Mask
from persona.writing.private import HIDDEN

NAMES = st.sampled_from(["Ana", "Anna", "Annette", "José", "Zoë", "Åsa", "Öz", "Bo", "Lee"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to ana.lopez@example.org please", "Write to ••• please"),
        ("See https://example.org/a?b=c#d for more", "See ••• for more"),
        ("It is on www.example.org/people now", "It is on ••• now"),
        ("I plan 3 lessons in 20 minutes", "I plan 3 lessons in 20 minutes"),
        ("It costs 12.50 € on 3 days", "It costs 12.50 € on 3 days"),
        ("", ""),
    ],
)
def test_addresses_and_links_are_hidden_and_numbers_of_things_are_not(text: str, expected: str) -> None:
    assert Mask()(text) == expected


def test_names_are_hidden_as_whole_words_the_longer_first() -> None:
    mask = Mask(["Ann", "Annette", "José"])

    assert mask("Annette, Ann and José's sister; Annex stays") == "•••, ••• and •••'s sister; Annex stays"


def test_names_that_look_like_expressions_are_names() -> None:
    assert Mask(["A.B", "x+y"])("A.B met AxB and x+y") == "••• met AxB and •••"


def test_with_masking_off_everything_is_sent_as_it_is() -> None:
    text = "Ana: write to ana@example.org"

    assert Mask(["Ana"], active=False)(text) == text


@settings(max_examples=40)
@given(st.lists(NAMES, min_size=1, max_size=4), st.data())
def test_no_name_is_left_wherever_it_stands(names: list[str], data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from([*names, "plan", "the", "week"]), min_size=1, max_size=12))
    ends = data.draw(st.sampled_from([" ", ", ", "; ", "\n", " - "]))

    found = re.split(r"[\s,;-]+", Mask(names)(ends.join(words)))

    assert [word for word in found if word != HIDDEN] == [word for word in words if word not in names]
