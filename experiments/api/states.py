"""The states of a few experiments, by one plain question; `cards.with_state` says the same in words to filter by.

Its nested questions cost more to put into words than to answer, and most answers of the API need no filter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from experiments.models import Experiment

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

BY_SOURCE = {"failed": "unreadable", "waiting": "reading", "reading": "reading", "ready": "check"}


def states_of(ids: Collection[UUID]) -> dict[UUID, str]:
    """The state of each experiment, in one query: it has one source at most, so each of its runs is one row."""
    in_order = Experiment.objects.filter(pk__in=ids).order_by("runs__number", "sources__created", "sources__id")
    newest: dict[UUID, tuple[str | None, str | None]] = dict.fromkeys(ids, (None, None))
    done: set[UUID] = set()
    for experiment, run, source in in_order.values_list("pk", "runs__status", "sources__status"):
        newest[experiment] = run, source  # what is newer comes later and stays
        if run == "done":
            done.add(experiment)
    return {each: _state(run, each in done, source) for each, (run, source) in newest.items()}


def _state(run: str | None, has_result: bool, source: str | None) -> str:
    if run in ("queued", "running"):
        return "running"
    if run == "failed":
        return "failed"
    if has_result:
        return "ready"
    return "stopped" if run == "cancelled" else BY_SOURCE.get(source or "", "empty")
