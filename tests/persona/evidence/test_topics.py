"""Topics: what many speak of, counted by people, named by words of their own; and the claims that lie inside them."""

from __future__ import annotations

import numpy as np
import pytest

from persona.evidence.topics import find_topics, names, with_parents
from tests.persona.evidence.shop import BREAD, PARKING, QUEUES, Study, backed, study

SHOP = [*QUEUES, *PARKING, *BREAD]


@pytest.fixture(scope="module")
def shop() -> Study:
    return study(*SHOP)


def told(some: Study) -> dict[str, tuple[int, list[int]]]:
    """Of each topic the people, and the rows in which they speak of it."""
    return {
        topic.theme.label: (topic.theme.people, some.gathered.rows[topic.places].tolist())
        for topic in find_topics(*some)
    }


def test_each_topic_is_named_by_its_words_and_has_its_people(shop: Study) -> None:
    assert told(shop) == {
        "parking · spaces": (5, [6, 7, 8, 9, 10]),
        "queue": (5, [1, 2, 3, 4, 5]),
        "bread · stale": (5, [11, 12, 13, 14, 15]),
    }


def test_a_topic_knows_its_column_and_tells_no_precision(shop: Study) -> None:
    assert {
        (one.level, one.column, one.parent, one.precision, one.opposite)
        for one in (topic.theme for topic in find_topics(*shop))
    } == {("topic", "least", "", None, "")}


def test_who_holds_a_topics_word_is_counted_however_far_the_rest_lies() -> None:
    others = ["I would rather bake at home than listen to music near the parking", "Nothing of that"]

    assert told(study(*SHOP, *others))["parking · spaces"][1] == [6, 7, 8, 9, 10, 16]


def test_only_the_first_wordings_need_to_be_read(shop: Study) -> None:
    """Kind and attitude are those of the wordings that were read; people are counted over all."""
    some = study(*SHOP, read=8)

    assert told(some) == told(shop)
    assert len(some.deep.texts) == 8


def test_a_topic_none_of_whose_wordings_was_read_is_not_told() -> None:
    some = study(*SHOP, read=1)
    (read,) = some.deep.texts

    assert [{SHOP[row - 1] for row in rows} >= {read} for _, rows in told(some).values()] == [True]


def test_one_person_who_says_it_five_times_is_one_person(shop: Study) -> None:
    people = np.where(shop.gathered.rows <= 5, 1, shop.gathered.rows)

    assert [topic.theme.label for topic in find_topics(*shop._replace(people=people))] == [
        "parking · spaces",
        "bread · stale",
    ]


def test_the_words_of_the_question_are_no_topic() -> None:
    found = told(study(*SHOP, question="What about the queue?"))

    assert list(found) == ["parking · spaces", "bread · stale"]


def test_the_largest_topic_stands_first() -> None:
    assert next(iter(told(study(*SHOP, "Stale bread once more")))) == "bread · stale"


@pytest.mark.parametrize("texts", [(), ("Stale bread",), ("Stale bread", "A long queue", "No parking")])
def test_few_passages_have_no_topic(texts: tuple[str, ...]) -> None:
    assert told(study(*texts)) == {}


@pytest.mark.parametrize(
    ("word", "expected"), [("parking", True), ("really", False), ("x", False), ("料金", True), ("", False)]
)
def test_words_that_can_name_a_topic(word: str, *, expected: bool) -> None:
    assert names(word) is expected


PEOPLE = np.arange(8)
TOPICS = [backed("queue", [0, 1, 2], level="topic"), backed("bread", [2, 3, 4, 5], level="topic")]


@pytest.mark.parametrize(
    ("places", "people", "parent"),
    [
        pytest.param([0, 1], PEOPLE, "queue", id="all of them"),
        pytest.param([2, 3, 4], PEOPLE, "bread", id="the topic of most"),
        pytest.param([0, 1, 6, 7], PEOPLE, "queue", id="half of them"),
        pytest.param([0, 6, 7], PEOPLE, "", id="less than half"),
        pytest.param([6, 7], PEOPLE, "", id="none of them"),
        pytest.param([2], PEOPLE, "queue", id="of two topics the first"),
        pytest.param([0, 6, 7], np.array([0, 1, 2, 3, 4, 5, 0, 7]), "queue", id="people are counted, not passages"),
        pytest.param([0, 1, 6, 7], np.array([0, 0, 2, 3, 4, 5, 6, 7]), "", id="one person's two passages"),
    ],
)
def test_a_claim_lies_in_the_topic_of_most_of_its_people(places: list[int], people: np.ndarray, parent: str) -> None:
    (found,) = with_parents([backed("claim", places)], TOPICS, people)

    assert found.theme == backed("claim", places).theme._replace(parent=parent)
    assert found.places.tolist() == places


def test_claims_without_topics_have_no_parent_and_topics_without_claims_nothing_to_hold() -> None:
    assert [one.theme.parent for one in with_parents([backed("claim", [0])], [], PEOPLE)] == [""]
    assert with_parents([], TOPICS, PEOPLE) == []
