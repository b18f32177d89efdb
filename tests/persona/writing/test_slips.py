"""Slips that only the company shows."""

from __future__ import annotations

from persona.writing.slips import has_odd_word
from tests.answers import HABIT, PAIN, corpus_of


def odd(said: list[str], question: str = HABIT) -> list[str]:
    corpus = corpus_of({question: said}, [1] * len(said))
    return [unit.text for i, unit in enumerate(corpus.units) if has_odd_word(corpus, i)]


def test_a_word_that_others_spell_otherwise_is_odd() -> None:
    assert odd(["I counted the fridge at midnight"] * 9 + ["I counted the fridge at midnigth"]) == [
        "I counted the fridge at midnigth"
    ]


def test_a_missing_letter_is_odd_even_where_few_use_the_word() -> None:
    said = ["We must prove compliance to the auditors"] * 3 + ["We must prove compiance to the auditors"]
    said += [f"Nobody reads {what} in this office" for what in ("plans", "mails", "books", "notes", "lists")]
    assert odd(said, PAIN) == ["We must prove compiance to the auditors"]


def test_a_little_word_that_nobody_else_puts_there_is_odd() -> None:
    said = ["The editor is great"] * 3 + ["The editor is a great help"] * 3 + ["The editor us a great help"]
    assert odd(said, PAIN) == ["The editor us a great help"]


def test_half_of_a_word_that_is_always_followed_by_another_is_odd() -> None:
    said = [f"I could not top up my {what}" for what in ("card", "phone", "account", "wallet", "balance")] * 5
    said += ["My top is still pending", "Topping-up takes days", "My top-ups fail"]
    assert odd(said, PAIN) == ["My top is still pending"]


def test_rare_words_are_no_slips() -> None:
    assert odd(["I counted the fridge at midnight"] * 9 + ["I counted the freezer at noon"]) == []
