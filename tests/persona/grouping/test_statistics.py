"""All columns as one matrix: what it says of a person is what each column's likelihood says, written out."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp

from persona.grouping.features import Feature
from persona.grouping.linalg import one_hot
from persona.grouping.statistics import PRIOR_MEAN, PRIOR_SHARE, PRIOR_VARIANCE, PRIOR_WORDS, Layout
from tests.persona.grouping.features import GROUPS, LABELS, PEOPLE, apart, category, numbers, options, words

MEMBER = one_hot(LABELS, GROUPS)
MANY = 12  # people who are looked at


def some(feature: Feature) -> Feature:
    """The same, of which every seventh person gave no answer."""
    answered = np.arange(PEOPLE) % 7 > 0
    values = feature.values
    kept = sp.csr_matrix(values.multiply(answered[:, None])) if sp.issparse(values) else values * answered[:, None]
    return Feature(feature.name, feature.kind, feature.block, kept, answered)


SCORE, KIND, TICKS, TEXT = apart(
    lambda: (some(numbers("score")), some(category("kind")), some(options("ticks")), some(words("text")))
)


def evidence(features: list[Feature]) -> np.ndarray:
    """People × classes, by the matrix."""
    layout = Layout(features)
    dense, counted = layout.statistics(features)
    totals = np.vstack([dense.T @ MEMBER, counted.T @ MEMBER])
    theta = layout.parameters(totals)
    made: np.ndarray = dense @ theta[: layout.dense_size] + counted @ theta[layout.dense_size :]
    return made


def likelier(log_of_class: np.ndarray, log_of_all: np.ndarray, answered: np.ndarray) -> np.ndarray:
    return np.where(answered[:, None], log_of_class - log_of_all, 0.0)


def test_a_number_is_judged_by_normal_distributions_drawn_towards_everybody() -> None:
    x, seen = np.asarray(SCORE.values)[:, 0], SCORE.answered
    mean, variance = x[seen].mean(), x[seen].var()
    said = []
    for group in range(GROUPS):
        own = x[seen & (group == LABELS)]
        middle = (own.sum() + PRIOR_MEAN * mean) / (len(own) + PRIOR_MEAN)
        spread = (((own - middle) ** 2).sum() + PRIOR_VARIANCE * variance) / (len(own) + PRIOR_VARIANCE)
        said.append(-0.5 * ((x - middle) ** 2 / spread + np.log(spread)))
    everybody = -0.5 * ((x - mean) ** 2 / variance + np.log(variance))

    assert np.allclose(evidence([SCORE]), likelier(np.stack(said, 1), everybody[:, None], seen))


def test_a_category_is_judged_by_its_share_in_each_group() -> None:
    levels, seen = np.asarray(KIND.values), KIND.answered
    share = levels.sum(0) / seen.sum()
    counts = MEMBER.T @ levels
    own = (counts + PRIOR_SHARE * share) / (counts.sum(1, keepdims=True) + PRIOR_SHARE)

    assert np.allclose(evidence([KIND]), likelier(levels @ np.log(own).T, levels @ np.log(share)[:, None], seen))


def test_options_are_judged_each_ticked_or_left() -> None:
    ticked, seen = np.asarray(TICKS.values), TICKS.answered
    share = ticked.sum(0) / seen.sum()
    asked = (MEMBER * seen[:, None]).sum(0)[:, None]
    own = (MEMBER.T @ ticked + PRIOR_SHARE * share) / (asked + PRIOR_SHARE)
    said = ticked @ np.log(own).T + (1 - ticked) @ np.log(1 - own).T
    everybody = ticked @ np.log(share) + (1 - ticked) @ np.log(1 - share)

    assert np.allclose(evidence([TICKS]), likelier(said, everybody[:, None], seen))


def test_words_are_judged_by_how_often_each_group_says_them() -> None:
    counted = TEXT.values.toarray()
    share = (counted.sum(0) + 0.01) / (counted.sum(0) + 0.01).sum()
    counts = MEMBER.T @ counted
    own = (counts + PRIOR_WORDS * share) / (counts.sum(1, keepdims=True) + PRIOR_WORDS)

    assert np.allclose(evidence([TEXT]), counted @ np.log(own / share).T)


@pytest.mark.parametrize(
    "features",
    [[SCORE, KIND, TICKS, TEXT], [TEXT, TICKS, KIND, SCORE], [TICKS, SCORE, TEXT, SCORE, KIND, TICKS], [KIND, KIND]],
    ids=["all kinds", "in another order", "some twice", "one kind"],
)
def test_columns_side_by_side_say_the_sum_of_what_each_says(features: list[Feature]) -> None:
    together = evidence(features)

    assert np.allclose(together, sum(evidence([feature]) for feature in features))
    layout = Layout(features)
    sizes = [3 if f.kind == "number" else f.values.shape[1] + (f.kind == "options") for f in features]
    assert np.bincount(layout.owner).tolist() == sizes
    assert (layout.size, len(layout.owner)) == (sum(sizes), sum(sizes))


def test_who_answered_nothing_is_judged_by_nothing() -> None:
    silent = np.nonzero(~SCORE.answered)[0][:MANY]

    assert (evidence([SCORE, KIND, TICKS, TEXT])[silent] == 0).all()


def test_a_class_without_people_is_everybody() -> None:
    features = [SCORE, KIND, TICKS, TEXT]
    layout = Layout(features)

    assert np.allclose(layout.parameters(np.zeros((layout.size, 2))), 0)


def test_equal_numbers_say_the_same_of_every_group() -> None:
    same = Feature("same", "number", "same", np.full((PEOPLE, 1), 4.0), np.ones(PEOPLE, bool))

    assert np.allclose(np.ptp(evidence([same]), axis=1), 0, atol=1e-6)
