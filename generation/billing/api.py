"""Money and models over HTTP: who can write, and what was used."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.utils import timezone
from ninja import Query, Router

from accounts.api.authentication import Call, needs
from generation.billing import budget
from generation.providers.registry import WriterOption, writer_options
from generation.runs.models import Run
from generation.runs.schemas import ModelsOut, UsageFilter, UsageOut
from persona.models import Usage

router = Router()


@router.get("/models", response=ModelsOut, auth=needs("read"), operation_id="list_models", summary="List models")
def list_models(request: Call) -> object:
    """Every writer that a run can name, the built-in one first."""
    return {"items": [line for option in writer_options(request.user.membership.team) for line in _lines(option)]}


@router.get("/usage", response=UsageOut, auth=needs("read"), operation_id="get_usage", summary="Get what was used")
def get_usage(request: Call, wanted: Query[UsageFilter]) -> object:
    """Runs, personas, tokens and money by month, newest first; months without runs are left out."""
    runs = Run.objects.visible_to(request.user).filter(created__gte=_first_of_month(wanted.months - 1))
    months: dict[str, dict[str, Any]] = defaultdict(lambda: defaultdict(int))
    for created, used, personas in runs.annotate(n=Count("personas")).values_list("created", "usage", "n").order_by():
        _add(months[f"{created:%Y-%m}"], Usage.model_validate(used or {}), personas)
    items = [{"month": month, **months[month]} for month in sorted(months, reverse=True)]
    return {"items": items, "left_usd": float(budget.left(request.user.membership.team, request.user))}


def _lines(option: WriterOption) -> list[dict[str, Any]]:
    common = {"provider": option.name, "is_ready": option.is_ready, "is_private": option.is_private}
    names = [(f"{option.id}:{model.name}", model.label) for model in option.models] or [(option.id, option.name)]
    return [{"name": name, "label": label, "payer": option.payer, **common} for name, label in names]


def _add(month: dict[str, Any], used: Usage, personas: int) -> None:
    month["runs"] += 1
    month["personas"] += personas
    for name in ("requests", "input_tokens", "output_tokens"):
        month[name] += getattr(used, name)
    month["cost_usd"] += used.cost_usd or 0.0
    month["unpriced_runs"] += used.cost_usd is None


def _first_of_month(before: int) -> datetime:
    now = timezone.now()
    index = now.year * 12 + now.month - 1 - before
    return now.replace(year=index // 12, month=index % 12 + 1, day=1, hour=0, minute=0, second=0, microsecond=0)
