"""Quality: whole, clean, specific sentences are shown; fragments and slips are not."""

from __future__ import annotations

import pytest

from persona.writing.quality import LEADING, SHOWN, rate
from persona.writing.words import Spelling
from tests.answers import unit

SPELLING = Spelling({"calendar": 30, "meetings": 12, "plan": 40, "r": 9})


def quality(text: str, **values: object) -> float:
    one = unit(text, **values)  # type: ignore[arg-type]
    rate([one], SPELLING)
    return one.quality


@pytest.mark.parametrize(
    "text",
    [
        "I plan the week on paper before breakfast",
        "Nobody reads the weekly report",
        "Tiny buttons, try pressing those with gloves on",
        "I print R plots for my weekly report",
    ],
)
def test_whole_sentences_may_lead(text: str) -> None:
    assert quality(text) >= LEADING


@pytest.mark.parametrize(
    "text",
    [
        "This too",
        "Rather than installing packages by hand",
        "the calendar of",
        "because it never works with the",
        "df.filter(x) &gt; 3",
    ],
)
def test_fragments_are_not_shown(text: str) -> None:
    assert quality(text, first=False) < SHOWN


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("My calendar is full of meetings", "My calendra is full of meetings"),
        ("I wait a couple of hours for it", "I wait a couple f hours for it"),
        ("The report is late every Friday", "the report is late every Friday"),
        ("The plan changes every single week", "The plan changes every single week, e.g. (like"),
        ("Reports take all of my mornings", "It takes all of my mornings"),
        ("Nobody with cold hands wears this", "Nobody with cold hands wears t his"),
        ("It's flexible for the community", "It's flexibility and community"),
        ("For the plans it could be nicer", "For the plans it gould be nicer"),
        ("My fiancé did not like the plan", "My fiancã© did not like the plan"),
        ("My sister did not like the plan", "My sister did not like the plan either"),
        ("The plan is fine when nothing changes", "Maybe when nothing changes the plan is fine"),
        ("I protect focus time for the team", "I prtoect focus time for the team"),
        ("I break projects into small steps", "I can break projects into steps last Thursday"),
        ("The planner saved a lot of time", "Using a planner for that part saved a lot of time"),
        ("I asked the planner for another idea", "I asked the planner for the blue one"),
        ("The labels were itchy so I cut the labels out", "very itchy so I cut them out"),
    ],
)
def test_cleaner_words_are_better(better: str, worse: str) -> None:
    assert quality(better) > quality(worse)


@pytest.mark.parametrize("text", ["That people never read the weekly report", "I try not to rely on these features"])
def test_what_points_outside_its_sentence_is_not_shown(text: str) -> None:
    assert quality(text, first=False) < SHOWN


def test_what_others_say_word_for_word_is_worth_more() -> None:
    said = [unit("Nobody reads the weekly report", row=row) for row in (1, 2, 3)]
    rate(said, SPELLING)
    assert said[0].quality > quality("Nobody reads the weekly report")


def test_the_end_of_what_was_cut_off_is_not_shown() -> None:
    end = unit("And then Ann started to write the whole wee")
    end.cut_off = True
    rate([end], SPELLING)
    assert end.quality < SHOWN
