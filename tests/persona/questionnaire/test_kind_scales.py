"""Scales: their ends, their direction, and codes and words that are no place on them."""

from __future__ import annotations

import pytest

from persona.questionnaire.models import Scale
from tests.questionnaires import cells, columns, counts, notes, read


def one(name: str, *given: str, answers: dict[str, str] | None = None):
    found = read(columns(**{name: cells(*given), "note": notes()}), answers)
    return found, found.questions[0]


FIVE = ("1", "2", "3", "4", "5")
TEN = ("0", "3", "7", "8", "9", "10")
AGREE = ("strongly agree", "strongly disagree")


@pytest.mark.parametrize(
    ("name", "given", "scale"),
    [
        ("Note (1 = sehr gut, 6 = ungenügend)", (*FIVE, "6"), (1, 6, "sehr gut", "ungenügend", "less")),
        ("I trust (1 = strongly agree, 5 = strongly disagree)", FIVE, (1, 5, *AGREE, "less")),
        ("Rate us 1 (best) to 5 (worst)", FIVE, (1, 5, "best", "worst", "less")),
        ("Satisfaction (1 = not at all, 5 = very)", FIVE, (1, 5, "not at all", "very", "more")),
        ("À quel point ? (1 = pas du tout, 5 = tout à fait)", FIVE, (1, 5, "pas du tout", "tout à fait", "more")),
        ("¿Cuánto le gusta? (1 = nada, 5 = mucho)", FIVE, (1, 5, "nada", "mucho", "more")),
        ("De 0 a 10, qual a probabilidade de nos recomendar?", TEN, (0, 10, None, None, "more")),
        ("Von 0 bis 10: Würden Sie uns empfehlen?", TEN, (0, 10, None, None, "more")),
        ("満足度（1＝不満、5＝満足）", FIVE, (1, 5, "不満", "満足", "more")),
    ],
)
def test_ends_and_direction_told_by_the_question(
    name: str, given: tuple[str, ...], scale: tuple[float, float, str | None, str | None, str]
) -> None:
    _, question = one(name, *given)
    low, high, low_label, high_label, higher = scale

    assert (question.kind, question.use) == ("rating", "basis")
    assert question.scale == Scale(low=low, high=high, low_label=low_label, high_label=high_label, higher_is=higher)


@pytest.mark.parametrize(
    ("name", "given", "aside"),
    [
        ("Zufrieden? (0 = keine Angabe, 1 = gar nicht, 5 = sehr)", ("0", *FIVE), ("0",)),
        ("Satisfied? (1 = not at all, 5 = very)", (*FIVE, "9"), ("9",)),
        ("Satisfied? (1 = not at all, 5 = very)", (*FIVE, "-9", "99"), ("-9", "99")),
        ("How satisfied are you?", (*FIVE, *FIVE, "99"), ("99",)),
    ],
)
def test_codes_outside_of_a_scale_are_no_answer(name: str, given: tuple[str, ...], aside: tuple[str, ...]) -> None:
    _, question = one(name, *given)

    assert (question.kind, question.scale.low, question.scale.high) == ("rating", 1, 5)
    assert set(question.no_answer) == set(aside)


WORDS = [
    ("trifft gar nicht zu", "trifft eher nicht zu", "teils, teils", "trifft eher zu", "trifft voll zu"),
    ("sehr unzufrieden", "eher unzufrieden", "teils/teils", "eher zufrieden", "sehr zufrieden"),
    ("Pas du tout d'accord", "Plutôt pas d'accord", "Neutre", "Plutôt d'accord", "Tout à fait d'accord"),
    ("Nunca", "Rara vez", "A veces", "A menudo", "Siempre"),
    ("Muito insatisfeito", "Insatisfeito", "Neutro", "Satisfeito", "Muito satisfeito"),
    ("とても不満", "不満", "どちらともいえない", "満足", "とても満足"),
    ("Poor", "Fair", "Good", "Very good", "Excellent"),
    ("Never", "Rarely", "Sometimes", "Often", "Always"),
    ("Not at all likely", "Slightly likely", "Moderately likely", "Very likely", "Extremely likely"),
]


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words[0])
def test_words_are_put_in_order(words: tuple[str, ...]) -> None:
    _, question = one("Q", *reversed(words), words[2])

    assert (question.kind, question.scale.words, question.scale.higher_is) == ("rating", words, "more")
    assert [(o.label, o.count) for o in question.options] == list(zip(words, (10, 10, 20, 10, 10), strict=True))


def test_an_answer_that_takes_no_side_is_counted_beside_the_scale() -> None:
    _, question = one(
        "I feel safe", "Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree", "Not applicable"
    )

    assert question.scale.words[0] == "Strongly disagree"
    assert "Not applicable" not in question.scale.words
    assert question.answered == 50


def test_dont_know_that_many_say_is_an_answer() -> None:
    _, question = one("Opinion on the tax?", "Don't know", "Don't know", "For", "Against")

    assert [(o.label, o.count, o.no_opinion) for o in question.options] == [
        ("Don't know", 30, True), ("Against", 15, False), ("For", 15, False),
    ]  # fmt: skip


def test_a_region_na_is_a_region() -> None:
    _, question = one("region", "NA", "EMEA", "APAC")

    assert (counts(question), question.no_answer) == ({"NA": 20, "EMEA": 20, "APAC": 20}, ())


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("v9", ("0", "1", "2", "3", "4", "5", "3", "2")),
        ("Q10", ("1", "2", "3", "4", "5", "6")),
        ("Wie oft kaufen Sie ein?", ("1", "2", "3", "3", "4", "5", "3")),
    ],
)
def test_codes_without_a_word_of_a_scale_are_asked_about(name: str, given: tuple[str, ...]) -> None:
    found, question = one(name, *given)
    (doubt,) = [d for d in found.doubts if d.code in ("kind_codes", "scale_direction")][:1]

    assert question.kind in ("rating", "single_choice")
    assert doubt.about == question.id


@pytest.mark.parametrize(("answer", "kind"), [("choice", "single_choice"), ("rating", "rating"), ("number", "number")])
def test_each_answer_to_unlabelled_codes_counts(answer: str, kind: str) -> None:
    _, question = one("v9", "0", "1", "2", "3", "4", "5", "3", "2", answers={"kind_codes:v9": answer})

    assert question.kind == kind


@pytest.mark.parametrize("name", ["Anzahl Kinder", "How many pets do you have?", "Nombre d'enfants", "Número de hijos"])
def test_counts_of_things_are_numbers_and_nobody_is_asked(name: str) -> None:
    found, question = one(name, "0", "0", "1", "2", "3", "4")

    assert (question.kind, found.doubts, question.numbers.median) == ("number", (), 1.5)


def test_how_many_with_one_to_select_holds_codes_of_ranges() -> None:
    _, question = one("How many clusters do you run? (select one)", "1", "2", "3", "4", "5", "6", "7", "4")

    assert (question.kind, question.scale) == ("single_choice", None)


def test_brand_codes_are_never_averaged() -> None:
    _, question = one("Brand bought last (code)", "1", "2", "3", "4", "5")

    assert (question.kind, question.scale, question.numbers) == ("single_choice", None, None)
