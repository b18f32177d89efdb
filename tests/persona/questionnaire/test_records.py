"""What a program keeps in a cell, and whose rows were put together: no words of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.inspecting import inspect
from tests.questionnaires import cells, columns, notes, read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "record",
    [
        '[{{"author": "admin", "body": "We look into it {}"}}]',
        '{{"type": "list", "total": {}}}',
        "[{{'role': 'agent', 'text': 'Number {} is done'}}]",
    ],
    ids=["a list", "one", "as Python writes it"],
)
def test_records_of_a_program_are_nobodys_words(record: str) -> None:
    found = read(columns(parts=[record.format(at) for at in range(60)], how=cells("good", "bad"), note=notes()))

    assert (found.questions[0].kind, found.questions[0].use) == ("administration", "none")


def test_braces_and_brackets_of_people_are_theirs() -> None:
    texts = [f"[sic] the {{blue}} box number {at} was open" for at in range(60)]

    assert read(columns(why=texts, note=notes())).questions[0].kind == "open_answer"


def test_who_has_several_rows_is_an_identifier_whatever_stands_there(tmp_path: Path) -> None:

    path = tmp_path / "highlights.csv"
    told = ("My back hurts", "Nobody trusts the stock", "I print the list", "The app is fine")
    rows = [f"{told[at % 4]} on day {at},P{at % 6} – Rosa,{'picker' if at % 6 < 3 else 'driver'}" for at in range(30)]
    path.write_text("\n".join(["Highlight,Participant,Role", *rows]), encoding="utf-8")
    found = inspect(path)

    assert (found.respondents, [(str(q.kind), q.text) for q in found.questions][:2]) == (
        6,
        [("identifier", "Participant"), ("open_answer", "Highlight")],
    )
