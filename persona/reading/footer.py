"""Totals and notes below a table: lines of the right width that are no respondents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.reading.cells import parse
from persona.reading.lookahead import looks_like_value

if TYPE_CHECKING:
    from persona.reading.dialect import Dialect
    from persona.reading.ledger import Ledger
    from persona.reading.parts import Batch

ENGLISH = ("total", "totals", "grand total", "subtotal", "sum", "average", "mean", "median", "count")
GERMAN = ("gesamt", "summe", "mittelwert", "durchschnitt", "anzahl")
OTHERS = ("totaux", "moyenne", "suma", "media", "promedio", "totale", "somma", "totaal", "gemiddelde")
TOTALS = frozenset((*ENGLISH, *GERMAN, *OTHERS))
LOOKED_AT = 5


def without_footer(batch: Batch, dialect: Dialect, width: int, ledger: Ledger) -> Batch:
    """The last rows of a file, less those that sum up the table."""
    keep = len(batch.lines)
    while width > 1 and keep > max(0, len(batch.lines) - LOOKED_AT):
        raw = batch.take(keep - 1, keep).data
        if not _sums_up(parse(raw, dialect), width):
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
