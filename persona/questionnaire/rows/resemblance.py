"""Rows of the same closed answers, where no other two people answered nearly alike."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from persona.questionnaire.rows.duplicates import batch_size

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from persona.questionnaire.rows.table import RowTable

    Codes = npt.NDArray[np.int32]

_LEAST_ANSWERS = 10  # fewer are equal by chance
_NEAR = 0.75
"""Share of equal answers that no third row may reach. People who hold the same opinions, or tick one column from top to
bottom, have others near them; a questionnaire that was sent twice has not (after Kuriakose & Robbins 2016, who look at
how near the nearest other row is)."""
_FILLED, _ONE_ANSWER = 0.8, 0.6  # shares of the row: more of one answer was ticked without a look at the questions
_TIMES = 3
_MOST_CELLS, _MOST_ROWS = 2_000_000, 40  # of the table, and of rows that are compared with all others


def unlike_others(table: RowTable, answered: Sequence[str], alike: Mapping[int, int]) -> list[int]:
    """The later ones of rows that hold the same answers, and nearly those of nobody else. `alike`: group by row."""
    if not alike or len(alike) > _MOST_ROWS or len(answered) < _LEAST_ANSWERS:
        return []
    if table.rows * len(answered) > _MOST_CELLS:
        return []
    codes, filled = _codes(table, answered)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for row, group in sorted(alike.items()):
        groups[group].append(row)
    found: list[int] = []
    for rows in groups.values():
        told = filled[rows[0] - 1] >= _FILLED and len(rows) <= _TIMES and not _is_one_answer(codes[rows[0] - 1])
        if told and _nearest(codes, rows) <= _NEAR:
            found += rows[1:]
    return sorted(found)


def _nearest(codes: Codes, rows: Sequence[int]) -> float:
    """The share of answers that the nearest row outside of these has in common with them."""
    others = np.delete(codes, [row - 1 for row in rows], axis=0)
    if not len(others):
        return 1.0
    return float((others == codes[rows[0] - 1]).mean(axis=1).max())


def _is_one_answer(row: npt.NDArray[np.int32]) -> bool:
    return int(np.unique(row, return_counts=True)[1].max()) > _ONE_ANSWER * len(row)


def _codes(table: RowTable, names: Sequence[str]) -> tuple[Codes, npt.NDArray[np.float64]]:
    """A number for each cell text, and the share of filled cells of each row."""
    codes = np.zeros((table.rows, len(names)), np.int32)
    known = {"": 0}
    for first, cells in table.batches(names, batch_size(table)):
        for at, name in enumerate(names):
            column = [known.setdefault(cell.strip(), len(known)) for cell in cells[name]]
            codes[first - 1 : first - 1 + len(column), at] = column
    return codes, (codes != 0).mean(axis=1)
