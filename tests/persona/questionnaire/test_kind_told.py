"""What is told beside the answers: a line above the table, the words of two ends, refusals."""

from __future__ import annotations

import pytest

from tests.questionnaires import Rows, cells, columns, counts, notes, read

STARS = [str(1 + at % 5) for at in range(60)]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("1 = sehr gut, 6 = ungenügend", [("scale_direction", "1_is_best")]),
        ("1 = very poor, 6 = excellent", []),  # as the questions say themselves
    ],
)
def test_a_line_above_the_table_proposes_the_direction_of_what_lies_on_its_scale(
    title: str, asked: list[tuple[str, str]]
) -> None:
    """Nobody chose the highest numbers, so that it is asked whether the line speaks of these questions."""
    names = ["Rate the course", "Rate the room", "note"]
    rows = [[str(1 + at % 4), str(1 + at % 3), f"The room {at} was cold"] for at in range(40)]
    found = read(Rows(names, rows, titles=(title,)))

    assert [(q.scale.low, q.scale.high) for q in found.questions[:2] if q.scale] == [(1, 6), (1, 6)]
    assert [(doubt.code, doubt.default) for doubt in found.doubts] == asked


@pytest.mark.parametrize(
    ("low", "high", "higher"),
    [
        ("ļoti neapmierināts", "ļoti apmierināts", "more"),
        ("labai patenkintas", "labai nepatenkintas", "less"),
        ("веома незадовољан", "веома задовољан", "more"),
        ("tyynesti hidas", "tyynesti nopea", None),
    ],
)
def test_an_end_that_denies_the_other_is_the_lower_one(low: str, high: str, higher: str | None) -> None:
    found = read(columns(**{f"Q (1 = {low}, 5 = {high})": STARS, "note": notes()})).questions[0]

    assert found.scale is not None
    assert (found.scale.low_label, found.scale.high_label, found.scale.higher_is) == (low, high, higher)


@pytest.mark.parametrize(
    "refused", ["nem válaszolt", "не желим да одговорим", "nevēlos atbildēt", "tidak mau menjawab"]
)
def test_a_refusal_is_no_option(refused: str) -> None:
    found = read(columns(q=cells("aa", "bb", refused), note=notes())).questions[0]

    assert (counts(found), found.no_answer) == ({"aa": 20, "bb": 20}, (refused,))
