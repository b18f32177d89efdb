"""The data browser: rows as they were uploaded, searched, by persona, with a quote marked in its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from accounts.teams.access import for_roles
from accounts.teams.models import Role
from accounts.teams.prepared import PreparedFor
from core.pages.rendering import page
from experiments import browsing
from experiments.browsing import Asked
from experiments.data_table import menu
from experiments.models import DataSource, Experiment
from experiments.quote_filters import FilterForm
from experiments.samples import attribution
from persona.models import ColumnRole
from persona.models.asking import QuoteFilter

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpResponse, QueryDict

    from accounts.models import User
    from accounts.people.requests import Request

OF_SOURCE = ("name", "rows", "status", "columns", "experiment__name", "experiment__is_sample")


def _newest_source(user: User, experiment: UUID) -> QuerySet[DataSource]:
    sources = DataSource.objects.visible_to(user).filter(experiment=experiment).select_related("experiment")
    return sources.only(*OF_SOURCE).reverse()[:1]


def _chosen_source(user: User, experiment: UUID, source: UUID) -> QuerySet[DataSource]:
    sources = DataSource.objects.visible_to(user).filter(experiment=experiment, pk=source)
    return sources.select_related("experiment").only(*OF_SOURCE)


_source = PreparedFor(_newest_source, UUID)
_earlier = PreparedFor(_chosen_source, UUID, UUID)


@for_roles(read=Role.EDITOR)
@require_safe
def browse(request: Request, experiment_id: UUID) -> HttpResponse:
    """One page of rows; `of`: of data that was there before answers were added, which older personas quote."""
    of = _uuid(request.GET.get("of", ""))
    source = _earlier.first(request.user, experiment_id, of) if of else _source.first(request.user, experiment_id)
    if source is None or not source.is_ready:
        get_object_or_404(Experiment.objects.visible_to(request.user), pk=experiment_id)
        return redirect("experiments:check", experiment_id)
    experiment = source.experiment
    groups = browsing.groups_of(source)
    form = FilterForm.read(request.GET, groups.closed if groups else ())
    asked = read_query(request.GET, form)
    every = browsing.all_headings(source)
    headings = browsing.shown_headings(every, asked.columns)
    rows = browsing.rows_of(source, asked, headings, groups)
    kept = _kept(asked, form, of)
    context = {
        "experiment": experiment,
        "source": source,
        "of": of,
        "run": groups.run if groups else None,
        "personas": {persona.position: persona for persona in groups.personas} if groups else {},
        "asked": asked,
        "form": form,
        "chips": form.chips(("q", asked.text), *(("c", position) for position in asked.columns)),
        "rows": rows,
        "columns": menu(every, headings),
        "sizes": browsing.SIZES,
        "hides_personal": any(column["role"] == ColumnRole.PERSONAL for column in source.columns),
        "earlier": kept(rows.earlier),
        "later": kept(rows.later),
        "support": browsing.support_of(asked, groups),
        "attribution": attribution(source),
    }
    return page(request, "experiments/data.html", context, partials=["table"])


def read_query(query: QueryDict, form: FilterForm | None = None) -> Asked:
    """What the address asks for; what cannot be understood counts as not said."""
    size = _whole(query.get("size")) or 0
    return Asked(
        text=query.get("q", "").strip()[:200],
        persona=_whole(query.get("persona")),
        first=_whole(query.get("from")) or 1,
        size=size if size in browsing.SIZES else browsing.SIZES[0],
        columns=tuple(number for text in query.getlist("c") if (number := _whole(text)) is not None),
        answers=QuoteFilter(answers=form.wanted.answers) if form and form.answers else None,
        row=_whole(query.get("row")),
        column=query.get("column", ""),
        start=_whole(query.get("start")) or 0,
        end=_whole(query.get("end")) or 0,
    )


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _kept(asked: Asked, form: FilterForm, of: UUID | None) -> Any:
    """Addresses of other pages of the same rows."""

    def address(first: int | None) -> str:
        if first is None:
            return ""
        values: list[tuple[str, object]] = [("c", position) for position in asked.columns]
        values += [("q", asked.text)] * bool(asked.text) + [("persona", asked.persona)] * bool(asked.persona)
        values += [("of", of)] * bool(of)
        return "?" + urlencode([*values, *form.values, ("size", asked.size), ("from", first)])

    return address
