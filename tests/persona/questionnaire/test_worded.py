"""One scale of many columns in words, of which each column shows other steps; and what a file calls its codes."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales import order_words
from persona.questionnaire.worded import in_steps, words_of_all
from tests.questionnaires import cells, columns, notes, read, views

SCALES = {
    "en": ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"),
    "de": ("Nie", "Selten", "Manchmal", "Oft", "Immer"),
    "ko": ("전혀 동의하지 않음", "동의하지 않음", "보통", "동의함", "매우 동의함"),
    "vi": ("Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"),
    "id": ("sangat_tidak_puas", "tidak_puas", "cukup", "puas", "sangat_puas"),
    "lv": ("ļoti neapmierināts", "neapmierināts", "neitrāli", "apmierināts", "ļoti apmierināts"),
}
NAMES = {
    "questions": "How is the {}?",
    "paths": "grp/{}",
    "brackets": "Q3 [{}]",
    "ends": "{} - Rate these",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", SCALES)
def test_columns_with_other_steps_share_one_scale(language: str, name: str) -> None:
    words = SCALES[language]
    given = {"price": words, "speed": words[2:], "staff": words[1:4], "place": words[:4]}
    table = {NAMES[name].format(item): cells(*steps) for item, steps in given.items()}
    found = read(columns(**table, note=notes()))
    scales = [question.scale for question in found.questions if question.scale]

    assert {(scale.low, scale.high, scale.words, scale.higher_is) for scale in scales} == {(1, 5, words, "more")}
    assert [at for question in found.questions if question.scale for at in question.columns] == [0, 1, 2, 3]


def test_counts_are_those_of_the_column() -> None:
    words = SCALES["en"]
    table = columns(**{"Price?": cells(*words), "Speed?": cells(*words[3:]), "note": notes()})
    second = read(table).questions[1]

    assert [(option.label, option.count) for option in second.options] == [
        *((word, 0) for word in words[:3]),
        *((word, 30) for word in words[3:]),
    ]
    assert second.recoding is not None
    assert second.recoding.values == {"Satisfied": 4, "Very satisfied": 5}


def test_columns_that_share_one_word_are_apart() -> None:
    found = words_of_all(views(a=cells("Good", "Bad", "Other"), b=cells("Red", "Blue", "Other")))

    assert [sorted(found[at]) for at in (0, 1)] == [["Bad", "Good", "Other"], ["Blue", "Other", "Red"]]


def test_a_third_column_joins_two_groups() -> None:
    found = words_of_all(
        views(a=cells("a1", "b1"), b=cells("c1", "d1"), c=cells("a1", "b1", "c1", "d1"), d=cells("1", "2"))
    )

    assert {at: sorted(words) for at, words in found.items()} == {at: ["a1", "b1", "c1", "d1"] for at in range(3)}


@pytest.mark.parametrize("turned", [False, True])
def test_an_unknown_word_stands_where_its_code_does(turned: bool) -> None:
    steps = ("Rock bottom", "Bad", "Good", "Very good")
    known = order_words({"Very bad": 5, "Bad": 5, "Good": 5, "Very good": 5})
    assert known is not None
    order = tuple(reversed(steps)) if turned else steps
    found = in_steps(known, order)

    assert (found.words, [found.places[step] for step in steps]) == (steps, [1, 2, 3, 4])


def test_codes_in_another_order_than_their_words_say_nothing() -> None:
    known = order_words({"Very bad": 5, "Bad": 5, "Good": 5, "Very good": 5})
    assert known is not None

    assert in_steps(known, ("Good", "Bad", "Very good", "Very bad")) is known
