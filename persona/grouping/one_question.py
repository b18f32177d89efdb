"""Whether the groups that were found are hardly more than one question."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from persona.models import ColumnRole
from persona.questionnaire.alone import one_question
from persona.recoding.cells import is_missing, number, rating

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from persona.grouping.segmentation import Segmentation
    from persona.models import Column
    from persona.recoding.answers import Answers

_CLOSED = (ColumnRole.CATEGORY, ColumnRole.MULTIPLE, ColumnRole.RATING, ColumnRole.NUMBER)
_LOOKED_AT = 20_000
"""People, evenly spread: more of them would not tell it better."""


def with_one_question(found: Segmentation, answers: Answers, columns: Sequence[Column]) -> Segmentation:
    """The groups, with the question that they are, where they are hardly more than one of those that formed them."""
    closed = [column for column in columns if column.basis and column.role in _CLOSED]
    if len(found.summary.segments) < 2 or not closed:
        return found
    step = -(-answers.rows // _LOOKED_AT)
    groups = [int(group) or None for group in found.assignments[::step]]
    said: dict[str, list[Hashable | None]] = {column.name: [] for column in closed}
    for first, cells in answers.batches([column.name for column in closed]):
        length = len(next(iter(cells.values())))
        wanted = [(first - 1 + at) % step == 0 for at in range(length)]
        for column in closed:
            texts = list(compress(cells[column.name], wanted))
            means = {text: _said(text, column) for text in set(texts)}
            said[column.name] += [means[text] for text in texts]
    name = one_question(said, groups)
    if name is None:
        return found
    asked = next(column.question or column.name for column in closed if column.name == name)
    return found.told(one_question=asked)


def _said(text: str, column: Column) -> Hashable | None:
    if is_missing(text):
        return None
    if column.role is ColumnRole.NUMBER:
        return number(text)
    return rating(text, column) if column.role is ColumnRole.RATING else text
