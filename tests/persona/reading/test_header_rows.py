from __future__ import annotations

import itertools
import random

import pytest

from persona.reading.header_rows import NameRows, count_name_rows, is_answer_word, is_import_row

Rows = list[list[str]]
PEOPLE = [
    ["P001", "34", "Porto", "Slack", "Always", "The lists are too long, and nobody sorts them."],
    ["P002", "51", "Lyon", "Excel", "Never", "Nothing"],
    ["P003", "28", "Porto", "Slack", "Rarely", "Why does it ask me twice?"],
    ["P004", "45", "Ghent", "Jira", "Always", "I print everything and then it is out of date."],
    ["P005", "39", "Lyon", "Slack", "Rarely", "It is slow on Mondays."],
    ["P006", "63", "Porto", "Excel", "Never", "No idea"],
]
CODES = ["id", "v1", "v2", "v3", "v4", "v5"]
TEXTS = ["Number", "How old are you?", "Where do you live?", "Which tool is yours?", "How often?", "What annoys you?"]


def rows_of(*top: list[str], people: Rows = PEOPLE) -> Rows:
    return [*top, *people]


def test_codes_over_questions_are_two_rows() -> None:
    assert count_name_rows(rows_of(CODES, TEXTS), 6) == NameRows(2)


@pytest.mark.parametrize("people", [2, 3, 4])
def test_codes_over_questions_are_two_rows_in_small_files_too(people: int) -> None:
    assert count_name_rows(rows_of(CODES, TEXTS, people=PEOPLE[:people]), 6).count == 2


@pytest.mark.parametrize(
    "texts",
    [
        ["Nummer", "Wie alt sind Sie?", "Wo wohnen Sie?", "Ihr Werkzeug", "Wie oft?", "Was stört?"],
        ["番号", "年齢", "お住まい", "使っている道具", "頻度", "困っていること"],
        ["Numéro", "Âge en années", "Ville", "Outil préféré", "Fréquence d’usage", "Ce qui gêne"],
    ],
)
def test_questions_are_found_in_any_language(texts: list[str]) -> None:
    assert count_name_rows(rows_of(CODES, texts), 6).count == 2


def test_identifiers_of_qualtrics_are_a_row_of_their_own() -> None:
    identifiers = [f'{{"ImportId":"QID{i}"}}' for i in range(6)]
    assert count_name_rows(rows_of(CODES, TEXTS, identifiers), 6) == NameRows(3)
    assert count_name_rows(rows_of(CODES, identifiers), 6) == NameRows(2)
    assert is_import_row(identifiers)


def test_options_fill_the_gaps_of_the_questions() -> None:
    top = ["Respondent", "Which tools?", "", "", "How fast is it?", "", "Comment"]
    options = ["", "Excel", "Jira", "Slack", "Search", "Start page", "Response"]
    people = [
        ["11", "Excel", "", "Slack", "4", "5", "fine"],
        ["12", "", "Jira", "", "1", "2", "no"],
        ["13", "Excel", "", "", "3", "3", "all good"],
        ["14", "", "", "Slack", "5", "1", "fine"],
    ]
    assert count_name_rows([top, options, *people], 7) == NameRows(2)


def test_columns_without_a_name_have_no_second_row() -> None:
    top = ["ID", "Which tools?", "", "", "Comment"]
    people = [["1", "Excel", "", "Slack", "Good"], ["2", "", "Jira", "", "Bad"], ["3", "Excel", "", "", "So so"]]
    for order in itertools.permutations(people):
        assert count_name_rows([top, *order], 5).count == 1


def test_no_respondent_is_taken_for_a_row_of_names() -> None:
    random.seed(0)
    for size in (1, 2, 3, 4, 6):
        for _ in range(50):
            assert count_name_rows([CODES, *random.sample(PEOPLE, size)], 6) == NameRows(1)


@pytest.mark.parametrize(
    "first",
    [
        ["P000", "?", "?", "?", "?", "?"],
        ["P000", "prefer not to say", "", "", "", "A long story about how all this came to be, with a question?"],
        ["P000", "n/a", "NA", "-", "none", "null"],
        ["P000", "test", "test", "test", "test", "test"],
        ["", "", "", "", "", "What do you mean by tools?"],
    ],
)
def test_odd_first_respondents_are_respondents(first: list[str]) -> None:
    assert count_name_rows([CODES, first, *PEOPLE], 6).count == 1


def test_prose_only_is_prose() -> None:
    people = [["It is slow and dear.", "Why is it so?"], ["Nothing at all", "No wish"], ["I like it.", "A dark mode"]]
    for order in itertools.permutations(people):
        assert count_name_rows([["pros", "cons"], *order], 2).count == 1


def test_answer_words_are_those_of_survey_tools() -> None:
    assert [is_answer_word(word) for word in ("Response", " Antwort", "answer", "")] == [True, True, False, False]


@pytest.mark.parametrize("people", [[PEOPLE[0]] * 6 + [PEOPLE[1]] * 6, [PEOPLE[0], PEOPLE[1]] * 6])
def test_answers_that_come_again_are_no_names(people: Rows) -> None:
    assert count_name_rows(rows_of(TEXTS, people=people), 6) == NameRows(1)


def test_all_rows_of_names_once_more_below_do_not_speak_against_them() -> None:
    people = [*PEOPLE[:3], CODES, TEXTS, *PEOPLE[3:]]

    assert count_name_rows(rows_of(CODES, TEXTS, people=people), 6) == NameRows(2)
