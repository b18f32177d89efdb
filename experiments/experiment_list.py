"""The list of experiments: what state each is in, said by its newest run or else by its data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Case, Count, OuterRef, Subquery, Value, When
from django.db.models.fields.json import KT
from django.urls import reverse

from core.timeformat import moment
from experiments.models import DataSource, Experiment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet

    from experiments.models import ExperimentQuerySet

# What the page offers to show, and the states that belong to it.
SHOWS: dict[str, tuple[str, ...]] = {
    "all": (),
    "ready": ("ready",),
    "running": ("running", "reading"),
    "attention": ("failed", "unreadable"),
}
FACES = 3


class Look(NamedTuple):
    """How a state looks and where it leads."""

    kind: str
    icon: str
    word: str
    url: str


LOOKS = {
    "empty": Look("", "edit", "Draft", "experiments:upload"),
    "reading": Look("accent", "spin", "Being read", "experiments:check"),
    "unreadable": Look("bad", "alert", "Needs attention", "experiments:check"),
    "check": Look("", "edit", "Draft", "experiments:check"),
    "running": Look("accent", "spin", "Waiting", "generation:run"),
    "failed": Look("bad", "alert", "Needs attention", "generation:run"),
    "stopped": Look("warn", "pause", "Stopped", "generation:run"),
    "ready": Look("ok", "check", "Ready", "generation:results"),
}
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
    look: Look
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
        source_status=Subquery(_newest_source().values("status")[:1]),
    )
    return known.annotate(
        state=Case(
            When(run_status__in=("queued", "running"), then=Value("running")),
            When(run_status="failed", then=Value("failed")),
            When(done_id__isnull=False, then=Value("ready")),
            When(run_status="cancelled", then=Value("stopped")),
            When(source_status="failed", then=Value("unreadable")),
            When(source_status__in=("waiting", "reading"), then=Value("reading")),
            When(source_status="ready", then=Value("check")),
            default=Value("empty"),
        )
    )


def counts(experiments: ExperimentQuerySet) -> dict[str, int]:
    """How many experiments each choice of `SHOWS` holds."""
    states = with_state(experiments).order_by().values_list("state").annotate(Count("pk"))
    by_state = dict(states)
    total = sum(by_state.values())
    return {show: sum(by_state.get(s, 0) for s in states) if states else total for show, states in SHOWS.items()}


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
    look, is_running = LOOKS[experiment.state], experiment.state == "running"
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
    said = {
        "empty": "Waiting for you at “Upload”",
        "check": "Waiting for you at “Check”",
        "unreadable": experiment.source_error,
        "failed": run and run.error and run.error["message"],
        "stopped": "What was finished is kept",
    }
    return said.get(experiment.state) or experiment.description


def _cost(run: Any) -> str:
    """What the newest run has cost; nothing is said of a price nobody knows."""
    dollars = (run.usage or {}).get("cost_usd") if run else None
    if dollars is None:
        return ""
    if run.status in ("queued", "running"):
        return f"${dollars:,.2f} so far" if dollars else ""
    return f"${dollars:,.2f}" if dollars else "Free"
