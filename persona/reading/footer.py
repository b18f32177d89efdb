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
OTHERS = ("totaux", "moyenne", "suma", "media", "promedio", "totale", "somma", "totaal", "gemiddelde")
TOTALS = frozenset((*ENGLISH, *GERMAN, *OTHERS))
NOTE = re.compile(  # what stands below tables: how many people, who was asked, where it is from
    r"\W*(n\s*=\s*\d|(base|basis|source|quelle|fuente|notes?|anmerkung|remarks?|weighted|gewichtet|total|answered|skipped"
    r"|exported|generated|downloaded|created|copyright)\b\s*(:|on\b|by\b|\d|n\b|$)|©|\*)",
    re.IGNORECASE,
)
NOTE_CELLS = 2
MOSTLY = 0.8
LOOKED_AT = 5


def without_footer(batch: Batch, dialect: Dialect, width: int, ledger: Ledger) -> Batch:
    """The last rows of a file, less those that sum up the table."""
    keep = len(batch.lines)
    while width > 1 and keep > max(0, len(batch.lines) - LOOKED_AT):
        raw = batch.take(keep - 1, keep).data
        cells = parse(raw, dialect)
        if not (_sums_up(cells, width) or _is_note(cells, batch, dialect, width)):
            break
        keep -= 1
        ledger.leave_out("footer", int(batch.lines[keep]), raw.decode("utf-8", "replace"))
    return batch.take(0, keep)


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


def _seen(batch: Batch) -> int:
    """Rows above the last ones, as far as they tell what a column holds."""
    return max(0, min(SAMPLE, len(batch.lines) - LOOKED_AT))
