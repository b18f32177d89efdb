"""The first page of the administration: how the server is, at a glance. Numbers only, as on /metrics, and money."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Sum
from django.db.models.functions import TruncDate
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from experiments.models import DataSource
from generation.models import BudgetEntry
from persona_web.installation import Installation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.contrib.auth.models import AbstractUser
    from django.http import HttpRequest, HttpResponseBase

DAYS = 14
PEOPLE = 10


class Table(NamedTuple):
    """What it is about, what its rows are by (empty: one number), and a figure for each."""

    about: str
    by: str
    rows: list[tuple[str, str]]


def with_numbers(index: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Django's first page with ours on top."""

    def view(request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponseBase:
        return index(request, {"tables": list(tables(request.user)), **(extra_context or {})})  # type: ignore[arg-type]

    return view


def tables(user: AbstractUser) -> Iterator[Table]:
    """All that this operator may see; what people spent and keep, only who may look at those rows."""
    for family in Installation().collect():
        told = [(" ".join(each.labels.values()), _figure(family.name, each.value)) for each in family.samples]
        head = next((name for each in family.samples for name in each.labels), "")
        yield Table(family.documentation.rstrip("."), head, told)
    if user.has_perm("generation.view_budgetentry"):
        yield from _money()
    if user.has_perm("experiments.view_datasource"):
        stored = DataSource.objects.order_by().values_list("experiment__owner__email").annotate(sum=Sum("bytes"))
        most = stored.order_by("-sum", "experiment__owner__email")[:PEOPLE]
        yield Table("Who keeps most", "person", [(email, filesizeformat(bytes_)) for email, bytes_ in most])


def _money() -> Iterator[Table]:
    since = timezone.now() - timedelta(days=DAYS)
    spent = BudgetEntry.objects.filter(settled__gte=since).order_by()
    days = spent.annotate(day=TruncDate("settled")).values_list("day").annotate(sum=Sum("amount")).order_by("-day")
    yield Table(f"Spent in {DAYS} days, by day", "day", [(f"{day}", f"${total:.2f}") for day, total in days])
    people = spent.values_list("owner__email").annotate(sum=Sum("amount")).order_by("-sum", "owner__email")[:PEOPLE]
    told = [(email or "a deleted account", f"${total:.2f}") for email, total in people]
    yield Table(f"Spent in {DAYS} days, by person", "person", told)


def _figure(name: str, value: float) -> str:
    if "_bytes" in name:
        return filesizeformat(value)
    if "_usd" in name:
        return f"${value:.2f}"
    return f"{timedelta(seconds=round(value))}" if "_seconds" in name else f"{value:,.0f}"
