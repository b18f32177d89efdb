"""Totals and notes below a table: lines of the right width that are no respondents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.reading.cells import parse
from persona.reading.lookahead import LOOKED_AT as SAMPLE
from persona.reading.lookahead import looks_like_value, sample_columns, shape_of

if TYPE_CHECKING:
    from persona.reading.dialect import Dialect
    from persona.reading.ledger import Ledger
    from persona.reading.parts import Batch

ENGLISH = ("total", "totals", "grand total", "subtotal", "sum", "average", "mean", "median", "count")
GERMAN = ("gesamt", "summe", "mittelwert", "durchschnitt", "anzahl")
OTHERS = ("totaux", "moyenne", "suma", "media", "promedio", "totale", "somma", "totaal", "gemiddelde", "média", "soma")
NORTHERN = (
    "medel",
    "medelvärde",
    "gjennomsnitt",
    "gennemsnit",
    "keskiarvo",
    "średnia",
    "итого",
    "среднее",
    "合計",
    "平均",
)
TOTALS = frozenset((*ENGLISH, *GERMAN, *OTHERS, *NORTHERN))
NOTE = re.compile(  # what stands below tables: how many people, who was asked, where it is from
    r"\W*(n\s*=\s*\d|(base|basis|source|quelle|fuente|notes?|anmerkung|remarks?|weighted|gewichtet|total|answered|skipped"
    r"|exported|generated|downloaded|created|copyright)\b\s*(:|on\b|by\b|\d|n\b|$)|©|\*)",
    re.IGNORECASE,
)
NOTE_CELLS = 2
PLAIN_NUMBER = re.compile(r"-?\d+([.,]\d+)*")
THOUSANDS = re.compile(r"-?\d{1,3}([.,]\d{3})+")
LEAST_ROWS, MOST_ROWS = 8, 5_000
COMPARED = 20  # numbers of a row
LEAST_SUMS = 2  # numbers that come out; one may be chance
MOSTLY = 0.8
LOOKED_AT = 5


def without_footer(batch: Batch, dialect: Dialect, width: int, ledger: Ledger) -> Batch:
    """The last rows of a file, less those that sum up the table."""
    keep = len(batch.lines) - _summing_up(batch, dialect, width)
    for at in range(keep, len(batch.lines)):
        ledger.leave_out("footer", int(batch.lines[at]), batch.take(at, at + 1).data.decode("utf-8", "replace"))
    while width > 1 and keep > max(0, len(batch.lines) - LOOKED_AT):
        raw = batch.take(keep - 1, keep).data
        cells = parse(raw, dialect)
        if not (
            _sums_up(cells, width) or _is_note(cells, batch, dialect, width) or _is_uncounted(cells, batch, dialect)
        ):
            break
        keep -= 1
        ledger.leave_out("footer", int(batch.lines[keep]), raw.decode("utf-8", "replace"))
    return batch.take(0, keep)


def _summing_up(batch: Batch, dialect: Dialect, width: int) -> int:
    """How many of the last rows stand below one that counts, adds up or averages the columns above it."""
    rows = len(batch.lines)
    if not width > 2 or not LEAST_ROWS <= rows <= MOST_ROWS:
        return 0
    last = [parse(batch.take(at, at + 1).data, dialect) for at in range(max(0, rows - LOOKED_AT), rows)]
    if not any(_may_sum_up(cells) for cells in last):
        return 0
    table = [parse(batch.take(at, at + 1).data, dialect) for at in range(rows - len(last))]
    for at, cells in enumerate(last):
        if _may_sum_up(cells) and _is_arithmetic(cells, [*table, *last[:at]], width):
            return len(last) - at
    return 0


def _may_sum_up(cells: list[str]) -> bool:
    """Rows of totals have a word or nothing before their numbers, or leave cells blank: nobody adds up comments."""
    filled = [cell for cell in cells if cell.strip()]
    return (len(filled) < len(cells) or not _numbers(cells[0])) and sum(
        bool(_numbers(cell)) for cell in filled
    ) >= LEAST_SUMS


def _is_arithmetic(cells: list[str], table: list[list[str]], width: int) -> bool:
    """Whether most numbers of a row are the count, the sum or the mean of their columns, and no answer like those."""
    said = [at for at in range(min(width, len(cells))) if _numbers(cells[at])][:COMPARED]
    above = {at: [cell for row in table if at < len(row) and (cell := row[at].strip())] for at in said}
    if sum(cells[at].strip() not in set(above[at]) for at in said) < LEAST_SUMS:
        return False
    found: dict[str, int] = dict.fromkeys(("count", "sum", "mean"), 0)
    compared = 0
    for at in said:
        numbers = [number[0] for cell in above[at] if len(number := _numbers(cell)) == 1]
        if len(numbers) < max(LEAST_ROWS, MOSTLY * len(above[at])):
            continue
        compared += 1
        total = sum(numbers)
        for name, right in (("count", len(above[at])), ("sum", total), ("mean", total / len(numbers))):
            found[name] += any(abs(value - right) <= _rounding(cells[at]) for value in _numbers(cells[at]))
    return compared >= LEAST_SUMS and max(found.values()) >= max(LEAST_SUMS, MOSTLY * compared)


def _numbers(cell: str) -> list[float]:
    """What a cell may say as a number: "3,46" one thing, "1,234" two; none where it is no number."""
    text = cell.strip().replace(" ", "").replace("\u202f", "").replace("\xa0", "")
    if not PLAIN_NUMBER.fullmatch(text):
        return []
    found = {text.replace(",", ".") if text.count(",") + text.count(".") == 1 else re.sub(r"[.,](?=.*[.,])", "", text)}
    if THOUSANDS.fullmatch(text):
        found.add(re.sub(r"[.,]", "", text))
    return [float(number.replace(",", ".")) for number in sorted(found)]


def _rounding(cell: str) -> float:
    """Half of what its last digit stands for."""
    decimals = re.search(r"[.,](\d+)\s*$", cell)
    return 0.501 * 10.0 ** -len(decimals[1]) if decimals else 0.501


def _sums_up(cells: list[str], width: int) -> bool:
    first, *rest = (cell.strip() for cell in cells)
    if first.rstrip(":").lower() not in TOTALS:
        return False
    filled = [cell for cell in rest if cell]
    return len(filled) < (width + 1) // 2 or all(map(looks_like_value, filled))


def _is_note(cells: list[str], batch: Batch, dialect: Dialect, width: int) -> bool:
    """A line with hardly a cell filled, which says how many there are, or is of another kind than the ids above it."""
    filled = [i for i, cell in enumerate(cells) if cell.strip()]
    if width <= NOTE_CELLS or not filled or len(filled) > NOTE_CELLS:
        return False
    text = cells[filled[0]].strip()
    if NOTE.match(text):
        return True
    if filled != [0] or looks_like_value(text):
        return False
    (column,) = sample_columns([parse(batch.take(i, i + 1).data, dialect) for i in range(_seen(batch))], 1)
    return bool(column) and (column.value_share > MOSTLY or bool(column.shape)) and shape_of(text) != column.shape


def _is_uncounted(cells: list[str], batch: Batch, dialect: Dialect) -> bool:
    """A line with words where all lines above it are counted: 1, 2, 3, …, "Μέσος όρος".

    It holds numbers besides, or hardly anything: "Σύνολο", "45 ερωτηματολόγια"; a single number is that of the lines.
    """
    words = cells[0].strip()
    if not any(map(str.isalpha, words)) or any(map(str.isdigit, words)):
        return False
    above = [_numbers(parse(batch.take(at, at + 1).data, dialect)[0]) for at in range(_seen(batch))]
    if len(above) < LEAST_ROWS or not (
        sum(map(bool, map(_numbers, cells))) >= LEAST_SUMS or _only_counts(cells, batch)
    ):
        return False
    counted = range(int(above[0][0]), int(above[0][0]) + len(above)) if above[0] else range(0)
    return above == [[float(number)] for number in counted]


def _only_counts(cells: list[str], batch: Batch) -> bool:
    """Whether a line has hardly a cell filled, and no number but how many lines there are."""
    filled = [cell for cell in cells if cell.strip()]
    numbers = [number for cell in filled for number in _numbers(cell)]
    lines = range(len(batch.lines) - LOOKED_AT, len(batch.lines) + 1)
    return len(filled) <= NOTE_CELLS < len(cells) and all(number in lines for number in numbers)


def _seen(batch: Batch) -> int:
    """Rows above the last ones, as far as they tell what a column holds."""
    return max(0, min(SAMPLE, len(batch.lines) - LOOKED_AT))
