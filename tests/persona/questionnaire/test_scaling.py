"""Scales read from one column or many: ends, places, what is left aside, and what people are asked."""

from __future__ import annotations

import pytest

from persona.questionnaire.context import Context, Settings
from persona.questionnaire.drafts import Unsure
from persona.questionnaire.evidence import Evidence
from persona.questionnaire.identifiers import GivenAnswers
from persona.questionnaire.models import NumberRange, Option, Recoding, Scale
from persona.questionnaire.scaling import NoScale, ScaleReading, as_rating, read_scale
from tests.questionnaires import filled, table_of, view, views


def scale_of(name: str, given: str, **answers: str) -> ScaleReading | NoScale | None:
    return read_scale([view(name, filled(given))], name, Context(Settings(GivenAnswers(answers))))


MARKS = "its answers are marks on a scale"
SOME = "its answers are numbers, with words at some of them"
STEPS = "its answers are steps of one scale"
RATES = "the question asks for a rating"
TOLD = "words tell the ends of its scale"
# Heading ~ cells ~ low ~ high ~ label of the lowest ~ label of the highest ~ what a higher value means ~ why.
SCALES = f"""
Rating ~ ★★★; ★; ★★★★★ ~ 1 ~ 5 ~  ~  ~ more ~ {MARKS}
Rating ~ 4/5; 3/5; 5/5 ~ 1 ~ 5 ~  ~  ~ more ~ {MARKS}
Rating ~ 4 out of 5; 3 out of 5; 5 out of 5 ~ 1 ~ 5 ~  ~  ~ more ~ {MARKS}
Mood ~ 😀; 😐; 😞 ~ 1 ~ 3 ~ 😞 ~ 😀 ~ more ~ {MARKS}
Q ~ 1 - never; 2; 3; 4; 5 - always ~ 1 ~ 5 ~ never ~ always ~ more ~ {SOME}
Q ~ 1 (gar nicht); 2; 3; 4; 5 (sehr) ~ 1 ~ 5 ~ gar nicht ~ sehr ~ more ~ {SOME}
Q ~ Agree; Disagree; Neutral; Strongly agree ~ 1 ~ 5 ~ Strongly disagree ~ Strongly agree ~ more ~ {STEPS}
Q ~ Nunca; A veces; Siempre; Rara vez ~ 1 ~ 4 ~ Nunca ~ Siempre ~ more ~ {STEPS}
Q ~ sehr gut; gut; mittel; schlecht ~ 1 ~ 4 ~ schlecht ~ sehr gut ~ more ~ {STEPS}
Q ~ 非常满意; 满意; 一般; 不满意 ~ 1 ~ 5 ~ 非常不满意 ~ 非常满意 ~ more ~ {STEPS}
Q ~ مطلقا; أحيانا; غالبا; دائما ~ 1 ~ 4 ~ مطلقا ~ دائما ~ more ~ {STEPS}
Q ~ Никогда; Редко; Иногда; Всегда ~ 1 ~ 4 ~ Никогда ~ Всегда ~ more ~ {STEPS}
Satisfied? ~ 1; 2; 3; 4; 5 ~ 1 ~ 5 ~  ~  ~ more ~ {RATES}
Satisfied? ~ 2; 3; 4; 5 ~ 1 ~ 5 ~  ~  ~ more ~ {RATES}
满意度 ~ 1; 2; 3; 4; 5 ~ 1 ~ 5 ~  ~  ~ more ~ {RATES}
NPS ~ 0; 3; 7; 8; 9; 10 ~ 0 ~ 10 ~  ~  ~ more ~ {RATES}
Change ~ -2; -1; 0; 1; 2 ~ -2 ~ 2 ~  ~  ~  ~ its numbers run as far below zero as above
Grade (1 = sehr gut, 6 = ungenügend) ~ 1; 2; 3; 4 ~ 1 ~ 6 ~ sehr gut ~ ungenügend ~ less ~ {TOLD}
Satisfied? (1 = not at all, 5 = very) ~ 2; 3; 4 ~ 1 ~ 5 ~ not at all ~ very ~ more ~ {TOLD}
満足度（1＝不満、5＝満足） ~ 2; 3; 4 ~ 1 ~ 5 ~ 不満 ~ 満足 ~ more ~ {TOLD}
"""


