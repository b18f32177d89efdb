"""Who answered what: one pass over the rows, part by part, for counts that need several columns at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from persona.questionnaire.columns import BATCH_CELLS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import numpy.typing as npt

    from persona.questionnaire.columns import Cells


@dataclass(frozen=True)
class Asked:
    """One question: its columns by name, each with the cell texts that are no answer to it."""

    unanswered: Mapping[str, frozenset[str]]
    is_answer: bool
    """False for what people do not answer: identifiers, administration …"""


@dataclass(frozen=True)
class Presence:
    answered: tuple[int, ...]  # by question
    empty: tuple[int, ...]  # numbers of rows in which nothing was answered


def find_presence(table: Cells, questions: Sequence[Asked], left_out: Collection[int]) -> Presence:
    """How many people answered each question, and the rows of those who answered none."""
    size = max(1, BATCH_CELLS // max(1, len(table.names)))
    answered = [0] * len(questions)
    empty: list[int] = []
    has_answers = any(question.is_answer for question in questions)
    for first, cells in table.batches(table.names, size):
        rows = len(cells[table.names[0]])
        there = np.array([row not in left_out for row in range(first, first + rows)], dtype=bool)
        anything = np.zeros(rows, dtype=bool)
        for at, question in enumerate(questions):
            mask = _answered(question, cells, rows) & there
            answered[at] += int(mask.sum())
            if question.is_answer:
                anything |= mask
        if has_answers:
            empty += (np.flatnonzero(there & ~anything) + first).tolist()
    return Presence(tuple(answered), tuple(empty))


def _answered(question: Asked, cells: Mapping[str, Sequence[str]], rows: int) -> npt.NDArray[np.bool_]:
    mask = np.zeros(rows, dtype=bool)
    for name, silent in question.unanswered.items():
        mask |= np.fromiter((cell not in silent and cell.strip() not in silent for cell in cells[name]), bool, rows)
    return mask
