"""The list of experiments: what state each is in, said by its newest run or else by its data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast, get_args

from django.db.models import Count
from django.template.loader import render_to_string

from core.pages.addresses import address
from core.pages.kept import Kept
from core.timeformat import moment
from experiments.models import DataSource, Experiment
from experiments.states import STATES, Show, State, shown
from persona.run_states import ACTIVE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from uuid import UUID

    from django.utils.safestring import SafeString

    from experiments.models import ExperimentQuerySet
    from experiments.states import ExperimentState

SHOWS = ("all", *get_args(Show))
"""What the page offers to show."""
FACES = 3


STAGES = {
    "read": "Reading answers",
    "profile": "Reading answers",
    "group": "Finding groups",
    "write": "Writing personas",
    "check": "Checking quotes",
}


@dataclass(frozen=True)
class ExperimentCard:
    """One experiment of the list, in words."""

    pk: UUID
    name: str
    look: State
    word: str
    url: str
    say: str
    when: str
    rows: int
    personas: int
    percent: int | None
    cost: str
    has_data: bool
    has_runs: bool

    @property
    def markup(self) -> SafeString:
        return _markup(self)

    @property
    def faces(self) -> range:
        return range(1, min(self.personas, FACES) + 1)


@lru_cache(maxsize=1000)
def _markup(card: ExperimentCard) -> SafeString:
    """A card that says the same as before looks the same: most of a list is as it was at the last visit."""
    return render_to_string("experiments/_card.html", {"card": card})


def counts(experiments: ExperimentQuerySet) -> dict[str, int]:
    """How many experiments each choice of `SHOWS` holds."""
    by_state = dict(experiments.order_by().values_list("state").annotate(Count("pk")))
    total = sum(by_state.values())
    return {show: total if show == "all" else sum(by_state.get(s, 0) for s in shown(show)) for show in SHOWS}


def cards(experiments: Iterable[Experiment]) -> list[ExperimentCard]:
    """The cards of one page of experiments; four queries at most, however many there are."""
    page = list(experiments)
    ids = [experiment.pk for experiment in page]
    sources, (newest, done) = _sources(ids), _run_ids(ids)
    runs = _runs({*newest.values(), *done.values()})
    run_of, done_of = ({pk: runs.get(run) for pk, run in which.items()} for which in (newest, done))
    return [_card(each, sources.get(each.pk), run_of.get(each.pk), done_of.get(each.pk)) for each in page]


def _sources(ids: Collection[UUID]) -> dict[UUID, Any]:
    """What a card says of the newest source of each experiment."""
    found = DataSource.objects.filter(experiment__in=ids).order_by("created", "id")
    named = found.values_list("experiment_id", "status", "rows", "progress", "error", named=True)
    return {source.experiment_id: source for source in named}


def _run_ids(ids: Collection[UUID]) -> tuple[dict[UUID, UUID], dict[UUID, UUID]]:
    """The newest run of each experiment, and its newest finished one."""
    newest, done = {}, {}
    in_order = _run_manager().filter(experiment__in=ids).order_by("number")
    for experiment, run, status in in_order.values_list("experiment_id", "pk", "status"):
        newest[experiment] = run
        if status == "done":
            done[experiment] = run
    return newest, done


def _run_manager() -> Any:
    """Runs belong to another app: they are reached by the names of relations only."""
    return Experiment.runs.rel.related_model.objects  # type: ignore[attr-defined]


_done: Kept[Any] = Kept(size=1000)
"""Runs that are done, by id: nothing about them changes any more, and most of a list is done."""


def _runs(ids: set[UUID]) -> dict[UUID, Any]:
    known = {pk: run for pk in ids if (run := _done.find(pk)) is not None}
    some = _run_manager().only("status", "stage", "stages", "error", "usage", "finished", "config")
    others = some.annotate(persona_count=Count("personas")).in_bulk(ids - known.keys())
    for pk, run in others.items():
        if run.status == "done":
            _done.keep(pk, run)
    return known | others


def _card(experiment: Experiment, source: Any, run: Any, done: Any) -> ExperimentCard:
    look, is_running = STATES[_state(experiment)], experiment.state == "running"
    target = {"generation:run": run, "generation:results": done}.get(look.url) or experiment
    finished = run.finished if run else None
    return ExperimentCard(
        pk=experiment.pk,
        name=experiment.name,
        look=look,
        word=STAGES.get(run.stage, look.word) if is_running else look.word,
        url=address(look.url, target.pk),
        say=_say(experiment, source, run),
        when=moment(max(experiment.updated, finished or experiment.updated)),
        rows=source.rows if source else 0,
        personas=done.persona_count if experiment.state == "ready" else 0,
        percent=run.percent if is_running else source.progress if experiment.state == "reading" else None,
        cost=_cost(run),
        has_data=source is not None and source.status == DataSource.Status.READY,
        has_runs=run is not None,
    )


def _state(experiment: Experiment) -> ExperimentState:
    """As it stands in its column, where only `StatefulQuerySet` and `Stateful` write."""
    return cast("ExperimentState", experiment.state)


def _say(experiment: Experiment, source: Any, run: Any) -> str:
    faults = {
        "unreadable": source and source.error and source.error["message"],
        "failed": run and run.error and run.error["message"],
    }
    return faults.get(experiment.state) or STATES[_state(experiment)].say or experiment.description


def _cost(run: Any) -> str:
    """What the newest run has cost; nothing is said of a price nobody knows."""
    dollars = (run.usage or {}).get("cost_usd") if run else None
    if dollars is None:
        return ""
    if run.status in ACTIVE:
        return f"${dollars:,.2f} so far" if dollars else ""
    return f"${dollars:,.2f}" if dollars else "Free"
