from __future__ import annotations

import numpy as np
import pytest

from persona.text.embedding import default_embedder
from persona.text.encoder import LONGEST, TOKENS, _groups, _norm, _window, sentence_encoder

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


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        pytest.param([], [], id="no text"),
        pytest.param([3], [(0, 1)], id="one"),
        pytest.param([TOKENS // 2] * 2, [(0, 2)], id="two that fill it"),
        pytest.param([TOKENS // 2, TOKENS // 2, 1], [(0, 2), (2, 3)], id="one piece more"),
        pytest.param([TOKENS + 9, 1], [(0, 1), (1, 2)], id="one that is too long alone"),
    ],
)
def test_neighbours_are_worked_on_together(lengths: list[int], expected: list[tuple[int, int]]) -> None:
    assert [(group.start, group.stop) for group in _groups(lengths)] == expected


def test_many_texts_in_several_groups_keep_their_order() -> None:
    texts = [f"The bus number {number} is late" for number in range(80)]
    assert len(list(_groups([8] * 80))) > 1

    together = sentence_encoder().encode(texts)

    assert together[[0, 79]] == pytest.approx(
        np.vstack([sentence_encoder().encode([texts[at]]) for at in (0, 79)]), abs=1e-5
    )


def test_what_stands_behind_the_longest_text_does_not_count() -> None:
    long, longer = sentence_encoder().encode(["bus " * LONGEST, "bus " * LONGEST + "bread " * 20])

    assert long == pytest.approx(longer, abs=1e-6)


def test_no_text_has_no_row() -> None:
    assert sentence_encoder().encode([]).shape == (0, 512)


def test_common_words_are_told_from_rare_ones() -> None:
    common = sentence_encoder().commonness

    assert common("like") > common("community") > common("documentation") > common("xqzvj")


def test_a_piece_sees_two_on_each_side_and_none_of_another_text() -> None:
    around = _window(np.array([0, 3]), np.array([3, 1]))

    assert around.tolist() == [[4, 4, 0, 1, 2], [4, 0, 1, 2, 4], [0, 1, 2, 4, 4], [4, 4, 3, 4, 4]]


def test_rows_are_evened_before_they_are_weighed() -> None:
    rows = np.array([[1, 3, 5], [7, 7, 7]], np.float32)
    gain, bias = np.array([2, 2, 2], np.float32), np.array([0, 0, 1], np.float32)
    high = 2 * 2 / np.sqrt(8 / 3)

    assert _norm(rows, gain, bias) == pytest.approx(np.array([[-high, 0, high + 1], [0, 0, 1]]), abs=1e-3)


@pytest.mark.parametrize("text", ["", " ", "\n", "🙂", "…", "\u200b"])
def test_a_text_that_says_nothing_still_has_a_row_of_length_one_or_none(text: str) -> None:
    (row,) = sentence_encoder().encode([text])

    assert np.isfinite(row).all()
    assert np.linalg.norm(row) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("statement", "alike", "other"),
    [
        ("The app crashes all the time", "It keeps crashing", "The staff is friendly"),
        ("Die App stürzt ständig ab", "The app crashes all the time", "Das Personal ist nett"),
        ("L'application plante sans cesse", "The app crashes all the time", "Le personnel est aimable"),
        ("La aplicación se cierra sola", "The app crashes all the time", "El personal es amable"),
        ("アプリがよく落ちる", "The app crashes all the time", "店員が親切です"),
    ],
)
def test_what_means_the_same_lies_nearer_than_what_does_not(statement: str, alike: str, other: str) -> None:
    one, same, else_ = sentence_encoder().encode([statement, alike, other])

    assert one @ same > one @ else_ + 0.1
