from __future__ import annotations

import pytest

from persona.reading.naming import Named, has_names, name_columns

ANSWERS = [["1", "34", "Too slow, honestly; I gave up"], ["2", "51", "Fine"], ["3", "28", "No idea what this is for"]]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (("Age", "Age", "Age"), Named(("Age", "Age (2)", "Age (3)"), 2, 0)),
        (("Age", "", " \n What  now? "), Named(("Age", "Column 2", "What now?"), 0, 1)),
        (("", "Column 1"), Named(("Column 1 (2)", "Column 1"), 0, 1)),
        (("a (2)", "a", "a"), Named(("a (2)", "a", "a (3)"), 1, 0)),
        (("Age", "age"), Named(("Age", "age"), 0, 0)),
    ],
)
def test_name_columns_gives_each_column_a_name_of_its_own(given: tuple[str, ...], named: Named) -> None:
    assert name_columns(given, len(given)) == named


def test_name_columns_fills_up_to_the_width() -> None:
    assert name_columns(("a",), 3).names == ("a", "Column 2", "Column 3")


@pytest.mark.parametrize(
    ("row", "below", "answer"),
    [
        (["ID", "Age", "Comment"], ANSWERS, True),
        (["0", "40", "I like it"], ANSWERS, False),
        (["id", "2010", "2011", "2012"], [["a", "1.5", "2.5", "3.5"]], True),
        (["Ann", "4", "5", "7"], [["Ben", "5", "4", "4"], ["Cem", "4", "2", "7"]], False),
        (["yes", "no"], [["yes", "yes"], ["no", "no"], ["yes", "no"]], False),
        (["What would help?"], [["Faster reports."], ["Nothing"]], True),
        (["It is fine as it is."], [["Faster reports."], ["Nothing"]], False),
        (["2023", "Why do you say so?"], [["Slack", "Too slow"], ["Jira", "Fine"]], True),
        (["a", "b"], [], True),
        (["Ann", "34", "I like it"], [], False),
        (["1", "2"], [], False),
    ],
)
def test_has_names_counts_the_votes_of_the_columns(row: list[str], below: list[list[str]], answer: bool) -> None:
    assert has_names(row, below) is answer