@pytest.mark.parametrize(("name", "given", "low", "high", "least", "most", "higher", "why"), table_of(SCALES))
def test_ends_and_direction_of_a_scale(
    name: str, given: str, low: str, high: str, least: str, most: str, higher: str, why: str
) -> None:
    found = scale_of(name, given, scale_direction="unknown") if not higher else scale_of(name, given)

    assert isinstance(found, ScaleReading)
    ends = (found.scale.low, found.scale.high, found.scale.low_label, found.scale.high_label)
    assert ends == (float(low), float(high), least or None, most or None)
    assert (found.scale.higher_is, found.reason) == (higher or None, why)
    assert set(found.values) == set(given.split("; "))


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ("★★★; ★; ★★★★★", {"★★★": 3, "★": 1, "★★★★★": 5}),
        ("4/5; 3/5; 5/5", {"4/5": 4, "3/5": 3, "5/5": 5}),
        ("1 - never; 2; 3; 4; 5 - always", {"1 - never": 1, "5 - always": 5}),
        ("Agree; Disagree; Neutral; Strongly agree", {"Agree": 4, "Disagree": 2, "Neutral": 3, "Strongly agree": 5}),
    ],
    ids=["stars", "parts", "some in words", "words"],
)
def test_only_cells_that_do_not_tell_their_place_are_recoded(given: str, places: dict[str, float]) -> None:
    assert scale_of("Rating", given).recoding == Recoding(values=places)


@pytest.mark.parametrize("given", ["1; 2; 3; 4; 5", "١; ٢; ٣; ٤; ٥"])
def test_whole_numbers_need_no_recoding(given: str) -> None:
    assert scale_of("Satisfied?", given).recoding is None


# Heading ~ cells ~ reading ~ why ~ codes of no answer ~ the answer that a person is offered first ("" asks nobody).
ONE_OF = "one of a list is to be selected, and the numbers are its codes"
NO_SCALES = f"""
v9 ~ 1; 2; 3 ~ choice ~ no word tells what its numbers mean ~  ~ choice
Brand ~ 1; 2; 3 ~ choice ~ the question asks for kinds ~  ~
性別 ~ 1; 2; 3 ~ choice ~ the question asks for kinds ~  ~
Q ~ 1; 2 ~ choice ~ two codes ~  ~
Pets: how many? ~ 0; 1; 2; 3 ~ number ~ the question asks how many ~  ~
Anzahl Kinder ~ 0; 1; 2; 3 ~ number ~ the question asks how many ~  ~
Q ~ 2; 3; 4; 5 ~ number ~ many different numbers ~  ~ number
Minutes ~ 12; 40; 31; 250 ~ number ~ many different numbers ~  ~
How many? (select one) ~ 1; 2; 3; 4 ~ choice ~ {ONE_OF} ~  ~ choice
Brand ~ 1; 2; 3; 4; 5; -9 ~ choice ~ the question asks for kinds ~ -9 ~
"""


@pytest.mark.parametrize(("name", "given", "reading", "why", "codes", "asked"), table_of(NO_SCALES))
def test_whole_numbers_that_are_no_scale(name: str, given: str, reading: str, why: str, codes: str, asked: str) -> None:
    found = scale_of(name, given)

    assert isinstance(found, NoScale)
    assert (found.reading.reading, found.reading.reason, found.no_answer) == (reading, why, tuple(codes.split()))
    assert [doubt.default for doubt in found.unsure if doubt.code == "kind_codes"] == ([asked] if asked else [])


@pytest.mark.parametrize(
    "given", ["", "1; x", "red; blue; green", "1 month; 720 months", "0 % nie; 50; 100 % immer", "1.5; 2; 3", "Yes; No"]
)
def test_cells_that_speak_for_no_scale(given: str) -> None:
    assert scale_of("Q", given) is None


def test_more_texts_than_any_scale_has_places_are_none() -> None:
    assert scale_of("Satisfied?", "; ".join(map(str, range(1, 61)))) is not None
    assert read_scale([view("Satisfied?", [str(at) for at in range(1, 62)])], "Satisfied?", Context()) is None


@pytest.mark.parametrize(
    ("said", "reading"), [(None, "choice"), ("choice", "choice"), ("number", "number"), ("rating", "rating")]
)
def test_each_answer_about_codes(said: str | None, reading: str) -> None:
    found = scale_of("v9", "1; 2; 3", **({"kind_codes": said} if said else {}))

    read = "rating" if isinstance(found, ScaleReading) else found.reading.reading
    words = {"question": "v9"}
    assert read == reading
    assert found.unsure[0] == Unsure("kind_codes", "choice", words, ("1: 20", "2: 20", "3: 20"), "choice")


@pytest.mark.parametrize(
    ("said", "higher"), [(None, "more"), ("5_is_best", "more"), ("1_is_best", "less"), ("unknown", None), ("9", None)]
)
def test_each_answer_about_the_direction_of_a_scale(said: str | None, higher: str | None) -> None:
    found = scale_of("v9", "1; 2; 3; 4; 5", kind_codes="rating", **({"scale_direction": said} if said else {}))

    assert found.scale == Scale(low=1, high=5, higher_is=higher)
    assert found.unsure[-1] == Unsure(
        "scale_direction", "5_is_best", {"question": "v9", "low": "1", "high": "5"}, ("1", "2", "3"), "1 to 5"
    )


