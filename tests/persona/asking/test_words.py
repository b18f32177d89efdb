"""What a question is about."""

from __future__ import annotations

import pytest

from persona.asking.words import content_of, same_word, topic_of


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What do people say about the swimming pool?", ("swimming", "pool")),
        ("Was sagen die Leute über das Schwimmbad?", ("schwimmbad",)),
        ("Que disent-ils du personnel ?", ("personnel",)),
        ("What do they think?", ()),
    ],
)
def test_words_that_only_ask_are_left_out(question: str, topic: tuple[str, ...]) -> None:
    assert topic_of(question) == topic


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("call", "calls", True), ("noise", "noisy", True), ("list", "listen", False), ("pin", "pint", False)],
)
def test_forms_of_a_word_share_most_of_it_from_the_left(one: str, other: str, same: bool) -> None:
    assert same_word(one, other) is same
    assert same_word(other, one) is same


def test_what_english_and_french_hang_on_a_word_is_no_part_of_it() -> None:
    assert content_of("Microsoft's windows, l'hôpital") == ("microsoft", "windows", "hôpital")
