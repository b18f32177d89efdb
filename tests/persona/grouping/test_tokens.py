"""Answers as words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from persona.grouping.tokens import Vocabulary, text_numbers, tokenise, with_pairs

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


WORDS = st.lists(
    st.sampled_from(["map", "board", "trail", "the", "Größe", "a", "x" * 31, "don't", "12", "\x00"]), max_size=8
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS.map(" ".join), max_size=6))
def test_each_text_is_a_row_of_its_own_whatever_stands_beside_it(texts: list[str]) -> None:
    for pairs in (False, True):
        vocabulary = Vocabulary(["map", "board", "größe", "map board", "dont"], pairs=pairs)

        together = vocabulary.matrix(texts).toarray().tolist()

        assert together == [row for text in texts for row in vocabulary.matrix([text]).toarray().tolist()]
        assert {cell for row in together for cell in row} <= {0.0, 1.0}


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS.map(" ".join), max_size=6))
def test_breaks_tell_how_many_texts_there_are(texts: list[str]) -> None:
    words = tokenise(texts)

    assert words.count(BREAK) == max(len(texts) - 1, 0)
    assert text_numbers(words).tolist() == [sum(w == BREAK for w in words[: at + 1]) for at in range(len(words))]


def test_no_more_words_are_learnt_than_there_is_room_for_and_the_most_frequent_stay() -> None:
    names = ["apple", "banana", "cherry", "damson"]
    texts = [name for place, name in enumerate(names) for _ in range(30 - place)]

    assert Vocabulary.learn(texts, size=2).words == ("apple", "banana")
    assert Vocabulary.learn(texts, size=9).words == tuple(names)
    assert Vocabulary.learn([]).words == ()
