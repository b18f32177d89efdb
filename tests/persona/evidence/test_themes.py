from __future__ import annotations

import csv
from collections import defaultdict
from io import StringIO

import pytest

from persona.evidence.models import Answers, Themes
from persona.evidence.tables import placements_csv, themes_csv
from persona.evidence.themes import find_themes

QUEUES = [
    "The queue at the till is too long",
    "The queues at the tills are too long",
    "Queue at the till is far too long",
    "Too long a queue at the till",
    "The long queue at the till",
]
PARKING = [
    "There are not enough parking spaces",
    "Not enough parking spaces",
    "Too few parking spaces near the entrance",
    "Parking spaces are missing",
    "Parking is full, no spaces",
]
BREAD = [
    "The bread is stale in the evening",
    "Stale bread in the evening",
    "Bread is stale",
    "The bread was stale and hard",
    "Stale bread again",
]
ASKED = "What do you like least about our shop?"


def answers(*texts: str) -> Answers:
    return Answers("least", ASKED, range(1, len(texts) + 1), texts)


@pytest.fixture(scope="module")
def found() -> Themes:
    return find_themes([answers(*QUEUES, *PARKING, *BREAD, "", "I don't know", "Nothing")])


def counted(found: Themes, level: str) -> dict[str, set[int]]:
    levels = {theme.id: theme.level for theme in found.themes}
    people = defaultdict(set)
    for place in found.placements:
        if place.counted and levels[place.theme] == level:
            people[place.theme].add(place.row)
    return people


def test_each_topic_has_its_people(found: Themes) -> None:
    topics = list(counted(found, "topic").values())

    for expected in (set(range(1, 6)), set(range(6, 11)), set(range(11, 16))):
        assert max(len(expected & people) / len(expected | people) for people in topics) >= 0.8


def test_every_number_of_people_is_a_count_over_the_placements(found: Themes) -> None:
    people = counted(found, "topic") | counted(found, "claim")

    assert {theme.id: theme.people for theme in found.themes} == {name: len(rows) for name, rows in people.items()}


def test_claims_lie_inside_topics_and_are_somebodys_words(found: Themes) -> None:
    topics = {theme.id for theme in found.themes if theme.level == "topic"}
    claims = [theme for theme in found.themes if theme.level == "claim"]

    assert claims
    assert {claim.parent for claim in claims} <= topics | {""}
    assert all(any(claim.label in text for text in (*QUEUES, *PARKING, *BREAD)) for claim in claims)
    assert all(claim.precision is not None and 0 <= claim.precision <= 1 for claim in claims)


def test_nobody_who_says_nothing_is_counted(found: Themes) -> None:
    assert {place.row for place in found.placements if place.counted} <= set(range(1, 16))


def test_quotes_stand_in_their_cells(found: Themes) -> None:
    texts = [*QUEUES, *PARKING, *BREAD, "", "I don't know", "Nothing"]

    assert all(0 <= place.start < place.end <= len(texts[place.row - 1]) for place in found.placements)


def test_the_same_answers_give_the_same_themes(found: Themes) -> None:
    assert find_themes([answers(*QUEUES, *PARKING, *BREAD, "", "I don't know", "Nothing")]) == found


def test_few_answers_have_no_theme() -> None:
    assert find_themes([answers("Good", "", "42")]) == Themes((), ())
    assert find_themes([]) == Themes((), ())


def test_tables_hold_all_of_it(found: Themes) -> None:
    themes = list(csv.DictReader(StringIO(themes_csv(found))))
    placements = list(csv.DictReader(StringIO("".join(placements_csv(found)))))

    assert [(row["theme"], row["level"], row["people"]) for row in themes] == [
        (theme.id, theme.level, str(theme.people)) for theme in found.themes
    ]
    assert [(row["theme"], int(row["row"]), row["counted"]) for row in placements] == [
        (place.theme, place.row, str(int(place.counted))) for place in found.placements
    ]
