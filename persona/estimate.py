"""Estimate: what a run will take, before it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.models import Column, ColumnRole, Estimate, PersonaConfig
from persona.numerals import counted
from persona.writers.llm import Access

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

PERSONAS_WHEN_AUTOMATIC = 5
PASSAGES = 80


def estimate(
    data: Experiment | Table,
    columns: Sequence[Column],
    *,
    config: PersonaConfig | None = None,
    access: Access | None = None,
) -> Estimate:
    """Seconds, tokens, price and what would leave this computer.

    Args:
        data: the experiment, or its table.
        columns: what its columns mean.
        config: the settings of the run.
        access: how a model is reached: on this computer nothing is paid, elsewhere prices may have been agreed.

    Raises:
        ConfigurationError: there is no such model or template.
    """
    config = config or PersonaConfig()
    seconds = _seconds(data.rows, columns)
    low, high = (round(seconds * factor, 1) for factor in SPREAD)
    if config.model == "builtin":
        stays = (_rows(data.rows), *_hidden(columns))
        return Estimate(seconds_low=low, seconds_high=high, cost_usd=0.0, tokens=0, stays=stays)
    from persona.writers.llm.estimate import model_estimate

    found = model_estimate(config, access or Access(), config.count or PERSONAS_WHEN_AUTOMATIC)
    return Estimate(
        seconds_low=low + found.seconds[0],
        seconds_high=high + found.seconds[1],
        cost_usd=found.cost,
        cost_low=found.cost_low,
        cost_high=found.cost_high,
        tokens=found.tokens,
        tokens_high=found.tokens_high,
        requests=found.requests,
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
