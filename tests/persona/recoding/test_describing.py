"""A question in a few words, as a line under its name."""

from __future__ import annotations

from typing import Any

import pytest

from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import DateRange, NumberRange, Scale
from persona.recoding.describing import detail
from tests.persona.recoding.questions import options, question


@pytest.mark.parametrize(
    ("kind", "known", "line"),
    [
        (Kind.RATING, {"scale": Scale(low=1, high=5)}, "1 – 5"),
        (Kind.RATING, {"scale": Scale(low=0, high=2.5)}, "0 – 2.5"),
        (Kind.RATING, {"scale": Scale(low=1, high=7, low_label="Never", high_label="Always")}, "Never – Always"),
        (Kind.BATTERY, {"scale": Scale(low=1, high=7, low_label="Never")}, "Never – 7"),
        (Kind.NUMBER, {"numbers": NumberRange(min=18, median=40, max=92)}, "18 – 92"),
        (Kind.NUMBER, {"numbers": NumberRange(min=0.5, median=2, max=12_500)}, "0.5 – 12,500"),
        (Kind.NUMBER, {"numbers": NumberRange(min=1950, median=1980, max=2006)}, "1950 – 2006"),
        (Kind.NUMBER, {"numbers": NumberRange(min=1_000, median=1_500, max=2_500)}, "1,000 – 2,500"),
        (Kind.DATE, {"dates": DateRange(first="2024-05-01", last="2024-05-31")}, "2024-05-01 – 2024-05-31"),
        (Kind.SINGLE, {"options": options("Yes", "No")}, "2 choices"),
        (Kind.SINGLE, {"options": options("Yes")}, "1 choice"),
        (Kind.MULTIPLE, {"options": options(*"abcdefghi")}, "9 choices"),
        (Kind.OPEN, {"answered": 1}, "1 answer"),
        (Kind.OPEN, {"answered": 0}, "0 answers"),
        (Kind.OPEN, {"answered": 1_234}, "1,234 answers"),
        (Kind.PERSONAL, {"answered": 12}, "hidden before anything else happens"),
        (Kind.PERSONAL, {"options": options("a", "b")}, "hidden before anything else happens"),
        (Kind.SINGLE, {}, ""),
        (Kind.IDENTIFIER, {"answered": 12}, ""),
    ],
)
def test_a_line_tells_what_the_answers_hold(kind: Kind, known: dict[str, Any], line: str) -> None:
    assert detail(question(kind, **known)) == line
