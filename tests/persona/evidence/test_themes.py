from __future__ import annotations

import csv
from collections import defaultdict
from io import StringIO

import numpy as np
import pytest

from persona.evidence import themes
from persona.evidence.heard import Backed, Heard
from persona.evidence.models import Placement, Theme, Themes
from persona.evidence.tables import placements_csv, themes_csv
from persona.evidence.themes import Placements, find_themes, hear
from tests.persona.evidence.shop import BREAD, PARKING, QUEUES, answers, study


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


@pytest.mark.parametrize(
    ("sizes", "total", "expected"),
    [
        pytest.param([], 10, [], id="no column"),
        pytest.param([3, 4], 10, [3, 4], id="all fit"),
        pytest.param([30, 40], 10, [5, 5], id="none fits"),
        pytest.param([40, 2, 30], 20, [9, 2, 9], id="what a small column leaves is for the others"),
        pytest.param([0, 7], 4, [0, 4], id="an empty column"),
        pytest.param([5, 5, 5], 0, [0, 0, 0], id="nothing is read"),
        pytest.param([9, 9, 9], 10, [3, 3, 4], id="the rest of a division is not lost"),
    ],
)
def test_wordings_that_are_read_deep_are_shared_among_columns(
    sizes: list[int], total: int, expected: list[int]
) -> None:
    assert themes._shares(sizes, total) == expected


def test_rows_of_one_person_are_one_person() -> None:
    """Rows 1 and 2 are one person's, and so are 6 and 7."""
    people = np.array([0, 0, 1, 2, 3, 4, 4, 5, 6, 7])

    (heard,) = hear([answers(*QUEUES, *BREAD)], people=people)
    rows = {one.theme.id: heard.gathered.rows[one.places] for one in heard.themes}

    assert any(len(set(some.tolist())) > len(set(people[some - 1].tolist())) for some in rows.values())
    assert {one.theme.id: one.theme.people for one in heard.themes} == {
        name: len(set(people[some - 1].tolist())) for name, some in rows.items()
    }


@pytest.mark.parametrize("redact", [True, False])
def test_passages_with_personal_data_are_heard_only_where_they_may_be(*, redact: bool) -> None:
    (found,) = hear([answers("Call me on 0171 2345678 please", "Stale bread again")], redact=redact)

    assert [text for text in found.gathered.texts if "2345" in text] == (
        [] if redact else ["Call me on 0171 2345678 please"]
    )


def test_columns_keep_their_order_and_themes_their_column() -> None:
    found = find_themes(
        [answers(*QUEUES, column="least"), answers("ok", column="else"), answers(*BREAD, *PARKING, column="wish")]
    )

    assert list(dict.fromkeys(theme.column for theme in found.themes)) == ["least", "wish"]
    assert list(dict.fromkeys(place.column for place in found.placements)) == ["least", "wish"]


def test_somebody_may_stop_between_columns() -> None:
    ticks: list[int] = []

    def tick() -> None:
        ticks.append(len(ticks))
        if len(ticks) == 3:
            raise TimeoutError

    with pytest.raises(TimeoutError):
        hear([answers(*QUEUES), answers(*BREAD)], tick=tick)
    assert len(ticks) == 3


def test_placements_are_made_anew_each_time_and_stand_in_the_order_of_rows() -> None:
    (heard,) = hear([answers(*QUEUES, *PARKING)])
    placed = Placements([heard])

    first, second = list(placed), list(placed)

    assert first == second
    assert [(place.row, place.start) for place in first] == sorted((place.row, place.start) for place in first)


@pytest.mark.parametrize("at_once", [1, 3, 20_000])
def test_placements_are_the_same_however_many_are_made_at_once(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two themes that share a passage, each with one that is only near."""
    one = study("The queue is long", "Stale bread. Dirty floor")
    first, second = (
        Backed(
            Theme(name, "topic", "", "least", name, "need", "neutral", 1, None, ""),
            np.array(places),
            np.array(scores),
            np.array(near),
            np.array([0.33333]),
        )
        for name, places, scores, near in (("b", [0, 1], [0.5, 0.25], [2]), ("a", [1], [0.77777], [0]))
    )
    monkeypatch.setattr(themes, "PLACED_AT_ONCE", at_once)

    assert list(Placements([Heard(one.gathered, one.deep, (first, second))])) == [
        Placement("a", 1, "least", 0, 17, 0.3333, counted=False),
        Placement("b", 1, "least", 0, 17, 0.5, counted=True),
        Placement("a", 2, "least", 0, 11, 0.7778, counted=True),
        Placement("b", 2, "least", 0, 11, 0.25, counted=True),
        Placement("b", 2, "least", 13, 24, 0.3333, counted=False),
    ]
