"""Answers as words."""

from __future__ import annotations

from persona.grouping.tokens import Vocabulary, tokenise, with_pairs

BREAK = "\x00"


def test_tokenise_keeps_letters_of_any_script_and_breaks_between_texts() -> None:
    texts = ["I can't find it!", "n/a", "Größe: 12cm, naïve", "same\x00cell"]

    assert tokenise(texts) == ["i", "cant", "find", "it", BREAK, BREAK, "größe", "cm", "naïve", BREAK, "same", "cell"]


def test_with_pairs_joins_neighbours_of_one_text_without_stop_words() -> None:
    words = tokenise(["My card was declined", "Top up my card"])

    assert with_pairs(words) == ["card", "card declined", "declined", BREAK, "top", "top card", "card"]


def test_vocabulary_leaves_out_what_is_rare_or_everywhere() -> None:
    texts = [f"offline map number{chr(97 + i % 26)}{chr(97 + i // 26)}" for i in range(60)] + ["shared board map"] * 50

    assert Vocabulary.learn(texts).words == ("board", "shared")


def test_vocabulary_matrix_counts_a_word_once_a_text() -> None:
    vocabulary = Vocabulary(["map", "board"])

    assert vocabulary.matrix(["Map, map and board", "", "boards", "the board"]).toarray().tolist() == [
        [1, 1],
        [0, 0],
        [0, 0],
        [0, 1],
    ]


def test_vocabulary_matrix_with_pairs() -> None:
    vocabulary = Vocabulary(["top card", "card"], pairs=True)

    assert vocabulary.matrix(["Top up the card", "card"]).toarray().tolist() == [[1, 1], [0, 1]]
