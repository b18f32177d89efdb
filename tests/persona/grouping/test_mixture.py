"""The mixture, its weights, and what columns share."""

from __future__ import annotations

import numpy as np

from persona.grouping.features import Feature
from persona.grouping.linalg import one_hot
from persona.grouping.mixture import CrossFitted
from persona.grouping.shared import gain, outside_gain, shared_bits
from persona.grouping.stability import adjusted_rand
from persona.grouping.statistics import Layout
from persona.grouping.weights import design_effect
from persona.grouping.whitening import Whitening
from tests.persona.grouping.features import EVERYBODY, GROUPS, LABELS, PEOPLE, RNG, category, numbers, options, words

FEATURES = [numbers("a"), category("b"), options("c"), words("d")]
WEIGHTS = np.full(len(FEATURES), 0.7)


def test_parameters_are_log_ratios_of_each_kind() -> None:
    """Against formulas written out for one group of one column each."""
    layout = Layout(FEATURES)
    dense, counted = layout.statistics(FEATURES)
    member = one_hot(LABELS, GROUPS)
    theta = layout.parameters(np.vstack([dense.T @ member, counted.T @ member]))
    evidence = dense @ theta[: layout.dense_size] + counted @ theta[layout.dense_size :]

    expected = sum(_log_ratio(feature) for feature in FEATURES)

    assert np.allclose(evidence[:, 0], expected, atol=1e-8)


def _log_ratio(feature: Feature) -> np.ndarray:
    """Of group 0 against everybody, with the priors of the model."""
    values = np.asarray(feature.values.todense() if feature.kind == "words" else feature.values)
    own = values[LABELS == 0]
    if feature.kind == "number":
        x, n, mean0, var0 = values[:, 0], len(own), values.mean(), values.var()
        mean = (own.sum() + 5 * mean0) / (n + 5)
        var = ((own**2).sum() - 2 * mean * own.sum() + n * mean**2 + 20 * var0) / (n + 20)
        return 0.5 * ((x - mean0) ** 2 / var0 + np.log(var0) - (x - mean) ** 2 / var - np.log(var))
    if feature.kind == "words":
        everybody = (values.sum(0) + 0.01) / (values.sum(0) + 0.01).sum()
        return values @ np.log((own.sum(0) + 300 * everybody) / (own.sum() + 300) / everybody)
    everybody = values.mean(0)
    share = (own.sum(0) + 10 * everybody) / (len(own) + 10)
    ratio = values @ np.log(share / everybody)
    return ratio if feature.kind == "category" else ratio + (1 - values) @ np.log((1 - share) / (1 - everybody))


def test_fit_mends_a_rough_start() -> None:
    start = np.where(RNG.random(PEOPLE) < 0.5, LABELS, RNG.choice(GROUPS, PEOPLE))
    fit = CrossFitted(FEATURES, 0).fit(start, GROUPS, WEIGHTS, rounds=30)

    assert adjusted_rand(LABELS, start) < 0.4
    assert adjusted_rand(LABELS, fit.labels) > 0.75


def test_nobody_is_judged_by_their_own_answers() -> None:
    """A column that names each person apart tells nothing about groups drawn at random."""
    names = Feature("name", "category", "name", np.eye(PEOPLE), EVERYBODY)
    model = CrossFitted([names], 0)
    drawn = RNG.choice(GROUPS, PEOPLE)
    fit = model.judge(one_hot(drawn, GROUPS), np.ones(1))

    assert (model.evidence(fit, [0]).argmax(1) == drawn).mean() < 0.4


def test_missing_answers_say_nothing() -> None:
    answered = np.arange(PEOPLE) % 2 == 0
    half = [Feature(f.name, f.kind, f.block, f.values * answered[:, None], answered) for f in FEATURES[:3]]
    model = CrossFitted(half, 0)
    fit = model.judge(one_hot(LABELS, GROUPS), np.ones(3))

    assert np.abs(model.evidence(fit, [0, 1, 2])[~answered]).max() == 0.0


def test_shared_bits_are_high_for_true_groups_and_none_for_private_ones() -> None:
    private = Feature("e", "category", "e", one_hot(RNG.choice(GROUPS, PEOPLE), GROUPS), EVERYBODY)
    model = CrossFitted([*FEATURES, private], 0)
    weights = np.full(5, 0.7)
    true = model.judge(one_hot(LABELS, GROUPS), weights)
    one_column = model.judge(np.asarray(private.values), weights)

    assert shared_bits(model, true) > 1.0
    assert shared_bits(model, one_column) < 0.1
    assert gain(model, true, [4]).z < 2 < gain(model, true, [0]).z


def test_outside_gain_tells_who_knows_the_groups() -> None:
    model = CrossFitted(FEATURES, 0)
    fit = model.judge(one_hot(LABELS, GROUPS), WEIGHTS)

    assert outside_gain(numbers("f"), fit, 0).z > 4
    assert outside_gain(numbers("g", apart=0.0), fit, 0).z < 2


def test_design_effect_is_how_often_words_repeat_each_other() -> None:
    single, phrases = words("w"), words("w", repeat=4)

    assert 0.8 < design_effect(single, LABELS, GROUPS) < 2.0
    assert 3.5 < design_effect(phrases, LABELS, GROUPS) / design_effect(single, LABELS, GROUPS) < 4.5


def test_whitening_frees_scores_of_a_common_factor() -> None:
    factor = RNG.normal(size=(PEOPLE, 1))
    items = [numbers(f"i{i}", block="ratings") for i in range(4)]
    items = [Feature(f.name, f.kind, f.block, f.values + 2 * factor, f.answered) for f in items]
    freed = Whitening.learn(items, LABELS, GROUPS).apply(items)

    values = np.hstack([f.values for f in freed])
    inside = values - np.stack([values[g == LABELS].mean(0) for g in range(GROUPS)])[LABELS]
    correlation = np.corrcoef(inside.T) - np.eye(4)

    assert np.abs(correlation).max() < 0.12
    assert all(np.corrcoef(a.values[:, 0], b.values[:, 0])[0, 1] > 0.4 for a, b in zip(items, freed, strict=True))
