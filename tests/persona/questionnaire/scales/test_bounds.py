"""Two numbers in a question are the ends of a scale where its cells say so, in any language."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales import find_bounds
from persona.questionnaire.scales.anchors import Anchors

FIVE = dict.fromkeys(range(1, 6), 9)
SEVEN = dict.fromkeys(range(1, 8), 9)


@pytest.mark.parametrize(
    ("question", "codes", "ends"),
    [
        ("1 ile 5 arasında puanlayın", FIVE, (1, 5)),
        ("Értékelje 1-től 5-ig!", FIVE, (1, 5)),
        ("Βαθμολογήστε από 1 έως 5", FIVE, (1, 5)),
        ("Acordați o notă de la 1 până la 7", SEVEN, (1, 7)),
        ("Beri nilai dari 1 sampai 5", FIVE, (1, 5)),
        ("12. ให้คะแนนระหว่าง 1 ถึง 5", FIVE, (1, 5)),
        ("ציון מ 1 ועד 5", {2: 4, 3: 5, 4: 9, 5: 9}, (1, 5)),
        ("Hinnang 0 kuni 10", dict.fromkeys((0, 3, 5, 6, 7, 8, 9, 10), 4), (0, 10)),
    ],
)
def test_ends_that_the_cells_keep_to(question: str, codes: dict[int, int], ends: tuple[int, int]) -> None:
    assert find_bounds(question, codes) == Anchors(*ends)


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("1 ile 5 arasında puanlayın", SEVEN),
        ("1 ile 10 arasında puanlayın", FIVE),
        ("Q1 to Q5", FIVE),
        ("Between 2019 and 2024", FIVE),
        ("1, 3 oder 5", FIVE),
        ("1 ile 5 arasında puanlayın", {1: 9, 5: 9}),
    ],
)
def test_other_numbers_are_none(question: str, codes: dict[int, int]) -> None:
    assert find_bounds(question, codes) is None
