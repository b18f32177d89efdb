"""The tables of themes and placements: every cell as it stands in the files that people download."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from persona.evidence import tables
from persona.evidence.models import Placement, Theme, Themes
from persona.evidence.tables import PLACEMENT_COLUMNS, placements_csv, themes_csv

TOPIC = Theme("t1", "topic", "", "least", "queue · till", "frustration", "neg", 5, None, "")
CLAIM = Theme("c1", "claim", "t1", "least", 'Too long, "again"', "frustration", "neg", 3, 0.8, "c1-not")
CONTRARY = Theme("c1-not", "claim", "", "least", "Never\nlong", "delight", "pos", 3, 1.0, "c1")
FOUND = Themes(
    (TOPIC, CLAIM, CONTRARY),
    (
        Placement("t1", 1, "least", 0, 12, 0.5, True),
        Placement("c1", 1, "least", 0, 12, 0.25, False),
        Placement("t1", 2, 'wish, "or" not', 3, 9, 1.0, True),
    ),
)
HEADING = "theme,row,column,start,end,score,counted\n"


def test_a_line_a_theme() -> None:
    assert themes_csv(FOUND) == (
        "theme,level,parent,label,kind,polarity,people,precision,opposite\n"
        "t1,topic,,queue · till,frustration,neg,5,,\n"
        'c1,claim,t1,"Too long, ""again""",frustration,neg,3,0.8,c1-not\n'
        'c1-not,claim,,"Never\nlong",delight,pos,3,1.0,c1\n'
    )


def test_a_line_a_placement() -> None:
    assert "".join(placements_csv(FOUND)) == (
        HEADING + 't1,1,least,0,12,0.5,1\nc1,1,least,0,12,0.25,0\nt1,2,"wish, ""or"" not",3,9,1.0,1\n'
    )


@pytest.mark.parametrize(
    ("at_once", "parts"),
    [(1, 4), (2, 3), (3, 2), (20_000, 2)],
)
def test_parts_together_are_the_same_table(at_once: int, parts: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = "".join(placements_csv(FOUND))
    monkeypatch.setattr(tables, "LINES_AT_ONCE", at_once)

    found = list(placements_csv(FOUND))

    assert (len(found), "".join(found)) == (parts, whole)


def test_nothing_found_is_a_heading() -> None:
    assert themes_csv(Themes((), ())).count("\n") == 1
    assert "".join(placements_csv(Themes((), ()))) == HEADING


@pytest.mark.parametrize("column", ["plain", "with, comma", 'with "marks"', "with\nline", "", " ", "größe", "=1+1"])
def test_the_name_of_a_column_is_read_back_as_it_was(column: str) -> None:
    found = Themes((), (Placement("t1", 7, column, 0, 1, 0.1234, True),))

    (line,) = csv.DictReader(StringIO("".join(placements_csv(found))))

    assert tuple(line) == PLACEMENT_COLUMNS
    assert list(line.values()) == ["t1", "7", column, "0", "1", "0.1234", "1"]
