"""What sets a segment apart: counts, bases and weights beside the others', and what is not told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.models import ColumnRole as Role
from persona.writing.differences import (
    AGREE,
    Differences,
    Share,
    WeightedShare,
    agreeing,
    find_differences,
    is_agreement,
    options_of,
    value_of,
)
from tests.answers import segmentation_of
from tests.persona.writing.cells import column, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.models import Column

TOOL = column("Tool", options=("App", "Paper"))
TOOLS = column("Tools", Role.MULTIPLE, separator="; ")
AGE = column("Age", Role.NUMBER)
STARS = column("Stars", Role.RATING, scale=(1, 5))
LIKES = column(
    "I like it", Role.RATING, scale_words=("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")
)
OFTEN = column("How often?", Role.RATING, scale_words=("Never", "Always"))
GERMAN = column("Zustimmung", Role.RATING, scale_words=("stimme nicht zu", "stimme eher zu", "stimme voll zu"))


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        pytest.param(" App ", TOOL, ["App"], id="a choice"),
        pytest.param("", TOOL, [], id="no answer"),
        pytest.param("App; Paper; App", TOOLS, ["App", "Paper"], id="several choices, each once"),
        pytest.param("; ", TOOLS, [""], id="saw the options and chose none"),
        pytest.param("Strongly agree", LIKES, [AGREE], id="agrees"),
        pytest.param("Neutral", LIKES, [""], id="takes another side"),
        pytest.param("Disagree", LIKES, [""], id="disagrees"),
        pytest.param("No idea", LIKES, [], id="takes no side"),
        pytest.param("Always", OFTEN, ["Always"], id="a scale of something else"),
    ],
)
def test_what_one_cell_says(text: str, asked: Column, expected: list[str]) -> None:
    assert options_of(text, asked) == expected


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        pytest.param(LIKES, ["Agree", "Strongly agree"], id="English"),
        pytest.param(GERMAN, ["stimme eher zu", "stimme voll zu"], id="German"),
        pytest.param(
            column("x", Role.RATING, scale_words=("muy de acuerdo", "no de acuerdo")), ["muy de acuerdo"], id="Spanish"
        ),
        pytest.param(
            column("x", Role.RATING, scale_words=("pas d’accord", "plutôt d’accord")), ["plutôt d’accord"], id="French"
        ),
        pytest.param(column("x", Role.RATING, scale_words=("concordo", "não concordo")), ["concordo"], id="Portuguese"),
        pytest.param(OFTEN, [], id="how often"),
    ],
)
def test_words_of_a_scale_that_agree(asked: Column, words: list[str]) -> None:
    assert (agreeing(asked), is_agreement(asked)) == (words, bool(words))


def test_only_a_rating_asks_how_far_people_agree() -> None:
    assert not is_agreement(column("x", Role.CATEGORY, scale_words=("Agree",)))


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("3", STARS, 3),
        ("9", STARS, None),
        ("Neutral", LIKES, 3),
        ("41.5", AGE, 41.5),
        ("nan", AGE, None),
        ("", AGE, None),
        ("old", AGE, None),
    ],
)
def test_numbers_and_places_on_a_scale(text: str, asked: Column, expected: float | None) -> None:
    assert value_of(text, asked) == expected


def share(count: int, base: int, others: int, others_base: int, **more: object) -> Share:
    return Share(TOOL, "App", 1, count, base, others, others_base, **more)  # type: ignore[arg-type]


def test_a_share_beside_everyone() -> None:
    found = share(30, 40, 10, 60)

    assert (found.share, found.everyone, found.ratio) == (0.75, 0.4, pytest.approx(1.875))
    assert found.compared == (30, 40, 10, 60)
    assert found.effect == pytest.approx(1.253, abs=1e-3)
    assert found.is_clear


def test_a_weighted_share_is_that_of_weights_and_tested_as_fewer_people() -> None:
    found = share(30, 40, 10, 60, weighted=WeightedShare(10, 20, 20, 80), design=2.0)

    assert (found.share, found.everyone, found.ratio) == (0.5, 0.3, pytest.approx(5 / 3))
    assert found.compared == (10, 20, 7.5, 30)
    assert not share(12, 20, 22, 60, weighted=WeightedShare(12, 20, 22, 60), design=9.0).is_clear


@pytest.mark.parametrize(
    ("found", "clear"),
    [
        pytest.param(share(30, 40, 10, 60), True, id="much more"),
        pytest.param(share(2, 40, 40, 60), True, id="much less"),
        pytest.param(share(20, 40, 30, 60), False, id="the same"),
        pytest.param(share(3, 4, 1, 6), False, id="few people"),
        pytest.param(share(560, 1000, 500, 1000), False, id="sure, but small"),
    ],
)
def test_only_what_is_large_and_sure_is_told(found: Share, *, clear: bool) -> None:
    assert found.is_clear is clear


def test_without_others_nothing_is_more_or_less() -> None:
    assert (share(3, 4, 0, 0).effect, share(0, 4, 0, 0).ratio) == (0, 0)


def test_what_a_segment_does_more_ranks_before_what_it_does_less() -> None:
    more, less = share(40, 50, 10, 50), share(10, 50, 40, 50)

    assert abs(more.effect) == pytest.approx(abs(less.effect))
    assert more.rank > less.rank > 0


def found_in(
    cells: dict[str, list[str]],
    asked: Column,
    segments: Sequence[int],
    *,
    weights: Sequence[float] | None = None,
    told: Sequence[int] = (1, 2),
) -> dict[int, Differences]:
    return find_differences(table(cells, weights=weights), [asked], segmentation_of(segments), told)


SEGMENTS = [1] * 20 + [2] * 30
SHARES = {"Tool": ["App"] * 16 + ["Paper"] * 4 + ["App"] * 6 + ["Paper"] * 20 + [""] * 4}


def counts(found: Differences) -> list[tuple[str, int, int, int, int]]:
    return [(one.option, one.count, one.base, one.others, one.others_base) for one in found.usual]


def test_shares_of_each_segment_are_of_those_who_answered() -> None:
    found = found_in(SHARES, TOOL, SEGMENTS)

    assert {segment: counts(one) for segment, one in found.items()} == {
        1: [("App", 16, 20, 6, 26), ("Paper", 4, 20, 20, 26)],
        2: [("Paper", 20, 26, 4, 20), ("App", 6, 26, 16, 20)],
    }
    assert [(one.option, one.effect > 0) for one in found[1].shares] == [("App", True), ("Paper", False)]
    assert found[1].measures == ()


def test_weights_move_shares_and_leave_counts() -> None:
    """Of the first group's twenty, those with Paper weigh four times as much."""
    weights = [1.0] * 16 + [4.0] * 4 + [1.0] * 30
    app = next(one for one in found_in(SHARES, TOOL, SEGMENTS, weights=weights)[1].usual if one.option == "App")

    assert (app.count, app.base, app.others, app.others_base) == (16, 20, 6, 26)
    assert app.weighted == WeightedShare(16, 32, 6, 26)
    assert (app.share, app.design) == (0.5, pytest.approx(50 * 110 / 62**2))


