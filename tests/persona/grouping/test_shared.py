"""Shared bits against the formula written out person by person."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.grouping.linalg import softmax
from persona.grouping.shared import in_common

CHANCE = np.random.default_rng(12)
SHARES = np.array([0.5, 0.3, 0.2])


def direct(others: np.ndarray, own: np.ndarray, answered: np.ndarray) -> list[float]:
    """log₂ Σⱼ P(j | own) · P(j | others) / πⱼ of each person who answered."""
    found = []
    for person in np.flatnonzero(answered):
        joint = SHARES * np.exp(own[person])
        mine = joint / joint.sum()
        found.append(float(np.log2(sum(mine[j] * others[person, j] / SHARES[j] for j in range(3)))))
    return found


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(4, 40))
def test_bits_are_those_of_the_formula(seed: int, people: int) -> None:
    chance = np.random.default_rng(seed)
    own, others = chance.normal(size=(people, 3)), softmax(chance.normal(size=(people, 3)))
    answered = chance.random(people) < 0.7
    answered[:2] = True

    found = in_common(others, own, SHARES, answered)

    bits = direct(others, own, answered)
    assert found.bits == pytest.approx(sum(bits) / people)
    assert found.z == pytest.approx(np.mean(bits) / (np.std(bits) / np.sqrt(len(bits))), rel=1e-6)


def test_who_says_the_same_shares_bits_and_who_contradicts_loses_them() -> None:
    labels = CHANCE.choice(3, 300, p=SHARES)
    sure = 4.0 * np.eye(3)[labels]
    everybody = np.ones(300, bool)

    same = in_common(softmax(np.log(SHARES) + sure), sure, SHARES, everybody)
    other = in_common(softmax(np.log(SHARES) + 4.0 * np.eye(3)[(labels + 1) % 3]), sure, SHARES, everybody)
    nothing = in_common(np.tile(SHARES, (300, 1)), sure, SHARES, everybody)

    assert same.bits > 0.9
    assert same.z > 10
    assert other.bits < -2
    assert nothing.bits == pytest.approx(0, abs=1e-9)


def test_bits_are_the_same_whichever_of_two_comes_first() -> None:
    one, two = CHANCE.normal(size=(2, 50, 3))
    everybody = np.ones(50, bool)

    first = in_common(softmax(np.log(SHARES) + one), two, SHARES, everybody)
    second = in_common(softmax(np.log(SHARES) + two), one, SHARES, everybody)

    assert first == pytest.approx(second)


@pytest.mark.parametrize("answered", [0, 1])
def test_with_fewer_than_two_answers_nothing_is_known(answered: int) -> None:
    known = np.arange(9) < answered

    assert in_common(np.tile(SHARES, (9, 1)), np.ones((9, 3)), SHARES, known) == (0.0, 0.0)
