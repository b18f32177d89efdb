"""Rows that are no respondents by what stands in them: advertisements, and the same answers sent twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from persona.questionnaire.rows.duplicates import FILLED, INDIVIDUAL, LONG, SAMPLE, Repeats, batch_size, row_hashes

if TYPE_CHECKING:
    from persona.questionnaire.rows.table import RowTable

_LINK = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)
_LEAST_WORDS = 3  # beside the link: a cell that is only an address may be asked for
_LEAST_TIMES = 3
_RARE = 0.3  # share of the rows up to which a text with a link is no stock sentence of the tool
_ALL_DIFFER = 0.98
_SHORT = 40


def advertisements(table: RowTable) -> dict[int, str]:
    """Rows whose text holds a link and stands in three or more rows word for word; with that text."""
    texts: defaultdict[str, list[int]] = defaultdict(list)
    for first, cells in table.batches(table.names, batch_size(table)):
        for name in table.names:
            for row, cell in enumerate(cells[name], first):
                if len(cell) > LONG // 2 and _LINK.search(cell) and len(cell.split()) > _LEAST_WORDS:
                    texts[cell.strip()].append(row)
    sent = {text: set(rows) for text, rows in texts.items() if _LEAST_TIMES <= len(set(rows)) <= _RARE * table.rows}
    return {row: text for text, rows in sent.items() for row in rows}


def same_answers(table: RowTable) -> Repeats | None:
    """Rows equal to an earlier one in all but ids and times, a text of some length among what is equal."""
    answered, long_ones = _kinds_of_columns(table)
    if not long_ones or not FILLED <= len(answered) < len(table.names):
        return None
    hashes = row_hashes(table, answered)
    _, firsts = np.unique(hashes, return_index=True)
    again = np.ones(table.rows, np.bool_)
    again[firsts] = False
    wanted = set((np.flatnonzero(again) + 1).tolist())
    rows = [
        row
        for first, cells in table.batches(long_ones, batch_size(table))
        for row in range(first, first + len(cells[long_ones[0]]))
        if row in wanted and any(len(cells[name][row - first].strip()) >= LONG for name in long_ones)
    ]
    return Repeats(tuple(rows), "all answers are equal, a long one among them") if rows else None


def _kinds_of_columns(table: RowTable) -> tuple[list[str], list[str]]:
    """Columns of answers, and those of long texts among them that few people share.

    What is short and differs in every row is no answer but an id or a time.
    """
    _, cells = next(iter(table.batches(table.names, min(batch_size(table), SAMPLE))))
    answered, long_ones = [], []
    for name in table.names:
        filled = [cell.strip() for cell in cells[name] if cell.strip()]
        length = sum(map(len, filled)) / max(1, len(filled))
        most = Counter(filled).most_common(1)
        differ = bool(filled) and len(set(filled)) >= _ALL_DIFFER * len(filled) and most[0][1] <= 2
        if differ and length < _SHORT:
            continue
        answered.append(name)
        if length >= _SHORT and len(set(filled)) >= INDIVIDUAL * len(filled):
            long_ones.append(name)
    return answered, long_ones
