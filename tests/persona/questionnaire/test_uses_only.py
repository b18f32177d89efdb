"""A word on what questions are for needs no second understanding: the same comes out."""

from __future__ import annotations

import pytest

from persona.models import QuestionChoice, QuestionKind
from persona.questionnaire.uses_only import apart, keep_questions, with_uses
from tests.questionnaires import Rows, cells, columns, notes, read

DESCRIBES = QuestionChoice(use="describe")
MIXED = columns(
    **{
        "How content are you? (1-5)": cells("1", "2", "3", "4", "5"),
        "Which tools? - Slack": cells("Slack", "", "Slack"),
        "Which tools? - Zoom": cells("Zoom", "Zoom", ""),
        "Where do you cook?": cells("At home", "At work", "Nowhere", "With friends"),
        "Timestamp": [f"2024-03-{day:02} 10:00:00" for day in (*range(1, 31), *range(1, 31))],
        "note": notes(),
    }
)
PLANS = {"plan": cells("Yes", "No", "Never"), "list": cells("On paper", "By app", "In my head"), "note": notes()}
LAW = columns(Religion=cells("Catholic", "Muslim"), **PLANS)
LABEL = columns(Shop=cells("Bistro", "Kiosk", "Market"), plan=PLANS["plan"], note=PLANS["note"])


@pytest.mark.parametrize("use", ["basis", "describe", "none"])
@pytest.mark.parametrize("table", [MIXED, LAW, LABEL], ids=["mixed", "law", "label"])
def test_what_is_not_refused_is_what_understanding_gives(table: Rows, use: str) -> None:
    plain = read(table)
    told = [(q.id, with_uses(plain, {q.id: use})) for q in plain.questions]  # type: ignore[dict-item] -- parametrized

    known = {key: found for key, found in told if found is not None}
    assert known == {key: read(table, questions={key: QuestionChoice(use=use)}) for key in known}
    assert len(known) >= 1 or table is LABEL


def test_several_uses_at_once() -> None:
    said = {"plan": DESCRIBES, "note": QuestionChoice(use="none")}

    assert with_uses(read(LAW), {"plan": "describe", "note": "none"}) == read(LAW, questions=said)


def test_what_law_protects_the_only_closed_question_and_strangers_are_understood_anew() -> None:
    assert with_uses(read(LAW), {"religion": "basis"}) is None
    assert with_uses(read(LAW), {"plan": "describe"}) is None  # the list alone would form groups beside the notes
    assert with_uses(read(LAW), {"nobody": "describe"}) is None


def test_only_a_bare_use_is_set_apart() -> None:
    more = QuestionChoice(use="describe", kind=QuestionKind.SINGLE)

    assert apart({"a": DESCRIBES, "b": more, "c": QuestionChoice()}) == (
        {"b": more, "c": QuestionChoice()},
        {"a": "describe"},
    )


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        (QuestionChoice(kind=QuestionKind.SINGLE), True),
        (QuestionChoice(columns=("a", "b")), False),
        (QuestionChoice(text="Other words"), False),
    ],
)
def test_other_columns_or_words_may_make_other_questions(choice: QuestionChoice, *, kept: bool) -> None:
    assert keep_questions({"a": choice}) is kept
