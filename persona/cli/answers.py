"""Answers to doubts given on the command line as `code:about=value`, or `code=value` for all of that code."""

from __future__ import annotations

from typing import Annotated

import typer

Answers = Annotated[
    list[str] | None,
    typer.Option("--answer", help="Answer a doubt: scale_direction:q11=1_is_best, or scale_direction=… for all."),
]


def read_answers(given: list[str]) -> dict[str, str]:
    """Doubts with their answers; the last `=` divides, since ids may hold one."""
    answers = {}
    for text in given:
        doubt, _, value = text.rpartition("=")
        if not doubt or not value:
            raise typer.BadParameter(f'"{text}" should read "doubt=answer", as “persona inspect” prints them.')
        answers[doubt.strip()] = value.strip()
    return answers
