"""What stands on a sheet, and in which order it would be left out."""

from __future__ import annotations

import pytest

from persona.exporting.paper.sheet import Line, Quote, Words, figure_of, sheet, shortened
from tests.persona.exporting.paper.studies import FULL, INTERVIEWS, THIN, counted, persona, quoted, study
from tests.persona.exporting.results import said


def test_every_kind_keeps_its_first_statement_longest() -> None:
    found = sheet(FULL, study(FULL))

    assert [len(section.lines) for section in found.sections] == [4] * 8
    assert found.ranked[:9] == (*((i, 0) for i in range(8)), (0, 1))
    assert len(found.ranked) == 32


def test_a_quoted_and_a_counted_line_tell_what_stands_behind_them() -> None:
    (goal, behaviour) = sheet(persona(statements=(quoted(1, text="plan"), counted(5))), study(persona())).sections

    assert goal.lines == (
        Line(Words("Plan (1)", False), "39", False, None, None, Words("In my own words, 1: plan", False)),
    )
    assert behaviour.lines == (
        Line(Words("Cooks 5 dinners: 57 %, 13 points above everyone", False), "57 %", True, 57.0, 44.0, None),
    )


@pytest.mark.parametrize(
    ("changes", "figure"),
    [
        ({}, "57 %"),
        ({"base": 19, "support": 11}, "11 of 19"),
        ({"share": None, "mean": 3.44}, "3.4"),
        ({"origin": "quoted", "support": 1234}, "1,234"),
    ],
)
def test_figure_of_a_statement(changes: dict[str, object], figure: str) -> None:
    assert figure_of(counted(1, **changes)) == figure


def test_a_handful_is_told_as_people() -> None:
    few, many = sheet(THIN, study(THIN)), sheet(FULL, study(FULL))

    assert (few.figure, few.of, few.is_thin) == ("12", "of 300 people", True)
    assert (many.figure, many.of, many.is_thin) == ("30 %", "of people, 90 of 300", False)


def test_the_story_is_longer_where_little_else_is_said() -> None:
    assert (len(sheet(FULL, study(FULL)).story), len(sheet(THIN, study(THIN)).story)) == (2, 4)


def test_a_portrait_of_everyone_is_compared_with_nobody() -> None:
    found = sheet(INTERVIEWS, study(INTERVIEWS))

    assert (found.name, found.compared_title, found.unlike) == ("", "In numbers", ())


@pytest.mark.parametrize(
    ("quote", "kept"),
    [
        ("  Short \n and plain ", "Short and plain"),
        (f"It ends here. {'x' * 120}", "It ends here."),
        ("x" * 121, ""),
        (f"好。{'字' * 130}", "好。"),
    ],
)
def test_a_quote_is_cut_at_a_sentence_or_left_out(quote: str, kept: str) -> None:
    assert shortened(quote) == kept


def test_nobody_is_quoted_twice_in_the_same_words() -> None:
    twice = persona(quotes=(said(1, "Same."), said(2, "same."), said(3, "Other."), said(4, "x" * 200)))

    found = sheet(twice, study(twice))

    assert (found.lead, found.quotes) == (Words("Same.", False), (Quote(Words("Other.", False), "Row 3"),))
