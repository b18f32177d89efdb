"""The list of experiments, and help."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.teams.prepared import PreparedFor
from core.pages.rendering import page
from experiments import experiment_list, searching
from experiments.list_filters import Wanted
from persona import judging
from persona.ids import uuid7
from persona.samples import SAMPLES
from persona.terms import TERMS

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpResponse

    from accounts.models import User
    from accounts.people.requests import Request
    from experiments.models import Experiment

PAGE = 20
WORDS = ("persona", "statement", "evidence", "segment", "respondent", "theme", "basis")
"""Terms that the page of help explains."""
ON_CARDS = ("name", "description", "state", "archived", "updated", "owner__email", "owner__name")
HEADS = (
    ("name", "name", "Name", "nm"),
    ("state", "state", "State", ""),
    ("size", "-size", "Size", "num"),
    ("", "", "Personas", "fc"),
    ("changed", "-changed", "Changed", "wh"),
    ("", "", "Owner", ""),
    ("", "", "Cost", "num co"),
)
"""Heads of the list: what each orders by, how at first, its word and its classes."""


@require_safe
def list_experiments(request: Request) -> HttpResponse:
    """All experiments of the team that the person works in, searched, filtered, ordered; without any, how to begin."""
    team = request.user.membership.team
    counts = experiment_list.counts(team.pk)
    samples = [(sample, uuid7()) for sample in SAMPLES]
    if not counts["all"] and not counts["archive"]:
        return render(request, "experiments/welcome.html", {"samples": samples, "finished": (SAMPLES[0], uuid7())})
    wanted = Wanted.of(request.GET)
    known = None if wanted.is_narrowed else counts.get(wanted.show, counts["all"])
    many = wanted.among(request.user, team.pk).count() if known is None else known
    chosen = Paginator(range(many), PAGE).get_page(request.GET.get("page"))
    some = _rows(wanted, request.user, team.pk, chosen.number)
    found = searching.found_in([each.pk for each in some], wanted.text) if wanted.text else {}
    context = {
        "page": chosen,
        "cards": experiment_list.cards(some, found),
        "counts": counts,
        "wanted": wanted,
        "heads": [_head(wanted.sort, *head) for head in HEADS],
        "samples": samples,
        "finished": (SAMPLES[0], uuid7()),
        "team": team,
    }
    return page(request, "experiments/list.html", context, partials=["list"])


def _rows(wanted: Wanted, user: User, team: UUID, number: int) -> list[Experiment]:
    """A page of the list; the first one of no search, which is asked for most, is prepared."""
    if number == 1 and not wanted.text:
        return _first_page(wanted)(user, team)
    found = wanted.among(user, team).select_related("owner").only(*ON_CARDS)
    return list(found[(number - 1) * PAGE : number * PAGE])


@lru_cache(maxsize=100)
def _first_page(wanted: Wanted) -> PreparedFor[Experiment]:
    def build(user: User, team: UUID) -> QuerySet[Experiment]:
        return wanted.among(user, team).select_related("owner").only(*ON_CARDS)[:PAGE]

    return PreparedFor(build, UUID)


def _head(sort: str, key: str, first: str, word: str, style: str) -> dict[str, str]:
    """A head that orders the list; pressed again, the other way round."""
    now = sort if key and sort.removeprefix("-") == key else ""
    other = now.removeprefix("-") if now.startswith("-") else f"-{key}"
    return {"key": key, "sort": other if now else first, "now": now, "word": word, "style": style}


@require_safe
def help_page(request: Request) -> HttpResponse:
    """How results are judged and statements read, how it works, how a file should look."""
    context = {
        "samples": [(sample, uuid7()) for sample in SAMPLES],
        "finished": (SAMPLES[0], uuid7()),
        "titles": judging.titles(),
        "levels": [(row, list(zip(judging.titles(), row.cells, strict=True))) for row in judging.levels()],
        "caps": judging.caps(),
        "words": [term for term in TERMS if term.term in WORDS],
    }
    return render(request, "experiments/help.html", context)
