"""Opposites: praise against complaint about the very same thing, and nothing looser."""

from __future__ import annotations

import pytest

from persona.writing.opposites import is_opposite, opposed
from tests.answers import corpus_of, unit

SAID = [
    "The checkout is slow",
    "The checkout is fast and I love it",
    "I love that the delivery is fast",
    "I expected a fast checkout and was disappointed",
    "It does not fit my narrow shoulders",
    "I love how well it does fit narrow shoulders",
    "It is great that the checkout is fast",
    "The checkout is slow again",
]
CORPUS = corpus_of({"Comments": SAID}, [1] * 7 + [2])


@pytest.mark.parametrize(
    ("a", "b", "opposite"),
    [
        ("The checkout is slow", "The checkout is fast", True),
        ("The checkout is slow", "The delivery is fast", False),
        ("The checkout is slow", "The checkout is slow and fast", False),
        ("The checkout is slow", "I expected a fast checkout", False),
        ("The shirt fits narrow shoulders", "The shirt does not fit narrow shoulders", True),
        ("The shirt fits", "The shirt does not fit", False),
        ("The checkout of the shop in Porto is slow", "The checkout is fast", False),
    ],
)
def test_is_opposite(a: str, b: str, opposite: bool) -> None:
    assert is_opposite(CORPUS, unit(a), unit(b)) is opposite


def test_people_of_the_segment_are_counted_once() -> None:
    complaint = next(u for u in CORPUS.units if u.text == "The checkout is slow")
    assert [opposed(CORPUS, 1, complaint, kind) for kind in ("frustration", "goal")] == [2, 0]
    assert opposed(CORPUS, 2, complaint, "frustration") == 0
