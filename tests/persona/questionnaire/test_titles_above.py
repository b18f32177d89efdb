"""What a line above the table says of its scales holds for the ratings that fit it."""

from __future__ import annotations

import pytest

from tests.questionnaires import Rows, notes, read

PEOPLE = 60


def _sheet(*titles: str) -> Rows:
    rows = [
        [f"P-{at}", str(at % 5 + 1), str(at * 2 % 5 + 1), str(at % 4), note] for at, note in enumerate(notes(PEOPLE))
    ]
    return Rows(["id", "The tools help me", "My manager listens", "children", "Why?"], rows, titles=titles)


@pytest.mark.parametrize(
    ("title", "scale"),
    [
        ("Scale: 1 = strongly agree, 5 = strongly disagree", ("strongly agree", "strongly disagree", "less")),
        (
            "Bewertung von 1 (trifft gar nicht zu) bis 5 (trifft voll zu)",
            ("trifft gar nicht zu", "trifft voll zu", "more"),
        ),
        ("凡例：1＝とても不満、5＝とても満足", ("とても不満", "とても満足", "more")),
    ],
)
def test_the_ends_that_a_title_names_are_those_of_the_ratings(title: str, scale: tuple[str, str, str]) -> None:
    found = read(_sheet("Staff survey 2026", title))
    ratings = [question.scale for question in found.questions if question.scale]

    assert [(s.low, s.high, s.low_label, s.high_label, s.higher_is) for s in ratings] == [(1, 5, *scale)] * 2
    assert [doubt.code for doubt in found.doubts if doubt.code == "scale_direction"] == []
    assert found.questions[3].kind == "number"


@pytest.mark.parametrize(
    "titles",
    [
        pytest.param((), id="no title"),
        pytest.param(("Survey of 1-5 March",), id="numbers without words"),
        pytest.param(("1 = never, 10 = always",), id="another scale"),
        pytest.param(("1 = never, 5 = always", "1 = bad, 7 = good"), id="two scales"),
    ],
)
def test_titles_that_name_no_end_or_several_leave_the_question_open(titles: tuple[str, ...]) -> None:
    found = read(_sheet(*titles))

    assert {doubt.about for doubt in found.doubts if doubt.code == "scale_direction"} == {"the-tools-help-me"}


def test_a_rating_of_which_nobody_chose_the_lowest_place_is_one_by_the_line_above() -> None:
    title = "Ερωτηματολόγιο πελατών (βαθμοί: 5 = άριστα, 1 = κακό)"
    rows = [[f"P-{at}", str(2 + at * 3 % 4), note] for at, note in enumerate(notes(PEOPLE))]
    found = read(Rows(["id", "Προσωπικό", "Σχόλια"], rows, titles=[title])).questions[1]

    assert (found.kind, found.scale and (found.scale.low, found.scale.high, found.scale.higher_is)) == (
        "rating", (1, 5, "more"),
    )  # fmt: skip
