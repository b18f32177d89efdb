"""Two runs on the same people: how far they put the same people together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from persona.messages import configuration_error
from persona.models import Frozen

if TYPE_CHECKING:
    from persona.outputs import Output


class Match(Frozen):
    """Which persona of a second run holds most of the people of one persona of the first."""

    first: int
    first_name: str
    second: int
    second_name: str
    shared: float


class RunComparison(Frozen):
    """Two runs on the same people."""

    agreement: float
    """Adjusted Rand index: 1 the same groups, 0 no more alike than by chance."""
    matches: tuple[Match, ...]


def are_same_people(first: Output, second: Output) -> bool:
    """Whether two runs were made from the same files."""
    return [s.sha256 for s in first.result().sources] == [s.sha256 for s in second.result().sources]


def compare_runs(first: Output, second: Output) -> RunComparison:
    """How far two runs put the same people together.

    Raises:
        ConfigurationError: the runs were not made from the same people.
    """
    from sklearn.metrics import adjusted_rand_score

    if not are_same_people(first, second):
        raise configuration_error("other_people")
    one, other = first.segmentation(), second.segmentation()
    people = sorted({*one.first_rows().tolist()} & {*other.first_rows().tolist()})  # not rows: some have several
    here, there = one.assignments[people].tolist(), other.assignments[people].tolist()
    both = Counter(zip(here, there, strict=True))
    names = {persona.index: persona.name for persona in second.result().personas}
    matches = []
    for persona in first.result().personas:
        best = max(names, key=lambda index: (both[persona.index, index], -index))
        shared = round(both[persona.index, best] / persona.size, 4)
        matches.append(
            Match(first=persona.index, first_name=persona.name, second=best, second_name=names[best], shared=shared)
        )
    return RunComparison(agreement=round(float(adjusted_rand_score(here, there)), 4), matches=tuple(matches))
