"""Some rows of a table, as if they were all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.members import Members
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path


def test_members_are_numbered_from_one_anew(tmp_path: Path) -> None:
    table = table_of(tmp_path, ["Who", "Why?"], [(f"P{n}", f"reason {n}") for n in range(1, 8)])

    some = Members(table, np.array([2, 5, 6]))

    assert (some.rows, some.values("Who")) == (3, ["P2", "P5", "P6"])
    assert [(row.row, row.line, row.cells["Who"]) for row in some.rows_at([3, 1])] == [(3, 7, "P6"), (1, 3, "P2")]


def test_members_come_in_batches_without_empty_ones(tmp_path: Path) -> None:
    table = table_of(tmp_path, ["Who", "Why?"], [(f"P{n}", f"reason {n}") for n in range(1, 8)])

    assert list(Members(table, np.array([1, 2, 5, 6])).batches(["Who"], 2)) == [
        (1, {"Who": ["P1", "P2"]}),
        (3, {"Who": ["P5", "P6"]}),
    ]
