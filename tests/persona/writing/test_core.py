"""The core of a statement: details that vary from person to person are left out of the measure, never of the quote."""

from __future__ import annotations

from persona.writing.core import core_of
from tests.answers import HABIT, corpus_of

PLACES = ("train", "sofa", "balcony", "bus", "ferry", "bench")


def core(said: list[str]) -> tuple[str, ...]:
    corpus = corpus_of({HABIT: said}, [1] * len(said))
    return core_of(corpus, 0, "behaviour").stems


def test_details_that_vary_are_no_core() -> None:
    said = [f"I prepared the board update on the {place}" for place in PLACES]
    assert core(said) == ("prepar", "board", "updat")


def test_what_all_say_is_the_core() -> None:
    assert core(["I prepared the board update on the train"] * 6) == ("prepar", "board", "updat", "train")


def test_few_people_do_not_show_what_is_detail() -> None:
    said = [f"I prepared the board update on the {place}" for place in PLACES[:3]]
    assert core(said) == ("prepar", "board", "updat", "train")


def test_two_shared_words_are_a_topic_and_no_core() -> None:
    said = [f"I read error messages about {place} tickets" for place in PLACES]
    said[0] = "I print error messages of the compiler"
    assert core(said) == ("print", "error", "messag", "compil")
