"""Novelty: formulas and words that everybody uses do not make two statements alike; what they tell does."""

from __future__ import annotations

import pytest

from persona.writing.candidates import candidates
from persona.writing.novelty import alike, said_elsewhere, shares_words
from tests.answers import corpus_of

ASKED = "Comments"
SAID = [
    "How do I order a new card?",
    "How do I activate my card?",
    "How do I freeze my card while I travel?",
    "The exchange rate for my card was wrong",
    "A wrong exchange rate was applied",
    *(f"My card has number {word}" for word in ("alpha", "beta", "gamma", "delta", "epsilon", "zeta")),
]
CORPUS = corpus_of({ASKED: SAID}, [1] * len(SAID))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("I want to plan on paper", "I want to plan my life", True),
        ("The report is late", "The report is late again", True),
        ("The report is late", "Nobody reads the plan", False),
        ("How do I get a refund for shoes?", "How do I get to the settings page?", False),
    ],
)
def test_alike_is_the_same_opening_or_most_words(a: str, b: str, same: bool) -> None:
    assert alike(a, b) is same


@pytest.mark.parametrize(("a", "b", "shared"), [(0, 1, False), (1, 2, False), (3, 4, True)])
def test_words_that_everybody_uses_weigh_little(a: int, b: int, shared: bool) -> None:
    mine, theirs = (next(u.stems for u in CORPUS.units if u.row == row + 1) for row in (a, b))
    assert shares_words(mine, theirs, CORPUS) is shared


def test_a_need_says_already_what_is_wrong() -> None:
    """Two of three words are shared, and "inconsistent" is the other side of "consistent"."""
    said = ["Inconsistent syntax between packages", "Consistent syntax of functions", "Faster plots on a map"]
    corpus = corpus_of({ASKED: [*said, *SAID * 10]}, [1] * (len(said) + 10 * len(SAID)))
    units = {unit.text: place for place, unit in enumerate(corpus.units)}
    found = candidates(corpus, 1, corpus.units[units[said[0]]].kind).candidates
    candidate = next(each for each in found if each.unit.text == said[0])
    assert said_elsewhere(candidate, [], [units[said[1]]], corpus)
    assert not said_elsewhere(candidate, [], [units[said[2]]], corpus)
