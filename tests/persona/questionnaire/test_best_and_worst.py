"""Codes of the best and the worst of a set are answers apart, and no points of a scale."""

from __future__ import annotations

from itertools import permutations

import pytest

from persona.questionnaire.best_and_worst import find_best_and_worst
from tests.questionnaires import Rows, counts, read, sample, views

PEOPLE = 60
PAIRS = [*permutations("12345", 2)]
SETS = 3


def _chosen(at: int) -> list[str]:
    """Best and worst of each set, as this person chose them."""
    return [code for step in range(SETS) for code in PAIRS[(at * 7 + step * 5 + at // 20) % len(PAIRS)]]


@pytest.mark.parametrize(("best", "worst"), [("B", "W"), ("most", "least"), ("plus", "moins")])
def test_best_and_worst_by_code_are_choices_and_not_asked_about(best: str, worst: str) -> None:
    names = [f"Q5_{step}_{which}" for step in range(1, SETS + 1) for which in (best, worst)]
    found = read(Rows(names, [_chosen(at) for at in range(PEOPLE)]))

    assert [(q.kind, q.columns) for q in found.questions] == [("single_choice", (at,)) for at in range(2 * SETS)]
    assert counts(found.questions[0]) == dict.fromkeys("12345", 12)
    assert found.doubts == ()


def _found(rows: list[list[str]]) -> frozenset[int]:
    given = {f"c{at}": list(column) for at, column in enumerate(zip(*rows, strict=True))}
    return find_best_and_worst(views(**given), sample(**given))


def test_what_is_no_best_and_worst() -> None:
    chosen = [_chosen(at) for at in range(PEOPLE)]
    assert _found(chosen) == frozenset(range(2 * SETS))
    assert _found([row[:2] for row in chosen]) == frozenset()  # one set alone
    assert _found(chosen[:20]) == frozenset()  # few people
    assert _found([[row[0], row[0], *row[2:]] if at == 9 else row for at, row in enumerate(chosen)]) == frozenset()
    assert _found([list(order)[:4] for order in [*permutations("12345")][:PEOPLE]]) == frozenset()  # a ranking
    assert _found([row[:5] for row in chosen]) == frozenset()  # half a pair
