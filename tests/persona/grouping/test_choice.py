"""How many groups: what speaks for a number, and how sure that is called."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from persona.grouping.choice import (
    CLEAR_AGREEMENT,
    CLEAR_BITS,
    CountChoice,
    choose_among,
    judge_count,
    judge_return,
    score,
)
from persona.grouping.mixed import Mixed
from persona.grouping.space import centred
from persona.grouping.validation import LEAST_AGREEMENT, LEAST_BITS, HeldOutCheck
from persona.models import CountTried
from tests.persona.grouping.features import apart, category, numbers, options


def tried(count: int, bits: float, agreement: float) -> CountTried:
    return CountTried(count=count, shared_bits=bits, agreement=agreement)


@dataclass
class Heard:
    """What was asked about other people, in order, and what they said."""

    by_count: dict[int, HeldOutCheck]
    asked: list[int] = field(default_factory=list)

    def __call__(self, problem: object, count: int) -> HeldOutCheck:
        self.asked.append(count)
        return self.by_count[count]


@pytest.mark.parametrize(
    ("bits", "agreement", "expected"), [(0.5, 0.8, 0.4), (0.5, 0.0, 0.0), (0.5, -0.3, 0.0), (-0.2, 0.5, -0.1)]
)
def test_bits_count_as_far_as_they_come_back(bits: float, agreement: float, expected: float) -> None:
    assert score(tried(2, bits, agreement)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("bits", "agreement", "strength"),
    [
        (CLEAR_BITS, CLEAR_AGREEMENT, "clear"),
        (CLEAR_BITS - 0.01, CLEAR_AGREEMENT, "weak"),
        (CLEAR_BITS, CLEAR_AGREEMENT - 0.01, "weak"),
        (LEAST_BITS, LEAST_AGREEMENT, "weak"),
        (LEAST_BITS - 0.001, 1.0, "none"),
        (5.0, LEAST_AGREEMENT - 0.001, "none"),
        (-1.0, -0.5, "none"),
    ],
)
def test_groups_are_clear_weak_or_none_by_other_people(bits: float, agreement: float, strength: str) -> None:
    held = HeldOutCheck(bits, agreement)

    assert CountChoice((), tried(2, 1, 1), held, 0.0).strength == strength
    assert held.holds is (strength != "none")
    assert held.tells is (bits >= LEAST_BITS)


@pytest.fixture(scope="module")
def problem() -> Mixed:
    made = apart(lambda: [numbers("a"), category("b"), options("c")])
    return Mixed(made, 0, [centred(one) for one in made])


GOOD, BAD, WORSE = HeldOutCheck(0.4, 0.6), HeldOutCheck(-0.1, 0.5), HeldOutCheck(-0.3, 0.5)


@pytest.mark.parametrize(
    ("held", "best", "asked"),
    [
        ({2: GOOD, 3: GOOD, 4: GOOD}, 3, [3]),
        ({2: GOOD, 3: BAD, 4: GOOD}, 4, [3, 4]),
        ({2: GOOD, 3: BAD, 4: BAD}, 2, [3, 4, 2]),
        ({2: BAD, 3: WORSE, 4: WORSE}, 2, [3, 4, 2]),
    ],
)
def test_the_best_number_that_holds_on_other_people_is_taken(
    problem: Mixed, monkeypatch: pytest.MonkeyPatch, held: dict[int, HeldOutCheck], best: int, asked: list[int]
) -> None:
    candidates = [tried(2, 0.5, 0.5), tried(3, 0.5, 0.9), tried(4, 0.6, 0.6)]
    heard = Heard(held)
    monkeypatch.setattr("persona.grouping.choice.held_out", heard)

    found = choose_among(problem, candidates)

    assert (found.best.count, heard.asked, found.held) == (best, asked, held[best])
    assert found.tried == tuple(candidates)
    assert found.strength == ("clear" if held[best] is GOOD else "none")


def test_groups_that_a_person_draws_are_judged_by_what_comes_back_alone(problem: Mixed) -> None:
    found, whole = judge_return(problem, 3), judge_count(problem, 3)

    assert (found.best, found.tried) == (whole.best, whole.tried)
    assert (found.null_score, found.held.bits, found.held.agreement) == (0.0, 0.0, 0.0)


def test_planted_groups_hold_on_other_people_and_shuffled_answers_share_nothing(problem: Mixed) -> None:
    found = judge_count(problem, 3)

    assert found.strength != "none"
    assert found.best.count == 3
    assert score(found.best) > 5 * abs(found.null_score)
