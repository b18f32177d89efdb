"""What a question is about."""

from __future__ import annotations

import pytest

from persona.asking.words import asking_words, content_of, is_counting, same_word, topic_of


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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("", "", False),
        ("", "bread", False),
        ("app", "app", False),  # three letters: an exact word is looked up, and has no forms
        ("bread", "bread", True),
        ("vorschlag", "vorschläge", True),
        ("аллергия", "аллергии", True),
        ("アレルギー", "アレルギーの", True),
    ],
)
def test_border_cases_of_forms(one: str, other: str, same: bool) -> None:
    assert same_word(one, other) is same
    assert same_word(other, one) is same


@pytest.mark.parametrize(
    "question",
    [
        "How many use Slack?",
        "Wie viele nutzen Slack?",
        "Combien utilisent Slack ?",
        "¿Cuántas personas usan Slack?",
        "HOW MANY?",
    ],
)
def test_a_question_for_a_number_is_known_in_its_language(question: str) -> None:
    assert is_counting(question)


@pytest.mark.parametrize("question", ["Why Slack?", "Howl at the moon", "", "42"])
def test_other_questions_ask_for_no_number(question: str) -> None:
    assert not is_counting(question)


def test_every_word_of_a_topic_stands_once_in_its_order() -> None:
    assert topic_of("Pool, swimming, pool, SWIMMING and the pool!") == ("pool", "swimming")


def test_words_that_ask_are_written_small_and_alone() -> None:
    assert {word for word in asking_words() if word != word.casefold() or not word.strip()} == set()
