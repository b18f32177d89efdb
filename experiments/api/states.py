"""The states of a few experiments, by plain questions; `cards.with_state` says the same in one, to filter by.

Its nested questions cost more to put into words than to answer, and most answers of the API need no filter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from experiments.models import DataSource, Experiment

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

BY_SOURCE = {"failed": "unreadable", "waiting": "reading", "reading": "reading", "ready": "check"}


def states_of(ids: Collection[UUID]) -> dict[UUID, str]:
    """The state of each experiment, in two queries."""
    in_order = DataSource.objects.filter(experiment__in=ids).order_by("created", "id")
    sources = dict(in_order.values_list("experiment_id", "status"))  # the newest comes last and stays
    newest: dict[UUID, str] = {}
    done: set[UUID] = set()
    for experiment, status in _runs(ids):
        newest[experiment] = status
        if status == "done":
            done.add(experiment)
    return {each: _state(newest.get(each), each in done, sources.get(each)) for each in ids}


def _state(run: str | None, has_result: bool, source: str | None) -> str:
    if run in ("queued", "running"):
        return "running"
    if run == "failed":
        return "failed"
    if has_result:
        return "ready"
    return "stopped" if run == "cancelled" else BY_SOURCE.get(source or "", "empty")


def _runs(ids: Collection[UUID]) -> Any:
    """Runs belong to another app: they are reached by the name of the relation only."""
    manager: Any = Experiment.runs.rel.related_model.objects  # type: ignore[attr-defined]
    return manager.filter(experiment__in=ids).order_by("number").values_list("experiment_id", "status")