def test_a_person_may_turn_a_scale_round_about_which_nobody_was_asked() -> None:
    found = scale_of("Satisfied?", "1; 2; 3; 4; 5", scale_direction="1_is_best")

    assert (found.scale.higher_is, found.unsure) == ("less", ())


@pytest.mark.parametrize(
    ("name", "given", "aside", "asked"),
    [
        ("Satisfied? (1 = not at all, 5 = very)", "1; 2; 3; 4; 5; 9", ("9",), ()),
        ("Satisfied?", "1; 2; 3; 4; 5; 99", ("99",), ()),
        ("Satisfied?", "1; 2; 3; 4; 5; 6", (), ()),
    ],
)
def test_codes_beside_a_scale(name: str, given: str, aside: tuple[str, ...], asked: tuple[str, ...]) -> None:
    found = scale_of(name, given)

    assert found.no_answer == aside
    assert tuple(doubt.words["codes"] for doubt in found.unsure if doubt.code == "no_answer_codes") == asked


def test_items_are_read_together_and_the_first_one_answers_for_all() -> None:
    items = views(Price=filled("1; 2; 3"), Speed=filled("3; 4; 5"), Care=filled("1; 5; 4"))
    found = read_scale(items, "Rate us", Context(Settings(GivenAnswers({"scale_direction:Price": "1_is_best"}))))

    assert found.scale == Scale(low=1, high=5, higher_is="less")
    assert found.values == {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}


def test_one_item_in_words_makes_the_numbers_of_the_others_no_scale() -> None:
    assert read_scale(views(a=filled("1; 2; 3"), b=filled("x; y")), "Rate us", Context()) is None


def rated(given: str, name: str = "Q", **answers: str):
    return as_rating(Evidence(view(name, filled(given))), Context(Settings(GivenAnswers(answers))))


def test_a_rating_in_words_counts_its_steps_and_what_stands_beside_them() -> None:
    found = rated("Agree; Disagree; Neutral; Strongly agree; agree; Don't know; Depends on the day; -99")

    assert (found.kind, found.reason, found.no_answer) == ("rating", STEPS, ("-99",))
    assert found.options == (
        Option(label="Strongly disagree", count=0),
        Option(label="Disagree", count=8),
        Option(label="Neutral", count=8),
        Option(label="Agree", count=15),
        Option(label="Strongly agree", count=8),
        Option(label="Don't know", count=7, no_opinion=True),
        Option(label="Depends on the day", count=7, no_opinion=True),
    )


def test_codes_that_are_a_choice_leave_their_codes_of_no_answer_aside() -> None:
    found = rated("1; 2; 3; 4; 5; -9", "Brand")

    assert (found.kind, found.no_answer) == ("single_choice", ("-9",))
    assert [(option.label, option.count) for option in found.options] == [(str(at), 10) for at in range(1, 6)]


def test_a_quantity_about_which_a_person_is_asked_is_a_number_with_that_doubt() -> None:
    found = rated("2; 3; 4; 5")

    assert (found.kind, found.numbers) == ("number", NumberRange(min=2, median=3.5, max=5))
    assert [(doubt.code, doubt.default) for doubt in found.unsure] == [("kind_codes", "number")]
    assert rated("12; 40; 31; 250", "Minutes") is None  # nothing to ask: the rule for numbers takes it


def test_codes_that_no_word_explains_are_what_their_neighbours_are() -> None:
    columns = views(v1=filled("1; 2; 3; 4; 5"), v2=filled("5; 4; 3; 2; 1"), v3=filled("1; 1; 2; 5; 4; 3"))
    alike = dict.fromkeys(range(3), tuple(columns))
    found = as_rating(Evidence(columns[1]), Context(alike=alike))

    assert (found.kind, found.reason) == ("rating", "3 columns side by side use the same numbers")
    assert as_rating(Evidence(columns[1]), Context()).unsure[0].code == "kind_codes"


def test_a_scale_whose_ends_are_told_does_not_ask_its_neighbours() -> None:
    told = view("Satisfied? (1 = not at all, 5 = very)", filled("1; 2; 3; 4; 5"))
    others = tuple(view(f"v{at}", filled("0; 10; 5"), at) for at in (1, 2))

    assert as_rating(Evidence(told), Context(alike={0: (told, *others)})).scale == Scale(
        low=1, high=5, low_label="not at all", high_label="very", higher_is="more"
    )
