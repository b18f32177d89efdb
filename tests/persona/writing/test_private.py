"""Somebody's name is not sent along with what they, or others, wrote."""

from __future__ import annotations

import pytest

from persona.models import ColumnRole
from persona.writers.base import Passage
from persona.writing.private import HIDDEN, Names
from tests.persona.writing.cells import column, table

CELLS = {
    "Name": ["Ana Keller", "Rose Will", "bob", "Dana Q. van der Berg", "the one who came in late again", ""],
    "Mail": ["ana@example.org", "", "", "", "", "room 12"],
    "Why": ["", "", "", "", "", ""],
}
COLUMNS = [column("Name", ColumnRole.PERSONAL), column("Mail", ColumnRole.PERSONAL), column("Why", ColumnRole.OPEN)]


@pytest.fixture
def names() -> Names:
    return Names(table(CELLS), COLUMNS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("I asked Ana twice", f"I asked {HIDDEN} twice", id="a first name"),
        pytest.param("Mrs Keller knows", f"Mrs {HIDDEN} knows", id="a last name"),
        pytest.param("a rose is a rose", "a rose is a rose", id="a word that is no name here"),
        pytest.param("Rose is kind", f"{HIDDEN} is kind", id="the same as a name"),
        pytest.param("Bob and bob", f"{HIDDEN} and bob", id="a name that its cell writes small"),
        pytest.param("Will you come?", "Will you come?", id="a word of every sentence"),
        pytest.param("He came Late", "He came Late", id="a word of a cell that is no name"),
        pytest.param("Mail Example Room", "Mail Example Room", id="words of an address and of a cell with numbers"),
        pytest.param("Berg, Dana", f"{HIDDEN}, {HIDDEN}", id="of a name of five words, two of them short"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_names_are_hidden_where_they_are_written_as_names(names: Names, text: str, expected: str) -> None:
    assert names.hidden(text) == expected


def passage(text: str, row: int) -> Passage:
    return Passage(
        id="q1", kind="need", text=text, question="Why", column="Why", row=row, start=0, end=len(text),
        support=1, base=1, note="", strength="weak", distinct=0, quality=1, stands=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("passages", "expected"),
    [
        pytest.param([], (), id="no passage"),
        pytest.param([passage("I am ana, the Keller", 1)], ("Keller", "ana"), id="one's own name in whatever case"),
        pytest.param([passage("I know ana and Keller", 2)], ("Keller",), id="another's only as a name"),
        pytest.param([passage("rose", 2), passage("rose", 1)], ("rose",), id="the author is who wrote that passage"),
        pytest.param([passage("rose", 1)], (), id="nobody's name"),
    ],
)
def test_names_within_passages(names: Names, passages: list[Passage], expected: tuple[str, ...]) -> None:
    assert names.within(passages) == expected


def test_without_columns_of_personal_data_nothing_is_looked_up() -> None:
    names = Names(table({}), [column("Why", ColumnRole.OPEN)])

    assert (names.hidden("Ana Keller"), names.within([passage("Ana", 1)])) == ("Ana Keller", ())
