"""Meaning: other words for the same are one sense, and answers show which words belong together."""

from __future__ import annotations

import pytest

from persona.writing.meaning import Meaning, answers_of, senses
from tests.answers import corpus_of, unit

SAID = [f"The {a} and the {b} are late" for a, b in (("train", "station"), ("bread", "oven")) for _ in range(120)]
CORPUS = corpus_of({"Comments": [*SAID, "The train is late", "The station is late", "The oven is late"]}, [1] * 243)


def test_words_for_the_same_are_one_sense() -> None:
    stems = {"stems": ("transfer", "declin")}, {"stems": ("attempt", "transfer", "fail")}
    one, other = unit("My transfer was declined"), unit("The attempted transfer failed")
    one.stems, other.stems = stems[0]["stems"], stems[1]["stems"]
    assert senses(one) == senses(other) == {"transfer", "(fails)"}


@pytest.mark.parametrize(("stem", "sense"), [("inconsist", "consist"), ("delet", "close"), ("import", "import")])
def test_a_prefix_or_a_synonym_makes_no_other_sense(stem: str, sense: str) -> None:
    one = unit("words")
    one.stems = (stem,)
    assert senses(one) == {sense}


def test_words_of_the_same_answers_lie_close() -> None:
    place = {u.text: i for i, u in enumerate(CORPUS.units)}
    train, station, oven = (place[f"The {word} is late"] for word in ("train", "station", "oven"))
    assert CORPUS.meaning.between(train, [station]) > CORPUS.meaning.between(train, [oven])
    assert CORPUS.meaning.between(train, []) == 0


def test_few_answers_show_nothing() -> None:
    units = CORPUS.units[:3]
    small = Meaning(CORPUS.vectors.weighted[:3], answers_of(units))
    assert small.between(0, [1]) == 0


def test_answers_that_repeat_a_few_texts_lie_the_same_each_time() -> None:
    """Three texts span fewer directions than are looked for: the rest must not be of chance."""
    texts = [("The train is late", "The oven is cold", "Nobody reads the plan")[n % 3] for n in range(300)]
    corpus = corpus_of({"Comments": texts}, [1] * len(texts))
    meanings = [Meaning(corpus.vectors.weighted, answers_of(corpus.units)) for _ in range(2)]
    once, again = ([meaning.between(0, [n]) for n in range(3)] for meaning in meanings)
    assert once == again
    assert [round(place, 6) for place in once] == [1.0, 0.0, 0.0]
