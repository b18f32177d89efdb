"""Answers to doubts given as options."""

from __future__ import annotations

import pytest
import typer

from persona.cli.answers import read_answers


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], {}),
        (["scale_direction=1_is_best"], {"scale_direction": "1_is_best"}),
        (["scale_direction:q11 = 1_is_best "], {"scale_direction:q11": "1_is_best"}),
        (["open_or_closed:a=b=open"], {"open_or_closed:a=b": "open"}),
        (["a=1", "b=2", "a=3"], {"a": "3", "b": "2"}),
    ],
)
def test_doubts_with_their_answers(given: list[str], expected: dict[str, str]) -> None:
    assert read_answers(given) == expected


@pytest.mark.parametrize("text", ["", "scale_direction", "=1_is_best", "scale_direction="])
def test_what_is_no_answer_says_how_one_reads(text: str) -> None:
    with pytest.raises(typer.BadParameter) as caught:
        read_answers(["a=1", text])

    assert caught.value.message == f'"{text}" should read "doubt=answer", as “persona inspect” prints them.'
