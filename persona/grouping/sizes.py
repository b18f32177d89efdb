"""Sizes: how many people a group has at least where nobody asked for a number of groups."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from persona.grouping.problem import Solution

SHARE = 0.05
FEW, MANY = 10, 20
MANY_FROM = 400
"""From so many people on a group has at least `MANY`, below `FEW`."""


def least_people(people: int) -> int:
    """The smallest group that is formed of so many people.

    >>> least_people(100), least_people(400), least_people(2000)
    (10, 20, 100)
    """
    return max(ceil(SHARE * people), MANY if people >= MANY_FROM else FEW)


def is_large_enough(solution: Solution) -> bool:
    """Whether no group is too small."""
    return solution.smallest >= least_people(len(solution.placed.labels))
