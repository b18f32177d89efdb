"""Ticked codes in one cell, and numbers with a comma in them."""

from __future__ import annotations

import pytest

from persona.questionnaire.values.code_lists import are_decimals, asks_for_several, is_code_list
from tests.questionnaires import table_of

TICK = "Tick all that apply"
# Cells ~ question ~ whether they list codes ("yes", "no").
LISTS = f"""
1,2,3; 2,4; 1 ~  ~ yes
1, 2, 3; 2, 4; 7 ~  ~ yes
١،٢ ~  ~ no
１,２,３; ２,４; ７ ~  ~ yes
1,; 2,; 1,2, ~  ~ no
1,; 2,; 1,2,; 2,3, ~  ~ yes
1,2; 2,3; 3,4; 1,4; 2,4; 1,3 ~  ~ yes
1,2; 2,3; 3 ~  ~ no
1,2; 2,3; 1,4; 3 ~ {TICK} ~ yes
1,2; 2,3; 3,1; 3 ~ {TICK} ~ no
1,5; 2,5 ~  ~ no
1,1; 2,3; 1,2,3 ~  ~ no
1,234; 5,678; 12,345 ~  ~ no
1,234,567; 5,678,901 ~  ~ no
01,02; 03,04; 02,05; 01,03; 02,04; 01,05 ~  ~ no
0,5; 0,7; 1,2; 1,5; 2,5; 3,5 ~  ~ no
1; 2; 3 ~  ~ no
1,2,3 ~  ~ no
1,2,3; 2,x ~  ~ no
"""


@pytest.mark.parametrize(("given", "question", "lists"), table_of(LISTS))
def test_lists_of_ticked_codes(given: str, question: str, lists: str) -> None:
    assert is_code_list(dict.fromkeys(given.split("; "), 3), question) is (lists == "yes")


def test_more_codes_than_any_list_has_are_numbers() -> None:
    assert not is_code_list({f"{at},{at + 1},{at + 2}": 1 for at in range(1, 100, 3)})


@pytest.mark.parametrize(
    ("given", "are"),
    [
        ("9,9; 28,0; 7,5", True), ("1,0; 2,5", True), ("٩,٩; ٢,٥", True), ("1,2; 2,3", False), ("1,2,3; 4,4", False),
        ("x,1; 2,2", False), ("1; 2", False),
    ],
)  # fmt: skip
def test_decimals_that_no_two_ticks_have(given: str, are: bool) -> None:
    assert are_decimals(dict.fromkeys(given.split("; "), 3)) is are


@pytest.mark.parametrize(
    "question",
    [
        TICK, "Please select up to three", "Choose any that you use", "Mehrfachnennungen möglich", "Cochez",
        "Bitte alle zutreffenden",
        "Plusieurs réponses possibles", "Seleccione varias", "Più risposte",
        "Meerdere antwoorden",
        "使うもの（複数回答可）", "您使用（可多选）",
    ],
)  # fmt: skip
def test_questions_that_invite_several_ticks(question: str) -> None:
    assert asks_for_several(question)


@pytest.mark.parametrize("question", ["Select one", "How many?", "Which do you use?", "Tick if you agree", "", "Wie?"])
def test_questions_that_invite_one(question: str) -> None:
    assert not asks_for_several(question)
