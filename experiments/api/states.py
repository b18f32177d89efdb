"""The states of a few experiments, by one plain question; `with_state` of the list says the same in words to filter by.

Its nested questions cost more to put into words than to answer, and most answers of the API need no filter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from experiments.models import Experiment
from experiments.states import state_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID


def states_of(ids: Collection[UUID]) -> dict[UUID, str]:
    """The state of each experiment, in one query: it has one source at most, so each of its runs is one row."""
    in_order = Experiment.objects.filter(pk__in=ids).order_by("runs__number", "sources__created", "sources__id")
    newest: dict[UUID, tuple[str | None, str | None]] = dict.fromkeys(ids, (None, None))
    done: set[UUID] = set()
    for experiment, run, source in in_order.values_list("pk", "runs__status", "sources__status"):
        newest[experiment] = run, source  # what is newer comes later and stays
        if run == "done":
            done.add(experiment)
    return {each: state_of(run=run, has_result=each in done, source=source) for each, (run, source) in newest.items()}
