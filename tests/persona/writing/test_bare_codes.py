"""A number that stands for an answer, and that nobody put into words, is no answer that people can read."""

from __future__ import annotations

import pytest

from persona.models import ColumnRole
from persona.writing.differences import is_bare_code
from tests.persona.counted.values import column


@pytest.mark.parametrize(
    ("question", "options", "is_code"),
    [
        ("POSITION", ("6", "3", "1"), True),
        ("GENDER", ("0", "1"), True),
        ("uses_wiki", ("0", "1"), False),
        ("How many children do you have?", ("0", "1", "2"), False),
        ("First year", ("2019", "2020"), False),
        ("Which tools?", ("Excel", "R"), False),
    ],
)
def test_codes_without_words(question: str, options: tuple[str, ...], is_code: bool) -> None:
    assert is_bare_code(options[0], column(question, options=options)) is is_code


def test_places_on_a_scale_are_no_codes() -> None:
    assert not is_bare_code("3", column("Price", ColumnRole.RATING, scale=(1.0, 5.0)))
