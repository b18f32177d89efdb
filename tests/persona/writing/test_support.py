"""Support: counted over all answers, the same whatever the size of the batches."""

from __future__ import annotations

import numpy as np
import pytest

from persona.writing.census import Batch, Census
from persona.writing.selection import Selection
from persona.writing.sieve import Sieve
from persona.writing.support import EVIDENCE_AT_MOST, Count, Crowd, Tally, Voice, different_first
from persona.writing.tokens import Wordlist
from tests.answers import GOAL, HABIT, PAIN, STEMMER, corpus_of, kitchen_rows

ROWS, GROUPS = kitchen_rows(200)
ANSWERS = {name: [row[i] for row in ROWS] for i, name in enumerate((GOAL, PAIN, HABIT), start=4)}
CORPUS = corpus_of(ANSWERS, GROUPS)
SEGMENTS = np.array(GROUPS, dtype=np.int16)


def tally(size: int, *, quick: bool = False) -> Tally:
    """Segment 1, counted in batches of `size` rows."""
    counted = Tally(1, [Count(choice) for choice in Selection(CORPUS, 1, 5, set()).choose()])
    census = Census(CORPUS, [counted], quick=quick)
    for start in range(0, len(ROWS), size):
        for name, texts in ANSWERS.items():
            people = np.arange(start, min(start + size, len(ROWS)))
            census.add(name, Batch(people + 1, people, SEGMENTS[people], texts[start : start + size]))
    return counted


@pytest.fixture(scope="module")
def whole() -> Tally:
    return tally(len(ROWS))


def test_supporters_are_the_people_of_the_segment_who_say_it(whole: Tally) -> None:
    count = next(c for c in whole.counts if "Flour gets" in c.choice.unit.text)
    told = {person for person, text in enumerate(ANSWERS[PAIN]) if "Flour gets" in text}
    assert set(count.supporters.people.tolist()) == told


def test_the_base_is_who_answered_the_question(whole: Tally) -> None:
    empty = ("", "n/a", "no idea", "nothing really")
    assert whole.base([PAIN]) == sum(
        g == 1 and text not in empty for g, text in zip(GROUPS, ANSWERS[PAIN], strict=True)
    )
    assert whole.base([PAIN, GOAL]) > whole.base([PAIN])


@pytest.mark.parametrize("quick", [False, True])
def test_batches_do_not_change_the_counts(quick: bool) -> None:
    for one, other in zip(tally(200, quick=quick).counts, tally(7, quick=quick).counts, strict=True):
        assert one.supporters.people.tolist() == other.supporters.people.tolist()
        assert one.closest() == other.closest()


def test_counting_quickly_counts_the_same(whole: Tally) -> None:
    for one, other in zip(whole.counts, tally(50, quick=True).counts, strict=True):
        assert one.supporters.people.tolist() == other.supporters.people.tolist()


def test_voices_are_one_a_person_strongest_first_and_verbatim(whole: Tally) -> None:
    for count in whole.counts:
        voices = count.closest()
        assert voices[0] == count.own
        assert len({voice.person for voice in voices}) == len(voices) <= EVIDENCE_AT_MOST
        assert [v.score for v in voices[1:]] == sorted((v.score for v in voices[1:]), reverse=True)
        for voice in voices:
            assert ANSWERS[voice.column][voice.row - 1][voice.start : voice.end] == voice.text


def test_sieve_lets_through_what_shares_two_stems_a_topic_or_is_short() -> None:
    words = Wordlist()
    sieve = Sieve([(("crust", "burn", "middl"), None), (("flour", "kitchen"), "weigh scale")], STEMMER, ["en"], words)
    let = [
        "the crust of my bread always burns in this old oven of mine",
        "burnt crust",
        "last week I bought a scale that shows ounces and grams on one display",
    ]
    kept_back = [
        "the crust of the earth is a topic that I would rather not write about here",
        "nothing of this",
        "",
    ]
    assert sieve.lets_through(words.read(let + kept_back)).tolist() == [True] * 3 + [False] * 3
    assert sieve.lets_through(words.read(["the burnt crust"])).tolist() == [True]


def test_sieve_knows_a_passage_of_one_telling_stem_by_all_its_stems() -> None:
    words = Wordlist()
    sieve = Sieve([(STEMMER.stems(["people", "update", "it", "when", "I", "ask"], "en"), None)], STEMMER, ["en"], words)
    let = "To be fair, I would say that people update it only when I ask them to do so"
    kept_back = "To be fair, I would say that the update of last week came as a surprise to me"
    assert sieve.lets_through(words.read([let, kept_back])).tolist() == [True, False]


def test_a_crowd_counts_everybody_once() -> None:
    crowd = Crowd()
    crowd.add([3, 1])
    crowd.add(np.array([1, 7]))
    assert crowd.people.tolist() == [1, 3, 7]
    assert (len(crowd), 3 in crowd, 4 in crowd) == (3, True, False)
    other = Crowd()
    other.add([4])
    assert (crowd | other).people.tolist() == [1, 3, 4, 7]


TALK = """AI: What is hard about it?
User: {pain}.
AI: {asked}?
User: Yes."""


def test_of_a_conversation_only_the_respondents_words_count() -> None:
    pains = ["the crust is broken and burnt in the oven", "the kitchen scale is slow"] * 6
    talks = [TALK.format(pain=pain, asked="Is the crust broken and burnt in the oven") for pain in pains]
    corpus = corpus_of({"text": talks}, [1] * 12)
    counted = Tally(1, [Count(choice) for choice in Selection(corpus, 1, 5, set()).choose()])
    census = Census(corpus, [counted])
    people = np.arange(12)
    census.add("text", Batch(people + 1, people, np.ones(12, dtype=np.int16), talks))
    crust = next(count for count in counted.counts if "crust" in count.choice.unit.text)
    assert crust.supporters.people.tolist() == [0, 2, 4, 6, 8, 10]


def test_sieve_knows_the_stems_of_every_language_of_a_column() -> None:
    words, told = Wordlist(), STEMMER.stems(["exporté", "datos", "tabla"], "es")
    sieve = Sieve([(told, None)], STEMMER, ["en", "es"], words)
    answer = "exportamos los datos cada semana y luego hacemos otra cosa con ellos"
    assert sieve.lets_through(words.read([answer])).tolist() == [True]


def test_batches_are_read_in_pieces_of_bounded_length() -> None:
    texts = ["a" * 30, "b" * 90, "c" * 10, "d" * 40, "", "e"]
    numbers = np.arange(6)
    batch = Batch(numbers + 1, numbers, np.ones(6, dtype=np.int16), texts)
    pieces = list(batch.pieces(50))
    assert [list(piece.texts) for piece in pieces] == [texts[:1], texts[1:2], texts[2:5], texts[5:]]
    assert [piece.rows.tolist() for piece in pieces] == [[1], [2], [3, 4, 5], [6]]


def test_other_wordings_are_quoted_before_the_same_words_again() -> None:
    def voice(text: str, score: float, row: int) -> Voice:
        return Voice(score, row, row, PAIN, 0, len(text), text)

    own = voice("the community", 1.0, 1)
    again, slip = voice("The community", 1.0, 2), voice("The commuity", 0.98, 3)
    other = voice("People who help one another", 0.8, 4)
    far = voice("People", 0.5, 5)

    assert different_first([own], [again, slip, other, far]) == [other, again, slip, far]
    assert different_first([own], []) == []
