from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona.text.said import said

CELL = "AI: How do you plan?\nUser: On paper. Write to me@example.org please.\nAI: Why?\nUser: I lose <b>nothing</b>."


def texts(*, redact: bool = True) -> list[str]:
    found = list(said(CELL, redact=redact))
    assert all(CELL[one.start : one.end] == one.text for one in found)
    return [one.text for one in found]


def test_only_the_respondents_own_words_are_said() -> None:
    assert texts() == ["On paper", "I lose", "nothing"]


def test_personal_data_is_left_out_where_it_is_to_be() -> None:
    assert any("@" in text for text in texts(redact=False))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Bread. Soup!", [(0, 5, "Bread"), (7, 11, "Soup")], id="a plain answer"),
        pytest.param("> old\nBread.", [(6, 11, "Bread")], id="a quoted line above"),
        pytest.param("Bread.\nRegards\nDana", [(0, 5, "Bread")], id="a signature below"),
        pytest.param("Call 0171 2345678. Bread", [(19, 24, "Bread")], id="a number of a telephone"),
        pytest.param(
            "AI: Why?\nJo: <p>Bread.</p>\nAI: So?\nJo: Soup",
            [(16, 21, "Bread"), (39, 43, "Soup")],
            id="markup within a turn",
        ),
    ],
)
def test_places_are_those_in_the_cell(cell: str, expected: list[tuple[int, int, str]]) -> None:
    found = list(said(cell))

    assert [tuple(one) for one in found] == expected
    assert [cell[one.start : one.end] for one in found] == [one.text for one in found]


@given(st.text(alphabet="aB .!?\n>:@<b/0171", max_size=80))
def test_of_any_cell_passages_follow_each_other_and_without_what_is_personal_there_are_no_others(cell: str) -> None:
    every, redacted = list(said(cell, redact=False)), list(said(cell))

    assert [cell[one.start : one.end] for one in every] == [one.text for one in every]
    assert all(before.end <= after.start for before, after in pairwise(every))
    assert [one for one in redacted if one not in every] == []
