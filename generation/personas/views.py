"""Personas: the results of a run, and one persona with the words behind its statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from accounts.teams.prepared import PreparedFor
from core.pages.kept import Kept
from core.pages.rendering import page
from core.prepared import Prepared
from generation.edits.page import stamp
from generation.edits.sections import sections_of
from generation.personas.counts import CountDrawer
from generation.personas.exports import can_draw
from generation.personas.models import Persona, Statement
from generation.personas.page import Portrait
from generation.personas.persistence import LISTS, TOLD
from generation.personas.quotes import ORDERS, STEP, Drawer, data_address, open_drawer
from generation.personas.results import Results
from generation.runs.models import Run

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import User
    from accounts.people.requests import Request

RECENT = 8
NOT_ON_CARDS = (*(name for name in LISTS if name != "facts"), *TOLD)
OF_RESULTS = ("summary", "drawing", "verdict", "warnings")
"""Fields of a run that are large, and needed only to draw what it found."""
OF_PAGE = (
    "position",
    "name",
    "label",
    "edited",
    "run__finished",
    "run__edited",
    "run__status",
    "run__config",
    "run__experiment__name",
    "run__experiment__description",
    "run__experiment__team__look",
)
OF_STATEMENT = ("position", "key", "text", "note", "count", "persona")
OF_WHOLE_STATEMENT = (*OF_STATEMENT, *(f"persona__{name}" for name in OF_PAGE))


class ShownResults(NamedTuple):
    """What the page of a finished run shows but for the experiment's name, other runs and the time."""

    personas: int
    people: int
    writer: str
    price: str
    body: str


_results: Kept[ShownResults] = Kept()
_sheets: Kept[str] = Kept()


def _run_by_id(user: User, pk: UUID) -> QuerySet[Run]:
    return Run.objects.visible_to(user).filter(pk=pk).select_related("experiment__team").defer(*OF_RESULTS)


def _newest_done(experiment: UUID) -> QuerySet[Run]:
    done = Run.objects.filter(experiment=experiment, status=Run.Status.DONE).annotate(persona_count=Count("personas"))
    return done.only("number", "finished", "experiment").order_by("-number")[:RECENT]


def _persona_by_id(user: User, pk: UUID) -> QuerySet[Persona]:
    return (
        Persona.objects.visible_to(user).filter(pk=pk).select_related("run__experiment__team").only(*OF_PAGE).order_by()
    )


def _statement_by_id(user: User, pk: UUID, persona: UUID) -> QuerySet[Statement]:
    mine = Statement.objects.visible_to(user).filter(pk=pk, persona=persona)
    return mine.select_related("persona__run__experiment__team").only(*OF_WHOLE_STATEMENT).order_by()


_run = PreparedFor(_run_by_id, UUID)
_recent = Prepared(_newest_done, UUID)
_persona = PreparedFor(_persona_by_id, UUID)
_statement = PreparedFor(_statement_by_id, UUID, UUID)


@require_GET
def results(request: Request, run_id: UUID) -> HttpResponse:
    """All personas of a finished run, and how far to believe them."""
    run = _run.or_404(request.user, run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    context = {
        "run": run,
        "experiment": run.experiment,
        "shown": _results.get((run.pk, run.finished, run.edited, run.experiment.team.look), lambda: _shown(run)),
        "recent": _recent(run.experiment_id),
    }
    return render(request, "generation/results.html", context)


def _shown(run: Run) -> ShownResults:
    run.refresh_from_db(fields=OF_RESULTS)
    personas = list(run.personas.defer(*NOT_ON_CARDS).prefetch_related("statements"))
    found = Results(run, personas, sections_of(run))
    body = render_to_string("generation/_results.html", {"results": found})
    return ShownResults(len(personas), found.people, found.writer, found.price, body)


@require_GET
def persona(request: Request, persona_id: UUID) -> HttpResponse:
    """One persona; `?e=` opens the drawer with the quotes of a statement."""
    opened = _opened(request, persona_id)
    found = opened.persona if opened else _found(request, persona_id)
    context = {
        "persona": found,
        "run": found.run,
        "experiment": found.run.experiment,
        "prints": bool(found.run.finished) and can_draw(),
        "locked": stamp(found.edited.get("locked")),
        "approved": stamp(found.edited.get("approved")),
        "sheet": lambda: _sheet(found, opened),  # asked for by the page, and not by a drawer alone
        "drawer": _drawer(request, found, opened) if opened else None,
    }
    return page(request, "generation/persona.html", context, partials=["evidence", "more-quotes"])


def _found(request: Request, persona_id: UUID) -> Persona:
    return _persona.or_404(request.user, persona_id)


def _sheet(found: Persona, opened: Statement | None) -> str:
    """The persona with its statements, one of them marked as open; until its run is done it may still change."""
    if found.run.finished is None:
        return _drawn(found, opened)
    run = found.run
    key = (found.pk, run.finished, run.edited, run.experiment.team.look, opened and opened.pk)
    return _sheets.get(key, lambda: _drawn(found, opened))


def _drawn(brief: Persona, opened: Statement | None) -> str:
    found = Persona.objects.get(pk=brief.pk)
    portrait = Portrait(found, list(found.statements.all()), _all_of(brief), sections_of(brief.run))
    context = {"persona": found, "portrait": portrait, "open": opened}
    if portrait.lead is not None:
        context["lead_address"] = data_address(brief.run, portrait.lead)
    return render_to_string("generation/_persona.html", context)


def _all_of(found: Persona) -> list[Persona]:
    """The personas of the run, as far as one page names the others."""
    return list(found.run.personas.only("pk", "name", "label", "position", "picture", "run_id"))


def _opened(request: Request, persona_id: UUID) -> Statement | None:
    """The statement of this persona whose drawer is open, and the persona with it."""
    if (statement := _uuid(request.GET.get("e", ""))) is None:
        return None
    return _statement.first(request.user, statement, persona_id)


def _drawer(request: Request, found: Persona, statement: Statement) -> Drawer | CountDrawer:
    if statement.count:
        return CountDrawer(statement, found, _all_of(found))
    order = request.GET.get("sort", "")
    shown = request.GET.get("show", "")
    last = int(shown) if shown.isdecimal() and len(shown) < 6 else STEP
    # htmx adds to what is there; without it the page shows everything up to here.
    first = max(last - STEP, 0) if request.htmx.target == "more-quotes" else 0
    known = order if order in ORDERS else "strongest"
    return open_drawer(found, statement, order=known, first=first, last=last)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
