"""The list of experiments: what state each is in, said by its newest run or else by its data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from django.db.models import Case, Count, OuterRef, Subquery, Value, When
from django.db.models.fields.json import KT
from django.urls import reverse

from core.timeformat import moment
from experiments.models import DataSource, Experiment
from experiments.states import OTHERWISE, RULES, STATES, Show, State, shown
from persona.run_states import ACTIVE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet

    from experiments.models import ExperimentQuerySet

SHOWS = ("all", *get_args(Show))
"""What the page offers to show."""
FACES = 3
FIELDS = {"newest run": "run_status", "any run": "done_status", "source": "source_status"}


STAGES = {
    "read": "Reading answers",
    "profile": "Reading answers",
    "group": "Finding groups",
    "write": "Writing personas",
    "check": "Checking quotes",
}


@dataclass(frozen=True)
class Card:
    """One experiment of the list, in words."""

    experiment: Experiment
    look: State
    word: str
    url: str
    say: str
    when: str
    rows: int
    personas: int
    percent: int | None
    cost: str

    @property
    def has_data(self) -> bool:
        return self.experiment.source_status == "ready"  # type: ignore[attr-defined]

    @property
    def has_runs(self) -> bool:
        return self.experiment.run_status is not None  # type: ignore[attr-defined]

    @property
    def faces(self) -> range:
        return range(1, min(self.personas, FACES) + 1)


def with_state(experiments: ExperimentQuerySet) -> Any:
    """Each experiment with `state`: its newest run decides; without runs its newest source does."""
    run = _newest_run()
    known = experiments.annotate(
        run_id=Subquery(run.values("runs__id")[:1]),
        run_status=Subquery(run.values("runs__status")[:1]),
        done_id=Subquery(_newest_run(runs__status="done").values("runs__id")[:1]),
        done_status=Subquery(_newest_run(runs__status="done").values("runs__status")[:1]),
        source_status=Subquery(_newest_source().values("status")[:1]),
    )
    rules = (When(**{f"{FIELDS[rule.what]}__in": rule.values}, then=Value(rule.state)) for rule in RULES)
    return known.annotate(state=Case(*rules, default=Value(OTHERWISE)))


def counts(experiments: ExperimentQuerySet) -> dict[str, int]:
    """How many experiments each choice of `SHOWS` holds."""
    states = with_state(experiments).order_by().values_list("state").annotate(Count("pk"))
    by_state = dict(states)
    total = sum(by_state.values())
    return {show: total if show == "all" else sum(by_state.get(s, 0) for s in shown(show)) for show in SHOWS}


def with_details(experiments: Any) -> Any:
    """What a card says of the data, in the same query."""
    source = _newest_source()
    return experiments.annotate(
        rows=Subquery(source.values("rows")[:1]),
        percent=Subquery(source.values("progress")[:1]),
        source_error=Subquery(source.values(message=KT("error__message"))[:1]),
    )


def cards(experiments: Iterable[Any]) -> list[Card]:
    """The cards of one page of experiments `with_state` and `with_details`."""
    page = list(experiments)
    runs = _runs({run for experiment in page for run in (experiment.run_id, experiment.done_id) if run})
    return [_card(experiment, runs.get(experiment.run_id), runs.get(experiment.done_id)) for experiment in page]


def _newest_source() -> QuerySet[DataSource]:
    return DataSource.objects.filter(experiment=OuterRef("pk")).order_by("-created", "-id")


def _newest_run(**conditions: str) -> QuerySet[Experiment]:
    """Runs belong to another app: they are reached by the names of relations only."""
    return Experiment.objects.filter(pk=OuterRef("pk"), runs__isnull=False, **conditions).order_by("-runs__number")


def _runs(ids: set[UUID]) -> dict[UUID, Any]:
    manager: Any = Experiment.runs.rel.related_model.objects  # type: ignore[attr-defined]
    some = manager.only("status", "stage", "stages", "error", "usage", "finished", "config")
    return some.annotate(persona_count=Count("personas")).in_bulk(ids)


def _card(experiment: Any, run: Any, done: Any) -> Card:
    look, is_running = STATES[experiment.state], experiment.state == "running"
    target = {"generation:run": run, "generation:results": done}.get(look.url) or experiment
    finished = run.finished if run else None
    return Card(
        experiment=experiment,
        look=look,
        word=STAGES.get(run.stage, look.word) if is_running else look.word,
        url=reverse(look.url, args=[target.pk]),
        say=_say(experiment, run),
        when=moment(max(experiment.updated, finished or experiment.updated)),
        rows=experiment.rows or 0,
        personas=done.persona_count if experiment.state == "ready" else 0,
        percent=run.percent if is_running else experiment.percent if experiment.state == "reading" else None,
        cost=_cost(run),
    )


def _say(experiment: Any, run: Any) -> str:
    faults = {"unreadable": experiment.source_error, "failed": run and run.error and run.error["message"]}
    return faults.get(experiment.state) or STATES[experiment.state].say or experiment.description


def _cost(run: Any) -> str:
    """What the newest run has cost; nothing is said of a price nobody knows."""
    dollars = (run.usage or {}).get("cost_usd") if run else None
    if dollars is None:
        return ""
    if run.status in ACTIVE:
        return f"${dollars:,.2f} so far" if dollars else ""
    return f"${dollars:,.2f}" if dollars else "Free"
