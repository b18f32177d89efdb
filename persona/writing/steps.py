"""Rounds of choosing: first what sets a segment clearly apart, last what it says as often as the others."""

from __future__ import annotations

from typing import NamedTuple

CLEARLY_APART = 2.0
SETS_APART = 1.0
"""z from which a statement is more this segment's than everyone's."""
NOT_LESS = 0.0
"""z from which it is said here as often as elsewhere."""
COMMON = -1.0
"""z from which it is at least no statement of the others."""
FILL_UP_TO = 3


class Step(NamedTuple):
    """One round of choosing, kind by kind: how far apart, up to how many, and backed by how many people."""

    floor: float
    limit: int | None
    support: int
    more: int = 0
    """Places beyond those of a kind, for answers to a question."""


STEPS = (
    Step(CLEARLY_APART, None, 2),
    Step(SETS_APART, None, 2),
    Step(SETS_APART, None, 1),
    Step(NOT_LESS, FILL_UP_TO, 2),
    Step(CLEARLY_APART, None, 2, more=1),
)
"""First what sets the segment clearly apart, then what it says as often as the others; last one more clear one."""


def floor_of(already: int) -> float:
    """How clearly the segment's own the next answer to a question must be, where a kind holds so many."""
    return CLEARLY_APART if already >= FILL_UP_TO else COMMON
