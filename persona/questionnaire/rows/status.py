"""Rows whose state says that they are previews, tests, spam or unfinished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.questionnaire.codes import ExcludedReason
from persona.questionnaire.names.titles import code_and_text
from persona.questionnaire.rows.status_words import (
    DISPOSITION,
    ENDS_IN_STATE,
    FINISHED_FLAGS,
    LAST_PAGE,
    NAMES_A_STATE,
    NO_CELLS,
    PROGRESS,
    QUALTRICS,
    QUALTRICS_CODES,
    SCREEN_FLAGS,
    STATES,
    STATUS_NAMES,
    SUBMITTED_AT,
    TEST_FLAGS,
    YES_CELLS,
    bare,
)
from persona.questionnaire.rows.stopped import is_coded_state, states_by_stops

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence, Set

    from persona.questionnaire.rows.table import RowTable

    Judge = Callable[[str], ExcludedReason | None]

MOST_STATES = 15
MOST_WORDS = 4  # of a name that tells a state; a question has more
KNOWN = 0.95  # share of cells that must be known states: a question of people has other answers too
FULL = 100.0
USUAL = 0.3  # share of rows that reach the end, from which the others are unfinished
RANKS = (FINISHED_FLAGS, STATUS_NAMES, SUBMITTED_AT, PROGRESS, LAST_PAGE)
UNFINISHED = ExcludedReason.UNFINISHED


@dataclass(frozen=True)
class StatusColumn:
    """A column that tells the state of each row."""

    name: str
    judge: Judge
    """The reason for which a row with this cell is no respondent."""
    rank: int
    """Of several columns that tell of unfinished rows, the lowest decides: a flag before a date before a page."""


def candidates(names: Sequence[str], labels: Sequence[str] | None) -> list[str]:
    """Columns whose names are those of a state, a flag or a page."""
    known = (
        STATUS_NAMES | DISPOSITION | SCREEN_FLAGS | TEST_FLAGS | FINISHED_FLAGS | SUBMITTED_AT | PROGRESS | LAST_PAGE
    )
    texts = labels or names
    return [
        name
        for name, text in zip(names, texts, strict=True)
        if {bare(name), _word(name), bare(text)} & known or _names_a_state(name) or _names_a_state(text)
    ]


def _names_a_state(name: str) -> bool:
    """Whether a state is named among a few words: "Situação da resposta", "Interview status"."""
    words = [bare(word) for word in name.split()]
    named = not NAMES_A_STATE.isdisjoint(words) or any(word.endswith(ENDS_IN_STATE) for word in words)
    return len(words) <= MOST_WORDS and named


def tells_a_state(name: str, label: str | None, cells: Mapping[str, int]) -> bool:
    """Whether a column says how far each row came: by its name, and by what stands in it."""
    filled = {bare(cell): count for cell, count in cells.items() if cell.strip()}
    return len(filled) > 1 and bool(candidates([name], [label or name])) and _by_state(filled) is not None


def status_columns(counts: Mapping[str, Mapping[str, int]], names: Sequence[str]) -> list[StatusColumn]:
    """Those among the candidates whose cells are states indeed. `counts`: cell texts of each, blanks as ''."""
    known = {_word(name) for name in names}
    found = [_status(name, cells, known) for name, cells in counts.items()]
    return sorted((column for column in found if column), key=lambda column: column.rank)


def coded_states(
    table: RowTable, counts: Mapping[str, Mapping[str, int]], labels: Sequence[str] | None
) -> list[StatusColumn]:
    """Columns of a state in codes that no word explains, judged by how far the rows of each code came."""
    texts = dict(zip(table.names, labels or table.names, strict=True))
    found = []
    for name, cells in counts.items():
        named = {_word(name), bare(texts[name])} & (STATUS_NAMES | DISPOSITION) or _names_a_state(name)
        if named and is_coded_state(cells) and (reasons := states_by_stops(table, name)):
            found.append(StatusColumn(name, _by_known(reasons), len(RANKS)))
    return found[:1]


def _by_known(reasons: Mapping[str, ExcludedReason]) -> Judge:
    return lambda cell: reasons.get(cell.strip())


def _status(name: str, cells: Mapping[str, int], names: Set[str]) -> StatusColumn | None:
    word, total = _word(name), sum(cells.values())
    filled = {bare(cell): 0 for cell in cells if cell.strip()}
    for cell, count in cells.items():
        if cell.strip():
            filled[bare(cell)] += count
    if not filled:
        return None
    judge = (
        _by_flag(word, filled, total)
        or _by_state(filled)
        or _by_code(word, filled, names)
        or _by_date(word, cells, total)
        or _by_progress(word, cells, total)
        or _by_page(word, cells, total)
    )
    if judge is None:
        return None
    rank = next((i for i, group in enumerate(RANKS) if word in group), len(RANKS))
    return StatusColumn(name, judge, rank)


def _word(name: str) -> str:
    """The name, or the code in it: `lastpage. Last page`."""
    code, text = code_and_text(name)
    return bare(code or text)


def _by_flag(word: str, filled: Mapping[str, int], total: int) -> Judge | None:
    if not set(filled) <= YES_CELLS | NO_CELLS:
        return None
    yes = sum(count for cell, count in filled.items() if cell in YES_CELLS)
    if word in SCREEN_FLAGS and 0 < yes < total:
        return lambda cell: ExcludedReason.SCREENED_OUT if bare(cell) in YES_CELLS else None
    if word in TEST_FLAGS and 2 * yes < total:
        return lambda cell: ExcludedReason.TEST if bare(cell) in YES_CELLS else None
    if word in FINISHED_FLAGS and yes:
        return lambda cell: UNFINISHED if bare(cell) in NO_CELLS else None
    return None


def _by_state(filled: Mapping[str, int]) -> Judge | None:
    states = sum(count for cell, count in filled.items() if cell in STATES)
    if len(filled) > MOST_STATES or states < KNOWN * sum(filled.values()):
        return None
    return lambda cell: STATES.get(bare(cell))


def _by_code(word: str, filled: Mapping[str, int], names: Set[str]) -> Judge | None:
    if word != "status" or len(names & QUALTRICS) < 2 or not set(filled) <= set(QUALTRICS_CODES):
        return None
    return lambda cell: QUALTRICS_CODES.get(bare(cell))


def _by_date(word: str, cells: Mapping[str, int], total: int) -> Judge | None:
    blank = sum(count for cell, count in cells.items() if not cell.strip())
    if word not in SUBMITTED_AT or not 0 < blank <= (1 - USUAL) * total:
        return None
    return lambda cell: None if cell.strip() else UNFINISHED


def _by_progress(word: str, cells: Mapping[str, int], total: int) -> Judge | None:
    values = {cell: _number(cell) for cell in cells}
    numbers = [value for value in values.values() if value is not None]
    full = sum(count for cell, count in cells.items() if values[cell] == FULL)
    if word not in PROGRESS or not numbers or max(numbers) > FULL or full < USUAL * total:
        return None
    return lambda cell: UNFINISHED if (_number(cell) or 0) < FULL else None


def _by_page(word: str, cells: Mapping[str, int], total: int) -> Judge | None:
    pages = {cell: _number(cell) for cell in cells}
    numbers = [page for page in pages.values() if page is not None]
    if word not in LAST_PAGE or not numbers:
        return None
    last = max(numbers)
    if sum(count for cell, count in cells.items() if pages[cell] == last) < USUAL * total:
        return None
    return lambda cell: UNFINISHED if (_number(cell) or 0) < last else None


def _number(cell: str) -> float | None:
    try:
        return float(cell.strip().rstrip("%"))
    except ValueError:
        return None
