"""What a study wrote, read out for one segment at a time: its people, its base, and how far it stands apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.writing.listening import Study
from persona.writing.statistics import ALONE, apart
from tests.answers import segmentation_of
from tests.persona.evidence.shop import QUEUES
from tests.persona.writing.cells import table
from tests.persona.writing.listened import CELLS, SEGMENTS, STARS, heard

if TYPE_CHECKING:
    from persona.writing.listening import Part


@pytest.fixture(scope="module")
def study() -> Study:
    return heard()


def topics(study: Study, segment: int) -> dict[str, Part]:
    return {part.theme.label: part for part in study.parts(segment) if part.theme.level == "topic"}


def test_each_segment_has_its_people_of_a_topic_and_those_who_wrote(study: Study) -> None:
    told = {
        segment: {label: (sorted(part.people), part.base) for label, part in topics(study, segment).items()}
        for segment in (1, 2)
    }

    assert told == {
        1: {"queue": ([0, 1, 2, 3, 4], 7), "parking · spaces": ([5, 6], 7)},
        2: {"parking · spaces": ([7, 8, 9], 8), "bread · stale": ([10, 11, 12, 13, 14], 8)},
    }


def test_how_far_a_segment_stands_apart_is_told_by_its_people_and_the_others(study: Study) -> None:
    assert {label: part.z for label, part in topics(study, 1).items()} == {
        "queue": apart(5, 7, 0, 8),
        "parking · spaces": apart(2, 7, 3, 8),
    }


def test_passages_of_a_part_are_those_of_its_people(study: Study) -> None:
    for segment in (1, 2):
        for part in study.parts(segment):
            assert set(study.people_at(part.heard, part.places).tolist()) == set(part.people)
            assert set(study.segment_at(part.heard, part.places).tolist()) == {segment}
            assert len(part.scores) == len(part.places)


def test_people_are_counted_among_those_who_wrote_anything(study: Study) -> None:
    """Of the second group, one wrote nothing and one said nothing."""
    assert [study.wrote(segment) for segment in (0, 1, 2, 9)] == [0, 7, 8, 0]


def test_a_segment_that_nobody_is_in_has_no_part(study: Study) -> None:
    assert study.parts(9) == []


def test_cells_are_read_as_they_are_stored(study: Study) -> None:
    assert [study.cell("least", 1), study.cell("best", 2)] == [QUEUES[0], "The friendly staff"]


def test_themes_are_those_of_all_segments_with_every_placement(study: Study) -> None:
    found = study.themes()
    placed = [place for place in found.placements if place.counted]

    assert {theme.label for theme in found.themes if theme.level == "topic"} == {
        "queue",
        "parking · spaces",
        "bread · stale",
    }
    assert {theme.id: theme.people for theme in found.themes} == {
        theme.id: len({place.row for place in placed if place.theme == theme.id}) for theme in found.themes
    }


def test_moods_are_those_of_the_rating_beside_the_words(study: Study) -> None:
    (least, _) = study.heard
    rows = least.gathered.rows.tolist()

    assert [study.mood_at(least, place) < 0 for place in range(len(rows))] == [row <= 5 for row in rows]
    assert sorted(set(study.mood_ranks.tolist())) == [0, 1]


def test_everybody_in_one_segment_stands_apart_from_nobody() -> None:
    study = heard([1] * 17)

    assert {part.z for part in study.parts(1)} == {ALONE}


def test_who_is_in_no_segment_is_not_heard() -> None:
    study = heard([0] * 5 + SEGMENTS[5:])

    assert "queue" not in topics(study, 1)
    assert study.wrote(0) == 0


def test_somebody_who_writes_in_many_rows_is_one_person() -> None:
    """The first five rows are two people's."""
    study = heard(people=[0, 0, 0, 1, 1, *range(2, 14)])

    assert "queue" not in topics(study, 1)
    assert study.wrote(1) == 4


def test_without_open_answers_nothing_is_heard() -> None:
    study = Study(table(CELLS), [STARS], segmentation_of(SEGMENTS))

    assert (study.heard, study.parts(1), study.wrote(1), study.themes().themes) == ([], [], 0, ())


def test_words_that_several_segments_use_are_shown_where_they_are_said_most() -> None:
    """Four of five wait in the first segment, one of seven in the second; parking is what one segment speaks of."""
    said = ["The queue at the till is too long"] * 5 + ["Not enough parking spaces"] * 6 + [""]
    study = heard([1] * 4 + [2] * 8, cells={"least": said, "best": [""] * 12, "stars": ["3"] * 12})
    queue, parking = (
        next(part for part in study.parts(2) if part.theme.level == "claim" and part.theme.label == label)
        for label in ("The queue at the till is too long", "Not enough parking spaces")
    )

    assert study.foremost(queue.heard, queue.theme.id, queue.heard.gathered.texts.index(queue.theme.label)) == 1
    assert (
        study.foremost(parking.heard, parking.theme.id, parking.heard.gathered.texts.index(parking.theme.label)) is None
    )