def test_a_segment_whose_people_weigh_nothing_is_not_told() -> None:
    found = found_in(SHARES, TOOL, SEGMENTS, weights=[0.0] * 20 + [1.0] * 30)

    assert (found[1].usual, found[2].usual) == ((), ())


def test_one_segment_alone_has_its_usual_answers_and_nothing_to_compare() -> None:
    found = found_in(SHARES, TOOL, [1] * 50, told=[1])

    assert (counts(found[1]), found[1].shares) == ([("Paper", 24, 46, 0, 0), ("App", 22, 46, 0, 0)], ())


@pytest.mark.parametrize(
    ("option", "asked"),
    [
        pytest.param("Other (please say)", TOOL, id="other"),
        pytest.param("None of these", TOOL, id="none"),
        pytest.param("Prefer not to say", TOOL, id="prefer not"),
        pytest.param("7", column("Tool", options=("7", "8")), id="a bare code"),
    ],
)
def test_options_that_say_nothing_are_not_told(option: str, asked: Column) -> None:
    cells = {"Tool": [option] * 20 + ["Paper"] * 30}

    assert [one.option for one in found_in(cells, asked, SEGMENTS)[1].usual] == ["Paper"]


@pytest.mark.parametrize(("people", "told"), [(5, True), (4, False)])
def test_what_few_people_say_is_not_told(people: int, *, told: bool) -> None:
    cells = {"Tool": ["Fax"] * people + ["App"] * (50 - people)}

    assert any(one.option == "Fax" for one in found_in(cells, TOOL, SEGMENTS)[1].usual) is told


