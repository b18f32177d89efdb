"""How many quotes a drawer has, shows and leaves: it adds up wherever one stops."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest

from generation.personas.models import Evidence, Statement
from generation.personas.quotes import ORDERS, PIPS, STEP, Drawer, Quote
from persona.models import Evidence as LibraryEvidence


def drawer(shown: int, total: int, *, first: int = 0, supporting: int | None = None, order: str = "rows") -> Drawer:
    quotes = [Quote(Evidence(strength="clear"), "", "said", "", "") for _ in range(shown)]
    counted = total if supporting is None else supporting
    return Drawer(Statement(), quotes, total, counted, people=1, order=order, first=first)


@pytest.mark.parametrize(
    ("first", "shown", "total", "left"),
    [(0, 0, 0, 0), (0, 3, 3, 0), (0, STEP, 12, 7), (5, STEP, 12, 2), (10, 2, 12, 0), (0, 12, 12, 0)],
)
def test_shown_and_left_are_all(first: int, shown: int, total: int, left: int) -> None:
    found = drawer(shown, total, first=first)

    assert (found.shown, found.left) == (first + shown, left)
    assert found.shown + found.left == total


@pytest.mark.parametrize("order", ORDERS)
def test_more_asks_for_the_next_step_in_the_same_order(order: str) -> None:
    found = drawer(STEP, 12, order=order)

    assert parse_qs(found.more) == {"e": [str(found.statement.pk)], "sort": [order], "show": [str(2 * STEP)]}


@pytest.mark.parametrize(("supporting", "related"), [(12, 0), (9, 3), (0, 12)])
def test_what_does_not_support_is_related(supporting: int, related: int) -> None:
    assert drawer(STEP, 12, supporting=supporting).related == related


@pytest.mark.parametrize("strength", LibraryEvidence.model_fields["strength"].annotation.__args__)  # type: ignore[union-attr]
def test_every_strength_has_its_pips(strength: str) -> None:
    quote = Quote(Evidence(strength=strength), "", "said", "", "")

    assert quote.pips == PIPS[strength]
    assert sorted(PIPS.values()) == [1, 2, 3]
