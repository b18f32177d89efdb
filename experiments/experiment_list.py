"""The list of experiments: what state each is in, said by its newest run or else by its data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast, get_args
from uuid import UUID

from django.db.models import Case, Count, Value, When
from django.template.loader import render_to_string
from django.utils import timezone

from core.pages.addresses import pages_of
from core.pages.kept import Kept
from core.prepared import Prepared
from core.timeformat import moment
from experiments.models import DataSource, Experiment
from experiments.states import STATES, Show, State
from persona import judging
from persona.run_states import ACTIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from django.db.models import QuerySet
    from django.utils.safestring import SafeString

    from experiments.searching import Shown
    from experiments.states import ExperimentState

SHOWS = ("all", *get_args(Show), "archive")
"""What the page offers to show."""
FACES = 4
SHOWN = ("persona", "statement", "quote", "description")
"""Of what was found, the kinds of lines that a card shows; its name it shows anyway."""
VERDICTS = {
    "ready": ("ok", "seal"),
    "with_care": ("warn", "hand"),
    "not_yet": ("bad", "hand"),
}
"""How a result is judged, by level: colour and icon."""
TITLES = {row.level: row.title for row in judging.levels()}

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
    is_archived: bool = False
    owner: str = ""
    initials: str = ""
    found: Shown | None = None
    """What was looked for, where it stands in statements and quotes."""

    @property
    def markup(self) -> SafeString:
        return _markup(self)

    @property
    def found_icon(self) -> str:
        """An icon for the kind of line that was found."""
        return {"quote": "quote", "persona": "person"}.get(self.found.kind if self.found else "", "search")

    @property
    def faces(self) -> range:
        return range(1, min(self.personas, FACES) + 1)


@lru_cache(maxsize=1000)
def _markup(card: ExperimentCard) -> SafeString:
    """A card that says the same as before looks the same: most of a list is as it was at the last visit."""
    return render_to_string("experiments/_card.html", {"card": card})


def counts(team: UUID) -> dict[str, int]:
    """How many experiments of a team each choice of `SHOWS` holds, and how many are in the bin; one query."""
    found: dict[str, int] = dict.fromkeys((*SHOWS, "bin"), 0)
    for state, place, count in _counted(team):
        for show in [place] if place else ["all", STATES[state].show]:
            if show:
                found[show] += count
    return found


def _by_state(team: UUID) -> QuerySet[Any, Any]:
    away = Case(When(binned__isnull=False, then=Value("bin")), When(archived__isnull=False, then=Value("archive")))
    every = Experiment.objects.filter(team=team).order_by()
    return every.values_list("state", away).annotate(Count("pk"))


_counted: Prepared[tuple[ExperimentState, str | None, int]] = Prepared(_by_state, UUID)


class Source(NamedTuple):
    """What a card says of the data."""

    status: str
    rows: int
    progress: int
    error: dict[str, Any] | None


class Newest(NamedTuple):
    """What is newest in an experiment: its source, and the ids of its run and of its finished run."""

    source: Source | None
    run: UUID | None
    done: UUID | None


NOTHING = Newest(None, None, None)
OF_SOURCE = tuple(f"sources__{field}" for field in Source._fields)


def cards(
    experiments: Iterable[Experiment], found: Mapping[UUID, Sequence[Shown]] | None = None
) -> list[ExperimentCard]:
    """The cards of one page of experiments; three queries at most, however many there are.

    `found`: where each says what was looked for.
    """
    page = list(experiments)
    newest = _newest([experiment.pk for experiment in page]) if page else {}
    runs = _runs({pk for of in newest.values() for pk in (of.run, of.done) if pk})
    known = [(each, newest.get(each.pk, NOTHING)) for each in page]  # of what was deleted meanwhile, nothing
    pages, now = cache(pages_of), timezone.localtime()
    made = [_card(each, of.source, runs.get(of.run), runs.get(of.done), pages, now) for each, of in known]
    lines = {pk: line for pk, some in (found or {}).items() for line in some if line.kind in SHOWN}
    return [replace(card, found=lines[card.pk]) if card.pk in lines else card for card in made]


def _newest(ids: Collection[UUID]) -> dict[UUID, Newest]:
    """One query: each run beside each source of its experiment, the newest of both last."""
    newest: dict[UUID, Newest] = {}
    for pk, run, status, *source in _of(len(ids))(*ids):
        before = newest.get(pk, NOTHING)  # what is newer comes later and stays
        done = run if status == "done" else before.done
        newest[pk] = Newest(Source(*source) if source[0] else None, run, done)
    return newest


@cache
def _of(many: int) -> Prepared[tuple[Any, ...]]:
    """The query of so many experiments: as many as fit on a page, at most."""

    def build(*ids: UUID) -> QuerySet[Any, tuple[Any, ...]]:
        in_order = Experiment.objects.filter(pk__in=ids).order_by("runs__number", "sources__id")
        return in_order.values_list("pk", "runs__pk", "runs__status", *OF_SOURCE)

    return Prepared(build, *(UUID for _ in range(many)))


def _run_manager() -> Any:
    """Runs belong to another app: they are reached by the names of relations only."""
    return Experiment.runs.rel.related_model.objects  # type: ignore[attr-defined]


_done: Kept[Any] = Kept(size=1000)
"""Runs that are done, by id: nothing about them changes any more, and most of a list is done."""


def _runs(ids: set[UUID]) -> dict[UUID | None, Any]:
    known: dict[UUID | None, Any] = {pk: run for pk in ids if (run := _done.find(pk)) is not None}
    if not (unknown := ids - known.keys()):
        return known  # a query that asks for nothing is dear to build, too
    some = _run_manager().only("status", "stage", "stages", "error", "usage", "finished", "config", "verdict")
    others = some.annotate(persona_count=Count("personas")).in_bulk(unknown)
    for pk, run in others.items():
        if run.status == "done":
            _done.keep(pk, run)
    return known | others


def _card(
    experiment: Experiment,
    source: Source | None,
    run: Any,
    done: Any,
    pages: Callable[[str], Callable[[UUID], str]],
    now: datetime,
) -> ExperimentCard:
    look, is_running = STATES[_state(experiment)], experiment.state == "running"
    word = look.word
    if experiment.state == "ready" and done and (judged := VERDICTS.get((done.verdict or {}).get("level", ""))):
        look, word = replace(look, tone=judged[0], icon=judged[1]), TITLES[done.verdict["level"]]
    target = {"generation:run": run, "generation:results": done}.get(look.url) or experiment
    finished = run.finished if run else None
    return ExperimentCard(
        pk=experiment.pk,
        name=experiment.name,
        look=look,
        word=STAGES.get(run.stage, look.word) if is_running else word,
        url=pages(look.url)(target.pk),
        say=_say(experiment, source, run),
        when=moment(max(experiment.updated, finished or experiment.updated), now),
        rows=source.rows if source else 0,
        personas=done.persona_count if experiment.state == "ready" else 0,
        percent=run.percent if is_running else source.progress if source and experiment.state == "reading" else None,
        cost=_cost(run),
        has_data=source is not None and source.status == DataSource.Status.READY,
        has_runs=run is not None,
        is_archived=experiment.archived is not None,
        owner=experiment.owner.get_full_name() if experiment.owner else "",
        initials=experiment.owner.initials if experiment.owner else "",
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
