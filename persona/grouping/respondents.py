"""The groups of the respondents among the rows of a table; rows that are none are in no group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.grouping.grouping import group
from persona.grouping.members import Members
from persona.grouping.one_question import with_one_question

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.grouping.grouping import TextVectors
    from persona.grouping.segmentation import Segmentation
    from persona.recoding.table import RecodedTable


def group_respondents(
    recoded: RecodedTable,
    *,
    count: int | None = None,
    seed: int = 0,
    on_progress: Callable[[int, int, str], None] | None = None,
    vectors: TextVectors | None = None,
) -> Segmentation:
    """`group` over the respondents alone; the arrays are in order of all rows, with group 0 for the others.

    Raises:
        ConfigurationError, DataError: as `group`.
    """
    rows = recoded.respondents
    answers = recoded if len(rows) == recoded.rows else Members(recoded, rows)
    found = group(answers, recoded.columns, count=count, seed=seed, on_progress=on_progress, vectors=vectors)
    found = with_one_question(found, answers, recoded.columns)
    return found.among(rows, recoded.rows)
