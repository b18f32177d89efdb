"""The shared space: columns as points, words as directions, and dimensions that no column makes alone."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp

from persona.grouping.features import Feature
from persona.grouping.space import Spaces, centred, latent_words
from tests.persona.grouping.features import apart, category, numbers, options, words

ANSWERED = np.array([True, True, True, False])


def test_kinds_are_measured_as_correspondence_analysis_does() -> None:
    kinds = np.array([[1.0, 0], [1.0, 0], [0, 1.0], [0, 0]])

    found = centred(Feature("f", "category", "f", kinds, ANSWERED))

    share = np.array([2 / 3, 1 / 3])
    expected = (kinds - share) / np.sqrt(share)
    assert np.allclose(found[:3], expected[:3])
    assert found[3].tolist() == [0, 0]
    # A person's distance from the middle is that of chi-square: rare answers are far out.
    assert (found[:3] ** 2).sum(1) == pytest.approx([1 / s - 1 for s in (2 / 3, 2 / 3, 1 / 3)])


def test_options_have_spread_one_and_those_of_all_or_none_say_nothing() -> None:
    ticks = np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 0.0]])

    found = centred(Feature("f", "options", "f", ticks, ANSWERED))

    assert found.shape == (4, 1)
    assert found[:3].mean() == pytest.approx(0)
    assert found[:3].std() == pytest.approx(1)


@pytest.mark.parametrize("of", apart(lambda: [numbers("n"), category("c"), options("o"), words("w")]))
def test_everything_lies_around_the_middle(of: Feature) -> None:
    found = centred(of)

    assert np.allclose(found[of.answered].mean(0), 0)
    assert not found[~of.answered].any()


def test_texts_with_vectors_lie_where_the_vectors_say() -> None:
    vectors = np.array([[1.0, 0, 0], [0.9, 0.1, 0], [-1.0, 0, 0.1], [0, 0, 0]])
    held = sp.csr_matrix(np.ones((4, 2)))

    found = centred(Feature("f", "words", "f", held, np.ones(4, bool), vectors=vectors))

    near, far = np.linalg.norm(found[0] - found[1]), np.linalg.norm(found[0] - found[2])
    assert near < 0.5 < far


@pytest.mark.parametrize("wide", [True, False])
def test_texts_of_the_same_words_are_near_whatever_the_shape(wide: bool) -> None:
    about = np.array([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 0, 0]], float)
    matrix = np.hstack([about, np.zeros((5, 4 if wide else 0))])

    found = latent_words(sp.csr_matrix(matrix), 2)

    assert found[0] == pytest.approx(found[1])
    assert found[2] == pytest.approx(found[3])
    assert abs(found[0] @ found[2]) < 1e-9
    assert np.linalg.norm(found, axis=1) == pytest.approx([1, 1, 1, 1, 0])


def test_a_theme_of_one_column_makes_no_dimension() -> None:
    chance = np.random.default_rng(9)
    private = chance.normal(size=(500, 1))
    alone = np.hstack([private + 0.1 * chance.normal(size=(500, 1)) for _ in range(4)])
    joint = chance.normal(size=(500, 1))
    pair = [joint + 0.5 * chance.normal(size=(500, 1)) for _ in range(2)]
    known = np.ones(500, bool)
    made = [Feature(n, "number", n, m, known) for n, m in zip("abc", (alone, *pair), strict=True)]

    found = Spaces(made, [alone, *pair]).by_column(1)[:, 0]

    assert abs(np.corrcoef(found, joint[:, 0])[0, 1]) > 0.9
    assert abs(np.corrcoef(found, private[:, 0])[0, 1]) < 0.2


def test_a_block_counts_as_one_column_however_many_items_it_has() -> None:
    made = apart(lambda: [*(numbers(f"n{n}", block="battery") for n in range(5)), category("c")])
    spaces = Spaces(made, [centred(one) for one in made])

    assert spaces.by_column(3).shape == spaces.by_block(3).shape == (600, 3)
    assert not np.allclose(spaces.by_column(1), spaces.by_block(1))
