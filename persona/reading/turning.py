"""Tables with questions in rows and people in columns, turned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.reading.header import Head
from persona.reading.naming import name_columns
from persona.reading.people_columns import QUESTION_WORDS
from persona.reading.rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    Cells = Sequence[str]

PERSON = "Person"


@dataclass(frozen=True)
class Turned:
    """The table the other way round: its names, and one row a column of the file."""

    head: Head
    rows: tuple[Row, ...]


def turn(names: Cells, rows: Sequence[Cells]) -> Turned:
    """A row for each column but the first; its line is the number of the column, from 1."""
    corner = names[0].strip()
    first = PERSON if corner.lower() in QUESTION_WORDS | {""} else corner
    named = name_columns([first, *(row[0] for row in rows)], len(rows) + 1)
    people = tuple(
        Row(at + 1, [name.strip(), *(row[at] if at < len(row) else "" for row in rows)])
        for at, name in enumerate(names)
        if at and any(at < len(row) and row[at].strip() for row in rows)
    )
    return Turned(Head(named.names, (), 0, renamed=named.renamed, unnamed=named.unnamed), people)
