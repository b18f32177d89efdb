"""Codes and names of ticked options in one cell, and things put in order in it; and quantities that look alike."""

from __future__ import annotations

from collections import Counter

import pytest

from persona.questionnaire.values.choices import split_choices
from persona.questionnaire.values.code_lists import asks_for_several, is_code_list
from persona.questionnaire.values.orders import asks_for_order, first_places
from persona.questionnaire.values.slugs import split_slugs

SEVERAL = """
Which tools? (select all that apply)|Tick all boxes|Choose up to three|Please mark any that you own|Pick two colours
Multiple answers possible (multiple answers)|Mehrfachnennung möglich|Mehrere Antworten|Alle zutreffenden ankreuzen
Plusieurs réponses possibles|Cochez les cases|Marque todas las que correspondan|Seleccione las opciones
Varias respuestas
Più risposte possibili|Selezionare le opzioni|Meerdere antwoorden|Aankruisen wat past|複数回答可|多选题|可多选
"""


@pytest.mark.parametrize("question", SEVERAL.strip().replace("\n", "|").split("|"))
def test_questions_that_invite_more_than_one_tick(question: str) -> None:
    assert asks_for_several(question)


ONE = """
Which tool do you use most?|Select one|Choose a colour|How many did you pick?|Welches Werkzeug?|Quel outil ?|¿Cuál usa?
Do you tick your lists?|Multiple sclerosis|単一回答
"""


@pytest.mark.parametrize("question", ONE.strip().replace("\n", "|").split("|"))
def test_questions_that_ask_for_one_answer(question: str) -> None:
    assert not asks_for_several(question)


@pytest.mark.parametrize(
    ("cells", "question", "is_list"),
    [
        ("1,2,3|2|1,3", "", True),
        ("1, 2, 3|2|1, 3", "", True),
        ("1,2|1,3|2,3|1,4|3", "", False),
        ("1,2|1,3|2,3|1,4|2,4|3,5|3", "", True),
        ("1,2|1,3|2,3|3", "Which? (tick all that apply)", True),
        ("1,5|2,5|3,5", "", False),
        ("1,5|2,25|0,75", "", False),
        ("1,234|2,345|3,456", "", False),
        ("1,234,567|2,345,678", "", False),
        ("1,2,2|1,2", "", False),
        ("1;2;3|2", "", False),
        ("1,2,3|no", "", False),
        ("1|2|3", "", False),
        ("1,2,3|4,5,6", "", True),
        ("10,11,12|3,11", "", True),
        ("3,2|2,1|4,1", "", False),
        ("1,2,|3,|1,3,", "Which? (tick all that apply)", True),
    ],
)
def test_codes_that_were_ticked_and_numbers_with_a_comma(cells: str, question: str, is_list: bool) -> None:
    assert is_code_list(Counter(cells.split("|")), question) is is_list


@pytest.mark.parametrize(
    ("cells", "options"),
    [
        (
            "own_business loans|loans|own_business|savings loans|savings|own_business savings",
            {"loans": 3, "own_business": 3, "savings": 3},
        ),
        ("a_b c|c|a_b|d c|d|a_b d", {"a_b": 3, "c": 3, "d": 3}),
        ("1 2|2 3|1|3 1|2", {"1": 3, "2": 3, "3": 2}),
        ("radio tv|tv|radio|web tv|web|radio web|tv web radio", {"radio": 4, "tv": 4, "web": 4}),
    ],
)
def test_names_that_a_blank_parts(cells: str, options: dict[str, int]) -> None:
    cut = split_slugs(Counter(cells.split("|")))

    assert cut is not None
    assert Counter(part for cell in cells.split("|") for part in cut(cell)) == options


@pytest.mark.parametrize(
    "cells",
    [
        "New York|New Delhi|York|Delhi",
        "very good|good|bad|very bad",
        "full time|part time|student",
        "red|green|blue",
        "I like it|it is slow|no idea",
        "2024 03 05|2024 03 06",
        "a b a|b|a",
        "red; green|red",
        "this-is-a-word-that-is-much-longer-than-names-are x|x",
        "12 000|13 500|9 000",
        "own business|own house|house",
    ],
)
def test_blanks_between_the_words_of_one_answer(cells: str) -> None:
    assert split_slugs(Counter(cells.split("|"))) is None


ORDER = """
Rank these by importance|Ranking of the tools|Please prioritise|Prioritize the list|In order of preference
Order of importance|Rangfolge|Bitte in eine Reihenfolge bringen|Priorisieren Sie|Classez les outils|Hiérarchisez
Par ordre d'importance|Ordene las opciones|Por orden de preferencia|Ordena por importancia|Em ordem de preferência
In ordine di importanza|Rangschik de opties|順位をつけてください|排序题|순위를 매겨 주세요
"""


@pytest.mark.parametrize("question", ORDER.strip().replace("\n", "|").split("|"))
def test_questions_that_ask_for_an_order(question: str) -> None:
    assert asks_for_order(question)


@pytest.mark.parametrize(
    "question",
    ["Did your order arrive?", "How was your order?", "Which tools?", "Frank opinion?", "Ist alles in Ordnung?",
     "Your job rankles?", "Do you order online?", "ordinary days", "Crank it up"],
)  # fmt: skip
def test_questions_that_only_hold_the_letters(question: str) -> None:
    assert not asks_for_order(question)


@pytest.mark.parametrize(
    ("cells", "question", "first"),
    [
        ("a;b;c|b;a;c|c;b;a|a;c;b|b;c;a|c;a;b", "", {"a": 2, "b": 2, "c": 2}),
        ("a;b;c|a;b;c|a;c;b|a;b;c|b;c;a|a;c;b", "", {"a": 5, "b": 1, "c": 0}),
        ("a;b|b;a|c;b|a;c|b;c|a", "Rank up to two", {"a": 3, "b": 2, "c": 1}),
        ("a;b|b;a|c;b|a;c|b;c|a", "", None),
        ("a;b|b;a|a;b|b;a|a;b|b;a", "", None),
        ("a;b;c|b;a;c|c;a;b", "", None),
    ],
)
def test_who_is_put_first(cells: str, question: str, first: dict[str, int] | None) -> None:
    counts = Counter(cells.split("|"))
    choices = split_choices(counts, question, known=("a", "b", "c"))

    assert choices is not None
    assert first_places(choices, counts, question) == first
