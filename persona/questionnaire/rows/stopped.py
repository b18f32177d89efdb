"""Codes of a state that no word explains, read by how far the rows came that hold them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from persona.questionnaire.codes import ExcludedReason
from persona.questionnaire.rows.duplicates import batch_size

if TYPE_CHECKING:
    from collections.abc import Mapping

    from persona.questionnaire.rows.table import RowTable

_CODE = re.compile(r"\d{1,3}")
_MOST_CODES = 12
_NOT_ASKED = re.compile(r"|-\d{1,3}|#NULL!|NA|\.")
_LEAST_ROWS = 3
_USUAL = 0.3  # share of rows with the code of those who came to the end
_HALF = 0.6  # of the cells of those who came to the end, that others filled at most
_SAME_PLACE = 0.9  # share of a code's rows that stop at its two commonest places: the survey sent them away


@dataclass
class _Rows:
    """Rows with one code: how many cells they fill, and where each stops."""

    rows: int = 0
    filled: int = 0
    last: Counter[int] = field(default_factory=Counter)

    @property
    def usual(self) -> float:
        return self.filled / max(1, self.rows)


def is_coded_state(counts: Mapping[str, int]) -> bool:
    """Whether cells are a few codes, as tools number the states of rows."""
    codes = [cell for cell in counts if cell.strip()]
    return 2 <= len(codes) <= _MOST_CODES and all(_CODE.fullmatch(code.strip()) for code in codes)


def states_by_stops(table: RowTable, name: str) -> dict[str, ExcludedReason]:
    """The codes of this column whose rows did not come to the end, with the reason; nothing where all came as far.

    Who all stop at the same question were screened out there; who stop at many gave up.
    """
    groups = _groups(table, name)
    whole = max(groups.values(), key=lambda group: group.usual, default=None)
    if whole is None or whole.rows < _USUAL * table.rows:
        return {}
    short = {code: group for code, group in groups.items() if group is not whole and group.rows >= _LEAST_ROWS}
    return {code: _reason(group) for code, group in short.items() if group.usual <= _HALF * whole.usual}


def _reason(group: _Rows) -> ExcludedReason:
    together = sum(n for _, n in group.last.most_common(2))
    return ExcludedReason.SCREENED_OUT if together >= _SAME_PLACE * group.rows else ExcludedReason.UNFINISHED


def _groups(table: RowTable, name: str) -> Mapping[str, _Rows]:
    """Rows by their code, counted over what stands behind its column; of one at the end, over all columns."""
    at = table.names.index(name)
    behind = table.names[at + 1 :] or table.names[:at]
    found: defaultdict[str, _Rows] = defaultdict(_Rows)
    for _, cells in table.batches([name, *behind], batch_size(table)):
        for code, *answers in zip(cells[name], *(cells[other] for other in behind), strict=True):
            if not code.strip():
                continue
            given = [i for i, answer in enumerate(answers) if not _NOT_ASKED.fullmatch(answer.strip())]
            group = found[code.strip()]
            group.rows += 1
            group.filled += len(given)
            group.last[given[-1] if given else -1] += 1
    return found
