"""How many rows at the top of a table hold names: the columns below say whether a cell is an answer like theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.reading.asking import is_question
from persona.reading.lookahead import LOOKED_AT, NOTHING_SAID, ColumnSample, looks_like_value, sample_columns, shape_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Row = Sequence[str]

MOST_ROWS = 4  # more rows of names than this were never seen
FEW = 5  # answers below which a column's word counts for less
RARE = 0.2  # probability of a new answer under which an unseen cell is hardly one
SELDOM = 0.2
ENOUGH = 3.0  # votes for one more row of names: two columns of another type, or one that asks
SURE = 6.0  # … for a row that nobody need be asked about
PER_COLUMN = 0.4  # … for each column with a say, since one odd respondent is odd in several columns
AGAINST = 0.2  # share of columns which say that it is an answer, at which it is a respondent
FILLED = 0.9  # share of gaps in the row above that options fill
IMPORT_ID = re.compile(r'\s*\{\s*"?\w*ImportId')
SINGLE_ANSWER = ("response", "antwort", "réponse", "respuesta", "risposta", "resposta", "antwoord", "svar")
OPEN_ANSWER = ("open-ended response", "offene antwort", "réponse ouverte", "respuesta abierta", "risposta aperta")
ANSWER_WORDS = frozenset((*SINGLE_ANSWER, *OPEN_ANSWER))  # what tools write above a column that needs no second name


@dataclass(frozen=True)
class NameRows:
    """How many rows hold names, and whether that is beyond doubt."""

    count: int
    sure: bool = True


def count_name_rows(rows: Sequence[Row], width: int) -> NameRows:
    """How many of the first rows hold names, given that the first one does. `rows` has no empty ones."""
    for count in range(min(MOST_ROWS, len(rows) - 1), 1, -1):
        columns = sample_columns(_without_copies(rows[count : count + LOOKED_AT], rows[:count]), width)
        scores = [_score(row, rows[at], columns) for at, row in enumerate(rows[1:count])]
        if min(scores) > 0:
            return NameRows(count, min(scores) >= SURE)
    return NameRows(1)


def _without_copies(below: Sequence[Row], names: Sequence[Row]) -> list[Row]:
    """The rows below without whole copies of all rows of names; a row that equals only one of them is an answer."""
    kept: list[Row] = []
    for row in below:
        kept.append(row)
        if kept[-len(names) :] == list(names):
            del kept[-len(names) :]
    return kept


def is_answer_word(cell: str) -> bool:
    """Whether a survey tool wrote it below a question that has one column: `Response`."""
    return cell.strip().lower() in ANSWER_WORDS


def is_import_row(row: Row) -> bool:
    """Identifiers that Qualtrics writes below the questions."""
    return sum(bool(IMPORT_ID.match(cell)) for cell in row) >= max(1, len(row) // 2)


def _score(row: Row, above: Row, columns: Sequence[ColumnSample]) -> float:
    """The sum of all votes where it is enough to call `row` names; else 0."""
    if is_import_row(row):
        return SURE
    gaps_filled = _fills_gaps(row, above, columns)
    pros: dict[str, float] = {}
    votes = cons = 0.0
    for i, (raw, column) in enumerate(zip(row, columns, strict=False)):
        cell, name = raw.strip(), above[i].strip() if i < len(above) else ""
        vote = _vote(cell, name, column, in_gap=gaps_filled and not name)
        if vote < 0:
            cons += 1
        elif vote > 0:
            votes += 1
            # One odd word in many columns is one odd word (`?`, `test`), unless survey tools write it.
            key = f"{cell} {i}" if is_answer_word(cell) else cell
            pros[key] = max(pros.get(key, 0.0), vote)
    score = sum(pros.values()) - cons
    enough = score >= ENOUGH and score >= PER_COLUMN * len(pros) and cons <= AGAINST * votes
    return score if enough else 0.0


def _fills_gaps(row: Row, above: Row, columns: Sequence[ColumnSample]) -> bool:
    """Whether each gap in the row above has a text below it: options under one question, not the ticks of a person."""
    gaps = [i for i, column in enumerate(columns) if column and not (i < len(above) and above[i].strip())]
    return sum(i < len(row) and bool(row[i].strip()) for i in gaps) >= FILLED * max(1, len(gaps))


def _vote(cell: str, above: str, column: ColumnSample, *, in_gap: bool) -> float:
    """One column's word on whether `cell` is its name: above 0 for, below 0 against."""
    if not column or cell.lower() in NOTHING_SAID or not cell:
        return 0.0
    weight = min(1.0, len(column.cells) / FEW)
    if cell in column.counts:
        return 0.0 + in_gap if column.is_option(cell) else -2.0
    if looks_like_value(cell):
        return -2.0 if column.value_share > 0.5 else -1.0
    if is_answer_word(cell):
        return ENOUGH
    if _bare(cell) == _bare(above) and not any(_bare(other).endswith(_bare(cell)) for other in column.counts):
        return 2.0 * weight
    if column.shape and shape_of(cell) == column.shape:
        return -2.0
    asks = 2.0 if is_question(cell) and column.question_share < SELDOM else 0.0
    if column.value_share > 0.8 or column.shape:
        return asks + 2.0 * weight
    if column.unseen < RARE:
        return asks + weight * (1.5 if in_gap else 1.0)
    return asks


def _bare(text: str) -> str:
    """`StartDate` and `Start Date` are the same."""
    return "".join(letter for letter in text.lower() if letter.isalnum())
