"""Themes: what several people speak of in conversations, and who says the same."""

from __future__ import annotations

import numpy as np

from persona.writing.themes import Themes
from tests.answers import corpus_of

TALK = (
    "Interviewer: Who are you?\nGuest: I sell cheese on the market.\n"
    "Interviewer: How do you use the oven?\nGuest: {said}\n"
    "Interviewer: What about the oven bothers you?\nGuest: {pain}\n"
)
SAID = (
    "I use the oven to bake sourdough for the neighbours.",
    "I bake my sourdough in the oven every Friday.",
    "I bake sourdough in the oven for my family.",
    "I use the oven to dry herbs from the garden.",
    "I dry herbs in the oven when the garden is full.",
    "I warm plates in the oven for guests.",
)
PAINS = ("I worry that the oven door breaks.", "I worry about the oven and the electricity bill.")
TALKS = [TALK.format(said=said, pain=PAINS[i % 2]) for i, said in enumerate((*SAID[:5] * 6, SAID[5]))]
CORPUS = corpus_of({"text": TALKS}, [1] * len(TALKS))
THEMES = Themes(CORPUS, 1)


def index_of(text: str) -> int:
    return next(i for i, unit in enumerate(CORPUS.units) if unit.text == text.rstrip("."))


def test_company_counts_others_who_name_two_of_the_same_things() -> None:
    assert THEMES.company([index_of(SAID[0]), index_of(SAID[3]), index_of(SAID[5])]) == [17, 11, 0]
    assert THEMES.company([index_of(SAID[0])], ["frustration"]) == [0]


def test_a_theme_is_named_by_the_word_that_several_use() -> None:
    pull = THEMES.pull(["behaviour"])
    assert THEMES.word(index_of(SAID[0]), pull) == "sourdough"
    assert THEMES.word(index_of(SAID[5]), pull) == ""


def test_who_names_two_things_of_a_theme_says_the_same() -> None:
    place = index_of(SAID[0])
    likeness = THEMES.likeness(place, "sourdough")
    assert THEMES.support(likeness, ["behaviour"]) == 18
    assert likeness(CORPUS.units[index_of(SAID[3])]) == 0


def test_what_few_name_tells_more() -> None:
    assert THEMES.senses_of(index_of(SAID[0])) >= {"sourdough"}
    none, many, few = (THEMES.weigh_senses(senses) for senses in ((), {"sourdough"}, {"famili"}))
    assert none == 0 < many < few


def test_before_the_subject_is_named_people_tell_who_they_are() -> None:
    assert CORPUS.subject == {"oven"}
    who = next(unit for unit in CORPUS.units if "cheese" in unit.text)
    assert not THEMES.is_on_subject(who)
    assert all(THEMES.is_on_subject(unit) for unit in CORPUS.units if "cheese" not in unit.text)


def test_other_answers_have_no_themes() -> None:
    plain = corpus_of({"What bothers you?": ["The oven door breaks", "The oven is slow"]}, [1, 1])
    assert (Themes(plain, 1).people, Themes(plain, 1).index) == (0, [])
    assert np.all([not unit.talk for unit in plain.units])
