from __future__ import annotations

import pytest

from persona.text import pieces as module
from persona.text.pieces import UNKNOWN, Pieces

VOCABULARY = ["<unk>", "<s>", "</s>", "▁", "▁no", "▁not", "w", "here", "where", "h", "e"]
SCORES = [0.0, 0.0, 0.0, -5.0, -2.0, -2.5, -4.0, -3.0, -3.5, -6.0, -6.0]


def test_a_word_is_split_into_its_likeliest_pieces() -> None:
    pieces = Pieces(VOCABULARY, SCORES)

    assert pieces.of("nowhere not") == [4, 8, 5]


def test_letters_that_no_piece_holds_are_unknown_one_by_one() -> None:
    assert Pieces(VOCABULARY, SCORES).of("now火here") == [4, 6, UNKNOWN, 7]


def test_no_text_has_no_pieces() -> None:
    assert Pieces(VOCABULARY, SCORES).of(" \n") == []


@pytest.mark.parametrize(
    ("word", "score"),
    [
        ("no", -2.0),
        ("nowhere", -3.5),  # the rarest piece of it
        ("火", -5.0),  # what holds no letter that is known: the mark before the word
        ("", -5.0),
    ],
)
def test_a_word_is_as_common_as_its_rarest_piece(word: str, score: float) -> None:
    known = Pieces(["<unk>", "<s>", "</s>", *VOCABULARY[3:]], [-1.0, *SCORES[1:]])

    assert known.score(word) == score


def test_letters_are_read_in_their_plain_form() -> None:
    assert Pieces(VOCABULARY, SCORES).of("ｎｏ\u00a0not") == [4, 5]


def test_words_are_split_once_and_forgotten_where_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED", 2)
    pieces = Pieces(VOCABULARY, SCORES)

    assert [pieces.of_word(word) for word in ("no", "not", "nowhere", "no")] == [(4,), (5,), (4, 8), (4,)]
    assert list(pieces._words) == ["nowhere", "no"]


def test_no_vocabulary_knows_no_letter() -> None:
    assert Pieces(["<unk>", "<s>", "</s>"], [0.0, 0.0, 0.0]).of("no") == [UNKNOWN] * 3
