"""Voices: where nothing was asked, one sentence speaks for a topic that many name in words of their own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from persona.writing.candidates import candidates
from persona.writing.census import Batch, Census
from persona.writing.choices import Choice
from persona.writing.corpus import Corpus
from persona.writing.selection import Selection
from persona.writing.support import Count, Tally
from persona.writing.topics import Topic
from tests.answers import corpus_of

PEOPLE, BAD = 600, 4
WIDE = (
    "It is annoying that the sleeves were cut so wide",
    "The shoulders were terribly wide and slid off all day",
    "I was disappointed that the legs hang wide like a tent",
    "The collar is awkward and wide around my neck",
    "The waist is wide enough for two, a bad joke",
    "The wide cuffs are a problem at the desk",
    "My hips drown in it, the cut is awfully wide",
    "It was a disappointment how wide the pockets stand",
    "The straps are wide and bad for narrow backs",
    "The hem is wide and annoying on a bicycle",
)
OTHER = (
    "The zipper broke and I was disappointed",
    "It is a problem that the colour bled in the wash",
    "The buttons are awful and fell off",
)
AROUND = ("I wore it to work on Friday", "My sister has the same", "The parcel was quick", "I paid by card")


def review(person: int) -> str:
    """Every fourth complains: one in five of those that something is wide, each otherwise."""
    if person % BAD:
        said = "The fabric is soft and I love the colour"
    elif person % (5 * BAD) == 0:
        said = WIDE[person // (5 * BAD) % len(WIDE)] if person < 5 * BAD * len(WIDE) else AROUND[0]
    else:
        said = OTHER[person // BAD % len(OTHER)]
    return ". ".join([AROUND[0], said, *AROUND[1:]]) + "."


TEXTS = [review(person) for person in range(PEOPLE)]
SEGMENTS = np.array([1 if person % BAD else 2 for person in range(PEOPLE)], dtype=np.int16)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return corpus_of({"Review": TEXTS}, SEGMENTS.tolist())


@pytest.fixture(scope="module")
def wide(corpus: Corpus) -> Choice:
    """The one statement about it."""
    found = [choice for choice in Selection(corpus, 2, 5, set()).choose() if "wide" in choice.unit.words]
    assert len(found) == 1
    return found[0]


def test_one_voice_speaks_for_a_topic_of_many(wide: Choice) -> None:
    assert (wide.kind, wide.topic, wide.topic_words) == ("frustration", "wide", "wide")
    assert wide.unit.text in WIDE


def test_what_every_fourth_complains_of_is_told(corpus: Corpus) -> None:
    told = [choice.unit.text for choice in Selection(corpus, 2, 5, set()).choose() if choice.kind == "frustration"]
    assert told[:2] == ["The zipper broke and I was disappointed", "The buttons are awful and fell off"]


def test_others_who_name_the_topic_are_read_beside_it_but_not_counted(corpus: Corpus, wide: Choice) -> None:
    tally = Tally(2, [Count(wide)])
    everyone = np.arange(PEOPLE)
    Census(corpus, [tally], quick=False).add("Review", Batch(everyone + 1, everyone, SEGMENTS, TEXTS))

    (count,) = tally.counts
    voices = count.closest()
    assert len(count.mentioning) == len(WIDE)
    assert {voice.text for voice in voices} == set(WIDE)
    assert [voice.counted for voice in voices] == [voice.person in count.supporters for voice in voices]
    assert len(count.supporters) < len(WIDE)


@pytest.mark.parametrize(
    ("people", "z", "backing"),
    [(14, 3.0, 14), (1, 3.0, 2), (14, 1.5, 0)],
    ids=["many name it", "more say it", "others name it as often"],
)
def test_a_voice_is_backed_by_who_names_its_topic(corpus: Corpus, people: int, z: float, backing: int) -> None:
    wide = next(c for c in candidates(corpus, 2, "frustration").candidates if c.unit.text == WIDE[2])
    topic = Topic("wide", people, z, ())
    assert replace(wide, topic=topic, support=2).backing == backing


def test_one_persons_own_affair_is_backed_by_nobody(corpus: Corpus) -> None:
    wide = next(c for c in candidates(corpus, 2, "frustration").candidates if c.unit.text == WIDE[2])
    assert replace(wide, topic=None, support=1).backing == 0
    assert replace(wide, topic=None, support=9, unit=replace(wide.unit, long=False)).backing == 9
