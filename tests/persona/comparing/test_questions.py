"""Which questions of two studies are one: by name, text or options, whatever their order and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.comparing import questions
from persona.comparing.questions import same_questions
from persona.models import QuestionChoice, QuestionKind
from persona.questionnaire.understanding import understand
from tests.questionnaires import Rows, cells, notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.questionnaire.models import Questionnaire

SHOPS, FOODS = ("Market", "Corner shop", "Online", "Mall"), ("Soup", "Pasta", "Rice", "Cake")
SHOP, COOK, WHY, HAPPY = "Where do you shop?", "What do you cook most?", "Why is that so?", "How happy are you?"
STUDY = {SHOP: cells(*SHOPS), COOK: cells(*FOODS), WHY: notes(), HAPPY: cells("1", "2", "3", "4", "5")}


def study(columns: dict[str, list[str]], labels: Sequence[str] = (), **kinds: QuestionKind) -> Questionnaire:
    rows = list(zip(*columns.values(), strict=True))
    table = Rows(list(columns), rows, labels or None)
    chosen = {
        question.id: QuestionChoice(kind=kinds[question.names[0]])
        for question in understand(table).questions
        if question.names[0] in kinds
    }
    return understand(table, questions=chosen)


def matched(first: Questionnaire, second: Questionnaire) -> dict[str, str]:
    """Text of the second's question -> of the first's."""
    return {pair.second.text: pair.first.text for pair in same_questions(first, second)}


def test_a_study_asked_again_has_all_its_questions() -> None:
    assert matched(study(STUDY), study(STUDY)) == {text: text for text in STUDY}


@settings(max_examples=6)
@given(st.permutations(list(STUDY)), st.permutations(list(STUDY)))
def test_the_order_of_columns_says_nothing(first: list[str], second: list[str]) -> None:
    one, two = ({text: STUDY[text] for text in order} for order in (first, second))

    assert matched(study(one), study(two)) == {text: text for text in STUDY}
    assert list(matched(study(one), study(two))) == list(second)


@pytest.mark.parametrize(
    "numbered",
    ["Q3. {}", "3) {}", "q3_1: {}", "[{}]", "{} ", "12 - {}", "F3 {}", "{}?!"],
)
def test_numbers_before_a_question_and_marks_say_nothing(numbered: str) -> None:
    again = {numbered.format(text): said for text, said in STUDY.items()}

    assert list(matched(study(STUDY), study(again)).values()) == list(STUDY)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Where do you shop?", "WHERE DO YOU SHOP"),
        ("Where do you usually shop for food?", "Where do you shop for food?"),
        ("Wo kaufen Sie ein?", "Wo kaufen sie ein ?"),
        ("どこで買い物をしますか", "どこで買い物をしますか"),
    ],
)
def test_nearly_the_same_words_are_the_same_question(before: str, now: str) -> None:
    first, second = ({text: cells(*SHOPS), WHY: notes()} for text in (before, now))

    assert matched(study(first), study(second))[now] == before


def test_the_same_options_are_the_same_question_in_other_words() -> None:
    first, second = {SHOP: cells(*SHOPS), WHY: notes()}, {"Favourite place for groceries": cells(*SHOPS), WHY: notes()}

    assert matched(study(first), study(second)) == {"Favourite place for groceries": SHOP, WHY: WHY}


def test_few_options_are_in_many_questions_and_match_none() -> None:
    first = {"Do you own a car?": cells("Yes", "No"), WHY: notes()}
    second = {"Have you ever flown?": cells("Yes", "No"), WHY: notes()}

    assert matched(study(first), study(second)) == {WHY: WHY}


def test_where_two_are_equally_alike_neither_is_guessed() -> None:
    first = {"Favourite place": cells(*SHOPS), WHY: notes()}
    second = {"Best shop of all": cells(*SHOPS), "Worst shop of all": cells(*SHOPS), WHY: notes()}

    assert matched(study(first), study(second)) == {WHY: WHY}


def test_a_code_that_asks_something_else_now_is_another_question() -> None:
    names = ("q1", "q2")
    first = study(dict(zip(names, (cells(*SHOPS), notes()), strict=True)), (SHOP, WHY))
    second = study(dict(zip(names, (cells(*FOODS), notes()), strict=True)), ("Dish of the year", WHY))

    assert matched(first, second) == {WHY: WHY}


def test_codes_that_changed_places_are_followed_by_their_texts() -> None:
    first = study({"q1": cells(*SHOPS), "q2": cells(*FOODS)}, (SHOP, COOK))
    second = study({"q1": cells(*FOODS), "q2": cells(*SHOPS)}, (COOK, SHOP))

    assert [(pair.second.text, pair.names) for pair in same_questions(first, second)] == [
        (COOK, {"q1": "q2"}),
        (SHOP, {"q2": "q1"}),
    ]


def test_answers_of_another_sort_are_no_answers_to_it() -> None:
    first, second = study({WHY: notes(), SHOP: cells(*SHOPS)}), study({WHY: cells(*FOODS), SHOP: cells(*SHOPS)})

    assert matched(first, second) == {SHOP: SHOP}


def test_a_rating_that_was_read_as_a_number_is_the_same_question() -> None:
    first, second = study(STUDY, **{HAPPY: QuestionKind.NUMBER}), study(STUDY, **{HAPPY: QuestionKind.RATING})

    assert matched(first, second)[HAPPY] == HAPPY


@pytest.mark.parametrize("kind", [QuestionKind.PERSONAL, QuestionKind.UNUSED, QuestionKind.IDENTIFIER])
def test_what_is_nobodys_answer_is_not_compared(kind: QuestionKind) -> None:
    hidden = study(STUDY, **{SHOP: kind})

    assert SHOP not in matched(hidden, study(STUDY))
    assert SHOP not in matched(study(STUDY), hidden)


def test_studies_with_nothing_in_common() -> None:
    first, second = study({SHOP: cells(*SHOPS)}), study({"Which dish?": cells(*FOODS)})

    assert same_questions(first, second) == []


# -- blocks --------------------------------------------------------------------------------------------------
def ticks(head: str, *labels: str) -> dict[str, list[str]]:
    """Boxes to tick, the first by most people."""
    return {f"{head}: {label}": ["1" if n % (2 + at) else "0" for n in range(60)] for at, label in enumerate(labels)}


def test_boxes_are_matched_each_by_what_it_stands_for() -> None:
    first = study(ticks("Which tools?", "Paper", "App", "Board"))
    second = study(ticks("Which tools?", "Board", "Paper", "App"))
    [pair] = same_questions(first, second)

    assert pair.names == {name: name for name in pair.second.names}


def test_a_box_that_was_not_there_has_no_column_before() -> None:
    first = study(ticks("Which tools?", "Paper", "App", "Board"))
    second = study(ticks("Which tools?", "Paper", "App", "Board", "Phone"))
    [pair] = same_questions(first, second)

    assert set(pair.second.names) - set(pair.names) == {"Which tools?: Phone"}


def test_boxes_of_which_most_are_others_are_another_question() -> None:
    first = study(ticks("Which tools?", "Paper", "App", "Board"))
    second = study(ticks("Which tools?", "Paper", "Phone", "Mail", "Chat"))

    assert [pair for pair in same_questions(first, second) if len(pair.names) < 3] == []


# -- how alike -----------------------------------------------------------------------------------------------
WORDS = st.lists(st.sampled_from(["where", "do", "you", "shop", "cook"]), max_size=6)


@given(WORDS, WORDS)
def test_likeness_has_no_direction_and_lies_between_none_and_all(one: list[str], two: list[str]) -> None:
    found = questions._jaccard(one, two)

    assert found == questions._jaccard(two, one)
    assert 0 <= found <= 1
    assert (found == 1) == (sorted(one) == sorted(two) and bool(one))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Q1. Where?", "where"),
        ("1_2) Where?", "where"),
        ("B2 visa", "visa"),
        ("2 cars", "2 cars"),
        ("Q5", "q5"),
        ("???", "???"),
        ("", ""),
        ("Straße", "strasse"),
    ],
)
def test_a_text_without_numbering_case_and_marks(text: str, plain: str) -> None:
    assert questions._plain(text) == plain
