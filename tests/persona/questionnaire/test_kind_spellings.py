"""What a few cells in another spelling do not change: the kind of a column, its scale, its options and their counts."""

from __future__ import annotations

import pytest

from persona.questionnaire.kinds import QuestionKind as Kind
from tests.questionnaires import cells, columns, counts, read

SCORES = ("5", "7", "9", "10", "8", "3", "6", "1", "2", "4")


@pytest.mark.parametrize(("odd", "place"), [("5/10", 5), ("7 / 10", 7), ("8 out of 10", 8), ("6 von 10", 6)])
@pytest.mark.parametrize("many", [1, 2, 4, 12])
def test_scores_out_of_the_same_number_stay_on_the_scale_of_the_others(odd: str, place: float, many: int) -> None:
    given = [odd] * many + cells(*SCORES, people=40 - many)

    (asked,) = read(columns(nilai=given)).questions

    assert (asked.kind, asked.scale and asked.scale.high) == (Kind.RATING, 10.0)
    assert asked.recoding is not None
    assert asked.recoding.values == {odd: place}


def test_scores_out_of_another_number_are_no_places_of_the_scale() -> None:
    given = ["3/4", "2/4", *cells(*SCORES, people=38)]

    (asked,) = read(columns(nilai=given)).questions

    assert asked.kind is not Kind.RATING


@pytest.mark.parametrize(("first", "second"), [(", ", " & "), (", ", "/"), ("; ", ", "), (" & ", "/"), ("|", ";")])
def test_lists_written_with_another_mark_are_counted_by_their_parts(first: str, second: str) -> None:
    lists = [
        first.join(["shop", "top-up", "games"]),
        second.join(["top-up", "games"]),
        first.join(["shop", "top-up"]),
        "games",
        second.join(["shop", "games"]),
        "top-up",
        "shop",
        second.join(["shop", "top-up"]),
    ]

    (asked,) = read(columns(used=cells(*lists, people=64))).questions

    assert asked.kind is Kind.MULTIPLE
    assert counts(asked) == {"shop": 40, "top-up": 40, "games": 32}


def test_an_option_that_holds_a_mark_stays_whole_beside_its_own_words() -> None:
    lists = ["Bacon & eggs, Toast", "Eggs, Toast", "Bacon, Bacon & eggs", "Bacon, Toast", "Bacon & eggs, Eggs", "Toast"]

    (asked,) = read(columns(breakfast=cells(*lists))).questions

    assert counts(asked) == {"Toast": 40, "Bacon & eggs": 30, "Bacon": 20, "Eggs": 20}


@pytest.mark.parametrize(
    "steps",
    [
        ("Low", "Normal", "High", "Urgent"),
        ("Niedrig", "Mittel", "Hoch", "Dringend"),
        ("Bajo", "Normal", "Alto", "Urgente"),
        ("غير راض إطلاقا", "غير راض", "محايد", "راض", "راض جدا"),
        ("Not urgent", "Quite urgent", "Very urgent", "Extremely urgent"),
    ],
)
def test_every_step_of_an_order_in_words_has_its_place(steps: tuple[str, ...]) -> None:
    (asked,) = read(columns(priority=cells(*steps))).questions

    assert asked.kind is Kind.RATING
    assert asked.scale is not None
    assert asked.scale.words == steps
    assert not any(option.no_opinion for option in asked.options)


@pytest.mark.parametrize("unknown", ["Blocker", "Showstopper", "Xyzzy"])
def test_a_step_whose_word_is_not_known_is_no_lack_of_an_opinion(unknown: str) -> None:
    (asked,) = read(columns(severity=cells("Low", "Medium", "High", unknown))).questions

    assert asked.kind is Kind.SINGLE
    assert counts(asked) == {"Low": 15, "Medium": 15, "High": 15, unknown: 15}
    assert not any(option.no_opinion for option in asked.options)


def test_one_slip_takes_no_scale_away() -> None:
    (asked,) = read(columns(severity=[*cells("Low", "Medium", "High", people=99), "Hihg"])).questions

    assert asked.kind is Kind.RATING


AGES = [str(18 + (at * 7) % 61) for at in range(40)]


@pytest.mark.parametrize("code", ["99", "98", "999"])
def test_a_code_far_behind_the_other_numbers_is_asked_for(code: str) -> None:
    found = read(columns(umri=[*AGES, code]))

    assert found.questions[0].numbers is not None
    assert found.questions[0].numbers.max == 78
    assert [(doubt.code, doubt.default) for doubt in found.doubts] == [("no_answer_codes", "no_answer")]


@pytest.mark.parametrize("given", [[*AGES, "95", "99"], [*AGES, "84"], ["1", "30", "70", "99"] * 10])
def test_a_number_near_the_others_is_one_of_them(given: list[str]) -> None:
    assert not [doubt for doubt in read(columns(umri=given)).doubts if doubt.code == "no_answer_codes"]


@pytest.mark.parametrize(("top", "high"), [("9", 10.0), ("10", 10.0), ("5", 5.0)])
def test_a_scale_from_zero_to_nine_ends_at_ten(top: str, high: float) -> None:
    (asked,) = read(columns(pain_rating=cells(*map(str, range(int(top) + 1))))).questions

    assert asked.scale is not None
    assert (asked.scale.low, asked.scale.high) == (0.0, high)


SPENT = ("$30", "about 40", "50", "$120", "$15", "80 dollars", "$75", "$20", "60")


@pytest.mark.parametrize("ranges", [("$25-30",), ("$25-30", "$25-30"), ("20 - 30", "40-50")])
def test_a_range_among_amounts_leaves_them_amounts(ranges: tuple[str, ...]) -> None:
    (asked,) = read(columns(spent=cells(*SPENT, *ranges))).questions

    assert asked.kind is Kind.NUMBER
    assert asked.numbers is not None
    assert (asked.numbers.min, asked.numbers.max) == (15, 120)


@pytest.mark.parametrize("steps", [("under 20", "20-30", "30-40", "over 40"), ("0", "1-5", "6-10", "11-20", "21")])
def test_a_ladder_of_ranges_stays_a_list(steps: tuple[str, ...]) -> None:
    (asked,) = read(columns(spent=cells(*steps))).questions

    assert asked.kind in (Kind.SINGLE, Kind.RATING)


def _numbers(step: int, *, people: int = 40) -> list[str]:
    return [str(10_000_019 + (at * step) % 89_000_000) for at in range(people)]


def test_panel_numbers_are_no_quantity() -> None:
    (asked,) = read(columns(panelnr=_numbers(37_339_133))).questions

    assert asked.kind is Kind.IDENTIFIER


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Lön", [str(310_000 + 2_500 * (at + at % 3 * 40)) for at in range(40)]),  # rounded, as sums are
        ("What did you pay for your house in the last year?", _numbers(37_339_133)),
        ("steps", [str(900 + 371 * at + at * at % 97) for at in range(40)]),
    ],
)
def test_quantities_stay_quantities(name: str, given: list[str]) -> None:
    (asked,) = read(columns(**{name: given})).questions

    assert asked.kind is Kind.NUMBER
