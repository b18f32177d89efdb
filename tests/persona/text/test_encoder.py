from __future__ import annotations

import numpy as np
import pytest

from persona.text.embedding import TfidfEmbedder, default_embedder
from persona.text.encoder import sentence_encoder

TEXTS = [
    "The bus is always late.",
    "",
    "Der Bus kommt immer zu spät.",
    "I bake bread on Sundays.",
    "バスはいつも遅れる。",
]


def test_rows_have_length_one_and_do_not_depend_on_their_neighbours() -> None:
    together = sentence_encoder().encode(TEXTS)
    alone = np.vstack([sentence_encoder().encode([text]) for text in TEXTS])

    assert together.shape == (5, 512)
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-5)
    assert together == pytest.approx(alone, abs=1e-5)


def test_the_same_texts_give_the_same_bytes() -> None:
    assert sentence_encoder().encode(TEXTS).tobytes() == sentence_encoder().encode(TEXTS).tobytes()


def test_meaning_crosses_languages() -> None:
    english, _, german, bread, japanese = default_embedder().encode(TEXTS)

    assert min(english @ german, english @ japanese) > 0.5 > english @ bread


def test_words_alone_have_the_mean_of_their_pieces() -> None:
    bread, brot, late = sentence_encoder().encode_words(["bread", "Brot", "late"])

    assert bread @ brot > bread @ late
    assert sentence_encoder().encode_words([]).shape == (0, 64)


def test_shared_rare_words_stand_in_where_no_encoder_fits() -> None:
    texts = ["the bus is late", "the bus is red", "the soup is cold", "late again the bus"]
    rows = TfidfEmbedder(texts).encode([*texts, ""])

    assert rows.shape == (5, 256)
    assert rows[0] @ rows[3] > rows[0] @ rows[1] > rows[0] @ rows[2]
    assert not rows[4].any()
