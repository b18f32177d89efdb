"""Batteries: which names tie columns together, and the answers that stand beside the scale of all items."""

from __future__ import annotations

import pytest

from persona.questionnaire.batteries import is_bare
from tests.questionnaires import cells, columns, counts, notes, read

FIVE = (cells("1", "2", "3", "4", "5"), cells("2", "1", "3", "5", "4"))
AGREE = ("Zdecydowanie się nie zgadzam", "Raczej się nie zgadzam", "Raczej się zgadzam", "Zdecydowanie się zgadzam")


@pytest.mark.parametrize("names", [("Q10", "Q11"), ("F3", "F4"), ("P 1", "P 2"), ("v7", "v8")])
def test_two_questions_with_a_letter_and_a_number_are_two(names: tuple[str, str]) -> None:
    found = read(columns(**dict(zip(names, FIVE, strict=True)), note=notes()))

    assert [question.names for question in found.questions] == [(names[0],), (names[1],), ("note",)]
    assert [doubt.code for doubt in found.doubts] == ["kind_codes", "scale_direction"]
    assert all(f"“{names[0]} (and 1 more like it)”" in doubt.sentence for doubt in found.doubts)


def test_numbered_columns_of_one_scale_are_called_as_the_file_calls_them() -> None:
    found = read(columns(F1=FIVE[0], F2=FIVE[1], F3=FIVE[0], note=notes()))

    assert [question.names for question in found.questions] == [("F1", "F2", "F3"), ("note",)]
    assert [doubt.sentence for doubt in found.doubts] == ["On “F1 … F3”, which end of the scale means more: 1 or 5?"]


@pytest.mark.parametrize("aside", ["Trudno powiedzieć", "Brak zdania", "Nie mam z tym kontaktu"])
def test_answers_beside_the_scale_of_a_battery_are_told(aside: str) -> None:
    given = {f"Ocena - {item}": cells(*AGREE, aside) for item in ("sprzęt", "szef", "płaca")}
    question = read(columns(**given, note=notes())).questions[0]

    assert (question.kind, question.scale.words) == ("rating_battery", AGREE)
    assert (counts(question), [option.no_opinion for option in question.options]) == ({aside: 36}, [True])


@pytest.mark.parametrize(
    ("stem", "bare"),
    [
        ("Q", True),
        ("F ", True),
        ("v_", True),
        ("Q5", False),
        ("Frage", False),
        ("P1", False),
        ("満", False),
        ("", True),
    ],
)
def test_a_letter_alone_only_numbers_questions(stem: str, bare: bool) -> None:
    assert is_bare(stem) is bare


@pytest.mark.parametrize(
    ("first", "second", "people", "joined"),
    [
        ("1 2 3 4 5", "1 2 3 4 5", 60, True),
        ("1 2 3 4 5", "1 2 3 4", 60, False),
        ("1 2 3 4 5", "1 2 3 4", 20, True),
        ("1 2 3 4 5", "1 2 3", 20, True),
        ("1 2 3 4 5", "1 2 3 4 5 6 7", 60, False),
    ],
    ids=["same ends", "an end missing", "few people", "few people, two missing", "other ends"],
)
def test_two_neighbours_with_a_shared_word_are_one_set_where_their_ends_agree(
    first: str, second: str, people: int, joined: bool
) -> None:
    given = {"Presenters 1": first, "Presenters 2": second}
    table = columns(**{name: cells(*codes.split(), people=people) for name, codes in given.items()}, note=notes(people))

    assert (len(read(table).questions) == 2) is joined


@pytest.mark.parametrize(
    ("codes", "joined"),
    [
        (("1 2 3 4 5", "2 3 4 5", "1 2 3 4 5"), True),
        (("1 2 3 4 5", "3 4 5", "2 3 4 5"), True),
        (("1 2 3 4", "3 4 5", "2 3 4 5"), False),
    ],
    ids=["one place missing", "all share an end", "no end is shared"],
)
def test_of_three_neighbours_some_may_miss_an_end_that_nobody_chose(codes: tuple[str, ...], joined: bool) -> None:
    given = {f"Presenters {at}": cells(*each.split()) for at, each in enumerate(codes, 1)}

    assert (len(read(columns(**given, note=notes())).questions) == 2) is joined


def test_a_column_of_other_answers_parts_a_battery() -> None:
    scale = [cells(*order) for order in ("12345", "21354", "54321", "13524")]
    other = cells("Oslo", "Lyon", "Bern")
    given = dict(zip((f"Rate_{at}" for at in range(1, 6)), [*scale[:2], other, *scale[2:]], strict=True))
    found = read(columns(**given, note=notes()))

    assert [question.names for question in found.questions] == [
        ("Rate_1", "Rate_2"),
        ("Rate_3",),
        ("Rate_4", "Rate_5"),
        ("note",),
    ]


@pytest.mark.parametrize(
    ("items", "higher"),
    [
        (("slow – fast", "dull – lively"), None),
        (("slow … fast", "dull … lively"), None),
        (("langsam <-> schnell", "öde <-> bunt"), None),
        (("slow – fast", "lively"), "more"),
        (("speed", "colour"), "more"),
    ],
)
def test_items_that_name_both_ends_have_no_better_end(items: tuple[str, ...], higher: str | None) -> None:
    given = {f"Please rate it (1 = bad, 5 = good) [{item}]": cells(*"12345") for item in items}
    question = read(columns(**given, note=notes())).questions[0]

    assert (question.kind, [item.label for item in question.items]) == ("rating_battery", list(items))
    assert (question.scale.low, question.scale.high, question.scale.higher_is) == (1, 5, higher)
