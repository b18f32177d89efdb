"""`persona ask`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.models.asking import AskedAnswer

if TYPE_CHECKING:
    from tests.persona.conftest import Finished

    from .conftest import Command

QUESTION = "Who plans meals for the week?"


def test_ask_tells_who_says_so_and_where_it_stands(command: Command, finished: Finished) -> None:
    said = command("ask", finished.output.path, QUESTION, "--limit", "2")
    told = AskedAnswer.model_validate_json(command("ask", finished.output.path, QUESTION, "--limit", "2", "--json").out)
    place = told.passages[0].evidence

    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0] == told.sentence
    assert f"1. “{place.quote}”\n   survey.csv, row {place.row}, “{place.column}”, characters {place.start}" in said.out


def test_ask_is_narrowed_to_people(command: Command, finished: Finished) -> None:
    said = command("ask", finished.output.path, QUESTION, "--persona", "2", "--json")
    broken = command("ask", finished.output.path, QUESTION, "--answered", "nothing")

    assert {passage.persona for passage in AskedAnswer.model_validate_json(said.out).passages} == {2}
    assert broken.code == 2
    assert "Write column=option." in broken.err
