"""How far a column is believed: pieces that repeat each other count once."""

from __future__ import annotations

import numpy as np
import pytest

from persona.grouping.features import Feature
from persona.grouping.mixture import CrossFitted
from persona.grouping.weights import BASE, design_effect, evidence_weights
from tests.persona.grouping.features import EVERYBODY, GROUPS, LABELS, PEOPLE, apart, category, numbers, options, words


def weights(*features: Feature) -> list[float]:
    return evidence_weights(CrossFitted(list(features), 0), LABELS, GROUPS).tolist()


def copied(feature: Feature, times: int) -> Feature:
    return Feature(feature.name, feature.kind, feature.block, np.repeat(feature.values, times, axis=1), EVERYBODY)


def test_a_column_alone_has_the_base_weight() -> None:
    assert weights(apart(lambda: numbers("score"))) == [BASE]
    assert weights(apart(lambda: category("kind"))) == [BASE]


def test_a_category_and_a_score_do_not_weigh_on_columns_of_other_blocks() -> None:
    features = apart(lambda: [numbers("score"), category("kind"), numbers("other", block="other")])

    assert weights(*features) == [BASE] * 3


@pytest.mark.parametrize("times", [2, 3, 5])
@pytest.mark.parametrize("make", [options, words], ids=["options", "words"])
def test_what_is_said_several_times_over_counts_as_often_less(make, times: int) -> None:
    once, often = apart(lambda: make("q")), apart(lambda: make("q"))
    if make is options:
        often = copied(often, times)
        effects = [design_effect(feature, LABELS, GROUPS) for feature in (once, often)]
        assert effects[1] == pytest.approx(times * effects[0], rel=1e-6)
    else:
        often = apart(lambda: words("q", repeat=times))
        effects = [design_effect(feature, LABELS, GROUPS) for feature in (once, often)]
        assert effects[1] > 0.8 * times * effects[0]


def test_pieces_that_people_choose_one_by_one_have_no_effect_to_speak_of() -> None:
    effect = design_effect(apart(lambda: options("q", apart=0.0)), LABELS, GROUPS)

    assert 0.7 < effect < 1.3


def test_a_weight_is_never_above_the_base() -> None:
    few = apart(lambda: words("q", apart=0.0))

    assert weights(few)[0] <= BASE


def test_items_of_one_block_that_move_together_share_their_weight() -> None:
    kind = apart(lambda: category("kind"))
    block = [Feature(f"item {n}", "category", "block", kind.values, EVERYBODY) for n in range(3)]
    single = [Feature(f"item {n}", "category", f"block {n}", kind.values, EVERYBODY) for n in range(3)]

    assert weights(*single) == [BASE] * 3
    assert weights(*block) == pytest.approx([BASE / 3] * 3, rel=1e-6)


def test_items_of_one_block_that_move_by_themselves_keep_theirs() -> None:
    made = apart(lambda: [category(f"kind {n}") for n in range(3)])
    block = [Feature(f.name, "category", "block", f.values, EVERYBODY) for f in made]

    assert all(weight > 0.75 * BASE for weight in weights(*block))


def test_scores_of_one_block_keep_their_weight_for_they_were_freed_before() -> None:
    score = apart(lambda: numbers("score"))

    assert weights(score, Feature("again", "number", "numbers", score.values, EVERYBODY)) == [BASE] * 2


def test_who_gave_no_answer_weighs_nothing() -> None:
    asked = apart(lambda: options("q"))
    answered = np.arange(PEOPLE) < PEOPLE // 2
    part = Feature("q", "options", "q", asked.values * answered[:, None], answered)
    alone = Feature("q", "options", "q", asked.values[answered], np.ones(answered.sum(), bool))

    assert design_effect(part, LABELS, GROUPS) == pytest.approx(design_effect(alone, LABELS[answered], GROUPS))
