"""Doubts as people read them: each question, its answers and what follows, with the words filled in."""

from __future__ import annotations

import pytest

from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.doubts import answer_forms, answer_values, raise_doubt

WHOLE = [
    (
        DoubtCode.JOIN_COLUMNS,
        {"question": "Tools", "count": 3, "first": "Slack", "last": "Mail"},
        "together",
        ["together", "apart"],
    ),
    (
        DoubtCode.JOIN_COLUMNS,
        {"question": "Tools", "count": 3, "codes": ("1", "2")},
        "2_is_ticked",
        ["2_is_ticked", "1_is_ticked", "apart"],
    ),
    (
        DoubtCode.SCALE_DIRECTION,
        {"question": "Mood", "low": 1, "high": 7},
        "7_is_best",
        ["7_is_best", "1_is_best", "unknown"],
    ),
    (DoubtCode.NO_ANSWER_CODES, {"question": "Mood", "codes": "9"}, "no_answer", ["no_answer", "answer"]),
    (DoubtCode.KIND_CODES, {"question": "v7"}, "choice", ["choice", "rating", "number"]),
    (DoubtCode.WEIGHT, {"question": "w"}, "use", ["use", "ignore", "no_weight"]),
    (DoubtCode.TRANSPOSED, {"people": 3}, "turn", ["turn", "as_is"]),
    (DoubtCode.LONG_FORM, {"person": "id"}, "pivot", ["pivot", "as_is"]),
    (DoubtCode.SPEAKERS, {"speaker": "Jo"}, "asks", ["asks", "answers"]),
    (DoubtCode.ONE_COLUMN, {"question": "Town"}, "describe", ["describe", "basis"]),
    (DoubtCode.PERSONAL_DATA, {"question": "Who", "what": "people's names"}, "hide", ["hide", "show"]),
    (DoubtCode.SENSITIVE, {"question": "Church", "category": "religion"}, "describe", ["describe", "none", "basis"]),
]


@pytest.mark.parametrize(("code", "words", "default", "values"), WHOLE)
def test_what_a_doubt_offers_and_what_it_takes_where_nobody_answers(
    code: DoubtCode, words: dict[str, object], default: str, values: list[str]
) -> None:
    found = raise_doubt(code, "q1", **words)

    assert (found.default, [answer.value for answer in found.answers]) == (default, values)
    assert list(answer_values(code, **words))[: len(values)] == values


@pytest.mark.parametrize(
    ("code", "words", "sentence", "effects"),
    [
        (
            DoubtCode.SCALE_DIRECTION,
            {"question": "Mood", "low": 1, "high": 7},
            "On “Mood”, which end of the scale means more: 1 or 7?",
            [
                "Higher values are told as more.",
                "Lower values are told as more.",
                "Averages are shown; “higher” and “lower” are not said.",
            ],
        ),
        (
            DoubtCode.DATE_ORDER,
            {"question": "Day", "example": "3/4/2024", "day_first": "3 April", "month_first": "4 March"},
            "Is “3/4/2024” in “Day” the 3 April or the 4 March?",
            ["“3/4/2024” is 3 April.", "“3/4/2024” is 4 March."],
        ),
        (
            DoubtCode.DECIMALS,
            {"question": "Price", "example": "1.281", "as_decimal": "1.281", "as_thousands": "1281"},
            "Does the mark in “1.281” of “Price” part decimals or thousands?",
            ["“1.281” is 1.281.", "“1.281” is 1281."],
        ),
        (
            DoubtCode.NO_ANSWER_CODES,
            {"question": "Mood", "codes": "9, 99"},
            "In “Mood”, does 9, 99 mean that somebody did not answer?",
            [
                "Cells with 9, 99 are left out of counts and averages.",
                "9, 99 is counted like every other answer.",
            ],
        ),
        (
            DoubtCode.NOT_PEOPLE,
            {"rows": 1, "what": "a test"},
            "Is the 1 row that looks like a test a real answer?",
            ["1 row is not counted.", "It is counted like all others."],
        ),
        (
            DoubtCode.NOT_PEOPLE,
            {"rows": 4, "what": "tests"},
            "Are the 4 rows that look like tests real answers?",
            ["4 rows are not counted.", "They are counted like all others."],
        ),
        (
            DoubtCode.TRANSPOSED,
            {"people": 12},
            "Do the columns of this file hold people, and the rows questions?",
            ["Each of the 12 columns becomes a respondent.", "Each row is a respondent."],
        ),
    ],
)
def test_a_doubt_is_one_question_and_says_what_follows(
    code: DoubtCode, words: dict[str, object], sentence: str, effects: list[str]
) -> None:
    found = raise_doubt(code, "q1", **words)

    assert (found.sentence, [answer.effect for answer in found.answers]) == (sentence, effects)


def test_a_doubt_shows_three_cells_and_offers_no_more_than_makes_sense() -> None:
    found = raise_doubt(DoubtCode.HEADER_ROWS, "file", default="2", evidence=iter("abcd"), most_answers=2)

    assert (found.evidence, found.default) == (("a", "b", "c"), "2")
    assert [answer.value for answer in found.answers] == ["1", "2"]


def test_a_word_that_is_missing_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError, match="question"):
        raise_doubt(DoubtCode.WEIGHT, "w")


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        (DoubtCode.JOIN_COLUMNS, ["together", "apart", "2_is_ticked", "1_is_ticked"]),
        (DoubtCode.SCALE_DIRECTION, ["{high}_is_best", "{low}_is_best", "unknown"]),
        (DoubtCode.SHEETS, ["read", "all"]),
    ],
)
def test_all_answers_that_a_doubt_may_offer(code: DoubtCode, forms: list[str]) -> None:
    assert answer_forms(code) == forms


def test_columns_to_tick_may_still_be_joined_by_the_plain_word() -> None:
    assert answer_values(DoubtCode.JOIN_COLUMNS, question="Tools", count=3, codes=("1", "2")) == (
        "2_is_ticked",
        "1_is_ticked",
        "apart",
        "together",
    )
