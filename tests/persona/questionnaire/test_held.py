"""A wide table of few rows is read once; what is narrow or large stays in its file."""

from __future__ import annotations

import pytest

from persona.questionnaire.held import hold
from tests.questionnaires import Rows


class _Counted(Rows):
    passes = 0

    def batches(self, names, size=7):  # type: ignore[no-untyped-def]
        self.passes += 1
        return super().batches(names, size)


def _table(columns: int) -> _Counted:
    return _Counted([f"c{at}" for at in range(columns)], [[f"{row}/{at}" for at in range(columns)] for row in range(9)])


def test_cells_of_a_wide_table_are_the_same_in_pieces_of_any_size() -> None:
    table = _table(300)
    held = hold(table)

    assert (held.names, held.rows, held.labels) == (table.names, 9, None)
    assert list(held.batches(["c299", "c0"], 4)) == list(Rows.batches(table, ["c299", "c0"], 4))
    assert [first for first, _ in held.batches(["c0"])] == [1]
    assert table.passes == 1


@pytest.mark.parametrize("columns", [1, 299])
def test_a_narrow_table_is_left_where_it_is(columns: int) -> None:
    table = _table(columns)
    assert hold(table) is table
