"""Estimates: nothing leaves with the built-in writer; a model's share is bounded by personas, not rows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

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


@pytest.mark.parametrize(
    ("count", "kept"),
    [(0, "All 0 answers, and the file"), (1, "The one answer, and the file"), (2, "All 2 answers, and the file")],
)
def test_one_answer_is_one(count: int, kept: str) -> None:
    assert estimate(rows(count), ()).stays == (kept,)


@pytest.mark.parametrize(
    ("roles", "left"),
    [
        ((), "from 0 open answers"),
        ((ColumnRole.OPEN,), "from 1 open answer"),
        ((ColumnRole.OPEN, ColumnRole.NUMBER, ColumnRole.OPEN), "from 2 open answers"),
    ],
)
def test_only_open_answers_leave_this_computer(roles: tuple[ColumnRole, ...], left: str) -> None:
    columns = [column(f"Q{at}", role) for at, role in enumerate(roles)]
    found = estimate(rows(9), columns, config=PersonaConfig(model="openai:gpt", count=2))

    assert found.leaves == (f"At most 80 passages a persona, {left}", "Computed numbers about each group")
    assert found.stays == ("The original file",)


@pytest.mark.parametrize(
    ("personal", "role", "stays"),
    [
        (0, ColumnRole.OPEN, ()),
        (1, ColumnRole.OPEN, ("Personal data in 1 answer (masked)",)),
        (7, ColumnRole.PERSONAL, ("The column “Q” (hidden)",)),
        (0, ColumnRole.PERSONAL, ("The column “Q” (hidden)",)),
    ],
)
def test_what_is_masked_stays_in_any_case(personal: int, role: ColumnRole, stays: tuple[str, ...]) -> None:
    assert estimate(rows(9), [column("Q", role, personal)]).stays[1:] == stays


def test_seconds_grow_with_cells_and_open_answers_take_the_most() -> None:
    def seconds(count: int, *roles: ColumnRole) -> tuple[float, float]:
        found = estimate(rows(count), [column(f"Q{at}", role) for at, role in enumerate(roles)])
        return found.seconds_low, found.seconds_high

    assert seconds(0) == (0.5, 1.4)
    assert seconds(6_000, ColumnRole.OPEN) == (1.6, 4.7)
    assert seconds(6_000, ColumnRole.NUMBER) == (0.5, 1.5)
    assert seconds(106_000, ColumnRole.OPEN) == (4.3, 12.8)  # those beyond the first are only placed and counted
    assert seconds(106_000, ColumnRole.OPEN, ColumnRole.OPEN)[1] > 1.8 * seconds(106_000, ColumnRole.OPEN)[1]


def test_a_number_of_personas_that_is_chosen_bounds_what_a_model_is_asked() -> None:
    two, five, automatic = (
        estimate(rows(900), COLUMNS, config=PersonaConfig(model="openai:gpt", count=count)) for count in (2, 5, None)
    )

    assert (two.requests, five.requests) == (2, 5)
    assert automatic == five
    assert two.tokens < five.tokens <= five.tokens_high
