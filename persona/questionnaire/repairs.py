"""Rows whose cells hold garbled letters, which are shown and compared as they were meant."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from persona.questionnaire.codes import NoteCode
from persona.questionnaire.notes import make_note
from persona.reading.letters import garbled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.questionnaire.columns import ColumnView, RowSample
    from persona.questionnaire.models import QuestionnaireNote

LOOKED_AT = 2_000  # different texts of a column, by which it is known to hold such letters


def repair_notes(columns: Sequence[ColumnView], sample: RowSample) -> tuple[QuestionnaireNote, ...]:
    """The note on such rows; none where there are none. Of very large tables the rows are reckoned from a sample."""
    held = [column for column in columns if garbled(islice(column.counts, LOOKED_AT))]
    rows = sum(bool(garbled(row)) for row in sample.of([column.position for column in held])) if held else 0
    if not rows:
        return ()
    whole = columns[0].rows
    return (make_note(NoteCode.REPAIRED_LETTERS, rows=rows if sample.rows == whole else rows * whole // sample.rows),)
