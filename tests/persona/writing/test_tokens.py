"""Tokens: words and ends of sentences of many answers, as numbers of a list."""

from __future__ import annotations

import numpy as np

from persona.writing.tokens import Wordlist


def test_reading_gives_words_and_ends_of_sentences_by_answer() -> None:
    words = Wordlist()
    tokens = words.read(["It’s slow. Too slow!", "", "slow; but\nfine."])
    assert [words.names[number] for number in tokens.words] == [
        *("it's", "slow", ".", "too", "slow"),
        *("slow", ";", "but", "\n", "fine"),
    ]
    assert tokens.answer.tolist() == [0] * 5 + [2] * 5
    assert tokens.lengths.tolist() == [5, 0, 5]


def test_the_same_word_has_the_same_number_in_every_batch() -> None:
    words = Wordlist()
    first, second = words.read(["slow export"]), words.read(["Export is slow"])
    assert second.words.tolist() == [first.words[1], 3, first.words[0]]


def test_what_separates_answers_may_stand_in_one() -> None:
    words = Wordlist()
    tokens = words.read(["one\x00two", "three"])
    assert tokens.answer.tolist() == [0, 0, 1]
    assert tokens.answers == 2


def test_take_numbers_the_chosen_answers_anew() -> None:
    words = Wordlist()
    taken = words.read(["a b", "c", "d e f"]).take(np.array([True, False, True]))
    assert [words.names[number] for number in taken.words] == ["a", "b", "d", "e", "f"]
    assert (taken.answer.tolist(), taken.answers) == ([0, 0, 1, 1, 1], 2)


def test_nothing_to_read() -> None:
    assert Wordlist().read([]).words.tolist() == []
