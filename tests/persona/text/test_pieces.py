from __future__ import annotations

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
