from __future__ import annotations

import pytest

from persona.text.likeness import FEATURES, features, likeness, read

QUESTION = "What do you like least?"


def verdict(a: str, b: str) -> tuple[bool, bool]:
    one, two = read([a, b], [QUESTION, QUESTION])
    said = likeness().judge([one], [two])[0]
    return said.counts, said.is_opposite


@pytest.mark.parametrize(
    ("statement", "said", "counts"),
    [
        ("The queue is too long", "The queues are much too long", True),
        ("The queue is too long", "the queue was too long and nobody opened a second till", True),
        ("The queue is too long", "I prefer tea to coffee", False),
        ("The fabric is soft", "My order arrived two weeks late", False),
    ],
)
def test_who_counts(statement: str, said: str, counts: bool) -> None:
    assert verdict(statement, said)[0] is counts


def test_values_have_names() -> None:
    one, two = read(["Error messages are cryptic", "cryptic error messages"], [QUESTION, QUESTION])
    values = dict(zip(FEATURES, features(one, two), strict=True))

    assert values["held"] == pytest.approx(1)
    assert values["turned"] == 0
    assert values["meaning"] > 0.6


def test_no_pairs_no_verdicts() -> None:
    assert likeness().judge([], []) == []
