"""Whose words are wanted: one filter for questions, the drawer and the data browser."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from persona.crosstables import CLOSED, options_in
from persona.messages import configuration_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from persona.grouping import Segmentation
    from persona.models import Column
    from persona.models.asking import QuoteFilter
    from persona.recoding.table import RecodedTable


def rows_wanted(table: RecodedTable, segmentation: Segmentation, wanted: QuoteFilter) -> NDArray[np.bool_]:
    """By row of the table, whether its person is wanted; the language of words is looked at with the words.

    Raises:
        ConfigurationError: it names a persona or a closed question that the study has not.
    """
    segments = sorted(segment.index for segment in segmentation.summary.segments)
    for number in wanted.personas:
        if number not in segments:
            raise configuration_error("ask_filter_persona", number=number, count=len(segments))
    kept = np.ones(table.rows, np.bool_)
    if wanted.personas:
        kept &= np.isin(segmentation.assignments, wanted.personas)
    options: defaultdict[str, set[str]] = defaultdict(set)
    for answer in wanted.answers:
        options[answer.column].add(answer.option)
    if options:
        kept &= _answered(table, options, {column.name: column for column in table.columns})
    return kept


def _answered(table: RecodedTable, options: Mapping[str, set[str]], columns: Mapping[str, Column]) -> NDArray[np.bool_]:
    for name in options:
        if name not in columns or columns[name].role not in CLOSED:
            raise configuration_error("ask_filter_question", column=name)
    kept = np.ones(table.rows, np.bool_)
    for first, cells in table.batches(list(options)):
        for name, given in options.items():
            column = columns[name]
            known: dict[str, bool] = {}
            for place, text in enumerate(cells[name], start=first - 1):
                if text not in known:
                    known[text] = bool(text) and not given.isdisjoint(options_in(text, column))
                kept[place] &= known[text]
    return kept
