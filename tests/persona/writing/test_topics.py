"""Topics: what people of a segment talk about, in their own words."""

from __future__ import annotations

from persona.writing.topics import grams, people_by_gram, topics, wording
from tests.answers import STEMMER, units

INSIDE = units(["The error messages are cryptic", "Cryptic error messages", "I hate the error message", "The syllabus"])
OUTSIDE = units(["Error bars", "The syllabus", "A nice syllabus"])


def test_grams_leave_out_what_the_question_said() -> None:
    assert grams(("error", "messag", "not", "read"), frozenset({"messag"})) == {"error", "read", "error messag"}


def test_topics_are_shared_by_two_people_and_compared_with_the_others() -> None:
    everyone = people_by_gram([*INSIDE, *(u for u in OUTSIDE)])
    # the same rows stand for other people outside
    for number, other in enumerate(OUTSIDE):
        other.person = 100 + number
    everyone = people_by_gram([*INSIDE, *OUTSIDE])
    found = topics(INSIDE, everyone, 4, 3, frozenset())
    assert {name: topic.people for name, topic in found.items()} == {
        "error": 3,
        "messag": 3,
        "error messag": 3,
        "cryptic": 2,
    }
    assert found["error messag"].z > found["error"].z > 0
    assert found["error messag"].is_pair


def test_wording_is_what_most_people_say() -> None:
    found = topics(INSIDE, {}, 4, 3, frozenset())
    assert wording(found["error messag"], STEMMER) == "error messages"
