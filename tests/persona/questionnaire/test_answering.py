"""Answers to doubts: what nobody asked and what no doubt offers is refused in words."""

from __future__ import annotations

import pytest

from persona.exceptions import ConfigurationError
from tests.questionnaires import Rows, columns, read


def cells(*given: str) -> list[str]:
    return [given[at % len(given)] for at in range(60)]


def scales() -> Rows:
    return columns(v1=cells("1", "2", "3", "4", "5"), v2=cells("5", "1", "2", "4", "3"), v3=cells("2", "5", "1"))


@pytest.mark.parametrize(
    ("answers", "code", "says", "hint"),
    [
        ({"mood:v1": "good"}, "unknown_doubt", "no doubt “mood:v1”", "join_columns, scale_direction"),
        ({"mood": "good"}, "unknown_doubt", "no doubt “mood”", "personal_data"),
        ({"weight": "half"}, "answer_not_offered", "“half” is no answer to the doubt “weight”", "use, ignore, no"),
        ({"scale_direction": "up"}, "answer_not_offered", "“up”", "<high>_is_best, <low>_is_best, unknown"),
        ({"scale_direction": "7_is_best"}, "answer_not_offered", "“7_is_best”", "1_is_best, 5_is_best, unknown"),
        ({"scale_direction:v": "9_is_best"}, "answer_not_offered", "scale_direction:v", "1_is_best, 5_is_best"),
        ({"scale_direction:zz": "unknown"}, "doubt_not_raised", "no doubt “scale_direction:zz”", "scale_direction:v"),
        ({"weight:v1": "use"}, "doubt_not_raised", "no doubt “weight:v1”", "scale_direction:v"),
        ({"header_rows:file": "9"}, "answer_not_offered", "“9”", "1, 2, 3, 4"),
        ({"header_rows:v1": "2"}, "doubt_not_raised", "header_rows:v1", "scale_direction:v"),
    ],
)  # fmt: skip
def test_an_answer_that_no_doubt_offers_is_refused(answers: dict[str, str], code: str, says: str, hint: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read(scales(), answers)

    assert raised.value.code == code
    assert says in str(raised.value)
    assert hint in (raised.value.hint or "")


@pytest.mark.parametrize(
    "answers",
    [
        {"scale_direction": "unknown"},
        {"scale_direction:v": "1_is_best"},
        {"weight": "use"},  # all of a kind, be they none
        {"header_rows:file": "2"},  # settled before, while the file was read
        {"speakers:Robin": "asks"},
        {"transposed": "as_is"},
    ],
)
def test_an_answer_that_is_offered_or_was_settled_before_is_taken(answers: dict[str, str]) -> None:
    assert len(read(scales(), answers).questions) > 0


def test_an_answer_to_a_doubt_that_only_another_answer_raises_is_taken() -> None:
    table = columns(v7=cells("1", "3", "2", "5", "4", "1", "1", "5"), note=[f"Note {at} of one" for at in range(60)])
    answers = {"kind_codes:v7": "rating", "scale_direction:v7": "1_is_best"}

    assert [d.id for d in read(table).doubts] == ["kind_codes:v7"]
    assert read(table, answers).questions[0].scale.higher_is == "less"
    with pytest.raises(ConfigurationError, match="raises no doubt “scale_direction:v7”"):
        read(table, {"scale_direction:v7": "1_is_best"})