def test_a_segment_in_which_few_answered_is_not_compared() -> None:
    cells = {"Tool": ["App"] * 4 + [""] * 16 + ["Paper"] * 30}

    assert found_in(cells, TOOL, SEGMENTS)[1].shares == ()


AGES = {"Age": [str(20 + place % 5) for place in range(20)] + [str(40 + place % 5) for place in range(30)]}


def test_a_number_beside_everyones() -> None:
    (measure,) = found_in(AGES, AGE, SEGMENTS)[1].measures

    assert (measure.base, measure.mean, measure.everyone, measure.quartiles) == (20, 22, 34, (21, 22, 23))
    assert (measure.everyone_median, measure.everyone_base) == (40, 50)
    assert (measure.weight, measure.everyone_weight, measure.design) == (20, 50, None)
    assert measure.distance == pytest.approx(-2.02, abs=0.01)


def test_a_weighted_number() -> None:
    weights = [1.0] * 19 + [3.0] + [2.0] * 30
    (measure,) = found_in(AGES, AGE, SEGMENTS, weights=weights)[1].measures

    assert measure.mean == pytest.approx((22 * 20 + 2 * 24) / 22)
    assert (measure.base, measure.weight, measure.everyone_weight) == (20, 22, 82)
    assert measure.design == pytest.approx(50 * (19 + 9 + 120) / 82**2)


def test_an_extreme_value_moves_the_mean_and_not_the_distance() -> None:
    extreme = {"Age": ["9999999", *AGES["Age"][1:]]}
    plain, moved = (found_in(cells, AGE, SEGMENTS)[1].measures[0] for cells in (AGES, extreme))

    assert moved.mean > 100_000
    assert moved.quartiles == (21, 22, 23.25)
    assert abs(moved.distance) < 1000 * abs(plain.distance)


@pytest.mark.parametrize(
    ("cells", "people"),
    [
        pytest.param(["20"] * 4 + [""] * 16 + ["40"] * 30, {2}, id="few in one segment"),
        pytest.param(["20"] * 4 + [""] * 16 + ["40"] * 5 + [""] * 25, set(), id="few in all"),
        pytest.param(["20"] * 5 + [""] * 15 + ["40"] * 5 + [""] * 25, {1, 2}, id="five in each"),
        pytest.param(["old"] * 50, set(), id="no number at all"),
    ],
)
def test_measures_need_people(cells: list[str], people: set[int]) -> None:
    found = found_in({"Age": cells}, AGE, SEGMENTS)

    assert {segment for segment, one in found.items() if one.measures} == people


def test_a_segment_that_weighs_nothing_has_no_mean() -> None:
    found = found_in(AGES, AGE, SEGMENTS, weights=[0.0] * 20 + [1.0] * 30)

    assert (found[1].measures, len(found[2].measures)) == ((), 1)
    assert found[2].measures[0].distance == 0


def test_numbers_that_are_all_the_same_are_no_distance() -> None:
    found = found_in({"Age": ["30"] * 50}, AGE, SEGMENTS)

    assert [(one.mean, one.everyone, one.distance) for one in found[1].measures] == [(30, 30, 0)]


def test_a_scale_in_words_is_told_in_shares_and_one_of_numbers_in_means() -> None:
    cells = {"I like it": ["Agree"] * 25 + ["Disagree"] * 25, "Stars": ["5"] * 25 + ["1"] * 25}
    words, stars = (found_in(cells, asked, SEGMENTS)[1] for asked in (LIKES, STARS))

    assert (len(words.usual), words.measures) == (1, ())
    assert (stars.usual, len(stars.measures)) == ((), 1)
