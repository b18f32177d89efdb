"""Tables of totals and shares: answers in rows, percent in columns, and no respondent in them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from persona.messages import data_error
from persona.questionnaire.values.numerals import numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from persona.questionnaire.rows.table import RowTable

_MOST_ROWS, _MOST_COLUMNS = 400, 400
_LEAST_ROWS = 3
_MOSTLY = 0.8
_TOTALS = re.compile(
    r"\W*(?:(?:grand\s|un)?(?:weighted\s)?(?:total|totals|base|all\srespondents|answered|skipped|respondents|sample\ssize)"
    r"|n|gesamt|insgesamt|summe|basis|ensemble|effectifs?|totale|totaal|base\s?:.*|合計|全体|合计|总计)\W*(?:\W.*)?",
    re.IGNORECASE,
)
_HEADINGS = re.compile(
    r"\W*(?:answer\s(?:choices?|options?)|responses?|percent(?:age)?s?|%|counts?|frequency|antwortmöglichkeiten|häufigkeit"
    r"|anzahl|anteil|prozent|réponses|pourcentage|effectif|respuestas|porcentaje|frecuencia)\W*",
    re.IGNORECASE,
)

Numbers = list[list[float | None]]


def refuse_summary(table: RowTable) -> None:
    """Refuse a table whose rows are the answers of a question and whose cells are shares or totals of people.

    Raises:
        DataError: it is one; the message says which export holds the respondents.
    """
    if _LEAST_ROWS <= table.rows <= _MOST_ROWS and 2 <= len(table.names) <= _MOST_COLUMNS and _is_summary(table):
        raise data_error("summary_table")


def _is_summary(table: RowTable) -> bool:
    cells: dict[str, list[str]] = {name: [] for name in table.names}
    for _, batch in table.batches(table.names):
        for name in table.names:
            cells[name] += batch[name]
    labels, *others = ([cell.strip() for cell in cells[name]] for name in table.names)
    read = [[_number(cell) for cell in column] for column in others]
    if _in_pairs(read):
        return True
    if not _are_labels(labels):
        return False
    rows = [at for at, label in enumerate(labels) if label and not _TOTALS.fullmatch(label)]
    named = [name for name in table.names if _TOTALS.fullmatch(name) or _HEADINGS.fullmatch(name)]
    told = len(rows) < sum(map(bool, labels)) or bool(named)
    filled = [[cell for cell in column if cell] for column in others]
    if not all(sum(_number(cell) is not None for cell in column) >= _MOSTLY * len(column) for column in filled):
        return False
    percent = [column for column in filled if column and sum("%" in cell for cell in column) >= 0.5 * len(column)]
    whole = [column for column in read if _adds_up([column[row] for row in rows])]
    adds_up = bool(whole) and len(whole) >= 0.5 * len(percent or read)
    return (adds_up and (told or bool(percent))) or (bool(percent) and told)


def _are_labels(labels: Sequence[str]) -> bool:
    """Whether the first column names things: words, none of them twice."""
    said = [label for label in labels if label]
    words = sum(any(map(str.isalpha, label)) or _number(label) is None for label in said)
    return len(said) >= _LEAST_ROWS and words >= _MOSTLY * len(said) and len(set(said)) >= _MOSTLY * len(said)


def _adds_up(shares: Sequence[float | None]) -> bool:
    """Whether three or more shares of a whole add up to it."""
    given = [share for share in shares if share is not None]
    if len(given) < _LEAST_ROWS or min(given) < 0:
        return False
    total = sum(given)
    return abs(total - 100) <= 1.5 or (abs(total - 1) <= 0.015 and not all(share in (0, 1) for share in given))


def _in_pairs(columns: Numbers) -> bool:
    """Whether most columns are pairs of a share and a count, which tell of one base along each row or column."""
    pairs = [
        (share, count)
        for share, count in pairwise(columns)
        if _mostly(share, _is_share) and _mostly(count, float.is_integer) and not _mostly(share, float.is_integer)
    ]
    if len(pairs) < 2 or 2 * len(pairs) < _MOSTLY * len(columns) - 1:
        return False
    bases = [[_base(share[at], count[at]) for share, count in pairs] for at in range(len(columns[0]))]
    several = [known for row in bases if len(known := [base for base in row if base is not None]) > 1]
    return bool(several) and sum(map(_alike, several)) >= 0.5 * len(several)


def _is_share(number: float) -> bool:
    return 0 <= number <= 1


def _base(share: float | None, count: float | None) -> float | None:
    return count / share if share and count else None


def _alike(bases: Sequence[float]) -> bool:
    middle = sorted(bases)[len(bases) // 2]
    return sum(abs(base - middle) <= 0.05 * middle + 1 for base in bases) >= _MOSTLY * len(bases)


def _mostly(column: Sequence[float | None], holds: Callable[[float], bool]) -> bool:
    given = [n for n in column if n is not None]
    return len(given) >= _LEAST_ROWS and sum(map(holds, given)) >= _MOSTLY * len(given)


def _number(cell: str) -> float | None:
    found = numeral(cell)
    return found.read(decimals=True) if found else None
