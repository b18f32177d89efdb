"""Whatever a table holds: every column stands in one question, counts add up, and the same table is read the same."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from persona.questionnaire.models import Questionnaire
from tests.questionnaires import Rows, read

CELLS = (
    *("", "", "Yes", "No", "1", "2", "3", "5", "10", "-1", "2.5", "1,000", "n/a", "Don't know", "Other", "Other: tea"),
    *("A; B", "A", "B; C", "2024-03-01", "12:30", "30-39", "Very good", "Bad", "★★★", "50 %", "€ 20"),
    *("I plan on Sunday and start again on Wednesday.", "0171 2345678", "ana@example.com", "X7K9", "NULL", "<b>x</b>"),
    *("é", "東京", "\u202e"),
)
NAMES = (
    *("id", "Q1", "Q1_1", "Q1_2", "Q2: How often?", "How old are you?", "weight", "Country", "What annoys you?"),
    *("1st choice", "2nd choice", "Rate it [Price]", "Rate it [Speed]", "Other (please specify)", "", "名前", "E-mail"),
)


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """Up to five columns of a few cells each, repeated, and up to thirty people."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
    pools = [draw(st.lists(st.sampled_from(CELLS), min_size=1, max_size=6)) for _ in names]
    people = draw(st.integers(1, 30))
    picks = [draw(st.lists(st.sampled_from(pool), min_size=people, max_size=people)) for pool in pools]
    return Rows(names, list(zip(*picks, strict=True)))


@settings(max_examples=40)
@given(tables())
def test_every_column_stands_in_one_question_in_the_order_of_the_file(table: Rows) -> None:
    found = read(table)

    placed = sorted(at for question in found.questions for at in question.columns)
    firsts = [question.columns[0] for question in found.questions]
    assert placed == list(range(len(table.names)))
    assert all(before < after for before, after in pairwise(firsts))
    assert [question.names for question in found.questions] == [
        tuple(table.names[at] for at in question.columns) for question in found.questions
    ]
    assert len({question.id for question in found.questions}) == len(found.questions)


@settings(max_examples=40)
@given(tables())
def test_nobody_is_counted_who_is_not_there(table: Rows) -> None:
    found = read(table)

    assert 0 <= found.respondents <= found.rows == table.rows
    for question in found.questions:
        assert 0 <= question.answered <= found.rows
        assert all(0 <= option.count <= found.rows for option in question.options)
        assert len({option.label for option in question.options}) == len(question.options)


@settings(max_examples=30)
@given(tables())
def test_it_is_read_the_same_again_and_after_a_journey_through_json(table: Rows) -> None:
    found = read(table)

    assert read(table) == found
    assert Questionnaire.model_validate_json(found.model_dump_json()) == found


@settings(max_examples=30)
@given(tables())
def test_a_default_that_is_given_as_an_answer_changes_nothing_it_said(table: Rows) -> None:
    found = read(table)
    given = {f"{doubt.code}:{doubt.about}": doubt.default for doubt in found.doubts}

    again = read(table, given)

    assert [(question.kind, question.columns, question.use) for question in again.questions] == [
        (question.kind, question.columns, question.use) for question in found.questions
    ]
