"""Shared rare words stand in for meaning where no encoder speaks the language."""

from __future__ import annotations

import numpy as np
import pytest

from persona.text.embedding import TfidfEmbedder, default_embedder
from persona.text.encoder import sentence_encoder

TEXTS = ["the bus is late", "the bus is red", "the soup is cold", "late again the bus"]


def test_texts_lie_near_that_share_rare_words() -> None:
    rows = TfidfEmbedder(TEXTS).encode([*TEXTS, ""])

    assert rows.shape == (5, 256)
    assert rows[0] @ rows[3] > rows[0] @ rows[1] > rows[0] @ rows[2]
    assert not rows[4].any()
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 1, 1, 0], abs=1e-5)


def test_a_word_that_all_share_counts_nothing() -> None:
    made = TfidfEmbedder(["the bus", "the soup"])

    assert not made.encode(["the"]).any()
    assert made.encode(["the bus"]) == pytest.approx(made.encode(["bus bus"]), abs=1e-6)


def test_a_word_of_nobody_counts_as_rare() -> None:
    assert TfidfEmbedder(TEXTS).encode(["zebra"]).any()


@pytest.mark.parametrize("size", [8, 256])
def test_a_word_has_one_direction_whoever_made_it(size: int) -> None:
    one, other = TfidfEmbedder([], size=size), TfidfEmbedder(TEXTS, size=size)

    assert (one.size, one.word_size, one.encode_words([]).shape) == (size, size, (0, size))
    assert one.encode_words(["bus", "soup"]).tobytes() == other.encode_words(["bus", "soup"]).tobytes()
    assert one.encode_words(["bus"]).tobytes() != TfidfEmbedder([], size=size, seed=1).encode_words(["bus"]).tobytes()


def test_the_encoder_of_the_install_is_read_once() -> None:
    assert default_embedder() is sentence_encoder() is default_embedder()
