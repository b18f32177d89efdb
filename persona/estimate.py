"""Estimate: what a run will take, before it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.models import Column, ColumnRole, Estimate, PersonaConfig
from persona.numerals import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.experiment import Experiment
    from persona.table import Table

# Measured with benchmarks/generate.py: loading libraries; the first rows, from which groups and words are chosen,
# cost more than those that are only placed and counted.
START_SECONDS = 0.8
CHOSEN_ROWS = 6_000
SECONDS_CHOSEN = {True: 3e-4, False: 8e-6}  # for a cell, by whether it is an open answer
SECONDS_COUNTED = {True: 4.5e-5, False: 1.2e-6}
SPREAD = (0.6, 1.8)

# A brief holds at most 80 passages; it is bounded by the number of personas, not of rows.
PERSONAS_WHEN_AUTOMATIC = 5
PASSAGES = 80
TOKENS_SENT = {"short": 3_500, "standard": 6_000, "deep": 9_000}
TOKENS_BACK = {"short": 900, "standard": 1_500, "deep": 2_500}


def estimate(data: Experiment | Table, columns: Sequence[Column], *, config: PersonaConfig | None = None) -> Estimate:
    """Seconds, tokens and what would leave this computer. A model's price is not known here: `cost_usd` is None."""
    config = config or PersonaConfig()
    seconds = _seconds(data.rows, columns)
    low, high = (round(seconds * factor, 1) for factor in SPREAD)
    if config.model == "builtin":
        stays = (_rows(data.rows), *_hidden(columns))
        return Estimate(seconds_low=low, seconds_high=high, cost_usd=0.0, tokens=0, stays=stays)
    personas = config.count or PERSONAS_WHEN_AUTOMATIC
    return Estimate(
        seconds_low=low,
        seconds_high=high,
        cost_usd=None,
        tokens=personas * (TOKENS_SENT[config.detail] + TOKENS_BACK[config.detail]),
        leaves=_leaves(columns),
        stays=("The original file", *_hidden(columns)),
    )


def _seconds(rows: int, columns: Sequence[Column]) -> float:
    cells = [column.role is ColumnRole.OPEN for column in columns]
    chosen = min(rows, CHOSEN_ROWS) * sum(SECONDS_CHOSEN[is_open] for is_open in cells)
    counted_on = max(0, rows - CHOSEN_ROWS) * sum(SECONDS_COUNTED[is_open] for is_open in cells)
    return START_SECONDS + chosen + counted_on


def _rows(count: int) -> str:
    return "The one answer, and the file" if count == 1 else f"All {count:,} answers, and the file"


def _leaves(columns: Sequence[Column]) -> tuple[str, ...]:
    opened = [column.question for column in columns if column.role is ColumnRole.OPEN]
    passages = f"At most {PASSAGES} passages a persona, from {counted(len(opened), 'open answer')}"
    return (passages, "Computed numbers about each group")


def _hidden(columns: Sequence[Column]) -> tuple[str, ...]:
    """What is masked, and so stays in any case."""
    names = [column.name for column in columns if column.role is ColumnRole.PERSONAL]
    inside = sum(column.personal for column in columns if column.role is not ColumnRole.PERSONAL)
    found = [f"The column “{name}” (hidden)" for name in names]
    if inside:
        found.append(f"Personal data in {counted(inside, 'answer')} (masked)")
    return tuple(found)
