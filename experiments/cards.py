"""The list of experiments: what state each is in, said by its newest run or else by its data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.db.models import Case, Count, OuterRef, Subquery, Value, When
from django.db.models.functions import JSONObject
from django.urls import reverse

from experiments.models import DataSource, Experiment
from experiments.moments import moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from experiments.models import ExperimentQuerySet

# What the page offers to show, and the states that belong to it.
SHOWS: dict[str, tuple[str, ...]] = {
    "all": (),
    "ready": ("ready",),
    "running": ("running", "reading"),
    "attention": ("failed", "unreadable"),
}
FACES = 3


class Face(NamedTuple):
    """How a state looks and where it leads."""

    kind: str
    icon: str
    word: str
    url: str


FACE_OF = {
    "empty": Face("", "edit", "Draft", "experiments:upload"),
    "reading": Face("accent", "spin", "Being read", "experiments:check"),
    "unreadable": Face("bad", "alert", "Needs attention", "experiments:check"),
    "check": Face("", "edit", "Draft", "experiments:check"),
    "running": Face("accent", "spin", "Waiting", "generation:run"),
    "failed": Face("bad", "alert", "Needs attention", "generation:run"),
    "stopped": Face("warn", "pause", "Stopped", "generation:run"),
    "ready": Face("ok", "check", "Ready", "generation:results"),
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
    face: Face
    word: str
    url: str
    say: str
    when: str
    rows: int
    personas: int
    percent: int | None
    stages: list[Any] | None
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
    run, done = _newest_run(), _newest_run(runs__status="done")
    source = DataSource.objects.filter(experiment=OuterRef("pk")).order_by("-created", "-id")
    known = experiments.annotate(
        run_status=Subquery(run.values("runs__status")[:1]),
        done_id=Subquery(done.values("runs__id")[:1]),
        source_status=Subquery(source.values("status")[:1]),
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
    """What a card says besides the state, in one query however many there are."""
    run = _newest_run().annotate(
        card=JSONObject(
            id="runs__id",
            stage="runs__stage",
            stages="runs__stages",
            status="runs__status",
            message="runs__error__message",
            cost="runs__usage__cost_usd",
        )
    )
    source = DataSource.objects.filter(experiment=OuterRef("pk")).order_by("-created", "-id")
    return experiments.annotate(
        run=Subquery(run.values("card")[:1]),
        run_finished=Subquery(_newest_run().values("runs__finished")[:1]),
        rows=Subquery(source.values("rows")[:1]),
        percent=Subquery(source.values("progress")[:1]),
        source_error=Subquery(source.values("error__message")[:1]),
    )


def cards(experiments: Iterable[Any]) -> list[Card]:
    """The cards of one page of experiments `with_state` and `with_details`."""
    experiments = list(experiments)
    written = _personas_of([experiment.done_id for experiment in experiments if experiment.done_id])
    return [_card(experiment, written.get(experiment.done_id, 0)) for experiment in experiments]


def _card(experiment: Any, personas: int) -> Card:
    face, run = FACE_OF[experiment.state], experiment.run or {}
    return Card(
        experiment=experiment,
        face=face,
        word=STAGES.get(run.get("stage", ""), face.word) if experiment.state == "running" else face.word,
        url=reverse(face.url, args=[_target(experiment, run)]),
        say=_say(experiment, run),
        when=moment(max(experiment.updated, experiment.run_finished or experiment.updated)),
        rows=experiment.rows or 0,
        personas=personas if experiment.state == "ready" else 0,
        percent=experiment.percent if experiment.state == "reading" else None,
        stages=_json(run.get("stages")) if experiment.state == "running" else None,
        cost=_cost(run.get("cost"), experiment.state),
    )


def _target(experiment: Any, run: dict[str, Any]) -> UUID:
    if experiment.state == "ready":
        return experiment.done_id
    return UUID(run["id"]) if run else experiment.pk


def _say(experiment: Any, run: dict[str, Any]) -> str:
    waiting = {"empty": "Upload", "check": "Check"}
    if step := waiting.get(experiment.state):
        return f"Waiting for you at “{step}”"
    said = {
        "unreadable": experiment.source_error,
        "failed": run.get("message"),
        "stopped": "What was finished is kept",
    }
    return said.get(experiment.state) or experiment.description


def _cost(dollars: float | None, state: str) -> str:
    if dollars is None or state not in ("running", "failed", "stopped", "ready"):
        return ""
    if dollars == 0:
        return "Free" if state == "ready" else ""
    return f"${dollars:,.2f} so far" if state == "running" else f"${dollars:,.2f}"


def _json(value: Any) -> Any:
    """SQLite hands nested JSON out as text."""
    return json.loads(value) if isinstance(value, str) else value


def _personas_of(run_ids: list[UUID]) -> dict[UUID, int]:
    found = Experiment.objects.filter(runs__id__in=run_ids).order_by()
    return dict(found.values_list("runs__id").annotate(Count("runs__personas")))


def _newest_run(**conditions: str) -> ExperimentQuerySet:
    """Runs belong to another app: they are reached by the names of relations only."""
    mine = Experiment.objects.filter(pk=OuterRef("pk"), runs__isnull=False, **conditions)
    return mine.order_by("-runs__number")
