"""Estimates: nothing leaves with the built-in writer; a model's share is bounded by personas, not rows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from persona.estimate import estimate
from persona.models import Column, ColumnRole, PersonaConfig

if TYPE_CHECKING:
    from persona.table import Table


def column(name: str, role: ColumnRole, personal: int = 0) -> Column:
    return Column(name=name, position=0, role=role, basis=True, question=name, filled=9, distinct=3, personal=personal)


COLUMNS = (
    column("E-mail", ColumnRole.PERSONAL, personal=9),
    column("What do you miss?", ColumnRole.OPEN, personal=2),
    column("Age", ColumnRole.NUMBER),
)


def rows(count: int) -> Table:
    return cast("Table", SimpleNamespace(rows=count))


def test_builtin_costs_nothing_and_keeps_everything_here() -> None:
    found = estimate(rows(1000), COLUMNS)

    assert (found.cost_usd, found.tokens, found.leaves) == (0.0, 0, ())
    assert found.stays == (
        "All 1,000 answers, and the file",
        "The column “E-mail” (hidden)",
        "Personal data in 2 answers (masked)",
    )


def test_model_says_what_leaves_and_what_stays() -> None:
    found = estimate(rows(1000), COLUMNS, config=PersonaConfig(model="openai:gpt", count=3))

    assert found.cost_usd is None
    assert found.requests == 3
    assert 3 * 2_500 < found.tokens < 3 * 5_000
    assert found.leaves == ("At most 80 passages a persona, from 1 open answer", "Computed numbers about each group")
    assert found.stays == (
        "The original file",
        "The column “E-mail” (hidden)",
        "Personal data in 2 answers (masked)",
    )


def test_tokens_do_not_grow_with_rows_but_seconds_do() -> None:
    config = PersonaConfig(model="openai:gpt")
    small, large = (estimate(rows(count), COLUMNS, config=config) for count in (1_000, 1_000_000))

    assert small.tokens == large.tokens
    assert small.seconds_high < large.seconds_low
