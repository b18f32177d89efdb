"""Where things stand in the drawings."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from generation.personas import charts
from generation.personas.charts import Spot
from persona.models import MapPoint


def points(*places: tuple[int, float, float]) -> tuple[MapPoint, ...]:
    return tuple(MapPoint(row=row, segment=s, x=x, y=y) for row, (s, x, y) in enumerate(places, start=1))


FOUR_CORNERS = points(
    *((1, -0.9 + d, 0.8) for d in (0, 0.2)),
    *((2, 0.7 + d, 0.8) for d in (0, 0.2)),
    *((3, -0.9 + d, -0.8) for d in (0, 0.2)),
    *((4, 0.7 + d, -0.8) for d in (0, 0.2)),
)


def test_shapes_go_round_and_then_are_hollow() -> None:
    assert [charts.SHAPES.index(charts.shape(position)) for position in range(1, 10)] == [0, 1, 2, 3, 0, 1, 2, 3, 0]
    assert [charts.is_hollow(position) for position in range(1, 10)] == [False] * 4 + [True] * 4 + [False]


def test_map_groups_fill_the_map_whatever_the_scale() -> None:
    small = tuple(point.model_copy(update={"x": point.x / 50, "y": point.y / 50}) for point in FOUR_CORNERS)

    spots = [[group.spots for group in charts.map_groups(each)] for each in (FOUR_CORNERS, small)]

    assert spots[0] == spots[1]
    assert spots[0][0] == [Spot(60, 75), Spot(118, 75)]
    assert spots[0][3] == [Spot(522, 385), Spot(580, 385)]


def test_map_groups_say_where_they_are() -> None:
    places = [group.place for group in charts.map_groups(FOUR_CORNERS)]

    assert places == ["top left", "top right", "bottom left", "bottom right"]


def test_cluster_draws_a_mark_for_each_person() -> None:
    (group,) = charts.map_groups(points((2, 0, 0), (2, 1, 1)))

    assert (group.position, group.marks) == (2, "M56 381h8v8h-8zM576 71h8v8h-8z")


def test_one_place_for_all_stands_in_the_middle() -> None:
    (group,) = charts.map_groups(points((1, 0.3, 0.3), (1, 0.3, 0.3)))

    assert (group.centre, group.radius, group.place) == (Spot(320, 230), Spot(24, 24), "in the middle")


def test_what_was_drawn_is_read_as_it_was_stored() -> None:
    drawn = charts.draw(FOUR_CORNERS)

    assert [charts.Drawn.read(stored) for stored in json.loads(json.dumps(drawn))] == drawn
    assert drawn[0] == charts.Drawn(
        position=1,
        centre=Spot(89, 75),
        radius=Spot(58, 24),
        marks="M55.5 75a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0zM113.5 75a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
        is_hollow=False,
        tag=Spot(90, 46),
        place="top left",
    )


def test_no_points_make_no_clusters() -> None:
    assert charts.map_groups(()) == []


def test_labels_lie_neither_on_each_other_nor_outside() -> None:
    near = points(*((1 + i % 4, 0.01 * (i % 7), 0.02 * (i % 5)) for i in range(80)))

    tags = [group.tag for group in charts.map_groups(near)]

    for i, tag in enumerate(tags):
        assert tag.x - charts.LABEL_WIDTH / 2 >= 30
        assert tag.x + charts.LABEL_WIDTH / 2 <= 610
        assert 30 < tag.y < 430
        for other in tags[:i]:
            assert abs(tag.x - other.x) >= charts.LABEL_WIDTH or abs(tag.y - other.y) >= charts.LABEL_HEIGHT


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([], []),
        ([1.0], [(1, 0.0, 100.0)]),
        ([0.5, 0.3, 0.2], [(1, 0.0, 49.7), (2, 50.0, 29.7), (3, 80.0, 20.0)]),
        ([0.999, 0.001], [(1, 0.0, 99.6), (2, 99.9, 0.2)]),
    ],
)
def test_slices_stand_side_by_side(shares: list[float], expected: list[tuple[int, float, float]]) -> None:
    assert [(s.position, s.start, s.width) for s in charts.slices(shares)] == expected


@pytest.mark.parametrize(
    ("x", "y", "place"),
    [
        (-1, 1, "top left"), (0, 1, "top centre"), (1, 1, "top right"),
        (-1, 0, "middle left"), (0, 0, "in the middle"), (1, 0, "middle right"),
        (-1, -1, "bottom left"), (0, -1, "bottom centre"), (1, -1, "bottom right"),
    ],
)  # fmt: skip
def test_where_a_group_lies_is_told_in_words(x: float, y: float, place: str) -> None:
    corners = ((2, -1, 1), (2, 1, 1), (2, -1, -1), (2, 1, -1))

    assert next(group for group in charts.map_groups(points((1, x, y), *corners)) if group.position == 1).place == place


def test_groups_come_by_their_number_whatever_order_their_people_come_in() -> None:
    mixed = points((3, 0, 0), (1, 1, 1), (2, -1, 0), (1, 0.5, 1))
    found = charts.map_groups(mixed)

    assert [(group.position, len(group.spots)) for group in found] == [(1, 2), (2, 1), (3, 1)]


def test_a_group_of_one_is_drawn_as_small_as_any() -> None:
    alone, _ = charts.map_groups(points((1, -1, 0), (2, 1, 0.5)))

    assert alone.radius == Spot(24, 24)


def test_a_line_of_people_is_spread_along_it_and_centred_across() -> None:
    (group,) = charts.map_groups(points((1, 0, 0.2), (1, 1, 0.2), (1, 4, 0.2)))

    assert [spot.y for spot in group.spots] == [230, 230, 230]
    assert [spot.x for spot in group.spots] == [60, 190, 580]


@pytest.mark.parametrize(("shares", "total"), [([0.25] * 4, 100.0), ([0.9, 0.05, 0.05], 100.0), ([1 / 3] * 3, 100.0)])
def test_slices_end_where_the_bar_ends(shares: list[float], total: float) -> None:
    found = charts.slices(shares)

    assert found[-1].start + found[-1].width == pytest.approx(total, abs=0.02)
    assert all(one.start + one.width <= after.start for one, after in pairwise(found))


def test_two_groups_in_one_place_have_labels_apart() -> None:
    first, second = charts.map_groups(points((1, 0, 0), (2, 0, 0)))

    assert first.centre == second.centre
    assert (
        abs(first.tag.x - second.tag.x) >= charts.LABEL_WIDTH or abs(first.tag.y - second.tag.y) >= charts.LABEL_HEIGHT
    )


def test_a_label_stands_above_its_group_where_nothing_is_in_the_way() -> None:
    alone, *_ = charts.map_groups(points((1, 0, 0), (2, -1, 1), (2, 1, 1), (2, -1, -1), (2, 1, -1)))

    assert (alone.centre, alone.tag) == (Spot(320, 230), Spot(320, 198))
